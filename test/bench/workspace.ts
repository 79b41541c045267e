/**
 * What a workspace of thousands of pages costs whoever types in it: `npm run bench:workspace [-- pages]`. Generates the pages, opens them
 * in a real VS Code, and measures there (workspace/host.ts), first with nothing else going on, then while all pages are checked.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';
import { runInServer } from '../support/serverHost.ts';

const diagramsOfPage = 4;
const pagesOfFolder = 50;

/** Each diagram differs from all others, as in a real set: nothing is answered from memory. One page in twenty has a fault. */
function pageOf(number: number): string {
  const label = number % 20 === 0 ? `Gate ${number} (north)` : `Gate ${number} north`;
  return `# Terminal ${number}

Terminal ${number} handles ${100 + number} flights a day; see [the next](page-${number + 1}.md).

\`\`\`mermaid
flowchart LR
  desk${number}[Check-in ${number}, 12 desks] --> gate[${label}]
  gate --> belt[(Baggage store ${number}, 4 TB)]
  belt --> cart[Cart, ${number} a day]
\`\`\`

\`\`\`mermaid
sequenceDiagram
  participant a as Tower ${number}
  participant b as Flight ${number}
  a->>b: cleared, p99 ${number} ms
  b-->>a: rolling at ${number} km/h
\`\`\`

\`\`\`mermaid
pie title Delays at terminal ${number}, %
  "weather" : 60
  "crew" : 40
\`\`\`

\`\`\`mermaid
stateDiagram-v2
  [*] --> boarding${number}
  boarding${number} --> closed : ${number} s
  closed --> [*]
\`\`\`

| terminal | flights | cost |
| --- | --- | --- |
| ${number} | ${100 + number} | $${number * 1000} |
`;
}

const pages = Number(process.argv[2] ?? 5_000);
const workspace = await makeTemporaryFolder('bench-workspace');
try {
  for (let folder = 0; folder * pagesOfFolder < pages; folder += 1) {
    const place = path.join(workspace, `terminals-${folder}`);
    await mkdir(place);
    for (let page = folder * pagesOfFolder; page < Math.min(pages, (folder + 1) * pagesOfFolder); page += 1)
      await writeFile(path.join(place, `page-${page}.md`), pageOf(page));
  }
  await writeFile(
    path.join(workspace, 'typed.md'),
    Array.from({ length: 5 }, (_, n) => pageOf(1_000_001 + n)).join('\n'),
  );
  console.log(
    `${pages} pages, ${pages * diagramsOfPage} diagrams; the page that is typed in has ${5 * diagramsOfPage}`,
  );
  await runInServer(
    {
      workspace,
      extension: projectRoot,
      tests: path.join(projectRoot, 'dist/test/bench/workspace/host.js'),
      say: (line) => console.log(line),
    },
    60 * 60_000,
  );
} finally {
  await rm(workspace, { recursive: true, force: true, maxRetries: 3 });
}
