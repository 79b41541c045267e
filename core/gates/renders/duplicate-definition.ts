/** DG084: the same name is defined twice, with different meanings. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import type { DiagramSymbols } from '../../mermaid/symbols/model.ts';
import type { Span } from '../../model.ts';
import type { FaultRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { removeLine, replaceBy } from './facts/edits.ts';
import { repeatedDeclarations } from './facts/references.ts';
import type { RepeatedDeclaration } from './facts/references.ts';

const meta: RuleMeta = {
  id: 'DG084',
  alias: 'duplicate-definition',
  gate: 'renders',
  severity: 'warning',
  title: 'The same name is defined twice.',
  why: 'The second definition is refused, or silently replaces or doubles the first, so the picture shows something else than the text.',
  fixable: true,
};

export const duplicateDefinition: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, type }: BrokenDiagram): Iterable<Proposal> {
    for (const repeated of repeatedDeclarations(masked, type)) yield* proposeOthers(text, repeated);
  },
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    yield* relabelled(symbols);
    yield* declaredTwice(symbols, facts.text);
    yield* boxAndGroup(symbols);
    yield* groupTwice(symbols);
    const seen = new Map<string, Span>();
    for (const { what, name, span } of namedRows(symbols, facts.text)) {
      if (seen.has(name))
        yield {
          message: `The ${what} \`${shown(name)}\` is defined a second time here. Give it a name of its own.`,
          span,
        };
      else seen.set(name, span);
    }
  },
};

/** The very same line twice is one too many; another thing needs another name, which its author must find. */
function* proposeOthers(text: string, repeated: RepeatedDeclaration): Iterable<Proposal> {
  const { what, name, span, line, isSame, unused } = repeated;
  const advice = isSame ? 'Take this line out.' : 'Give it a name of its own.';
  const proposal = { span, message: `The ${what} \`${name}\` is there already. ${advice}`, hidden: true, weight: 6 };
  const rename = { edits: [replaceBy(span, unused)], fix: `Call it \`${unused}\``, byHand: true } as const;
  if (what === 'branch') {
    const word = { start: line.start, end: line.start + 'branch'.length };
    yield { ...proposal, edits: [replaceBy(word, 'checkout')], fix: `Change to \`checkout ${name}\``, byHand: true };
  } else if (what === 'participant') {
    yield { ...proposal, edits: [removeLine(text, line)], fix: 'Remove the line', byHand: true };
  } else if (isSame) {
    yield { ...proposal, edits: [removeLine(text, line)], fix: 'Remove the line' };
  }
  yield { ...proposal, ...rename };
}

/** Two labels for one id: only the last is drawn. */
function* relabelled({ type, nodes }: DiagramSymbols): Iterable<RuleFinding> {
  if (!/^(?:flowchart|swimlane|sequence|state)/.test(type)) return;
  for (const { id, labels } of nodes) {
    const [first, ...others] = labels;
    const other = others.find(({ text }) => text !== '' && text !== first?.text);
    if (first === undefined || other === undefined) continue;
    yield {
      message: `\`${id}\` was labelled "${first.text}" before: only the last label is drawn. Use another id for another thing.`,
      span: other.span,
    };
  }
}

/** Types whose nodes are named in full only where they are declared. */
const declaring: Readonly<Record<string, string>> = {
  c4: 'alias',
  kanban: 'card',
  requirement: 'requirement',
  radar: 'axis',
  wardley: 'component',
  railroad: 'rule',
  railroadEbnf: 'rule',
  railroadAbnf: 'rule',
  railroadPeg: 'rule',
};

function* declaredTwice({ type, nodes }: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const what = declaring[type];
  if (what === undefined) return;
  for (const { id, uses } of nodes) {
    for (const span of uses.slice(1)) {
      // A card without an id of its own goes by its words, and two cards may say the same.
      if (type === 'kanban' && !/^[[({)]/.test(text.slice(span.end))) continue;
      yield { message: `The ${what} \`${id}\` is defined a second time here. Give it a name of its own.`, span };
    }
  }
}

/** A label given to a subgraph as if it were a box is not drawn. */
function* boxAndGroup({ type, nodes, groups }: DiagramSymbols): Iterable<RuleFinding> {
  if (!/^(?:flowchart|swimlane)/.test(type)) return;
  for (const { id, label } of nodes) {
    const group = groups.find((each) => each.id === id);
    if (group === undefined || label === undefined || label.text === (group.label?.text ?? id)) continue;
    const message = `\`${id}\` is a subgraph, so this label is not drawn. Use another id for the box.`;
    yield { message, span: label.span };
  }
}

/** Two subgraphs of one name become one, and their boxes stand together. */
function* groupTwice({ type, groups }: DiagramSymbols): Iterable<RuleFinding> {
  if (!/^(?:flowchart|swimlane)/.test(type)) return;
  const seen = new Set<string>();
  for (const { id, opener } of groups) {
    if (id === undefined) continue;
    if (seen.has(id)) {
      yield {
        message: `There is a subgraph \`${id}\` already: Mermaid draws the two as one. Give this one a name of its own.`,
        span: opener,
      };
    }
    seen.add(id);
  }
}

interface NamedRow {
  readonly what: string;
  readonly name: string;
  readonly span: Span;
}

function* namedRows({ type, rows }: DiagramSymbols, text: string): Iterable<NamedRow> {
  for (const { id, label, span, values } of rows) {
    if (type === 'pie' && label !== undefined) yield { what: 'slice', name: label.text, span: label.span };
    if (type === 'quadrantChart' && label !== undefined) yield { what: 'point', name: label.text, span: label.span };
    if (type === 'gitGraph' && id !== undefined) yield { what: 'commit', name: id, span };
    const [first] = values;
    if (type === 'requirement' && label?.text.toLowerCase() === 'id' && first !== undefined) {
      yield { what: 'id', name: first.text, span: first.span };
    }
    if (type === 'gantt' && id !== undefined) {
      const start = text.indexOf(id, text.indexOf(':', span.start));
      yield { what: 'task id', name: id, span: { start, end: start + id.length } };
    }
    if ((type === 'er' || type.startsWith('class')) && id !== undefined && label !== undefined) {
      yield { what: 'member', name: `${id}\n${label.text}`, span: label.span };
    }
  }
}

const shown = (name: string): string => name.split('\n').at(-1) ?? name;
