/** What Mermaid's parser says, in words for people. */
import type { ParserFault } from '../../../ports.ts';
import { isInsideLabel, nameTokens } from './tokenNames.ts';

/** More words than this help nobody; the parser's whole list stays available as detail. */
const mostExpected = 4;
const mostLetters = 40;

/** One or two sentences: what was found, and what would do instead. */
export function describeFault(fault: ParserFault): string {
  const found = fault.found ?? /^unexpected character: ->(.+?)<-/s.exec(fault.message)?.[1];
  if (found === undefined) return firstLine(fault.message);
  const expected = nameTokens(fault.expected, mostExpected);
  const wish = expected.length === 0 ? '' : ` It expects ${joinAlternatives(expected)}.`;
  if (found.trim() === '') {
    const place = found === '' ? 'The diagram ends too early.' : 'The line ends too early.';
    return `${place}${wish}`;
  }
  return `Mermaid does not understand \`${shorten(found.trim())}\` here.${wish}${adviseQuotes(found, fault.expected)}`;
}

/** Brackets and quotes where only a label's end would do are nearly always part of the label. */
function adviseQuotes(found: string, expected: readonly string[]): string {
  const isStray = /^["()[\]{}|<>]/.test(found);
  return isStray && isInsideLabel(expected) ? ' If it belongs to the label, put the label in double quotes.' : '';
}

function joinAlternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

function firstLine(message: string): string {
  const line = message.split('\n').find((each) => each.trim() !== '') ?? message;
  const sentence = line.trim();
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function shorten(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line;
}
