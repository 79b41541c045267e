/** Makes the parsers' messages readable: without source excerpts, positions in texts nobody sees, and encoded entities. */
import { matchesOf } from '../matches.ts';

/** `ﬂ°°9829¶ß` is what Mermaid makes of `#9829;`. */
export function decodeEntities(text: string): string {
  return text.replace(/ﬂ°°?(\w+)¶ß/g, '#$1;');
}

/** The message without the excerpt and the line number, which count in the text after preprocessing. */
export function cleanMessage(message: string): string {
  const cleaned = decodeEntities(message)
    .replace(/^(Parse|Lexical) error on line \d+[.:]?\s*/, '')
    .replace(/^Unrecognized text\.\n[\s\S]*$/, 'Unrecognized text.')
    .replace(/^[\s\S]*?\n-*\^\n/, '')
    .replace(/ at offset: \d+, skipped \d+ characters?/, '')
    .replace(/^Line \d+: | on line \d+$/g, '')
    .replace(/ at line \d+, column \d+ \[\d+,\d+\)$/, '')
    .replace(/^(No diagram type detected matching given configuration) for text: [\s\S]*$/, '$1.')
    .trim();
  return cleaned === '' ? 'The parser refused the diagram without a reason.' : cleaned;
}

/** The names and values a message quotes, most telling first: what is wrong comes after what it is about. */
export function namesIn(message: string): readonly string[] {
  const quotes = /(['"`])([^'"`\n]+)\1|\[([^[\]\n]+)\]|\(([^()'"\n]+)\)/g;
  const quoted = matchesOf(quotes, message)
    .map(([, , text, bracketed, parenthesized]) => text ?? bracketed ?? parenthesized ?? '')
    .toReversed();
  const afterColon = /:\s*([^\s:]+?)\.?(?:\s|$)/.exec(message)?.[1] ?? '';
  const words = quoted.flatMap((each) => each.split(/\s+/).toReversed());
  return [...quoted, afterColon, ...words].map((name) => name.trim()).filter((name) => name !== '');
}
