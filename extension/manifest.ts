/** Everything the manifest and the docs are derived from, in one value; the extension itself does not load it. */
import type { DeriveInput } from '../core/derive/plan.ts';
import {
  commands,
  configurationDefaults,
  grammars,
  keybindings,
  languages,
  previewMenu,
  settings,
} from './contributions.ts';
import { markdownLanguages } from './ours.ts';
import { walkthroughs } from './walkthrough.ts';
import { pageCommands, taskDefinitions, viewMenus, views, viewsWelcome } from './setContributions.ts';

export const manifest: Omit<DeriveInput, 'read'> = {
  contributions: {
    commands: [...Object.values(commands), ...Object.values(pageCommands)],
    titleCommand: commands.openPreview,
    previewMenu,
    settings,
    keybindings,
    languages,
    grammars,
    configurationDefaults,
    views,
    viewsWelcome,
    viewMenus,
    taskDefinitions,
    walkthroughs,
  },
  pageLanguages: markdownLanguages,
};
