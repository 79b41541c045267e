/**
 * How often gate 6 sees one figure that was changed, and what it costs: `npm run bench:numbers`.
 * Takes every relation that holds on the real pages beside the repository (the samples where there are none), changes one
 * figure at a time by a clear amount, and counts how often the right rule says so. `--misses` prints what was not seen.
 */
import { parseDocument } from '../../core/document/parse.ts';
import { numberRules } from '../../core/gates/numbers/gate.ts';
import { LineTable } from '../../core/document/lines.ts';
import { loadOracle } from './faults/oracle.ts';
import { table } from './faults/table.ts';
import { measure, tally } from './numbers/measure.ts';
import type { Measured, Tally } from './numbers/measure.ts';
import { mutantsOf } from './numbers/mutants.ts';
import { factsOf, pageFolders, readPages } from './numbers/pages.ts';
import type { Page } from './numbers/pages.ts';

const leastFound = 96;
const mostParts = 4;
const percent = (part: number, all: number): string => (all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`);

function describeTallies(tallies: readonly Tally[]): string {
  const rows = tallies.map((each) => [
    each.rule,
    String(each.checked),
    String(each.contradictions),
    String(each.mutants),
    String(each.found),
    percent(each.found, each.mutants),
  ]);
  return table([['rule', 'relations that hold', 'contradictions', 'mutants', 'found', 'share'], ...rows]);
}

function describeMiss({ mutant, others }: Measured): string {
  const { page, rule, role, was, is, place } = mutant;
  const line = new LineTable(page.text).lineAt(place.start) + 1;
  const instead = others.length === 0 ? '' : `, instead ${others.join(', ')}`;
  return `${rule.meta.alias} ${page.name}:${line} ${role} ${was} -> ${is}${instead}`;
}

/** Milliseconds that `work` takes on every page. */
function time(pages: readonly Page[], work: (page: Page) => void): number {
  const start = performance.now();
  pages.forEach(work);
  return performance.now() - start;
}

/** What the gate costs beside reading the page, once both are warm. */
function describeCost(pages: readonly Page[]): string {
  const gate = (facts: ReturnType<typeof factsOf>): void => numberRules.forEach((rule) => void rule.relate(facts));
  const reading = Math.min(...[1, 2, 3].map(() => time(pages, ({ text }) => void parseDocument(text, 'markdown'))));
  // New facts each time: what an edit would have kept is worked out again.
  const judge = (): number => {
    const facts = new Map(pages.map((page) => [page, factsOf(page, page.text)]));
    return time(pages, (page) => gate(facts.get(page) ?? factsOf(page, page.text)));
  };
  const judging = Math.min(judge(), judge(), judge());
  return `gate 6 takes ${(judging / reading).toFixed(2)} times what reading the documents takes (${(judging / pages.length).toFixed(1)} ms a page, nothing kept from an edit before)`;
}

async function main(args: readonly string[]): Promise<number> {
  const pages = await readPages(await loadOracle());
  console.log(`${pages.length} pages with diagrams in ${pageFolders().length} folders\n`);
  const mutants = pages.flatMap((page) => mutantsOf(page, numberRules, mostParts));
  const measured = mutants.map((mutant) => measure(mutant, numberRules));
  const tallies = tally(pages, numberRules, measured);
  console.log(describeTallies(tallies));
  const found = measured.filter(({ isFound }) => isFound).length;
  const isEnough = found * 100 >= leastFound * measured.length;
  console.log(
    `\n${isEnough ? ' ' : '✗'} the right rule: ${percent(found, measured.length)} of ${measured.length}, at least ${leastFound} %`,
  );
  console.log(`  ${describeCost(pages)}`);
  if (args.includes('--misses'))
    console.log(
      `\n${measured
        .filter(({ isFound }) => !isFound)
        .map(describeMiss)
        .join('\n')}`,
    );
  return isEnough ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
