/** Looks back from a figure: at the word in front of it and at what qualifies it. */
import { qualifiers } from './words.ts';

/** As far as any qualifier or naming word reaches. */
const reach = 24;

export interface WordBefore {
  /** The word in front, behind blanks only, in lower case; empty where punctuation or nothing stands there. */
  readonly word: string;
  /** Whether a colon touches both the word and the figure, as in `host:8080`. */
  readonly isGlued: boolean;
}

export function wordBefore(text: string, start: number): WordBefore {
  const before = text.slice(Math.max(0, start - reach), start);
  const word = /([A-Za-z][\w.]*)[ \t]+$/.exec(before)?.[1] ?? '';
  return { word: word.toLowerCase(), isGlued: /\w:$/.test(before) };
}

export interface Qualifier {
  /** Where the qualifier starts; the figure's own start where there is none. */
  readonly start: number;
  readonly flag: 'approximate' | 'atLeast' | 'atMost' | undefined;
}

export function readQualifier(text: string, start: number): Qualifier {
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase();
  const trimmed = before.trimEnd();
  if (before.slice(trimmed.length).includes('\n')) return { start, flag: undefined };
  for (const { words, flag } of qualifiers) {
    for (const word of words) {
      if (!trimmed.endsWith(word)) continue;
      const from = trimmed.length - word.length;
      const outside = trimmed[from - 1] ?? ' ';
      // "recovered" does not end in "over", and `->` and `=>` are arrows.
      if (/[a-z]/.test(word[0] ?? '') ? /[\w-]/.test(outside) : /[-=<>]/.test(outside)) continue;
      return { start: start - (before.length - from), flag };
    }
  }
  return { start, flag: undefined };
}
