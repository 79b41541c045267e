/** Reads the amounts of data in code: the keys around an entry name the thing, its own key what of the thing. */
import type { CodeBlock } from '../../../document/model.ts';
import type { NamedAmount } from './namedLines.ts';
import { readLine } from './namedLines.ts';
import { placeQuantity } from './passages.ts';
import { dataLanguages, inWords } from './runs.ts';

/** An entry with the keys outside of those that name it. */
export interface NamedEntry extends NamedAmount {
  readonly under: readonly string[];
}

interface Key {
  readonly indent: number;
  readonly name: string;
}

const entry = /^(?<indent>[ \t]*(?:[-*•][ \t]+)?)["']?(?<key>[A-Za-z][\w .&/()-]{0,60}?)["']?[ \t]*[:=](?<value>.*)$/;
/** `- name: search` names what the keys beside it are about. */
const namingKey = /^(?:name|id|service|component|cluster|tier|title)$/i;
const heading = /^(?<indent>[ \t]*)(?<key>[A-Z][\w .&/()-]{0,60}?):?[ \t]*$/;
/** More keys than this are never around an entry. */
const deepest = 12;

export function readNamedEntries(source: string, { language, lines }: CodeBlock): readonly NamedEntry[] {
  if (!dataLanguages.has(language.toLowerCase())) return [];
  const open: Key[] = [];
  return lines.flatMap(({ start, end }): readonly NamedEntry[] => {
    const line = source.slice(start, end);
    const { indent: before = '', key, value = '' } = (entry.exec(line) ?? heading.exec(line))?.groups ?? {};
    if (key === undefined) return [];
    const indent = before.length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const around = open.map(({ name }) => name);
    const text = /^\s*["']?(?<text>[A-Za-z][\w .&/()-]{0,60})["']?,?\s*$/.exec(value)?.groups?.['text'];
    // What is named so stands before the keys beside it.
    if (namingKey.test(key) && text !== undefined) open.push({ indent: indent - 0.5, name: inWords(text) });
    else if (open.length < deepest) open.push({ indent, name: inWords(key) });
    const read = readLine(value.replaceAll(/["']/g, ' '));
    // A bare figure is a setting as often as an amount.
    if (read?.name !== '' || isBare(read.quantity.unit)) return [];
    const quantity = placeQuantity(read.quantity, { start: end - value.length });
    return [{ names: [...around.slice(-1), inWords(key)], under: around.slice(0, -1), counted: read.counted, rest: read.rest, notes: '', quantity }]; // prettier-ignore
  });
}

const isBare = ({ dimension, name, period }: NamedAmount['quantity']['unit']): boolean =>
  dimension === 'count' && name === '' && period === undefined;
