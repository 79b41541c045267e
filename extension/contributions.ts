/** Command ids and settings, written once: the manifest and the docs are derived from this page. Plain data, no `vscode`. */
import { defaultConfig, limits, profiles, targets } from '../core/config.ts';
import { exportBackgrounds, exportColours, imageScales, mouseNavigations, pictureLooks } from '../core/protocol.ts';

/** A command of the palette; `when` hides it where it cannot work. */
export interface CommandContribution {
  readonly id: string;
  readonly title: string;
  readonly icon?: string | Readonly<Record<'light' | 'dark', string>>;
  readonly when?: string;
}

/** Keys for `when` clauses that the extension sets. */
export const contextKeys = {
  /** The document in the active editor has a diagram. */
  hasDiagram: 'diagramGates.hasDiagram',
} as const;

const inDiagramDocument = contextKeys.hasDiagram;

/** The type of the preview's panels. */
export const previewViewType = 'diagramGates.preview';
/** The type of the panels that compare a page with its last commit. */
export const comparisonViewType = 'diagramGates.comparison';

/** The type of the dashboard's panel. */
export const dashboardViewType = 'diagramGates.dashboard';

const inPreview = `activeWebviewPanelId == '${previewViewType}'`;
/** A document with a diagram, or its preview, has the focus. */
const withDiagram = `${inDiagramDocument} || ${inPreview}`;

/** Stands in the editor's title and on our tabs. */
export const previewIcon = { light: './media/preview-light.svg', dark: './media/preview-dark.svg' } as const;

export const commands = {
  openPreview: {
    id: 'diagramGates.openPreview',
    // The editor has an icon and a command of that name for Markdown, in the same place.
    title: 'Open Diagram Preview to the Side',
    icon: previewIcon,
    when: inDiagramDocument,
  },
  copyPng: { id: 'diagramGates.copyPng', title: 'Copy Diagram as PNG', when: withDiagram },
  copySvg: { id: 'diagramGates.copySvg', title: 'Copy Diagram as SVG', when: withDiagram },
  /** Saves the picture and copies the line that shows it. */
  copyMarkdown: { id: 'diagramGates.copyMarkdown', title: 'Copy Diagram as Markdown Image…', when: withDiagram },
  exportDiagram: { id: 'diagramGates.exportDiagram', title: 'Export Diagram…', when: withDiagram },
  exportPage: { id: 'diagramGates.exportPage', title: 'Export All Diagrams of the Page…', when: withDiagram },
  lockPreview: { id: 'diagramGates.lockPreview', title: 'Lock or Unlock Preview', when: withDiagram },
  showText: { id: 'diagramGates.showText', title: 'Show Diagram as Text', when: withDiagram },
  goToSource: { id: 'diagramGates.goToSource', title: 'Go to Source', when: inPreview },
  fit: { id: 'diagramGates.fit', title: 'Fit Diagram', when: inPreview },
  actualSize: { id: 'diagramGates.actualSize', title: 'Show Diagram in Actual Size', when: inPreview },
  compare: { id: 'diagramGates.compare', title: 'Compare Diagrams with Last Commit', when: inDiagramDocument },
  /** Takes a pattern's id, or asks for one. Without an editor it opens a page. */
  insertPattern: { id: 'diagramGates.insertPattern', title: 'Insert Pattern…', when: '!editorReadonly' },
  /** Takes a `SourceArgument`, or asks for what is missing. */
  createFromSource: { id: 'diagramGates.createFromSource', title: 'Create Diagram from Source…' },
  insertCaseStudy: { id: 'diagramGates.insertCaseStudy', title: 'Insert Case Study…' },
  checkCaseStudy: {
    id: 'diagramGates.checkCaseStudy',
    title: 'Check Case Study',
    when: `${inDiagramDocument} && editorLangId == markdown`,
  },
  saveAsPattern: {
    id: 'diagramGates.saveSelectionAsPattern',
    title: 'Save Selection as Pattern…',
    when: 'editorHasSelection',
  },
  /** Takes `markdown` or `csv`, or asks. */
  copyData: { id: 'diagramGates.copyData', title: 'Copy Data Behind Diagram…', when: inDiagramDocument },
  showGates: { id: 'diagramGates.showGates', title: 'Show Gates', when: inDiagramDocument },
  checkDocument: { id: 'diagramGates.checkDocument', title: 'Check Document', when: inDiagramDocument },
  fixDocument: {
    id: 'diagramGates.fixDocument',
    title: 'Fix All in Document',
    when: `${inDiagramDocument} && !editorReadonly`,
  },
  checkWorkspace: {
    id: 'diagramGates.checkWorkspace',
    title: 'Check Workspace',
    icon: '$(checklist)',
    when: 'workspaceFolderCount > 0',
  },
  openDashboard: {
    id: 'diagramGates.openDashboard',
    title: 'Open Dashboard',
    icon: '$(dashboard)',
    when: 'workspaceFolderCount > 0',
  },
  fixWorkspace: {
    id: 'diagramGates.fixWorkspace',
    title: 'Fix All in Workspace…',
    when: 'workspaceFolderCount > 0',
  },
  colourByPlane: {
    id: 'diagramGates.colourByPlane',
    title: 'Colour Diagram by Plane',
    when: `${inDiagramDocument} && !editorReadonly`,
  },
  openExample: { id: 'diagramGates.openExample', title: 'Open Example Page' },
  /** Takes a profile and where it is to hold, or asks. */
  chooseProfile: { id: 'diagramGates.chooseProfile', title: 'Choose What Is Checked…' },
  showLog: { id: 'diagramGates.showLog', title: 'Show Log' },
} as const satisfies Readonly<Record<string, CommandContribution>>;

