/** Percentages that are meant as the shares of one whole: slices of a pie, sibling boxes, a column of a table. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Span } from '../../../model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readBranches } from './branches.ts';
import { readItem } from './item.ts';
import type { Amount, Item } from './item.ts';
import { readPie } from './pies.ts';
import type { Relation } from './relation.ts';
import { readTables } from './tables.ts';
import { isTotalLabel } from './words.ts';

const whole = 100;

/** More notes than this help nobody. */
const mostNotes = 20;

/** How far from 100 a sum may be and still be meant as 100: further where the page calls the figures shares. */
const hinted = { low: 50, high: 150 };
const guessed = { low: 90, high: 110 };
/** Where some of the whole may be left out, only what goes beyond it is wrong. */
const beyond = { low: 100, high: 150 };

type Near = typeof hinted;

export function sharesInDiagram(facts: DiagramFacts): readonly Relation[] {
  return [
    ...sharesOfPie(facts),
    ...readBranches(facts).flatMap(({ groups, nodes }) =>
      [groups, nodes].flatMap((items) => sharesOfBoxes(items, hinted)),
    ),
    ...sharesOfEdges(facts),
  ];
}

export function sharesInDocument(model: DocumentModel): readonly Relation[] {
  return readTables(model).flatMap((table) =>
    table.header.flatMap((header, column) =>
      column === 0
        ? []
        : sharesOfColumn(
            header,
            table.rows.map((row) => ({ label: row[0]?.words ?? '', cell: row[column] })),
          ),
    ),
  );
}

const shareWords = /%|\b(?:shares?|percent|percentages?|distribution|allocation|split|breakdown|proportions?|by)\b/i;

/** A pie shows a whole; slices that come near 100 are its shares, unless its title tells another whole. */
function sharesOfPie(facts: DiagramFacts): readonly Relation[] {
  const pie = readPie(facts);
  if (
    pie === undefined ||
    pie.whole !== undefined ||
    pie.slices.some(({ value, unit }) => value > whole || (unit.name !== '' && unit.name !== '%'))
  )
    return [];
  const isHinted = shareWords.test(pie.title?.text ?? '') || pie.slices.some(({ unit }) => unit.name === '%');
  return relate(pie.slices, pie.head, 'slices', isHinted ? hinted : guessed);
}

/** Of these, what is told of boxes side by side is the share of each. */
const wholes =
  /\b(?:traffic|capacity|users?|customers?|share|load|allocation|requests?|workloads?|jobs?|fleet|costs?|budget|spend|spending|revenue|volume|keys|total|data|quer(?:y|ies)|sales)\b/i;

/** What hits a part of the whole in each of several cases; cases need not add up. */
const cases =
  /\b(?:blast|impact|affected|errors?|fail\w*|lost|loss|degraded|success|hit|hits|utili[sz]ation|usage|used|margin|reduction|savings?|growth|canary|rollout|ring|stage)\b/i;

/** Boxes side by side, each with one percentage of something whole, or with the amount that the percentage is. */
function sharesOfBoxes(items: readonly Item[], near: Near): readonly Relation[] {
  if (items.length < 3) return [];
  const shares: Amount[] = [];
  for (const item of items) {
    const percents = item.amounts.filter(({ unit }) => unit.dimension === 'percent');
    const [share] = percents;
    if (share === undefined || percents.length > 1 || !isShare(share) || !tellsShare(item, share)) return [];
    shares.push(share);
  }
  const last = shares.at(-1);
  // "45% of traffic" and "60% of users" are shares of two things.
  const named = new Set(shares.map(({ line }) => wholes.exec(line)?.[0].toLowerCase()));
  return last === undefined || named.size > 1 ? [] : relate(shares, last.span, 'shares', near);
}

/** Arrows that lead to one node, or from one, each with a share; one that carries none may be the rest. */
function sharesOfEdges({ text, symbols }: DiagramFacts): readonly Relation[] {
  const byEnd = new Map<string, Item[]>();
  for (const { from, to, label } of symbols?.edges ?? []) {
    if (label?.text.includes('%') !== true) continue;
    const item = readItem(text, label.span);
    for (const end of [`> ${to}`, `${from} >`]) {
      const known = byEnd.get(end);
      if (known === undefined) byEnd.set(end, [item]);
      else known.push(item);
    }
  }
  return [...byEnd.values()].flatMap((items) =>
    sharesOfBoxes(
      items.filter(({ amounts }) => amounts.some(({ line }) => ofTotal.test(line))),
      beyond,
    ),
  );
}

/** On an arrow a percentage may be of anything, unless it says of what. */
const ofTotal = /%[ ]of[ ](?:the[ ])?(?:total|all|overall)\b/i;

const alone = /^[\s(]*[\d.]+[ \t]?%[\s)]*$/;
const inBrackets = /\([\d.]+[ \t]?%\)$/;

function tellsShare(item: Item, share: Amount): boolean {
  if (cases.test(share.line)) return false;
  if (wholes.test(share.line)) return true;
  const isAlone = alone.test(share.line);
  return (
    item.amounts.some(({ unit, line }) => unit.dimension === 'currency' && (isAlone || line === share.line)) ||
    inBrackets.test(item.text)
  );
}

const shareHeader = /%\s*of\b|\b(?:shares?|proportion|allocation|split|distribution|percentage of|of total)\b/i;

/** Rows may leave some of the whole out: only what goes beyond it is wrong. */
function sharesOfColumn(
  header: Item,
  cells: readonly { readonly label: string; readonly cell: Item | undefined }[],
): readonly Relation[] {
  if (!shareHeader.test(header.text)) return [];
  const shares: Amount[] = [];
  for (const { label, cell } of cells) {
    if (isTotalLabel(label)) continue;
    const [share, ...others] = cell?.amounts ?? [];
    if (share === undefined || !isShare(share) || others.length > 0) return [];
    shares.push(share);
  }
  return shares.length < 3 ? [] : relate(shares, header.span, 'rows', beyond);
}

const isShare = ({ unit, sign, atLeast, value, high }: Amount): boolean =>
  // All of it is no share: stages of a rollout end there.
  value < whole &&
  unit.dimension === 'percent' &&
  unit.per.length === 0 &&
  sign === undefined &&
  !atLeast &&
  value === high;

function relate(parts: readonly Amount[], span: Span, name: string, near: Near): readonly Relation[] {
  let [low, high, value, rounding] = [0, 0, 0, 0];
  for (const part of parts) {
    value += (part.value + part.high) / 2;
    low += part.atMost ? 0 : part.value * (part.approximate ? 0.9 : 1);
    high += part.atLeast ? part.high * 1.1 : part.high * (part.approximate ? 1.1 : 1);
    rounding += part.precision;
  }
  // Shares that are rounded one by one may miss by half a unit each; whole tens are hardly rounded.
  const slack = Math.min(rounding, 1.5) + 1e-9;
  if (low - slack <= whole && high + slack >= whole) return [{ claim: undefined, parts, contradiction: undefined }];
  if (value < near.low || value > near.high) return [];
  const sum = Number(value.toFixed(2));
  const remedy = value > whole ? 'make one of them smaller' : 'make one of them larger, or add what is missing';
  return [
    {
      claim: undefined,
      parts,
      contradiction: {
        message: `The ${name} add up to ${sum} %, the whole is 100 %: ${remedy}.`,
        span,
        related: parts.slice(0, mostNotes).map((part) => ({ span: part.span, message: 'One of the shares' })),
      },
    },
  ];
}
