/**
 * What checking costs, against `mermaid.parse` alone on the same diagrams in the same process: `npm run bench`.
 * Reads the real pages beside the repository, or the samples where there are none. Prints ratios; nothing here passes or fails.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DiagramCache } from '../../core/diagramCache.ts';
import { parseDocument } from '../../core/document/parse.ts';
import { checkDocument } from '../../core/engine.ts';
import type { JudgeDeps } from '../../core/judgeDiagrams.ts';
import type { Oracle } from '../../core/ports.ts';
import { loadBuiltOracle } from '../support/builtOracle.ts';
import { projectRoot } from '../support/paths.ts';
import { loadPlainMermaid } from './faults/plainMermaid.ts';
import { table } from './faults/table.ts';
import { measureAgents } from './agents.ts';
import { measureCommandLine } from './commandLine.ts';
import { measureStart } from './start.ts';

interface Page {
  readonly name: string;
  readonly text: string;
}

const shared = path.resolve(projectRoot, '../shared/corpus');
const folder = existsSync(shared) ? shared : path.join(projectRoot, 'samples');

function readPages(): readonly Page[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

const diagramsOf = ({ text }: Page): readonly string[] =>
  parseDocument(text, 'markdown').blocks.flatMap((block) => (block.kind === 'diagram' ? [block.text] : []));

/** Milliseconds `work` takes. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle of several runs, so that one interruption does not count. */
async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await time(work));
  return middleOf(times);
}

const middleOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function depsFor(oracle: Oracle, cache: DiagramCache): JudgeDeps {
  return {
    oracle,
    cache,
    tooSlow: new Set(),
    cancel: { cancelled: false },
    onParsing: () => undefined,
    onParsed: () => undefined,
    breathe: () => Promise.resolve(),
  };
}

const check = ({ name, text }: Page, deps: JudgeDeps): Promise<unknown> =>
  checkDocument({ uri: name, version: 1, kind: 'markdown', text, settings: {}, configFiles: [] }, deps);

const pages = readPages();
const diagrams = pages.flatMap(diagramsOf);
const plain = await loadPlainMermaid();
const oracle = await loadBuiltOracle();
const accepted: string[] = [];
for (const text of diagrams) if ((await oracle.parse(text)).renders) accepted.push(text);
// Both parsers have now loaded what they load on first use; the oracle has seen every diagram, so let the other catch up.
for (const text of diagrams) await plain.refuse(text);

const parseAll = async (parse: (text: string) => Promise<unknown>, texts: readonly string[]): Promise<void> => {
  for (const text of texts) await parse(text);
};
const checkAll = async (some: readonly Page[], cache = new DiagramCache()): Promise<void> => {
  for (const page of some) await check(page, depsFor(oracle, cache));
};

const healthy = pages.filter((page) => diagramsOf(page).every((text) => accepted.includes(text)));
const healthyDiagrams = healthy.flatMap(diagramsOf);
const mermaid = await median(3, () => parseAll((text) => plain.refuse(text), diagrams));
const ours = await median(3, () => parseAll((text) => oracle.parse(text), diagrams));
const whole = await time(() => checkAll(pages));
const mermaidHealthy = await median(3, () => parseAll((text) => plain.refuse(text), healthyDiagrams));
const wholeHealthy = await median(3, () => checkAll(healthy));
const warm = new DiagramCache();
await checkAll(pages, warm);
const again = await median(3, () => checkAll(pages, warm));

const commandLine = measureCommandLine(folder, diagrams);
const { cold, coldAsUsual, remembered } = commandLine;

const long = makeLongPage(healthy);
const longEdit = long === undefined ? undefined : await measureEdit(long);
const largest = [...healthy].sort((one, other) => other.text.length - one.text.length)[0];
const edit = largest === undefined ? undefined : await measureEdit(largest);

/** A page of 100 diagrams and some 5,000 lines, of real ones: each diagram with what follows it on its own page. */
function makeLongPage(some: readonly Page[]): Page | undefined {
  const parts = some.flatMap(({ text }) => {
    const blocks = parseDocument(text, 'markdown').blocks.filter(({ kind }) => kind === 'diagram' || kind === 'code');
    return blocks.flatMap((block, index) => {
      if (block.kind !== 'diagram') return [];
      const after = text.slice(block.span.end, blocks[index + 1]?.span.start).split('\n');
      const room = Math.max(0, 45 - block.lines.length);
      return [{ diagram: block.text, after: after.slice(0, room).join('\n') }];
    });
  });
  if (parts.length === 0) return undefined;
  const sections = Array.from({ length: 100 }, (_, index) => {
    const part = parts[index % parts.length];
    // Where there are fewer, each is another one all the same.
    return `## Part ${index}\n\n\`\`\`mermaid\n${part?.diagram ?? ''}\n%% part ${index}\n\`\`\`\n${part?.after ?? ''}\n`;
  });
  return { name: 'long.md', text: sections.join('\n') };
}

