/**
 * What Mermaid 12.3 does to a diagram's text before its parser sees it, with a map back to the text as written.
 * Each step repeats one of Mermaid's regular expressions; test/core/mermaid/preprocess.test.ts holds them together.
 */
import { matchesOf } from '../matches.ts';
import type { DiagramFrontMatter } from './frontMatter.ts';
import { findFrontMatter } from './frontMatter.ts';
import type { MappedText } from './mappedText.ts';
import { editMapped, editMatches, mapText, removeMatches, replacement } from './mappedText.ts';
import { rewriteForType } from './rewriteForType.ts';

export interface Preprocessed {
  /** The text with `\n` line endings and rewritten quotes, where the front matter was looked for. */
  readonly normalized: MappedText;
  /** The front matter, as offsets into `normalized.text`. */
  readonly frontMatter: DiagramFrontMatter | undefined;
  /** Without front matter, directives and comments: where the header is looked for, and what is held against the size limit. */
  readonly cleaned: MappedText;
  /** What Mermaid hands to the parser of the diagram's type. */
  readonly given: MappedText;
  /** What the grammar sees; differs from `given` only for types that rewrite it once more. */
  readonly parsed: MappedText;
}

/** Diagram types whose parsers understand comments themselves. */
const keepsComments: ReadonlySet<string> = new Set(['agentflow', 'eventmodeling']);

const maxTextSize = 50_000;

/** Does what Mermaid does with `text`; `type` is Mermaid's name of the diagram type, where it is known. */
export function preprocess(text: string, type: string | undefined): Preprocessed {
  const normalized = rewriteAttributeQuotes(normalizeLineEndings(mapText(text)));
  const frontMatter = findFrontMatter(normalized.text);
  const body = frontMatter === undefined ? normalized : editMapped(normalized, [replacement(0, frontMatter.end, '')]);
  const withComments = removeDirectives(body);
  const cleaned = trimStart(removeComments(withComments));
  const kept = type !== undefined && keepsComments.has(type) && withComments.text.length <= maxTextSize;
  const given = appendNewline(encodeEntities(kept ? withComments : cleaned));
  return { normalized, frontMatter, cleaned, given, parsed: rewriteForType(given, type) };
}

function normalizeLineEndings(mapped: MappedText): MappedText {
  return editMatches(mapped, /\r\n?/g, ({ 0: match }) => [replacement(0, match.length, '\n')]);
}

/** `<a href="x">` becomes `<a href='x'>`. */
function rewriteAttributeQuotes(mapped: MappedText): MappedText {
  return editMatches(mapped, /<(\w+)([^>]*)>/g, ({ 1: tag = '', 2: attributes = '' }) => {
    const offset = '<'.length + tag.length;
    return matchesOf(/="([^"]*)"/g, attributes).flatMap(({ index, 0: match }) => [
      replacement(offset + index + 1, 1, "'"),
      replacement(offset + index + match.length - 1, 1, "'"),
    ]);
  });
}

function removeDirectives(mapped: MappedText): MappedText {
  return removeMatches(mapped, /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi);
}

/** Takes the blank lines above a comment with it. */
function removeComments(mapped: MappedText): MappedText {
  return removeMatches(mapped, /^\s*%%(?!{)[^\n]+\n?/gm);
}

function trimStart(mapped: MappedText): MappedText {
  return editMapped(mapped, [replacement(0, mapped.text.length - mapped.text.trimStart().length, '')]);
}

/** `#9829;` becomes `ﬂ°°9829¶ß`, so that grammars do not take its `;` for the end of a statement. */
function encodeEntities(mapped: MappedText): MappedText {
  const withoutStyleEnds = dropLastCharacters(mapped, /style.*:\S*#.*;/g);
  const withoutClassEnds = dropLastCharacters(withoutStyleEnds, /classDef.*:\S*#.*;/g);
  return editMatches(withoutClassEnds, /#(\w+);/g, ({ 0: match, 1: name = '' }) => [
    replacement(0, 1, /^\d+$/.test(name) ? 'ﬂ°°' : 'ﬂ°'),
    replacement(match.length - 1, 1, '¶ß'),
  ]);
}

function dropLastCharacters(mapped: MappedText, pattern: RegExp): MappedText {
  return editMatches(mapped, pattern, ({ 0: match }) => [replacement(match.length - 1, 1, '')]);
}

function appendNewline(mapped: MappedText): MappedText {
  return editMapped(mapped, [replacement(mapped.text.length, 0, '\n')]);
}
