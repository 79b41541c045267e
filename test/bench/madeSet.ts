/** Pages of a made documentation set: each one different, with four diagrams, tables, prose and links to its neighbours. */

export interface MadePage {
  /** Below the set's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly diagrams: readonly string[];
}

const systems = ['Parcels', 'Ledger', 'Search', 'Tickets', 'Metering', 'Billing', 'Routing', 'Archive'] as const;
const stores = ['PostgreSQL 16', 'Kafka, 30 brokers', 'Redis, 64 GB', 'S3, 12 PB', 'ClickHouse, 9 nodes'] as const;
const pathOf = (index: number): string =>
  `area-${Math.floor(index / 400)}/team-${Math.floor(index / 20)}/page-${index}.md`;

/** The page with this number of a set of `pages`; one in nine has a diagram that does not render, as real sets have. */
export function makePage(index: number, pages: number): MadePage {
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[], salt: number): T =>
    list[(index * 7 + salt * 13) % list.length] as T; // the remainder is an index of the list
  const system = pick(systems, 1);
  const figure = (salt: number, most: number): number => 1 + (((index * 2_654_435_761 + salt * 40_503) >>> 0) % most);
  const rate = figure(1, 90_000);
  const label = index % 9 === 0 ? `API (v${index % 4})` : `"API v${index % 4}, ${rate} RPS"`;
  const [first, second] = [figure(2, 900), figure(3, 900)];
  const diagrams = [
    `flowchart LR\n  user["Clients, ${rate} RPS"] --> api[${label}]\n  api --> queue["${pick(stores, 2)}"]\n  queue --> work["Workers, ${figure(4, 60)} pods"]\n  work --> store[("${pick(stores, 3)}")]\n  subgraph edge["Edge ${index}"]\n    user\n  end\n  classDef state fill:#F59E0B,color:#000\n  class store state`,
    `sequenceDiagram\n  participant C as Client ${index}\n  participant A as ${system} API\n  C->>A: request, p99 ${figure(5, 400)} ms\n  alt stored\n    A-->>C: 201 after ${figure(6, 90)} ms\n  else timeout\n    A-->>C: 503 after ${figure(7, 30)} s\n  end`,
    `pie title Monthly cost of ${system} ${index} ($)\n  "Compute" : ${first}\n  "Storage" : ${second}\n  "Traffic" : ${figure(8, 500)}`,
    `gantt\n  title Incident ${index}\n  dateFormat HH:mm\n  axisFormat %H:%M\n  section Detect\n  Alert :a1, 0${figure(9, 8)}:${10 + figure(10, 40)}, ${figure(11, 20)}m\n  section Mitigate\n  Roll back :a2, after a1, ${figure(12, 50)}m`,
  ];
  const fences = diagrams.map((diagram) => `\`\`\`mermaid\n${diagram}\n\`\`\`\n`);
  const [flow = '', sequence = '', pie = '', gantt = ''] = fences;
  const text = `# ${system} ${index}

Nordlicht runs ${system.toLowerCase()} at ${rate} requests/s; on 2025-0${figure(13, 9)}-1${figure(14, 8)} it was degraded for ${figure(15, 90)} min.

${flow}
${sequence}
## Cost

| Part | Monthly |
| --- | ---: |
| Compute | $${first} |
| Storage | $${second} |
| Total | $${first + second} |

${pie}
## When it fails

- p99 latency above ${figure(16, 900)} ms for 5 min pages on-call; the dashboard is [${system} overview](${relativeTo(index, index + 1, pages)}).
- Run \`kubectl rollout undo deploy/${system.toLowerCase()}\`; it took ${figure(17, 40)} min the last time, and ${figure(18, 9_000)} users saw errors.

${gantt}
See [the next page](${relativeTo(index, index + 20, pages)}#when-it-fails).
`;
  return { path: pathOf(index), text, diagrams };
}

/** From the page `from` to the page `to`, which begins anew at the end of the set. */
const relativeTo = (from: number, to: number, pages: number): string =>
  `${'../'.repeat(pathOf(from).split('/').length - 1)}${pathOf(to % pages)}`;
