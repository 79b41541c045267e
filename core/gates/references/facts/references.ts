/** Everything in a document that points somewhere: links, images, front matter and what a click in a diagram opens. */
import { mapSpanToSource } from '../../../document/edits.ts';
import type { DocumentModel } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import { readClicks } from './clicks.ts';
import { readFrontMatterLinks } from './frontMatterLinks.ts';
import { readHref } from './href.ts';
import type { Href } from './href.ts';

export interface Reference extends Href {
  readonly kind: 'link' | 'image' | 'click' | 'front-matter';
  /**
   * What it counts from. Site generators follow what is written in Markdown from `file` to file; a `url` is left to the
   * browser, which counts from the address that the page gets.
   */
  readonly from: 'file' | 'url';
}

/** The references of a document that lead to a place in its workspace, or seem to; each place in the text once. */
export function findReferences({ model, diagrams }: DocumentFacts): readonly Reference[] {
  const clicks = diagrams.flatMap(({ block, facts }) =>
    clicksOf(facts).flatMap(({ href, span }) => read('click', 'url', href, mapSpanToSource(block, span), model.text)),
  );
  return [...linksOf(model), ...clicks];
}

const clicksOf = remember(({ symbols, text }: DiagramFacts) => readClicks(symbols?.statements ?? [], text));

const linksOf = remember((model: DocumentModel): readonly Reference[] => {
  const seen = new Set<number>();
  const links = model.links.filter(({ span, target }) => {
    // Many links may share one definition; and one without words is a mark that nobody can click.
    if (seen.has(target.start) || model.text.startsWith('[](', span.start)) return false;
    seen.add(target.start);
    return true;
  });
  return [
    ...readFrontMatterLinks(model).flatMap(({ href, span }) => read('front-matter', 'file', href, span, model.text)),
    ...links.flatMap(({ kind, span, target, href }) =>
      read(kind, model.text.charAt(span.start) === '<' ? 'url' : 'file', href, target, model.text),
    ),
  ];
});

function read(
  kind: Reference['kind'],
  from: Reference['from'],
  href: string,
  span: Span,
  text: string,
): readonly Reference[] {
  const parts = readHref(href, span, text);
  return parts === undefined ? [] : [{ kind, from, ...parts }];
}
