/** Finds the hexadecimal colours an author gave in a diagram: in styles, theme variables and other options. */
import { matchesOf } from '../matches.ts';
import type { Span } from '../model.ts';
import { parseColour } from './colour.ts';
import type { Colour } from './colour.ts';

export interface FoundColour {
  readonly colour: Colour;
  readonly span: Span;
}

/** A name of at most 40 characters, a colon, and the colour, perhaps in quotes. */
const given = /(?<![\w-])([\w-]{1,40})["']?[^\S\n]{0,8}:[^\S\n]{0,8}["']?(#[\da-f]{3,8})(?!\w)/gi;

/** What a colour is given to: `fill`, `primaryColor`, `cScale3`, `pie1`; not the "issue" of "issue: #123". */
const paintable = /fill|stroke|colou?r|bkg|background|border|text|^c?scale|^pie\d|^git\d|^fillType/i;

/** In order of place; spans are offsets into `text`. */
export function findColours(text: string): readonly FoundColour[] {
  return matchesOf(given, text).flatMap(({ index, 0: whole, 1: name = '', 2: hex = '' }) => {
    const colour = paintable.test(name) ? parseColour(hex) : undefined;
    const end = index + whole.length;
    return colour === undefined ? [] : [{ colour, span: { start: end - hex.length, end } }];
  });
}
