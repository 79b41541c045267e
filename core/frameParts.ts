/**
 * What the isolated frame may ask the shell to fetch for it, because few diagrams need it, or few people: code by its name, icons by their
 * pack and first character. The build writes each into a file of this name; nothing else is ever fetched.
 */

/** Packs of icons that diagrams name as `pack:icon`. */
export const iconPacks = ['logos', 'mdi'] as const;
export type IconPack = (typeof iconPacks)[number];

const firstCharacters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

export const iconPart = (pack: IconPack, icon: string): string => `icons/${pack}/${icon.charAt(0)}`;

/** The layout engine that Mermaid 12 uses unless it is told not to. */
export const elkPart = 'elk';

/** What is heavy in Mermaid, or drawn rarely: build/frameModules.mjs takes it out of the frame's script. */
export const mermaidParts = [elkPart, 'grammars', 'cytoscape', 'katex', 'diagrams'] as const;

/**
 * What diagrams of a type need as a rule, by Mermaid's own names of the types, so that it can be fetched while the frame starts. One
 * that is not foreseen is fetched when it is needed.
 */
const usualParts: Readonly<Record<string, readonly (typeof mermaidParts)[number][]>> = {
  agentflow: ['diagrams', 'elk'],
  architecture: ['cytoscape', 'diagrams', 'grammars'],
  block: ['diagrams'],
  c4: ['diagrams'],
  classDiagram: ['elk'],
  cynefin: ['diagrams', 'grammars'],
  er: ['elk'],
  eventmodeling: ['diagrams', 'grammars'],
  'flowchart-elk': ['elk'],
  'flowchart-v2': ['elk'],
  gitGraph: ['diagrams', 'grammars'],
  info: ['grammars'],
  ishikawa: ['diagrams'],
  journey: ['diagrams'],
  kanban: ['diagrams'],
  mindmap: ['cytoscape', 'diagrams'],
  packet: ['grammars'],
  pie: ['grammars'],
  quadrantChart: ['diagrams'],
  radar: ['diagrams', 'grammars'],
  railroad: ['diagrams', 'grammars'],
  railroadAbnf: ['diagrams', 'grammars'],
  railroadEbnf: ['diagrams', 'grammars'],
  railroadPeg: ['diagrams', 'grammars'],
  requirement: ['diagrams', 'elk'],
  sankey: ['diagrams'],
  stateDiagram: ['elk'],
  swimlane: ['diagrams'],
  timeline: ['diagrams'],
  treeView: ['diagrams', 'grammars'],
  treemap: ['diagrams', 'grammars'],
  usecase: ['diagrams', 'elk'],
  venn: ['diagrams'],
  wardley: ['diagrams', 'grammars'],
  xychart: ['diagrams'],
};

export const foreseenParts = (type: string): readonly string[] =>
  Object.hasOwn(usualParts, type) ? (usualParts[type] ?? []) : [];

/** The plug-in that draws ZenUML. */
export const zenumlPart = 'zenuml';

/** What makes PDF documents of pictures. */
export const pdfPart = 'pdf';

export const frameParts: readonly string[] = [
  ...mermaidParts,
  zenumlPart,
  pdfPart,
  ...iconPacks.flatMap((pack) => firstCharacters.map((character) => iconPart(pack, character))),
];

/** The file of a part, beside the frame's own script. */
export const fileOfPart = (part: string): string =>
  part.startsWith('icons/') ? `parts/${part}.json` : `parts/${part}.js`;
