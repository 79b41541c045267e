/** DG101: the page tells more than it shows. */
import type { Config } from '../../config.ts';
import { LineTable } from '../../document/lines.ts';
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { judgeBalance } from './facts/balance.ts';
import type { Balance } from './facts/balance.ts';
import type { CountedText } from './facts/units.ts';

const meta: RuleMeta = {
  id: 'DG101',
  alias: 'text-heavy',
  gate: 'visual',
  severity: 'warning',
  title: 'The page tells more than it shows.',
  why: 'At 3 AM nobody reads paragraphs. A picture or a table is understood at a glance; the same facts in prose have to be dug out.',
  fixable: false,
  aboutPage: true,
};

type Run = readonly [CountedText, ...CountedText[]];

export const textHeavy: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    const balance = judgeBalance(facts, config);
    const longest = findLongest(balance.runs);
    if (balance.verdict !== 'fail' || balance.ratio === undefined || longest === undefined) return;
    const lines = new LineTable(facts.model.text);
    const first = lines.lineAt(longest[0].span.start);
    const last = lines.lineAt((longest.at(-1) ?? longest[0]).span.end - 1);
    const place = first === last ? 'This line is' : `Lines ${first + 1} to ${last + 1} are`;
    // One line, not the whole run: a page underlined from top to bottom says nothing more.
    const span = { start: longest[0].span.start, end: Math.min(longest[0].span.end, lines.end(first)) };
    yield {
      message: `${describe(balance, balance.ratio, config)} ${place} the longest text without a picture (${unitsOf(sum(longest))}).`,
      span,
    };
  },
};

function describe(balance: Balance, ratio: number, config: Config): string {
  const { visual, text } = balance;
  const threshold = config.visualThreshold;
  const isDrawingEnough = threshold < 1;
  const mostText = threshold > 0 ? Math.floor((visual * (1 - threshold)) / threshold + 1e-9) : text;
  const remedies = [
    `take out ${unitsOf(text - mostText)} of text`,
    ...(isDrawingEnough ? [`draw ${Math.ceil((text * threshold) / (1 - threshold) - 1e-9) - visual} more`] : []),
  ];
  return `Only ${percent(ratio)} of this page is visual (${visual} of ${unitsOf(visual + text)}), less than ${percent(threshold)}: ${remedies.join(' or ')}.`;
}

function findLongest(runs: readonly Run[]): Run | undefined {
  return runs.reduce<Run | undefined>(
    (best, run) => (best === undefined || sum(run) > sum(best) ? run : best),
    undefined,
  );
}

const sum = (run: Run): number => run.reduce((total, { units }) => total + units, 0);
const unitsOf = (count: number): string => `${count} ${count === 1 ? 'unit' : 'units'}`;

/** Rounded down, so that a page just below the threshold is never said to be on it. */
const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)} %`;
