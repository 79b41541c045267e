/** Labels as a reader sees them. */
import type { Span } from '../../model.ts';
import { trimSpan } from './cursor.ts';
import type { Label } from './model.ts';

const named: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  semi: ';',
  colon: ':',
  hash: '#',
  num: '#',
  lpar: '(',
  rpar: ')',
};

/** Mermaid's and HTML's character codes (`#quot;`, `#9829;`, `&amp;`) as characters; unknown names stay as written. */
function decodeEntities(text: string): string {
  return text.replace(/[#&](#?)(\w+);/g, (whole, _hash: string, name: string) => {
    if (/^\d+$/.test(name)) {
      const code = Number(name);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return named[name.toLowerCase()] ?? whole;
  });
}

/** The words of a label: breaks become new lines, HTML tags, icons and Markdown emphasis vanish. */
function visibleText(raw: string): string {
  const text = decodeEntities(
    raw
      .replace(/<br\s*\/?>|\\n/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replace(/\b(?:fa[bklrs]?|mdi|logos):[\w-]+\s?/g, ''),
  );
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .join('\n')
    .trim();
}

/** A label in a place where quotes are only characters. */
export function plainLabel(text: string, between: Span): Label {
  const span = trimSpan(text, between);
  return { text: visibleText(text.slice(span.start, span.end)), span, quoted: false };
}

/** Reads the label written between two delimiters: `span` is what stands between them. */
export function readLabel(text: string, between: Span): Label {
  let span = trimSpan(text, between);
  const quoted = span.end - span.start >= 2 && text.charAt(span.start) === '"' && text.charAt(span.end - 1) === '"';
  if (quoted) span = { start: span.start + 1, end: span.end - 1 };
  let raw = text.slice(span.start, span.end);
  if (quoted && raw.length >= 2 && raw.startsWith('`') && raw.endsWith('`')) {
    span = { start: span.start + 1, end: span.end - 1 };
    raw = raw
      .slice(1, -1)
      .replace(/(\*\*|__)(.+?)\1/g, '$2')
      .replace(/([*_])(.+?)\1/g, '$2');
  }
  return { text: visibleText(raw), span, quoted };
}
