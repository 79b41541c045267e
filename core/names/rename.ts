/**
 * Gives a name of a diagram another one, everywhere it is written. The new text is read again and must say the same about
 * the same things, so that a place nobody knows of is never left behind with the old name. Pure.
 */
import { applyEdits } from '../document/edits.ts';
import { assertNever } from '../model.ts';
import type { TextEdit } from '../model.ts';
import type { DiagramSymbols } from '../mermaid/symbols/model.ts';
import { readForPreview } from '../mermaid/symbols/read.ts';
import { namesOf } from './names.ts';
import type { Name, NamedDiagram } from './names.ts';

/** Why a name cannot be given: somebody else has it, it is no name, or the diagram would say something else. */
export type RenameProblem = 'taken' | 'not-a-name' | 'unsafe';

/** The edits of the diagram's text, in order of place. */
export type Renaming = { readonly edits: readonly TextEdit[] } | { readonly problem: RenameProblem };

/** Characters that no type takes in a name without quotes; the diagram itself is asked about the others. */
const notInNames = /[\s[\](){}<>|"'`;:,&@%#^~]/u;

export function renameIn(diagram: NamedDiagram, name: Name, to: string): Renaming {
  if (to === '' || notInNames.test(to)) return { problem: 'not-a-name' };
  if (to === name.name) return { edits: [] };
  if (namesOf(diagram).some((other) => other.kind === name.kind && other.name === to)) return { problem: 'taken' };
  const edits = name.uses.map((span) => ({ span, text: to }));
  const before = readForPreview(diagram.text, diagram.type);
  const after = readForPreview(applyEdits(diagram.text, edits), diagram.type);
  if (before === undefined || after === undefined) return { problem: 'unsafe' };
  const isSame = saying(before, name, (word) => (word === name.name ? to : word)) === saying(after, name, same);
  return isSame ? { edits } : { problem: 'unsafe' };
}

const same = (word: string): string => word;

/** What the symbols say by name, with the names of the renamed kind replaced. */
function saying(symbols: DiagramSymbols, { kind }: Name, replace: (word: string) => string): string {
  const { nodes, edges, groups, statements } = symbols;
  const [node, style] = replacers(kind, replace);
  return JSON.stringify([
    nodes.map(({ id, classes, group }) => [node(id), classes.map(style), group]),
    edges.map(({ from, to, arrow }) => [node(from), node(to), arrow]),
    groups.map(({ id, keyword, closed, parent }) => [id === undefined ? undefined : node(id), keyword, closed, parent]),
    statements.map(({ keyword, targets, className }) => [
      keyword,
      targets.map(({ text }) => (keyword === 'classDef' ? style(text) : node(text))),
      className === undefined ? undefined : style(className.text),
    ]),
  ]);
}

function replacers(
  kind: Name['kind'],
  replace: (word: string) => string,
): readonly [node: typeof replace, style: typeof replace] {
  switch (kind) {
    case 'node':
      return [replace, same];
    case 'class':
      return [same, replace];
    default:
      return assertNever(kind);
  }
}
