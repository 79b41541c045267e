/** What people call the types of diagrams. */

/** Mermaid's own names of types, where making words of them would not give what people call them. */
const typeNames: Readonly<Record<string, string>> = {
  'flowchart-v2': 'Flowchart',
  'flowchart-elk': 'Flowchart',
  graph: 'Flowchart',
  classDiagram: 'Class diagram',
  class: 'Class diagram',
  er: 'Entity relationship diagram',
  state: 'State diagram',
  stateDiagram: 'State diagram',
  sequence: 'Sequence diagram',
  gantt: 'Gantt chart',
  gitGraph: 'Git graph',
  c4: 'C4 diagram',
  pie: 'Pie chart',
  xychart: 'XY chart',
  quadrantChart: 'Quadrant chart',
  mindmap: 'Mind map',
  journey: 'User journey',
  requirement: 'Requirement diagram',
  block: 'Block diagram',
  architecture: 'Architecture diagram',
  usecase: 'Use case diagram',
  eventmodeling: 'Event model',
  railroad: 'Railroad diagram',
  railroadAbnf: 'Railroad diagram',
  railroadEbnf: 'Railroad diagram',
  railroadPeg: 'Railroad diagram',
  sankey: 'Sankey diagram',
  venn: 'Venn diagram',
  wardley: 'Wardley map',
  treeView: 'Tree',
  zenuml: 'ZenUML diagram',
};

/** What people call a diagram type; these are Mermaid's English words in every language. */
export function nameOfType(type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  const known = Object.hasOwn(typeNames, type) ? typeNames[type] : undefined;
  if (known !== undefined) return known;
  const words = type
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_](v2|beta)$/, '')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
