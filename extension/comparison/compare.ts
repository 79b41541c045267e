/** Turns two checked versions of a page into what the comparison's page is sent. Pure: knows no editor. */
import { changesBetween } from '../../core/comparison/changes.ts';
import type { PartChange } from '../../core/comparison/changes.ts';
import { pairPages } from '../../core/comparison/pages.ts';
import { mostChanges } from '../../core/comparisonProtocol.ts';
import type { ComparedPair, ComparedPart, ComparedSide } from '../../core/comparisonProtocol.ts';
import { ownTitle } from '../../core/diagramTitle.ts';
import { nameOfType } from '../../core/mermaid/typeName.ts';
import type { CheckedDiagram, CheckedDocument } from '../../core/model.ts';
import { longestDiagram, longestMessage, mostDiagrams, mostPartNames } from '../../core/protocol.ts';

import { renderFinding } from '../preview/page.ts';

export interface ComparisonWords {
  /** A diagram without a type or title. */
  readonly untitled: string;
  /** Where a diagram stands on the page, or stood. */
  readonly place: (name: string, number: number, isGone: boolean) => string;
  /** Stands for the finding of a diagram without one, since findings can be silenced. */
  readonly unexplained: string;
}

const longestWords = 500;

/** Every diagram of both versions, in the order of the page as it is now. */
export function pairsOf(
  before: CheckedDocument,
  after: CheckedDocument,
  words: ComparisonWords,
): readonly ComparedPair[] {
  const [old, now] = [before.diagrams.slice(0, mostDiagrams), after.diagrams.slice(0, mostDiagrams)];
  return pairPages(old, now).map((places): ComparedPair => {
    const was = places.before === undefined ? undefined : old[places.before];
    const is = places.after === undefined ? undefined : now[places.after];
    const shown = is ?? was;
    const name = shown === undefined ? words.untitled : nameOf(shown, words);
    const number = (places.after ?? places.before ?? 0) + 1;
    const status = statusOf(was, is);
    const changes = status === 'changed' && was !== undefined && is !== undefined ? changesBetween(was, is) : undefined;
    return {
      title: words.place(name, number, is === undefined).slice(0, longestWords),
      status,
      before: status === 'unchanged' ? undefined : was && sideOf(was, before, words),
      after: status === 'unchanged' ? undefined : is && sideOf(is, after, words),
      diagram: places.after,
      changes: changes?.slice(0, mostChanges).map(partOf),
    };
  });
}

function statusOf(was: CheckedDiagram | undefined, is: CheckedDiagram | undefined): ComparedPair['status'] {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  return was.key === is.key ? 'unchanged' : 'changed';
}

function nameOf({ text, type }: CheckedDiagram, { untitled }: ComparisonWords): string {
  const title = ownTitle(text);
  return title === '' ? (nameOfType(type) ?? untitled) : title;
}

function sideOf(diagram: CheckedDiagram, page: CheckedDocument, { unexplained }: ComparisonWords): ComparedSide {
  const { key, text, type, renders } = diagram;
  const fault = renders ? undefined : (renderFinding(page, diagram)?.message ?? unexplained);
  return { key, text: text.slice(0, longestDiagram), type, fault: fault?.slice(0, longestMessage) };
}

const partOf = ({ kind, words, was, before, after }: PartChange): ComparedPart => ({
  kind,
  words: words.slice(0, longestWords),
  was: was?.slice(0, longestWords),
  before: before.slice(0, mostPartNames),
  after: after.slice(0, mostPartNames),
});
