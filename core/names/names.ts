/** The names an author gave in a diagram, of nodes, groups and classes of styles, with every place that speaks of them. Pure. */
import { matchesOf } from '../matches.ts';
import { remember } from '../memo.ts';
import { maskNonContent } from '../mermaid/symbols/mask.ts';
import type { DiagramSymbols, Label } from '../mermaid/symbols/model.ts';
import { readForPreview } from '../mermaid/symbols/read.ts';
import type { Span } from '../model.ts';

/** A diagram as it was checked; equal objects are read once. */
export interface NamedDiagram {
  readonly text: string;
  readonly type: string | undefined;
}

export interface Name {
  readonly kind: 'node' | 'class';
  readonly name: string;
  /** What a reader sees in its place. */
  readonly label: string | undefined;
  readonly definition: Span;
  /** Every place that speaks of it, in order, the definition among them. */
  readonly uses: readonly Span[];
}

/** The names of a diagram; none of a type whose text nobody reads. */
export const namesOf = remember(({ text, type }: NamedDiagram): readonly Name[] => {
  const symbols = readForPreview(text, type);
  return symbols === undefined ? [] : [...nodeNames(symbols, text), ...classNames(symbols, text)];
});

/** The name at an offset of the diagram's text; the end of a name still belongs to it. */
export function nameAt(
  names: readonly Name[],
  offset: number,
): { readonly name: Name; readonly span: Span } | undefined {
  for (const name of names) {
    const span = name.uses.find(({ start, end }) => start <= offset && offset <= end);
    if (span !== undefined) return { name, span };
  }
  return undefined;
}

/** Nodes, and groups that others may refer to. A place counts only where the name itself is written. */
function nodeNames({ nodes, groups, statements }: DiagramSymbols, text: string): readonly Name[] {
  const found = new Map<string, { label: Label | undefined; definition: Span | undefined; uses: Span[] }>();
  const entry = (name: string): { label: Label | undefined; definition: Span | undefined; uses: Span[] } => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const made = { label: undefined, definition: undefined, uses: [] };
    found.set(name, made);
    return made;
  };
  for (const { id, label, span, uses } of nodes) {
    if (id !== '[*]') Object.assign(entry(id), { label, definition: span, uses: [...uses] });
  }
  for (const { id, label, opener, keyword } of groups) {
    if (id === undefined || id === '') continue;
    const at = text.slice(opener.start, opener.end).indexOf(id, keyword.length);
    if (at === -1) continue;
    const span = { start: opener.start + at, end: opener.start + at + id.length };
    const group = entry(id);
    // A link may lead to a group that opens further down.
    Object.assign(group, { label: label ?? group.label, definition: span });
    group.uses.push(span);
  }
  for (const { keyword, targets } of statements) {
    if (keyword === 'classDef' || keyword === 'linkStyle') continue;
    for (const target of targets) found.get(target.text)?.uses.push(target.span);
  }
  return [...found].flatMap(([name, { label, definition, uses }]) =>
    nameFrom(text, { kind: 'node', name, label: label?.text, definition, uses }),
  );
}

/** Classes of styles: `classDef`, `class a,b name`, `a:::name`. */
function classNames(symbols: DiagramSymbols, text: string): readonly Name[] {
  const found = new Map<string, { definition: Span | undefined; uses: Span[] }>();
  const use = (name: string, span: Span, isDefinition: boolean): void => {
    const known = found.get(name) ?? { definition: undefined, uses: [] };
    found.set(name, known);
    known.uses.push(span);
    if (isDefinition) known.definition ??= span;
  };
  for (const { keyword, targets, className } of symbols.statements) {
    if (keyword === 'classDef') for (const target of targets) use(target.text, target.span, true);
    else if (className !== undefined) use(className.text, className.span, false);
  }
  const isInLabel = marksOf(labelSpans(symbols), text.length);
  for (const match of matchesOf(/:::([\p{L}\p{N}_-]+)/gu, maskNonContent(text))) {
    const start = match.index + ':::'.length;
    if (isInLabel[start] === 1) continue;
    use(match[1] ?? '', { start, end: start + (match[1] ?? '').length }, false);
  }
  return [...found].flatMap(([name, { definition, uses }]) =>
    nameFrom(text, { kind: 'class', name, label: undefined, definition, uses }),
  );
}

/** One byte a character, so that asking costs the same however many spans there are. */
function marksOf(spans: readonly Span[], length: number): Uint8Array {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return marks;
}

function labelSpans({ nodes, edges, groups }: DiagramSymbols): readonly Span[] {
  return [...nodes.flatMap(({ labels }) => labels), ...[...edges, ...groups].map(({ label }) => label)].flatMap(
    (label) => (label === undefined ? [] : [label.span]),
  );
}

/** The name as it is written; nothing where it is not written anywhere, as of a node that is named by its label. */
function nameFrom(
  text: string,
  given: Omit<Name, 'definition'> & { readonly definition: Span | undefined },
): readonly Name[] {
  const byPlace = new Map(given.uses.map((span) => [span.start, span]));
  const uses = [...byPlace.values()]
    .filter(({ start, end }) => text.slice(start, end) === given.name)
    .toSorted((a, b) => a.start - b.start);
  const definition = uses.find(({ start }) => start === given.definition?.start) ?? uses[0];
  return definition === undefined ? [] : [{ ...given, definition, uses }];
}
