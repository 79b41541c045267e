/** What Mermaid's grammars call their parts, by diagram type: keywords that begin a statement, arrows, blocks. */

export interface Vocabulary {
  /** Words a statement may begin with; a near miss of one of them is a slip. */
  readonly keywords: readonly string[];
  /** Every arrow worth offering when another was written, the usual one first. */
  readonly arrows: readonly string[];
  /** Keywords that open a block which `closer` ends. */
  readonly openers: readonly string[];
  readonly closer: string | undefined;
}

const accessibility = ['accTitle', 'accDescr'];
const styling = ['classDef', 'class', 'style'];
const none = { arrows: [], openers: [], closer: undefined };

const flowchart: Vocabulary = {
  keywords: ['subgraph', 'end', 'linkStyle', 'click', 'direction', ...styling, ...accessibility],
  arrows: ['-->', '---', '-.->', '==>', '<-->', '--o', '--x', '-.-', '===', '~~~', 'o--o', 'x--x', '<-.->', '<==>'],
  openers: ['subgraph'],
  closer: 'end',
};

const sequence: Vocabulary = {
  keywords: [
    'participant',
    'actor',
    'activate',
    'deactivate',
    'Note',
    'note',
    'loop',
    'alt',
    'else',
    'opt',
    'par',
    'and',
    'critical',
    'option',
    'break',
    'rect',
    'box',
    'end',
    'autonumber',
    'create',
    'destroy',
    'title',
    'link',
    'links',
    ...accessibility,
  ],
  arrows: ['->>', '-->>', '->', '-->', '-x', '--x', '-)', '--)', '<<->>', '<<-->>'],
  openers: ['loop', 'alt', 'opt', 'par', 'par_over', 'critical', 'break', 'rect', 'box'],
  closer: 'end',
};

const state: Vocabulary = {
  keywords: ['state', 'note', 'end', 'direction', 'click', 'hide', ...styling, ...accessibility],
  arrows: ['-->'],
  openers: [],
  closer: undefined,
};

const classDiagram: Vocabulary = {
  keywords: [
    'class',
    'namespace',
    'note',
    'direction',
    'link',
    'click',
    'callback',
    'cssClass',
    'classDef',
    'style',
    ...accessibility,
  ],
  arrows: ['-->', '<|--', '--|>', '*--', '--*', 'o--', '--o', '<--', '--', '..>', '<..', '..|>', '<|..', '..'],
  openers: [],
  closer: undefined,
};

const er: Vocabulary = {
  keywords: ['direction', 'title', ...styling, ...accessibility],
  arrows: [
    '||--o{',
    '||--|{',
    '||--||',
    '||--o|',
    '}o--o{',
    '}|--|{',
    '}o--||',
    '}|--||',
    '|o--o{',
    '|o--||',
    '}o..o{',
    '||..o{',
  ],
  openers: [],
  closer: undefined,
};

const gantt: Vocabulary = {
  ...none,
  keywords: [
    'title',
    'dateFormat',
    'axisFormat',
    'tickInterval',
    'section',
    'excludes',
    'includes',
    'todayMarker',
    'weekday',
    'weekend',
    'inclusiveEndDates',
    'topAxis',
    'click',
    ...accessibility,
  ],
};

const agentflow: Vocabulary = { ...flowchart, keywords: ['flow', 'global', 'connector', ...flowchart.keywords] };

/** What authors call a keyword whose name is another word, by diagram type. */
const synonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sequence: {
    if: 'alt',
    while: 'loop',
    for: 'loop',
    repeat: 'loop',
    optional: 'opt',
    parallel: 'par',
    elseif: 'else',
    user: 'actor',
    'Note above': 'Note over',
    'note above': 'note over',
    'Note on': 'Note over',
    'Note left': 'Note left of',
    'Note right': 'Note right of',
  },
  stateDiagram: { 'note next to': 'note right of', 'note over': 'note right of' },
  requirement: { verify: 'verifymethod', verification: 'verifymethod', method: 'verifymethod' },
  c4: { Relation: 'Rel', Relationship: 'Rel', SystemBoundary: 'System_Boundary', Database: 'ContainerDb' },
  radar: { maximum: 'max', minimum: 'min', axes: 'axis', series: 'curve' },
  cynefin: { chaos: 'chaotic', simple: 'clear', obvious: 'clear' },
  xychart: { columns: 'bar' },
  gitGraph: { 'switch to': 'switch', tag: 'commit' },
};

/** The keyword of diagram type `type` that `words`, the beginning of a statement, stand for. */
export function synonymOf(type: string | undefined, words: string): { written: string; keyword: string } | undefined {
  for (const [written, keyword] of Object.entries(synonyms[type ?? ''] ?? {})) {
    if (words.startsWith(written) && !/[\w-]/.test(words.charAt(written.length))) return { written, keyword };
  }
  return undefined;
}