interface EditCost {
  readonly mermaid: number;
  readonly ours: number;
  /** The middle, the lowest and the highest of the ratios of one run's two times. */
  readonly ratios: readonly [middle: number, lowest: number, highest: number];
  readonly lines: number;
  readonly diagrams: number;
}

/** A comment typed below a page's first diagram, another one each time; both in turn, so that a busy machine slows both. */
async function measureEdit(page: Page): Promise<EditCost> {
  const all = diagramsOf(page);
  const [first = ''] = all;
  const cache = new DiagramCache();
  await check(page, depsFor(oracle, cache));
  const runs: { readonly ours: number; readonly mermaid: number }[] = [];
  for (let run = 0; run < 15; run += 1) {
    const edited = `${first}\n%% ${run}`;
    const text = page.text.replace(first, () => edited);
    const ours = await time(() => check({ name: page.name, text }, depsFor(oracle, cache)));
    runs.push({ ours, mermaid: await time(() => plain.refuse(edited)) });
  }
  const ratios = runs.map(({ ours, mermaid }) => ours / mermaid);
  return {
    mermaid: middleOf(runs.map(({ mermaid }) => mermaid)),
    ours: middleOf(runs.map(({ ours }) => ours)),
    ratios: [middleOf(ratios), Math.min(...ratios), Math.max(...ratios)],
    lines: page.text.split('\n').length,
    diagrams: all.length,
  };
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)}x`;
console.log(
  `${pages.length} pages, ${diagrams.length} diagrams, ${diagrams.length - accepted.length} of them refused; ${path.relative(projectRoot, folder)}\n`,
);
console.log(
  table([
    ['what', 'ours', 'mermaid.parse', 'ours : mermaid'],
    ['verdict of every diagram', ms(ours), ms(mermaid), ratio(ours, mermaid)],
    [
      `whole check, ${healthy.length} pages without a broken diagram`,
      ms(wholeHealthy),
      ms(mermaidHealthy),
      ratio(wholeHealthy, mermaidHealthy),
    ],
    ['whole check, every page, broken ones diagnosed and repaired', ms(whole), ms(mermaid), ratio(whole, mermaid)],
    ['the same again, nothing changed', ms(again), ms(mermaid), ratio(again, mermaid)],
    ...[
      { what: 'command line, cold: a fresh process of either, from start to report', ours: coldAsUsual },
      { what: 'the same with one thread', ours: cold },
      { what: `the same from its cache (${ratio(remembered, cold)} of cold)`, ours: remembered },
    ].map(({ what, ours: took }) => [what, ms(took), ms(commandLine.mermaid), ratio(took, commandLine.mermaid)]),
    ...[edit, longEdit].flatMap((each) =>
      each === undefined
        ? []
        : [
            [
              `one line edited in a page of ${each.lines} lines and ${each.diagrams} diagrams`,
              ms(each.ours),
              ms(each.mermaid),
              `${ratio(each.ratios[0], 1)}, ${ratio(each.ratios[1], 1)} to ${ratio(each.ratios[2], 1)} in 15 runs`,
            ],
          ],
    ),
  ]),
);

const bundles = ['extension.js', 'web/extension.js', 'checker.js', 'cli.mjs', 'webview/shell.js', 'webview/frame.js'];
const sizes = bundles
  .map((name) => path.join(projectRoot, 'dist', name))
  .filter((file) => existsSync(file))
  .map((file) => [
    path.relative(path.join(projectRoot, 'dist'), file),
    `${(statSync(file).size / 1024).toFixed(0)} KB`,
  ]);
console.log(`\n${table([['bundle', 'size'], ...sizes])}\n`);
console.log(
  table([['start, in a fresh process', 'time'], ...measureStart().map(({ what, time: took }) => [what, ms(took)])]),
);

const agents = largest === undefined ? undefined : await measureAgents(largest.text);
if (agents !== undefined) {
  const { first, next } = agents;
  console.log(`\nan agent’s call: the first ${ms(first)}, the next ones ${ms(next)}, ${ratio(next, first)} of it`);
}
