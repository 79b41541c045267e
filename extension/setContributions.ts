/** What the manifest says about whole sets of pages: tasks, the view in the explorer and its menus. Plain data, no `vscode`. */
import { severities } from '../core/model.ts';
import { commands } from './contributions.ts';

/** The `type` of our tasks in tasks.json. */
export const taskType = 'diagram-gates';

/** The matcher for tasks that run the command line, by the name they use. */
export const problemMatcher = '$diagram-gates';

export const taskDefinitions = [
  {
    type: taskType,
    required: [],
    properties: {
      paths: {
        type: 'array',
        items: { type: 'string' },
        description: 'Files and folders, from the workspace folder. All of it unless told.',
      },
      failOn: {
        type: 'string',
        enum: severities,
        default: 'error',
        description: 'The task fails when something this severe, or more, is found.',
      },
      maxWarnings: { type: 'integer', minimum: 0, description: 'With more warnings than these the task fails.' },
      quiet: { type: 'boolean', default: false, description: 'Print errors only.' },
    },
  },
] as const;

export const pagesView = 'diagramGates.pages';

const inView = `view == ${pagesView}`;

export const views = {
  explorer: [
    {
      id: pagesView,
      name: 'Diagram Gates',
      when: 'config.diagramGates.explorer.view && workspaceFolderCount > 0',
    },
  ],
} as const;

export const viewsWelcome = [
  {
    view: pagesView,
    contents: `Pages with diagrams are listed here once they have been checked, the worst first.\n[Check Workspace](command:${commands.checkWorkspace.id})`,
  },
] as const;

/** Commands of the view's items: they take an item, so the palette does not offer them. */
export const pageCommands = {
  fixPage: { id: 'diagramGates.fixPage', title: 'Fix All in Page', icon: '$(wand)', when: 'false' },
  explainRule: { id: 'diagramGates.explainRule', title: 'Explain Rule', icon: '$(book)', when: 'false' },
} as const;

/** `contextValue`s of the view's items. */
export const pageItems = { folder: 'folder', page: 'page', brokenPage: 'brokenPage', finding: 'finding' } as const;

export const viewMenus = {
  'view/title': [
    { command: commands.checkWorkspace.id, when: inView, group: 'navigation@1' },
    { command: commands.openDashboard.id, when: inView, group: 'navigation@2' },
    { command: commands.fixWorkspace.id, when: inView, group: '1_fix@1' },
  ],
  'view/item/context': [
    { command: pageCommands.fixPage.id, when: `${inView} && viewItem == ${pageItems.brokenPage}`, group: 'inline@1' },
    { command: pageCommands.explainRule.id, when: `${inView} && viewItem == ${pageItems.finding}`, group: 'inline@1' },
  ],
} as const;