/** The context menu of the preview: what concerns the diagram under the pointer, then what concerns the panel. */
export const previewMenu = [
  { group: '1_copy', commands: [commands.copyPng, commands.copySvg, commands.copyMarkdown], on: 'diagram' },
  { group: '2_export', commands: [commands.exportDiagram], on: 'diagram' },
  { group: '3_text', commands: [commands.goToSource, commands.showText], on: 'diagram' },
  { group: '4_view', commands: [commands.fit, commands.actualSize, commands.lockPreview], on: 'panel' },
].flatMap(({ group, commands: entries, on }) =>
  entries.map(({ id }, order) => ({
    command: id,
    group: `${group}@${order + 1}`,
    when: `webviewId == '${previewViewType}'${on === 'diagram' ? " && webviewSection == 'diagram'" : ''}`,
  })),
);

/** Commands that links, lenses and code actions run; not in the palette and not part of the manifest. */
export const internalCommands = {
  /** Takes a `PlaceArgument` and puts the cursor there. */
  reveal: '_diagramGates.reveal',
  /** Takes a rule's alias and shows its page. */
  openRulePage: '_diagramGates.openRulePage',
} as const;

/** The manifest's `languages`: whole files of Mermaid, and pages that VS Code would take for plain text. */
export const languages = [
  {
    id: 'mermaid',
    aliases: ['Mermaid', 'mermaid'],
    extensions: ['.mmd', '.mermaid'],
    configuration: './extension/language/language-configuration.json',
  },
  // VS Code itself does not know it; other extensions add colours to the same language.
  { id: 'mdx', aliases: ['MDX', 'mdx'], extensions: ['.mdx'] },
] as const;

/** The manifest's `grammars`: colours for Mermaid, alone and inside Markdown. */
export const grammars = [
  { language: 'mermaid', scopeName: 'source.mermaid', path: './extension/language/mermaid.tmLanguage.json' },
  {
    scopeName: 'markdown.mermaid.codeblock',
    path: './extension/language/markdown-injection.tmLanguage.json',
    injectTo: ['text.html.markdown'],
    embeddedLanguages: { 'meta.embedded.block.mermaid': 'mermaid' },
  },
] as const;

