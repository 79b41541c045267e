/** Percentages that make a whole together, each with the count it is of that whole: "95% (23 blocks)", "5% (2 blocks)". */
import type { DocumentModel } from '../../../document/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import type { Amount, Item } from './item.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';
import { readRunsOfDiagram, readRunsOfDocument } from './runs.ts';

const whole = 100;

export const countSharesInDiagram = (facts: DiagramFacts): readonly Relation[] =>
  readRunsOfDiagram(facts).flatMap(({ items }) => relateItems(items, facts.text));

export const countSharesInDocument = (model: DocumentModel): readonly Relation[] =>
  readRunsOfDocument(model).flatMap(({ items }) => relateItems(items, model.text));

interface Part {
  readonly share: Amount;
  readonly count: Amount;
}

function relateItems(items: readonly Item[], text: string): readonly Relation[] {
  const byKind = new Map<string, Part[]>();
  for (const item of items) {
    const part = readPart(item, text);
    if (part === undefined) continue;
    const known = byKind.get(part.count.unit.name);
    if (known === undefined) byKind.set(part.count.unit.name, [part]);
    else known.push(part);
  }
  return [...byKind.values()].flatMap((parts) => relateParts(parts, text));
}

function relateParts(parts: readonly Part[], text: string): readonly Relation[] {
  const sum = parts.reduce((added, { share }) => added + share.value, 0);
  const total = parts.reduce((added, { count }) => added + count.value, 0);
  // Only shares that make a whole are of what the counts make together.
  if (parts.length < 2 || total === 0 || Math.abs(sum - whole) > 1e-9) return [];
  const judged = parts.map((part) => ({ ...part, percent: (whole * part.count.value) / total }));
  const wrong = judged.filter(({ share, percent }) => Math.abs(share.value - percent) > 2 * share.precision);
  const [first] = [...wrong].sort((a, b) => b.share.value - a.share.value);
  return judged.map(({ share, count, percent }) => ({
    claim: share,
    parts: [count],
    contradiction:
      first?.share !== share
        ? undefined
        : {
            message: `${quote(text, count)} of ${total} are ${Number(percent.toFixed(1))} %, the page says ${quote(text, share)}: correct whichever is wrong.`,
            span: share.span,
            related: [{ span: count.span, message: 'The count' }],
          },
  }));
}

/** "95% (23 blocks exist)": one percentage, and the one count directly behind it in brackets. */
function readPart({ amounts }: Item, text: string): Part | undefined {
  const percents = amounts.filter(({ unit }) => unit.dimension === 'percent');
  const counts = amounts.filter(({ unit }) => unit.dimension === 'count' && unit.name !== '');
  const [share, count] = [percents[0], counts[0]];
  if (share === undefined || count === undefined || percents.length > 1 || counts.length > 1) return undefined;
  const isPlain = [share, count].every(
    ({ sign, value, high, atLeast, atMost, approximate, magnitude }) =>
      sign === undefined && value === high && !atLeast && !atMost && !approximate && magnitude === 1,
  );
  const isIts = /^\s*\(\s*$/.test(text.slice(share.span.end, count.qualified.start)) && count.unit.period === undefined;
  return isPlain && isIts ? { share, count } : undefined;
}
