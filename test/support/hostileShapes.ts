/** Texts made to be hard to read, in any size: for the tests that read them to their end, and the benchmark of their growth. */

export interface HostileShape {
  readonly name: string;
  /** Mermaid's name of the diagrams in it. */
  readonly type: string;
  readonly make: (size: number) => string;
  /** So large that a test takes no time worth mentioning. */
  readonly size: number;
}

const times = (count: number, make: (index: number) => string, joint = '\n'): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(joint);

const fence = '```';
const diagram = (text: string): string => `${fence}mermaid\n${text}\n${fence}\n`;
const small = diagram('flowchart LR\n  a["Redis<br/>3 nodes"] --> b["Kafka"] --> c["PostgreSQL 16"]');

/** What many rules begin to look at, and nothing that ends it. */
const pieces = [
  'a ', '1 ', '$5M ', '99.9% ', '10x ', 'p99 < ', '3 AM ', '14:30 ', '2024-01-01 ', 'low latency ', 'Netflix ', 'total: ',
  '(', '[', '[a](', '![', '<', '<a ', '<!-- ', '`', '**', '_', '"', '|', '→ ', '#', '{#', '&', '&amp;', '\\', ':', '~', '<br/>',
  'http://', 'error ', 'and many, ', 'if when ', 'a/', 'A', 'no. ', '- ', '1. ', '$', '%', '%%', '=', '×', '1,', '1.', '1-', 'TODO ',
]; // prettier-ignore

const paragraphs: readonly HostileShape[] = pieces.map((piece) => ({
  name: `one line of ${JSON.stringify(piece)}`,
  type: 'flowchart-v2',
  make: (size) => `# Cart outage\n\n${small}\n${piece.repeat(Math.ceil(size / piece.length))}\n`,
  size: 20_000,
}));

