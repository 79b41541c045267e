/** Takes a destination apart, and says which ones are no business of a check that never leaves the workspace. */
import type { Span } from '../../../model.ts';

/** A destination inside the workspace; spans are offsets into the document. */
export interface Href {
  /** What stands before `?` and `#`, percent escapes resolved; empty for a place of the page itself. */
  readonly path: string;
  readonly pathSpan: Span;
  /** What stands behind `#`, percent escapes resolved; undefined without one and where it names no place for sure. */
  readonly fragment: string | undefined;
  /** The fragment with its `#`. */
  readonly fragmentSpan: Span;
}

/** `https:`, `mailto:`, `C:`; `//host` takes the page's own. */
const external = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** Placeholders of template languages, aliases of bundlers, globs and Windows' separators: what they become is not known here. */
const template = /[{}<>$*|\\^`"]|^[@~]|^%[A-Z_]+%/;
/** Lines of code, text fragments, routes of one-page sites, footnotes, block ids, numbered duplicates. */
const placeless = /^(?:top$|L\d+|[/!^:?_]|fn(?:ref)?[-:_]?\d|fnref|fn[:-]|user-content-fn|cite_)|[{}<>$=&|\\`"]/i;

/** Reads the destination `href`, written at `span` of `text`; undefined for one that leaves the workspace or is a template. */
export function readHref(href: string, span: Span, text: string): Href | undefined {
  const trimmed = href.trim();
  if (trimmed === '' || external.test(trimmed)) return undefined;
  const hash = trimmed.indexOf('#');
  const address = hash === -1 ? trimmed : trimmed.slice(0, hash);
  const path = decode(address.split('?', 1)[0] ?? '');
  // A question about the page itself is for its server.
  if (path === undefined || template.test(path) || (path === '' && address !== '')) return undefined;
  const written = text.slice(span.start, span.end);
  const hashAt = written.includes('#') ? span.start + written.indexOf('#') : span.end;
  const query = text.slice(span.start, hashAt).indexOf('?');
  return {
    path,
    pathSpan: { start: span.start, end: query === -1 ? hashAt : span.start + query },
    fragment: hash === -1 ? undefined : readFragment(trimmed.slice(hash + 1)),
    fragmentSpan: { start: hashAt, end: span.end },
  };
}

function readFragment(written: string): string | undefined {
  const [place = ''] = (decode(written) ?? '').split(':~:', 1);
  const fragment = place.replace(/^user-content-(?!fn)/, '');
  return fragment === '' || placeless.test(fragment) ? undefined : fragment;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that escapes nothing: renderers differ in what they make of it.
    return undefined;
  }
}
