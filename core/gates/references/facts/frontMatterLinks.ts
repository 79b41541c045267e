/** Paths in front matter: values that begin with `./` or `../`, and Markdown files under keys that name a page. */
import { isPair, isScalar, parseDocument, visit } from 'yaml';
import type { DocumentModel } from '../../../document/model.ts';
import type { WrittenHref } from './clicks.ts';

/** Keys whose values are pages wherever they are used. */
const pageKeys = /^(?:runbooks?|playbooks?|related|see[-_ ]?also)$/i;
const relativeFile = /^\.\.?\/[^\s:]*\.\w+(?:#\S*)?$/;
const markdownFile = /^[\w.-]+(?:\/[\w.-]+)*\.(?:md|mdx|markdown)(?:#\S*)?$/i;
/** Front matter is short; a longer one is data. */
const longest = 20_000;

/** The values of the front matter that are surely paths of files. */
export function readFrontMatterLinks({ blocks, text }: DocumentModel): readonly WrittenHref[] {
  const [first] = blocks;
  if (first?.kind !== 'front-matter' || !text.startsWith('---', first.span.start)) return [];
  const { start, end } = first.content;
  const yaml = text.slice(start, end);
  if (yaml.length > longest || !/\.\.?\/|\.(?:md|mdx|markdown)\b/i.test(yaml)) return [];
  const document = parseDocument(yaml, { prettyErrors: false });
  if (document.errors.length > 0) return [];
  const found: WrittenHref[] = [];
  visit(document, {
    Scalar(key, node, path) {
      const { value, range } = node;
      if (key === 'key' || typeof value !== 'string' || range === undefined || range === null) return;
      const owner = path.findLast((each) => isPair(each));
      const name = isScalar(owner?.key) ? String(owner.key.value) : '';
      if (!relativeFile.test(value) && !(pageKeys.test(name) && markdownFile.test(value))) return;
      const at = start + range[0] + yaml.slice(range[0], range[1]).indexOf(value);
      // A value that is folded or escaped stands nowhere as it is.
      if (text.startsWith(value, at)) found.push({ href: value, span: { start: at, end: at + value.length } });
    },
  });
  return found;
}
