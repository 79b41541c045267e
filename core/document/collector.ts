/** What one pass over a document's blocks gathers. */
import type { Span } from '../model.ts';
import type { LinkedText } from './linkedText.ts';
import type { Block } from './model.ts';
import type { BodySource } from './source.ts';

/** Where a link reference definition points to. */
export interface DefinedTarget {
  readonly target: Span;
  readonly href: string;
}

export interface BlockCollector {
  readonly source: BodySource;
  /** In lower case. */
  readonly diagramLanguages: ReadonlySet<string>;
  readonly blocks: Block[];
  readonly definitions: Span[];
  /** By normalised label; the first definition of a label counts. */
  readonly targets: Map<string, DefinedTarget>;
  readonly linkedTexts: LinkedText[];
  /** How many lists are open at the place that is being read. */
  listDepth: number;
}

/** Keeps Markdown to be searched for links when all definitions are known, if it can have any. */
export function keepForLinks(
  collector: BlockCollector,
  text: string,
  pieces: readonly Span[],
  joint: LinkedText['joint'],
): void {
  if (text.includes('[') || text.includes('<')) collector.linkedTexts.push({ form: 'markdown', text, pieces, joint });
}
