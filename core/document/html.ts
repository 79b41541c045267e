/** Reads the little HTML that matters in Markdown: comments, and the targets of `<a>` and `<img>`. */
import type { Span } from '../model.ts';
import type { Destination } from './destinations.ts';

/** A tag that points somewhere; spans are offsets into the text that was read. */
export interface HtmlLink {
  readonly kind: 'link' | 'image';
  /** The whole opening tag. */
  readonly span: Span;
  readonly points: Destination;
}

/** Whether `html` is nothing but comments; one that is never closed reaches to the end. */
export function isComment(html: string): boolean {
  let at = skipBlanks(html, 0);
  if (at === html.length) return false;
  while (at < html.length) {
    if (!html.startsWith('<!--', at)) return false;
    const close = html.indexOf('-->', at + 2);
    if (close === -1) return true;
    at = skipBlanks(html, close + 3);
  }
  return true;
}

function skipBlanks(text: string, from: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = from;
  blanks.test(text);
  return blanks.lastIndex;
}

/** The links and images among the tags of `html`, comments left out. */
export function findHtmlLinks(html: string): HtmlLink[] {
  const links: HtmlLink[] = [];
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const close = html.indexOf('-->', at + 2);
      if (close === -1) break;
      at = close + 3;
      continue;
    }
    const link = readTag(html, at);
    if (link !== undefined) links.push(link);
    at = link?.span.end ?? at + 1;
  }
  return links;
}

/** The link that the tag at `start` makes, if it is an `<a>` with `href` or an `<img>` with `src`. */
export function readTag(html: string, start: number): HtmlLink | undefined {
  const tag = /<(a|img)(?=[\s/])/iy;
  tag.lastIndex = start;
  const name = tag.exec(html)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const wanted = name === 'a' ? 'href' : 'src';
  const attribute = /[\s/]+([a-z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/iy;
  attribute.lastIndex = tag.lastIndex;
  let end = tag.lastIndex;
  let target: Span | undefined;
  for (let match = attribute.exec(html); match !== null; match = attribute.exec(html)) {
    end = attribute.lastIndex;
    const value = match[2];
    // The first of two attributes with one name counts.
    if (value === undefined || target !== undefined || match[1]?.toLowerCase() !== wanted) continue;
    const quote = value.startsWith('"') || value.startsWith("'") ? 1 : 0;
    target = { start: end - value.length + quote, end: end - quote };
  }
  if (target === undefined) return undefined;
  const close = /[\s/]*>/y;
  close.lastIndex = end;
  if (!close.test(html)) return undefined;
  const href = html.slice(target.start, target.end).replaceAll('&amp;', '&');
  return {
    kind: name === 'a' ? 'link' : 'image',
    span: { start, end: close.lastIndex },
    points: { span: target, href },
  };
}