const labels: readonly HostileShape[] = pieces
  .filter((piece) => !/["\n]/.test(piece))
  .map((piece) => ({
    name: `one label of ${JSON.stringify(piece)}`,
    type: 'flowchart-v2',
    make: (size) =>
      diagram(`flowchart LR\n  a["${piece.repeat(Math.ceil(size / piece.length))}"] --> b["Redis"] --> c["Kafka"]`),
    size: 20_000,
  }));

const pages: readonly HostileShape[] = [
  ['rows of a table', (size: number) => `${small}\n| Part | Cost | Share |\n| --- | --- | --- |\n${times(size, (at) => `| Redis ${at} | $${at} | ${at % 100}% |`)}\n`],
  ['rows of empty cells', (size: number) => `${small}\n| a |${' b |'.repeat(20)}\n| --- |${' --- |'.repeat(20)}\n${times(size / 10, () => '|'.repeat(22))}\n`],
  ['items of a list', (size: number) => `${small}\n${times(size, (at) => `- Part ${at}: $${at}`)}\n`],
  ['numbered steps', (size: number) => `${small}\n${times(size, (at) => `${at + 1}. Restart part ${at}`)}\n`],
  ['a list that deepens', (size: number) => `${small}\n${times(Math.sqrt(size) * 2, (at) => `${'  '.repeat(at)}- Part ${at}`)}\n`],
  ['a quote that deepens', (size: number) => `${small}\n${times(Math.sqrt(size) * 2, (at) => `${'> '.repeat(at)}Part ${at}`)}\n`],
  ['headings', (size: number) => `${small}\n${times(size, (at) => `## Part ${at}\n`)}\n`],
  ['equal headings', (size: number) => `${small}\n${times(size, () => '## Failure\n')}\n`],
  ['links to headings', (size: number) => `${small}\n## Part\n${times(size, (at) => `[a](#part-${at})`)}\n`],
  ['definitions', (size: number) => `${small}\n${times(size, (at) => `[a${at}]: #part-${at}`)}\n`],
  ['comments', (size: number) => `${small}\n${times(size, () => '<!-- diagram-gates-disable-next-line vague-quantity -->\nlow latency\n')}\n`],
  ['comments that never end', (size: number) => `${small}\n${times(size, () => '<!-- diagram-gates-disable')}\n`],
  ['short paragraphs', (size: number) => `${small}\n${times(size, (at) => `Netflix lost $${at}M in ${at} minutes.\n`)}\n`],
  ['fences', (size: number) => `${small}\n${times(size, (at) => `${fence}bash\nkubectl get pods ${at}\n${fence}\n`)}\n`],
  ['fences that never end', (size: number) => `${small}\n${times(size, () => `${fence}mermaid\n${fence}x`)}\n`],
  ['diagrams', (size: number) => times(size / 10, (at) => diagram(`flowchart LR\n  a${at}["Redis"] --> b --> c`))],
].map(([name, make]) => ({ name, type: 'flowchart-v2', make, size: 2_000 }) as HostileShape); // prettier-ignore

const diagrams: readonly HostileShape[] = [
  ['boxes in a row', 'flowchart-v2', (size: number) => `flowchart LR\n${times(size, (at) => `  n${at}["Redis ${at}<br/>$${at}K/month"] --> n${at + 1}`)}`],
  ['boxes round one', 'flowchart-v2', (size: number) => `flowchart LR\n${times(size, (at) => `  n${at}["Cart service ${at}"] -->|"${at} ms"| hub[("Orders")]`)}`],
  ['boxes in one plane', 'flowchart-v2', (size: number) => `flowchart LR\n  subgraph s["State plane: $5M"]\n${times(size, (at) => `  n${at}["Redis ${at}: $5K"]`)}\n  end`],
  ['subgraphs in a row', 'flowchart-v2', (size: number) => `flowchart LR\n${times(size, (at) => `  subgraph s${at}["Edge plane ${at}"]\n  n${at}["CDN"]\n  end`)}`],
  ['subgraphs within each other', 'flowchart-v2', (size: number) => `flowchart LR\n${times(size / 4, (at) => `  subgraph s${at}["Data layer ${at}"]`)}\n  a["Redis"] --> b["Kafka"] --> c["CDN"]\n${times(size / 4, () => '  end')}`],
  ['classes', 'flowchart-v2', (size: number) => `flowchart LR\n${times(size, (at) => `  n${at}["Redis"]:::c${at}\n  classDef c${at} fill:#F59E0B`)}`],
  ['class statements', 'flowchart-v2', (size: number) => `flowchart LR\n${times(size, (at) => `  n${at}["Redis"] --> m\n  class n${at} state`)}\n  classDef state fill:#F59E0B`],
  ['styles of one box', 'flowchart-v2', (size: number) => `flowchart LR\n  a["Redis"] --> b["Kafka"] --> c["CDN"]\n${times(size, (at) => `  style a fill:#${String(at % 1000).padStart(3, '0')}`)}`],
  ['links of many boxes', 'flowchart-v2', (size: number) => `flowchart LR\n  ${times(Math.sqrt(size), (at) => `a${at}["Redis"]`, ' & ')} --> ${times(Math.sqrt(size), (at) => `b${at}["Kafka"]`, ' & ')}`],
  ['messages', 'sequence', (size: number) => `sequenceDiagram\n${times(size, (at) => `  Cart->>Database: error ${at} ms`)}`],
  ['participants', 'sequence', (size: number) => `sequenceDiagram\n${times(size, (at) => `  participant P${at} as Database`)}\n${times(size, (at) => `  P${at}->>P0: 5 ms`)}`],
  ['activations', 'sequence', (size: number) => `sequenceDiagram\n${times(size, () => '  A->>+B: go')}`],
  ['loops within each other', 'sequence', (size: number) => `sequenceDiagram\n${times(size / 4, () => '  loop again')}\n  A->>B: 5 ms\n${times(size / 4, () => '  end')}`],
  ['tasks', 'gantt', (size: number) => `gantt\n  dateFormat HH:mm\n${times(size, (at) => `  Outage ${at} : t${at}, after t${at - 1}, 5m`)}`],
  ['slices', 'pie', (size: number) => `pie title Costs - $5M Total\n${times(size, (at) => `  "Redis ${at}" : ${at}`)}`],
  ['periods', 'timeline', (size: number) => `timeline\n  title Outage\n${times(size, (at) => `  14:${at} : Error ${at}% : Users lost`)}`],
  ['values', 'xychart', (size: number) => `xychart-beta\n  x-axis [${times(size, (at) => `"a${at}"`, ', ')}]\n  y-axis "ms" 0 --> 5\n  line [${times(size, (at) => String(at), ', ')}]`],
  ['states', 'stateDiagram', (size: number) => `stateDiagram-v2\n${times(size, (at) => `  s${at} --> s${at + 1} : error ${at}`)}`],
  ['members', 'classDiagram', (size: number) => `classDiagram\n${times(size, (at) => `  class C${at} {\n    +int a${at}\n  }\n  C${at} --> C${at + 1}`)}`],
  ['entities', 'er', (size: number) => `erDiagram\n${times(size, (at) => `  E${at} ||--o{ E${at + 1} : has`)}`],
  ['blocks', 'block', (size: number) => `block-beta\n  columns 3\n${times(size, (at) => `  b${at}["Redis ${at}"]`)}`],
  ['ideas', 'mindmap', (size: number) => `mindmap\n  root\n${times(size, (at) => `    idea ${at}`)}`],
  ['flows', 'sankey', (size: number) => `sankey-beta\n${times(size, (at) => `a${at},b,${at}`)}`],
].map(([name, type, make]) => ({ name, type, make: (size: number) => diagram((make as (size: number) => string)(size)), size: 1_000 }) as HostileShape); // prettier-ignore

export const hostileShapes: readonly HostileShape[] = [...paragraphs, ...labels, ...pages, ...diagrams];
