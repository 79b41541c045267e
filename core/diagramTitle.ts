/** What a diagram is called where a page's diagrams are listed: by itself, else by the heading it stands under. */
import type { DiagramBlock, DocumentModel } from './document/model.ts';
import { plainText } from './document/slugs.ts';
import type { DiagramSymbols } from './mermaid/symbols/model.ts';

const longestTitle = 200;

/** For diagrams in the order of the page; empty where neither the diagram nor a heading says anything. */
export function titlesOf(
  model: DocumentModel,
  diagrams: readonly { readonly block: DiagramBlock; readonly symbols: DiagramSymbols | undefined }[],
): readonly string[] {
  const headings = headingsAbove(model);
  return diagrams.map(({ block, symbols }) =>
    oneLine(ownTitle(block.text, symbols) || (headings.get(block) ?? '')).slice(0, longestTitle),
  );
}

/** What the diagram calls itself: its accessible title, else its title; empty where it says neither. */
export function ownTitle(text: string, symbols?: DiagramSymbols): string {
  const accessible = /^[ \t]*accTitle[ \t]*:[ \t]*(\S.*)$/m.exec(text)?.[1];
  if (accessible !== undefined) return accessible.trim();
  const property = symbols?.properties.find(({ name, value }) => name === 'title' && value.trim() !== '');
  if (property !== undefined) return withoutQuotes(property.value.trim());
  const pattern = symbols === undefined ? anyTitle : frontMatterTitle;
  return withoutQuotes(pattern.exec(text)?.[1]?.trim() ?? '');
}

/** In the front matter, or as most types write it. */
const anyTitle = /^[ \t]*(?:pie[ \t]+)?title(?:[ \t]*:)?[ \t]+(\S.*)$/m;
const frontMatterTitle = /^\s*---[ \t]*\n(?:(?!---)[^\n]*\n)*?title[ \t]*:[ \t]+(\S[^\n]*)\n/;

const withoutQuotes = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of the last heading before each diagram. */
function headingsAbove({ blocks }: DocumentModel): ReadonlyMap<DiagramBlock, string> {
  const above = new Map<DiagramBlock, string>();
  let heading: string | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text;
    else if (block.kind === 'diagram' && heading !== undefined) above.set(block, plainText(heading, {}));
  }
  return above;
}

/** For each diagram the headings of the chapters it stands in, the nearest first. */
export function headingsOver({ blocks }: DocumentModel): ReadonlyMap<DiagramBlock, readonly string[]> {
  const over = new Map<DiagramBlock, readonly string[]>();
  let open: readonly { readonly level: number; readonly text: string }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const text = oneLine(plainText(block.text, {})).slice(0, longestTitle);
      open = [{ level: block.level, text }, ...open.filter(({ level }) => level < block.level)];
    } else if (block.kind === 'diagram' && open.length > 0) {
      over.set(
        block,
        open.map(({ text }) => text),
      );
    }
  }
  return over;
}
