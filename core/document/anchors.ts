/** The places of a page that a fragment (`#two-words`) can name: headings, and the ids of HTML and attribute lists. */
import { slug } from 'github-slugger';
import { groupBy } from '../groupBy.ts';
import { matchesOf } from '../matches.ts';
import { remember } from '../memo.ts';
import type { DocumentModel } from './model.ts';
import { headingSlugs } from './slugs.ts';

export interface Anchors {
  /** Of headings, as GitHub and VS Code make them, by their loose forms. */
  readonly slugs: ReadonlyMap<string, readonly string[]>;
  /** The same and ids, as they are written. */
  readonly exact: ReadonlySet<string>;
  /**
   * The letters and digits of everything that some renderer might make an anchor of: site generators differ in dashes,
   * case, accents and numbering, and show headings that plain Markdown takes for code.
   */
  readonly loose: ReadonlySet<string>;
  /** The page takes in others, whose anchors are not here, or has tabs, whose anchors are a setting of the site. */
  readonly isOpen: boolean;
}

/** Ways to take in another page: snippets, Liquid and Hugo includes, AsciiDoc and VuePress ones, MDX imports; MkDocs' tabs. */
const inclusion =
  /--8<--|\{%-? *(?:include|import|render)|\{\{[<%]|^[ \t]*(?:@import|<<<|===[+!]* +["']|!!!include|\.\. include)|!include\b|:::+ *include|@include|^import\s[^\n]*\.mdx?['"]/im;
const headingLine = /^[ \t>]*#{1,6}[ \t]*(\S.*)$/gm;
const idAttribute = /\b(?:id|name)\s*=\s*["'{]*([^\s"'<>{}]+)/gi;
const attributeList = /\{[^{}\n]*\}/g;
const htmlHeading = /<h[1-6][^<>]{0,300}>/gi;
/** The longest comment that may stand for an anchor. */
const longestComment = 200;
/** The longest HTML heading that is looked at. */
const longestHeading = 500;

/** Every anchor of a page, worked out once a page. */
export const readAnchors: (model: DocumentModel) => Anchors = remember((model) => {
  const slugs = [...headingSlugs(model).keys()];
  const ids = findIds(model.text);
  const written = matchesOf(headingLine, model.text).map((match) => match[1] ?? '');
  const exact = new Set([...slugs, ...ids]);
  const loose = new Set(
    [...exact, ...written, ...findHtmlHeadings(model.text), ...findCommentWords(model.text)].flatMap(looseForms),
  );
  return { slugs: groupBy(slugs, looseForm), exact, loose, isOpen: inclusion.test(model.text) };
});

function findIds(text: string): readonly string[] {
  const attributes = matchesOf(idAttribute, text).map((match) => match[1] ?? '');
  const lists = matchesOf(attributeList, text).flatMap(([list]) =>
    matchesOf(/#([\w:.-]+)/g, list).map((match) => match[1] ?? ''),
  );
  return [...attributes, ...lists];
}

/** Hooks of site generators make anchors of comments such as `<!-- setting: retries -->`. */
function findCommentWords(text: string): readonly string[] {
  const words: string[] = [];
  for (let start = text.indexOf('<!--'); start !== -1;) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    const comment = text.slice(start + 4, end);
    if (comment.length <= longestComment) words.push(...comment.split(/\s+/));
    start = text.indexOf('<!--', end);
  }
  return words;
}

function findHtmlHeadings(text: string): readonly string[] {
  return matchesOf(htmlHeading, text).map((match) => {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + longestHeading);
    const end = rest.search(/<\/h[1-6]/i);
    return slug(rest.slice(0, end === -1 ? 0 : end).replace(/<[^<>]*>/g, ''));
  });
}

/** What is left of an anchor when only letters and digits count: with and without accents, other scripts and a number in front. */
function looseForms(anchor: string): readonly string[] {
  const whole = looseForm(anchor);
  const latin = whole.replace(/[^a-z0-9]/g, '');
  return [whole, latin, whole.replace(/^\p{N}+/u, '')];
}

/** The letters and digits of an anchor, without case and accents. */
export function looseForm(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
