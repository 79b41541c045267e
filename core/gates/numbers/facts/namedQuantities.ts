/** Every amount of a page that has a name, wherever it stands: in a label, a title, a list, a table, an entry of data. */
import { createSpanMapper } from '../../../document/edits.ts';
import type { Block } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { DiagramSymbols } from '../../../mermaid/symbols/model.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import { readNamedEntries } from './namedEntries.ts';
import type { NamedEntry } from './namedEntries.ts';
import { readNamedLabel, readNamedLine } from './namedLines.ts';
import { readNamedCells } from './namedTables.ts';
import { moveQuantity } from './relation.ts';

/** `under` is what it stands under, outermost first: headings, what introduces a list, subgraphs, keys. */
export interface NamedQuantity extends NamedEntry {
  /** Which diagram, table, code or section it stands in, as a number. */
  readonly place: number;
  readonly kind: 'diagram' | 'table' | 'code' | 'section';
}

export const namedQuantitiesOf: (facts: DocumentFacts) => readonly NamedQuantity[] = remember((facts) => {
  const { blocks, text } = facts.model;
  const diagrams = new Map(facts.diagrams.map((each): readonly [Block, DiagramFacts] => [each.block, each.facts]));
  const found: NamedQuantity[] = [];
  const path = new Path();
  blocks.forEach((block, index) => {
    const add = (kind: NamedQuantity['kind'], place: number, entries: readonly NamedEntry[]): void => {
      for (const entry of entries) found.push({ ...entry, under: [...path.names, ...entry.under], place, kind });
    };
    const plain = ({ start, end }: Block['span']): string => blankMarkup(text.slice(start, end)).trim();
    switch (block.kind) {
      case 'heading':
        path.leave(block.level);
        add('section', index, withoutUnder(readNamedLine(text, block.content)));
        path.enter(block.level, plain(block.content), index);
        break;
      case 'text':
        path.leaveItems(block.depth);
        for (const line of block.lines) add('section', path.section, withoutUnder(readNamedLine(text, line)));
        path.introduce(block.depth, plain(block.lines.at(-1) ?? block.span));
        break;
      case 'table':
        add('table', index, readNamedCells(text, block));
        break;
      case 'code':
        add('code', index, readNamedEntries(text, block));
        break;
      case 'diagram': {
        const diagram = diagrams.get(block);
        const move = createSpanMapper(block);
        const entries = diagram === undefined ? [] : namedInDiagram(diagram);
        add('diagram', index, entries.map((entry) => ({ ...entry, quantity: moveQuantity(entry.quantity, move) }))); // prettier-ignore
        break;
      }
      default:
    }
  });
  return found;
});

const withoutUnder = (lines: ReturnType<typeof readNamedLine>): readonly NamedEntry[] =>
  lines.map((line) => ({ ...line, under: [] }));

/** Deeper than this nobody nests. */
const deepest = 8;

/** The headings above a block, and the item or the line with a colon that introduces it. */
class Path {
  /** The number of the block whose section this is. */
  section = 0;
  names: readonly string[] = [];
  private headings: readonly { readonly level: number; readonly name: string }[] = [];
  private items: readonly { readonly depth: number; readonly name: string }[] = [];

  leave(level: number): void {
    this.headings = this.headings.filter((heading) => heading.level < level);
    this.leaveItems(0);
  }

  enter(level: number, name: string, section: number): void {
    this.headings = [...this.headings, { level, name }];
    this.section = section;
    this.update();
  }

  leaveItems(depth: number): void {
    this.items = this.items.filter((item) => item.depth < depth);
    this.update();
  }

  introduce(depth: number, name: string): void {
    if ((depth === 0 && !name.endsWith(':')) || this.items.length >= deepest) return;
    this.items = [...this.items, { depth, name }];
    this.update();
  }

  private update(): void {
    this.names = [...this.headings, ...this.items].map(({ name }) => name);
  }
}

const namedInDiagram = remember(({ text, symbols }: DiagramFacts): readonly NamedEntry[] => {
  if (symbols === undefined) return [];
  const titles = symbols.properties.filter(({ name }) => name === 'title').map(({ value }) => value);
  return [...symbols.groups.map(({ label, parent }) => ({ label, group: parent })), ...symbols.nodes].flatMap(
    ({ label, group }) =>
      label === undefined
        ? []
        : readNamedLabel(text, label.span).map((each) => ({ ...each, under: [...titles, ...groupsAbove(symbols, group)] })),
  ); // prettier-ignore
});

function groupsAbove({ groups }: DiagramSymbols, group: number | undefined): readonly string[] {
  const names: string[] = [];
  for (let at = group; at !== undefined && names.length < deepest; at = groups[at]?.parent) {
    const above = groups[at];
    names.unshift(above?.label?.text ?? above?.id ?? '');
  }
  return names;
}
