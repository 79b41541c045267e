/** Takes the markup out of Markdown without moving a character: what a reader does not see becomes blank. */
import { matchesOf } from '../matches.ts';

/** Stands for a piece of code: something is said here, but not in words. */
export const codeMark = '\uFFFC';

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** An HTML comment or tag, an automatic link, a plain address. */
const invisible =
  /<!--[\s\S]*?(?:-->|$)|<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>|<[a-z][a-z\d+.-]*:[^\s<>]*>|\bhttps?:\/\/[^\s<>)|]*/gi;
/** Where a link or an image goes: behind its words. */
const destination = /\]\([^()\s]*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)/g;
const emphasis = /\*+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/** `text` with code as `codeMark`s and other markup as blanks; every character that is left stands where it stood. */
export function maskMarkup(text: string): string {
  return maskCode(text)
    .replace(invisible, blank)
    .replace(destination, (link) => `]${blank(link.slice(1))}`)
    .replace(emphasis, blank);
}

/** Spans of code: a run of backticks up to the next run of the same length. */
function maskCode(text: string): string {
  const runs = matchesOf(/`+/g, text).map((run) => ({ start: run.index, length: run[0].length }));
  if (runs.length < 2) return text;
  const nextOfLength = findNextOfLength(runs);
  let masked = '';
  let done = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    const closing = nextOfLength[index];
    const close = closing === undefined ? undefined : runs[closing];
    if (run === undefined || closing === undefined || close === undefined) continue;
    const end = close.start + close.length;
    masked += text.slice(done, run.start) + text.slice(run.start, end).replace(/[^\n]/g, codeMark);
    done = end;
    index = closing;
  }
  return masked + text.slice(done);
}

/** For each run the index of the next one that is as long. */
function findNextOfLength(runs: readonly { readonly length: number }[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = runs.map(() => undefined);
  const last = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0;
    next[index] = last.get(length);
    last.set(length, index);
  }
  return next;
}
