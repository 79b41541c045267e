/** What became of a diagram: which of its parts were added, removed or changed, by the names a picture gives them. */
import { partsOf } from '../linking/parts.ts';
import type { Part } from '../linking/parts.ts';
import type { DiagramSymbols, Label } from '../mermaid/symbols/model.ts';
import { readSymbols } from '../mermaid/symbols/read.ts';
import { partNames } from '../protocol.ts';

export interface PartChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What the part is called, for people; of a removed one, what it was. */
  readonly words: string;
  /** What it was called before, where that is something else. */
  readonly was?: string;
  /** By which the old picture and the new one know the part; none where it is not in it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A diagram as it was checked. */
export interface ComparedDiagram {
  readonly text: string;
  readonly type: string | undefined;
}

/** One part of one version. */
interface Entry {
  /** Equal for the same part in both versions. */
  readonly identity: string;
  readonly words: string;
  /** What counts as its content; other words, another shape or place are a change. */
  readonly content: string;
  readonly names: readonly string[];
}

/** The changes in the order of the new text, then what was removed; undefined for a type whose text nobody reads. */
export function changesBetween(before: ComparedDiagram, after: ComparedDiagram): readonly PartChange[] | undefined {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  if (old === undefined || now === undefined) return undefined;
  const known = new Map(old.map((entry) => [entry.identity, entry]));
  const changes = now.flatMap((entry): readonly PartChange[] => {
    const was = known.get(entry.identity);
    known.delete(entry.identity);
    if (was === undefined) return [{ kind: 'added', words: entry.words, before: [], after: entry.names }];
    if (was.content === entry.content) return [];
    const named = was.words === entry.words ? {} : { was: was.words };
    return [{ kind: 'changed', words: entry.words, ...named, before: was.names, after: entry.names }];
  });
  const gone = [...known.values()].map((entry): PartChange => ({
    kind: 'removed',
    words: entry.words,
    before: entry.names,
    after: [],
  }));
  return [...changes, ...gone];
}

/** What identifies the parts of a diagram, for finding it again on another version of its page. */
export const identitiesOf = (diagram: ComparedDiagram): ReadonlySet<string> =>
  new Set(entriesOf(diagram)?.map(({ identity }) => identity));

function entriesOf(diagram: ComparedDiagram): readonly Entry[] | undefined {
  const symbols = readSymbols(diagram.text, diagram.type);
  if (symbols === undefined) return undefined;
  const parts = partsOf(diagram);
  const entries = [...nodes(symbols, parts), ...edges(symbols, parts), ...groups(symbols), ...rows(symbols, parts)];
  return numbered(entries);
}

/** Parts that are told apart by nothing else are told apart by their order. */
function numbered(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.identity) ?? 0) + 1;
    seen.set(entry.identity, count);
    return count === 1 ? entry : { ...entry, identity: `${entry.identity} ${count}` };
  });
}

function nodes({ nodes: all, groups: groupsOf }: DiagramSymbols, parts: readonly Part[]): readonly Entry[] {
  return all.map(({ id, label, shape, classes, group }, index) => {
    const place = group === undefined ? undefined : groupsOf[group];
    return {
      identity: `node ${id}`,
      words: said(label) ?? id,
      content: JSON.stringify([label?.text, shape, [...classes].sort(), place?.id ?? place?.label?.text]),
      names: namesOf(parts, partNames.nodeAt(index)),
    };
  });
}

function edges({ edges: all, nodes: ends }: DiagramSymbols, parts: readonly Part[]): readonly Entry[] {
  const called = new Map(ends.map(({ id, label }) => [id, said(label) ?? id]));
  return all.map(({ from, to, label, arrow, id }, index) => {
    const words = said(label);
    const route = `${called.get(from) ?? from} → ${called.get(to) ?? to}`;
    return {
      identity: `edge ${id ?? `${from} ${to}`}`,
      words: words === undefined ? route : `${route}: ${words}`,
      content: JSON.stringify([from, to, label?.text, arrow]),
      names: namesOf(parts, partNames.edgeAt(index)),
    };
  });
}

function groups({ groups: all }: DiagramSymbols): readonly Entry[] {
  return all.map(({ keyword, id, label }) => ({
    identity: `group ${id ?? `${keyword} ${label?.text ?? ''}`}`,
    words: said(label) ?? id ?? keyword,
    content: JSON.stringify([label?.text]),
    names: [
      ...(id === undefined ? [] : [partNames.group(id)]),
      ...(label === undefined ? [] : [partNames.words(label.text)]),
    ],
  }));
}

function rows({ rows: all }: DiagramSymbols, parts: readonly Part[]): readonly Entry[] {
  return all.map(({ id, label, values }, index) => {
    const told = values.map(({ text }) => text).join(', ');
    const words = said(label) ?? id;
    return {
      identity: `row ${id ?? label?.text ?? ''}`,
      words: [words, told].filter((text) => text !== undefined && text !== '').join(': '),
      content: JSON.stringify([label?.text, values.map(({ text }) => text)]),
      names: namesOf(parts, partNames.rowAt(index)),
    };
  });
}

/** All names of the part that has this one. */
const namesOf = (parts: readonly Part[], name: string): readonly string[] => {
  const part = parts.find(({ names }) => names.includes(name));
  // Where the picture shows the part only inside another, that one is marked.
  return part === undefined ? [name] : part.owner === undefined ? part.names : [part.owner];
};

const said = (label: Label | undefined): string | undefined => {
  const words = label?.text.replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
};
