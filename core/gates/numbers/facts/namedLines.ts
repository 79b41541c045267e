/** Reads lines that name an amount: "Feed cache: $2M/month", and labels whose first line names what the others measure. */
import { sentenceWords } from '../../../lexicon/componentWords.ts';
import type { Span } from '../../../model.ts';
import { findQuantities } from '../../../quantities/find.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { placeQuantity } from './passages.ts';

/** An amount and what it is called; spans are offsets into the text it was read from. */
export interface NamedAmount {
  /** What it is an amount of, outermost first: the thing, and what of the thing. */
  readonly names: readonly string[];
  /** What is counted, as written: "page views" of "5M page views/day". */
  readonly counted: string;
  /** What stands behind it on its line. */
  readonly rest: string;
  /** The other lines of its label. */
  readonly notes: string;
  readonly quantity: Quantity;
}

const lead = /^(?:[\s>*•|"'([{-]|\p{Extended_Pictographic}|\p{M}|\p{Cf})*(?:\d{1,2}[.)]\s+)?/u;
const joint = /\s*(?:[:=(–—]|\s-+|[-=]>)?\s*["']?$/;

interface Line extends Pick<NamedAmount, 'counted' | 'rest'> {
  readonly name: string;
  /** In offsets into the line. */
  readonly quantity: Quantity;
}

/** The first amount of a line without markup; undefined where it has none, or others that may be meant as well. */
export function readLine(text: string): Line | undefined {
  if (!/\d/.test(text)) return undefined;
  const [quantity, ...others] = findQuantities(text);
  if (quantity === undefined || others.some(({ unit }) => unit.dimension === quantity.unit.dimension)) return undefined;
  // A change is no amount of what it stands behind.
  if (quantity.sign !== undefined || /[→⇒×÷]|[-=]>|\bvs\b/i.test(text)) return undefined;
  const name = text.slice(0, quantity.qualified.start).replace(joint, '').replace(lead, '').trim();
  // "Growth: to 5M users", "the pier holds 5": more is said than a name and its amount.
  if (!isName(name)) return undefined;
  return { name, counted: countedIn(text, quantity), rest: text.slice(quantity.span.end).trim(), quantity };
}

const longestName = 60;
const nameCharacters = /^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\s"'’&+,./()%#_→-]*$/u;
const verb = /\b(?:is|are|was|were|has|have|had|will|can|may|must|should|would|the)\b/i;

/** Whether `name` may be a name: no sentence, nothing left of a link or of code. */
function isName(name: string): boolean {
  if (name.length > longestName || !nameCharacters.test(name) || verb.test(name)) return false;
  if ((name.match(/\(/g) ?? []).length !== (name.match(/\)/g) ?? []).length) return false;
  return !sentenceWords.has(/[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? '');
}

const magnitude = /^(?:[kmbt]|mm|mn|bn|tn|thousand|million|billion|trillion)?\+?(?![a-z])/i;

/** What stands between a count's digits and what it is per. */
export function countedIn(text: string, { unit, digits, span, value, high }: Quantity): string {
  if (unit.dimension !== 'count' || unit.name === '' || value !== high) return '';
  return text.slice(digits.end, span.end).replace(magnitude, '').replace(/(?:\/|\bper\b).*$/, '').trim(); // prettier-ignore
}

/** The amount that a line of its own names. */
export function readNamedLine(source: string, { start, end }: Span): readonly NamedAmount[] {
  const written = source.slice(start, end);
  const line = /\d/.test(written) ? readLine(blankMarkup(written)) : undefined;
  if (line === undefined) return [];
  const { name, counted, rest } = line;
  return [
    { names: name === '' ? [] : [name], counted, rest, notes: '', quantity: placeQuantity(line.quantity, { start }) },
  ];
}

/** The amounts of a label, whose first line names the thing. */
export function readNamedLabel(source: string, { start, end }: Span): readonly NamedAmount[] {
  const plain = blankMarkup(source.slice(start, end));
  if (!/\d/.test(plain)) return [];
  const found: NamedAmount[] = [];
  const notes: string[] = [];
  let thing: string | undefined;
  let at = start;
  for (const text of plain.split('\n')) {
    const line = readLine(text);
    const from = at;
    at += text.length + 1;
    if (line === undefined) {
      const words = text.replace(lead, '').trim();
      if (thing === undefined && words !== '') thing = words;
      else if (words !== '') notes.push(words);
      continue;
    }
    const { name, counted, rest, quantity } = line;
    const names = [thing ?? '', name].filter((each) => each !== '');
    found.push({ names, counted, rest, notes: '', quantity: placeQuantity(quantity, { start: from }) });
    if (name !== '') thing ??= name;
  }
  const alike = countBy(found, keyOf);
  return found.filter((each) => alike.get(keyOf(each)) === 1).map((each) => ({ ...each, notes: notes.join('\n') }));
}

/** Of several amounts under one name none is the amount: "$1,400 each", "$4.2M". */
const keyOf = ({ names, quantity }: NamedAmount): string =>
  `${names.join('\n')}\n\n${quantity.unit.dimension} ${quantity.unit.name}`;

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