const vocabularies: Readonly<Record<string, Vocabulary>> = {
  flowchart,
  'flowchart-v2': flowchart,
  'flowchart-elk': flowchart,
  swimlane: flowchart,
  agentflow,
  venn: { ...none, keywords: ['set', 'union', 'text', 'title', 'style', ...accessibility] },
  eventmodeling: {
    ...none,
    keywords: ['tf', 'rf', 'timeframe', 'resetframe', 'data', 'entity', 'note', 'gwt'],
    arrows: ['->>'],
  },
  usecase: {
    keywords: ['actor', 'usecase', 'systemBoundary', 'note', 'direction', 'end', 'title', ...styling, ...accessibility],
    arrows: ['-->', '--', '<--', '..>', '--|>'],
    openers: ['systemBoundary'],
    closer: 'end',
  },
  cynefin: {
    ...none,
    keywords: ['complex', 'complicated', 'clear', 'chaotic', 'confusion', 'title', ...accessibility],
    arrows: ['-->'],
  },
  wardley: {
    ...none,
    keywords: [
      'component',
      'anchor',
      'title',
      'evolve',
      'evolution',
      'pipeline',
      'note',
      'annotation',
      'size',
      ...accessibility,
    ],
    arrows: ['->', '-->', '-.->'],
  },
  packet: { ...none, keywords: ['title', ...accessibility] },
  treemap: { ...none, keywords: ['classDef', 'title', ...accessibility] },
  railroad: { ...none, keywords: [], arrows: ['='] },
  railroadEbnf: { ...none, keywords: [], arrows: ['='] },
  railroadAbnf: { ...none, keywords: [], arrows: ['='] },
  railroadPeg: { ...none, keywords: [], arrows: ['<-'] },
  sequence,
  state,
  stateDiagram: state,
  'state-v2': state,
  class: classDiagram,
  classDiagram,
  er,
  gantt,
  timeline: { ...none, keywords: ['title', 'section', ...accessibility] },
  journey: { ...none, keywords: ['title', 'section', ...accessibility] },
  pie: { ...none, keywords: ['title', 'showData', ...accessibility] },
  xychart: { ...none, arrows: ['-->'], keywords: ['title', 'x-axis', 'y-axis', 'bar', 'line', ...accessibility] },
  quadrantChart: {
    ...none,
    arrows: ['-->'],
    keywords: [
      'title',
      'x-axis',
      'y-axis',
      'quadrant-1',
      'quadrant-2',
      'quadrant-3',
      'quadrant-4',
      'classDef',
      ...accessibility,
    ],
  },
  gitGraph: {
    ...none,
    keywords: ['commit', 'branch', 'checkout', 'switch', 'merge', 'cherry-pick', 'title', ...accessibility],
  },
  requirement: {
    keywords: [
      'requirement',
      'functionalRequirement',
      'interfaceRequirement',
      'performanceRequirement',
      'physicalRequirement',
      'designConstraint',
      'element',
      'id',
      'text',
      'risk',
      'verifymethod',
      'type',
      'docref',
      'direction',
      ...styling,
      ...accessibility,
    ],
    arrows: ['->', '<-'],
    openers: [],
    closer: undefined,
  },
  block: {
    keywords: ['columns', 'space', 'block', 'end', ...styling],
    arrows: ['-->', '---', '==>', '-.->'],
    openers: ['block'],
    closer: 'end',
  },
  architecture: {
    ...none,
    keywords: ['group', 'service', 'junction', 'title', ...accessibility],
    arrows: ['--', '-->', '<--', '<-->'],
  },
  c4: {
    ...none,
    keywords: [
      'Person',
      'Person_Ext',
      'System',
      'System_Ext',
      'SystemDb',
      'SystemQueue',
      'Container',
      'ContainerDb',
      'ContainerQueue',
      'Component',
      'ComponentDb',
      'System_Boundary',
      'Container_Boundary',
      'Enterprise_Boundary',
      'Boundary',
      'Rel',
      'BiRel',
      'Rel_U',
      'Rel_D',
      'Rel_L',
      'Rel_R',
      'UpdateElementStyle',
      'UpdateRelStyle',
      'UpdateLayoutConfig',
      'title',
    ],
  },
  radar: {
    ...none,
    keywords: ['title', 'axis', 'curve', 'max', 'min', 'ticks', 'graticule', 'showLegend', ...accessibility],
  },
};

/** The vocabulary of Mermaid's diagram type `type`; undefined for a type without one. */
export function vocabularyOf(type: string | undefined): Vocabulary | undefined {
  return type === undefined ? undefined : vocabularies[type];
}