/** The scheme of the rules' pages, which ship with the extension and open in the editor. */
export const rulePagesScheme = 'diagram-gates-docs';

/** The scheme of diagrams shown as text. */
export const diagramTextScheme = 'diagram-gates-text';

/** Other settings' defaults: a rule's page opens as its reader wants it, not as its source. */
export const configurationDefaults = {
  'workbench.editorAssociations': { [`${rulePagesScheme}:/**`]: 'vscode.markdown.preview.editor' },
} as const;

/** A setting under `diagramGates.`; `schema` is its JSON schema in the manifest. */
export interface SettingContribution {
  readonly key: string;
  readonly group: 'Checks' | 'Editor' | 'Preview' | 'Export' | 'Workspace';
  readonly scope: 'window' | 'resource' | 'language-overridable';
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** The user's settings, in the order in which they are shown. */
export const settings: readonly SettingContribution[] = [
  {
    key: 'profile',
    group: 'Checks',
    scope: 'resource',
    description: 'How much is checked. A configuration file or the front matter of a page may say otherwise.',
    schema: {
      type: 'string',
      enum: profiles,
      markdownEnumDescriptions: [
        'Report nothing.',
        'Report only diagrams that do not render.',
        'Check everything.',
        'Check everything, and make every finding an error.',
      ],
      default: defaultConfig.profile,
    },
  },
  {
    key: 'run',
    group: 'Checks',
    scope: 'resource',
    description: 'When a page is checked.',
    schema: {
      type: 'string',
      enum: ['onType', 'onSave'],
      markdownEnumDescriptions: ['While you type.', 'When you save, and when you open a page.'],
      default: 'onType',
    },
  },
  {
    key: 'rules',
    group: 'Checks',
    scope: 'resource',
    description: 'How loud single rules are, by name or id. Rules that are not named here keep their usual severity.',
    // Which rules there are is added when the manifest is derived: at run time the list would only be ballast.
    schema: { type: 'object', default: {} },
  },
  {
    key: 'visualThreshold',
    group: 'Checks',
    scope: 'resource',
    description: 'The least share of a page that is to be diagrams, tables and images, from 0 to 1.',
    schema: { type: 'number', minimum: 0, maximum: 1, default: defaultConfig.visualThreshold },
  },
  {
    key: 'threeAmThreshold',
    group: 'Checks',
    scope: 'resource',
    description: 'The least points, of 100, that a page about a running system must give to somebody woken at 3 AM.',
    schema: { type: 'number', minimum: 0, maximum: 100, default: defaultConfig.threeAmThreshold },
  },
  {
    key: 'target',
    group: 'Checks',
    scope: 'resource',
    description: 'Which Mermaid must take a diagram. The preview draws with Mermaid 12 in any case.',
    schema: {
      type: 'string',
      enum: targets,
      markdownEnumDescriptions: [
        'The version this extension ships.',
        'The version that GitHub, GitLab and the built-in Markdown preview use.',
        'Mermaid 12, with a warning for what renders there and not in 11.',
      ],
      default: defaultConfig.target,
    },
  },
  {
    key: 'planes',
    group: 'Checks',
    scope: 'resource',
    description:
      'The planes that architecture diagrams are coloured by, each with a name, words and colours. Empty means edge, service, state and control.',
    // What a plane looks like is added when the manifest is derived.
    schema: { type: 'array', default: [] },
  },
  {
    key: 'checker.budgetMs',
    group: 'Checks',
    scope: 'window',
    description: 'How long Mermaid may take to read one diagram, in milliseconds, before it is given up.',
    schema: { type: 'integer', minimum: 100, maximum: 60000, default: limits.diagramBudgetMs },
  },
  {
    key: 'preview.lookLike',
    group: 'Preview',
    scope: 'window',
    description: 'What the preview draws diagrams like that choose no theme themselves.',
    schema: {
      type: 'string',
      enum: pictureLooks,
      markdownEnumDescriptions: [
        'Like the editor around it: its colours, readable in every theme.',
        'As Mermaid 12 draws by itself: its own theme, look and layout.',
        'As GitHub shows them today: the theme, look and layout of Mermaid 11.',
      ],
      default: 'editor',
    },
  },
  {
    key: 'preview.mouseNavigation',
    group: 'Preview',
    scope: 'window',
    description:
      'When the mouse moves and zooms the pictures of the preview. Where it is not set, `markdown-mermaid.mouseNavigation.enabled` counts.',
    schema: {
      type: 'string',
      enum: mouseNavigations,
      markdownEnumDescriptions: [
        'Dragging moves, the wheel with Ctrl or Cmd zooms.',
        'The same while Alt is held alone; without it, dragging selects text.',
        'Never; keys, buttons and the wheel move all the same.',
      ],
      default: 'always',
    },
  },
  {
    key: 'export.scale',
    group: 'Export',
    scope: 'window',
    description: 'How many pixels an exported PNG has for each pixel of the picture.',
    schema: { type: 'number', minimum: imageScales.least, maximum: imageScales.most, default: imageScales.usual },
  },
  {
    key: 'export.background',
    group: 'Export',
    scope: 'window',
    description: 'What is behind an exported picture.',
    schema: {
      type: 'string',
      enum: exportBackgrounds,
      markdownEnumDescriptions: ['The background it has in the preview.', 'Nothing: whatever is behind shows through.'],
      default: 'theme',
    },
  },
  {
    key: 'export.colours',
    group: 'Export',
    scope: 'window',
    description: 'In which colours pictures are exported and copied.',
    schema: {
      type: 'string',
      enum: exportColours,
      markdownEnumDescriptions: [
        'Those of the preview.',
        'Light ones, whatever the theme of the editor.',
        'Dark ones, whatever the theme of the editor.',
      ],
      default: 'preview',
    },
  },
  {
    key: 'codeLens.enabled',
    group: 'Editor',
    scope: 'resource',
    description: 'Show what can be done with a diagram above its fence.',
    schema: { type: 'boolean', default: true },
  },
  {
    key: 'statusBar.enabled',
    group: 'Editor',
    scope: 'resource',
    description: 'Show in the status bar how many gates a page passes.',
    schema: { type: 'boolean', default: true },
  },
  {
    key: 'workspace.check',
    group: 'Workspace',
    scope: 'window',
    description:
      'When the pages that are not open are checked for the first time. From then on, those whose files change are checked again.',
    schema: {
      type: 'string',
      enum: ['onDemand', 'onOpen'],
      markdownEnumDescriptions: [
        'When you run *Check Workspace* or open the dashboard.',
        'In the background, soon after the window has opened.',
      ],
      default: 'onDemand',
    },
  },
  {
    key: 'explorer.view',
    group: 'Workspace',
    scope: 'window',
    description: 'Show a view *Diagram Gates* in the explorer: folders, pages and findings, the worst first.',
    schema: { type: 'boolean', default: false },
  },
  {
    key: 'explorer.badges',
    group: 'Workspace',
    scope: 'window',
    description: 'Show beside the files of the explorer how many gates a page fails, as far as it has been checked.',
    schema: { type: 'boolean', default: false },
  },
];

/** Keys, for Mermaid files only: in Markdown these belong to the editor's own preview. */
export const keybindings = [
  { command: commands.openPreview.id, key: 'ctrl+shift+v', mac: 'cmd+shift+v' },
  { command: commands.openPreview.id, key: 'ctrl+k v', mac: 'cmd+k v' },
].map((binding) => ({ ...binding, when: 'editorLangId =~ /^mermaid(\\.|$)/' }));
