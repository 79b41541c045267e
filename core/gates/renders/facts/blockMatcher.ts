/** Matches the lines that open blocks with the lines that close them, by diagram type. */
import { contentLines } from '../../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../../mermaid/symbols/lines.ts';

export interface BlockLine {
  readonly line: ContentLine;
  /** The opening or closing word as it stands at the line's start, or the brace. */
  readonly word: string;
  readonly closer: string;
  /** The width of the line's indentation. */
  readonly indent: number;
}

export interface MatchedBlocks {
  /** Openers that nothing closes, the most likely culprit first. */
  readonly unclosed: readonly BlockLine[];
  /** Closers that close nothing. */
  readonly stray: readonly BlockLine[];
}

interface Form {
  readonly opener: RegExp;
  readonly closer: RegExp;
  readonly ending: string;
}

const ended = (words: string): Form => ({
  opener: new RegExp(`^(?:${words})(?![\\w-])`),
  closer: /^end(?![\w-])/,
  ending: 'end',
});
const braced: Form = { opener: /\{$/, closer: /^\}/, ending: '}' };
const stateNote: Form = { opener: /^note\s+(?:left|right)\s+of\s+\S+$/, closer: /^end note$/, ending: 'end note' };

const forms: Readonly<Record<string, readonly Form[]>> = {
  'flowchart-v2': [ended('subgraph')],
  flowchart: [ended('subgraph')],
  'flowchart-elk': [ended('subgraph')],
  swimlane: [ended('subgraph')],
  agentflow: [ended('flow(?=[^|]*$)|global')],
  sequence: [ended('loop|alt|opt|par|par_over|critical|break|rect|box')],
  block: [ended('block(?!-beta)')],
  usecase: [ended('systemBoundary')],
  class: [braced],
  classDiagram: [braced],
  state: [stateNote, braced],
  stateDiagram: [stateNote, braced],
  er: [braced],
  requirement: [braced],
  c4: [braced],
  wardley: [braced],
};

/** How a type's blocks end, where its blocks are known. */
export const hasBlocks = (type: string | undefined): boolean => type !== undefined && Object.hasOwn(forms, type);

export function matchBlocks(masked: string, type: string | undefined): MatchedBlocks {
  const known = forms[type ?? ''] ?? [];
  const open: BlockLine[] = [];
  const unclosed: BlockLine[] = [];
  const stray: BlockLine[] = [];
  for (const line of contentLines(masked).slice(1)) {
    const indent = line.span.start - (masked.lastIndexOf('\n', line.span.start - 1) + 1);
    for (const { opener, closer, ending } of known) {
      const word = opener.exec(line.text)?.[0];
      if (word !== undefined) {
        open.push({ line, word, closer: ending, indent });
        break;
      }
      const closing = closer.exec(line.text)?.[0];
      if (closing === undefined) continue;
      // An end further left than the last opener belongs to a block further out: the one inside was left open.
      while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent && open.some((each) => each.indent === indent)) {
        const left = open.pop();
        if (left !== undefined) unclosed.push(left);
      }
      if (open.pop() === undefined) stray.push({ line, word: closing, closer: ending, indent });
      break;
    }
  }
  return { unclosed: [...unclosed, ...open.reverse()], stray };
}
