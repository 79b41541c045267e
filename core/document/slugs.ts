/** The anchors that headings get on GitHub and in VS Code: `#two-words`, `#two-words-1`. */
import { slug } from 'github-slugger';
import MarkdownIt from 'markdown-it';
import type { Env, Token } from 'markdown-it';
import type { DocumentModel, HeadingBlock } from './model.ts';

const markdown = new MarkdownIt({ html: true });
const markup = /[*_`~[\]<>&\\!\n]/;

/** The headings of a document by anchor, without `#`; of two headings with one anchor a link reaches the first. */
export function headingSlugs(model: DocumentModel): ReadonlyMap<string, HeadingBlock> {
  const headings = model.blocks.filter((block) => block.kind === 'heading');
  const references = headings.some(({ text }) => text.includes('[')) ? readReferences(model) : {};
  const repeats = new Map<string, number>();
  const slugs = new Map<string, HeadingBlock>();
  for (const heading of headings) {
    const plain = slug(plainText(heading.text, references));
    const repeat = repeats.get(plain) ?? 0;
    repeats.set(plain, repeat + 1);
    const unique = repeat === 0 ? plain : `${plain}-${repeat}`;
    if (!slugs.has(unique)) slugs.set(unique, heading);
  }
  return slugs;
}

/** `[label][id]` reads as its label only where `id` is defined. */
function readReferences(model: DocumentModel): Env {
  const env: Env = {};
  const definitions = model.definitions.map(({ start, end }) => model.text.slice(start, end));
  markdown.parse(definitions.join('\n\n'), env);
  return env;
}

/** What a reader sees of a heading's Markdown: no emphasis, no link targets, no tags. */
export function plainText(text: string, references: Env): string {
  if (!markup.test(text)) return text;
  return textOf(markdown.parseInline(text, references));
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      // GitHub leaves a picture's words out, and keeps the blanks around it.
      if (token.type === 'image') return '';
      return token.children === null ? visibleText(token) : textOf(token.children);
    })
    .join('');
}

function visibleText(token: Token): string {
  return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
}
