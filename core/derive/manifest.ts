/** The manifest's `contributes`, from the extension's tables and the rules. */
import { configFileNames, sharedConfigGlobs } from '../configuration/fileNames.ts';
import { findingLine } from '../report/text.ts';
import type { JsonSchema } from './ruleSchemas.ts';

/** A command of the palette; `when` hides it where it cannot work. */
export interface CommandEntry {
  readonly id: string;
  readonly title: string;
  readonly icon?: string | Readonly<Record<'light' | 'dark', string>>;
  readonly when?: string;
}

export interface SettingEntry {
  /** Without the prefix `diagramGates.`. */
  readonly key: string;
  /** The part of the settings' page it stands in. */
  readonly group: string;
  readonly scope: string;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** What the extension contributes, as its tables say it. */
export interface Contributions {
  readonly commands: readonly CommandEntry[];
  /** The command whose icon stands in the editor's title. */
  readonly titleCommand: CommandEntry;
  /** The context menu of the preview's panels. */
  readonly previewMenu: readonly Readonly<Record<string, unknown>>[];
  readonly settings: readonly SettingEntry[];
  readonly keybindings: readonly Readonly<Record<string, unknown>>[];
  readonly languages: readonly Readonly<Record<string, unknown>>[];
  readonly grammars: readonly Readonly<Record<string, unknown>>[];
  readonly configurationDefaults: Readonly<Record<string, unknown>>;
  readonly snippetFiles: readonly string[];
  readonly views: Readonly<Record<string, readonly object[]>>;
  readonly viewsWelcome: readonly object[];
  /** Menus of the views, by the menu's id. */
  readonly viewMenus: Readonly<Record<string, readonly object[]>>;
  readonly taskDefinitions: readonly object[];
  readonly walkthroughs: readonly object[];
}

export const configSchemaPath = 'schemas/diagram-gates.schema.json';

export function deriveContributes(contributions: Contributions): Readonly<Record<string, unknown>> {
  const { commands, titleCommand, previewMenu, settings, keybindings, languages, grammars } = contributions;
  const { configurationDefaults, snippetFiles, views, viewsWelcome, viewMenus, taskDefinitions, walkthroughs } =
    contributions;
  return {
    commands: commands.map(({ id, title, icon }) => ({
      command: id,
      title,
      category: 'Diagram Gates',
      ...(icon === undefined ? {} : { icon }),
    })),
    menus: {
      commandPalette: commands.flatMap(({ id, when }) => (when === undefined ? [] : [{ command: id, when }])),
      'editor/title': [{ command: titleCommand.id, when: titleCommand.when, group: 'navigation' }],
      'webview/context': previewMenu,
      ...viewMenus,
    },
    views,
    viewsWelcome,
    walkthroughs,
    keybindings,
    configuration: [...new Set(settings.map(({ group }) => group))].map((title, order) => ({
      title,
      order,
      properties: Object.fromEntries(
        settings
          .filter(({ group }) => group === title)
          .map(({ key, scope, description, schema }, place) => [
            `diagramGates.${key}`,
            { ...schema, order: place, scope, markdownDescription: description },
          ]),
      ),
    })),
    configurationDefaults,
    // Our configuration files may have comments.
    languages: [...languages, { id: 'jsonc', filenames: configFileNames, filenamePatterns: sharedConfigGlobs }],
    grammars,
    snippets: snippetFiles.map((path) => ({ path: `./${path}` })),
    jsonValidation: [{ fileMatch: [...configFileNames, ...sharedConfigGlobs], url: `./${configSchemaPath}` }],
    taskDefinitions,
    problemMatchers: [
      {
        name: 'diagram-gates',
        owner: 'diagram-gates',
        source: 'diagram-gates',
        // Of the same owner as what the extension finds, so that nothing is listed twice; what is open it knows better.
        applyTo: 'closedDocuments',
        fileLocation: ['relative', '${workspaceFolder}'],
        pattern: { regexp: findingLine.source, file: 1, line: 2, column: 3, severity: 4, code: 5, message: 6 },
      },
    ],
  };
}
