/**
 * What may be written at a place of a diagram: its type, keywords, nodes, classes of styles, directions. Nothing inside
 * labels, texts and comments, where an author writes words of their own. Pure.
 */
import { headerWords } from '../gates/renders/facts/headers.ts';
import { vocabularyOf } from '../mermaid/vocabulary.ts';
import { maskNonContent } from '../mermaid/symbols/mask.ts';
import type { Span } from '../model.ts';
import { namesOf } from './names.ts';
import type { NamedDiagram } from './names.ts';

export interface Suggestion {
  readonly kind: 'type' | 'keyword' | 'node' | 'class' | 'direction';
  readonly text: string;
  /** What the reader sees in its place. */
  readonly label?: string;
}

export interface Suggestions {
  /** What has been written of it, and is replaced. */
  readonly span: Span;
  readonly list: readonly Suggestion[];
  /** Only words of a closed list fit, so that they may be shown though nobody asked. */
  readonly isClosed: boolean;
}

/** Nobody writes by hand after more than this on a line. */
const longestLine = 2000;

/** Suggestions at an offset of the diagram's text; undefined where none fit. */
export function suggestionsAt(diagram: NamedDiagram, offset: number): Suggestions | undefined {
  const { text, type } = diagram;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (before.length > longestLine) return undefined;
  const word = /(?:[\p{L}\p{N}_][\p{L}\p{N}_-]*)?$/u.exec(before)?.[0] ?? '';
  const head = before.slice(0, before.length - word.length);
  const span = { start: offset - word.length, end: offset };
  const answer = (list: readonly Suggestion[], isClosed: boolean): Suggestions | undefined =>
    list.length === 0 ? undefined : { span, list, isClosed };

  const content = maskNonContent(text);
  // Of front matter, directives and comments nothing is left there.
  if (before.trim() !== '' && content.slice(lineStart, offset).trim() === '') return undefined;
  if (content.slice(0, lineStart).trim() === '') {
    if (head.trim() === '') return isFrontMatterOpen(text, lineStart) ? undefined : answer(headers, true);
    return /^\s*(?:flowchart|graph|flowchart-elk|swimlane-beta)\s+$/.test(head) ? answer(directions, true) : undefined;
  }
  if (!withNames.has(type ?? '') || isInText(before, type)) return answer(keywordsAt(head, type), false);
  if (/^\s*direction\s+$/.test(head)) return answer(directions, true);
  // A statement that is only begun reads like a node of that name.
  const keywords = new Set(vocabularyOf(type)?.keywords);
  const ofKind = (kind: 'node' | 'class'): readonly Suggestion[] =>
    namesOf(diagram)
      .filter((each) => each.kind === kind && !keywords.has(each.name) && !isUnderCursor(each.uses, offset))
      .map(({ name, label }) => ({ kind, text: name, ...(label === undefined || label === name ? {} : { label }) }));
  if (head.endsWith(':::') || /^\s*(?:class|cssClass) +[^\s,]+(?: *, *[^\s,]+)* +$/.test(head))
    return answer(ofKind('class'), true);
  if (speaksOfNodes.test(head) || endsInArrow(head, type)) return answer(ofKind('node'), false);
  return head.trim() === '' ? answer([...keywordsAt(head, type), ...ofKind('node')], false) : undefined;
}

/** The word under the cursor is not one of the names yet, unless it is written elsewhere, too. */
const isUnderCursor = (uses: readonly Span[], offset: number): boolean =>
  uses.every(({ start, end }) => start <= offset && offset <= end);

const headers: readonly Suggestion[] = headerWords
  // Older spellings stay valid and need not be learnt.
  .filter((word) => !headerWords.includes(word.replace(/-beta$/, '')) || !word.endsWith('-beta'))
  .filter((word) => word !== 'stateDiagram' && word !== 'classDiagram-v2' && word !== 'graph' && word !== 'info')
  .map((text) => ({ kind: 'type', text }));

const directions: readonly Suggestion[] = ['LR', 'TB', 'RL', 'BT'].map((text) => ({ kind: 'direction', text }));

/** Types whose nodes have names that are written wherever they are spoken of. */
const withNames: ReadonlySet<string> = new Set([
  ...['flowchart', 'flowchart-v2', 'flowchart-elk', 'swimlane', 'agentflow', 'sequence', 'state', 'stateDiagram'],
  ...['class', 'classDiagram', 'er', 'block', 'requirement', 'architecture'],
]);

const speaksOfNodes =
  /^\s*(?:style|class|click|activate|deactivate|destroy|[Nn]ote (?:over|(?:left|right) of)) +(?:[^\s,]+ *, *)*$/;

function keywordsAt(head: string, type: string | undefined): readonly Suggestion[] {
  if (head.trim() !== '') return [];
  return (vocabularyOf(type)?.keywords ?? []).map((text) => ({ kind: 'keyword', text }));
}

/** Whether the head of a line ends in an arrow, with its label when it has one between bars. */
function endsInArrow(head: string, type: string | undefined): boolean {
  const bare = head.replace(/\|[^|]*\|\s*$/, '').trimEnd();
  // Activations stand between the arrow and the name.
  const arrow = type === 'sequence' ? bare.replace(/[+-]$/, '') : bare;
  const arrows = [...(vocabularyOf(type)?.arrows ?? []), ...(isFlowchart(type) ? [' &'] : [])];
  return arrow !== '' && [arrow, bare].some((end) => arrows.some((each) => end.endsWith(each)));
}

const isFlowchart = (type: string | undefined): boolean => /^(?:flowchart|swimlane|agentflow)/.test(type ?? '');

/** Whether a place is inside of brackets, quotes or bars, or in the text after a colon. */
function isInText(before: string, type: string | undefined): boolean {
  const unquoted = before.replaceAll(/"[^"]*"/g, '');
  // Elsewhere bars are parts of arrows.
  const unbarred = isFlowchart(type) ? unquoted.replaceAll(/\|[^|]*\|/g, '') : unquoted;
  const outside = unbarred.replaceAll(/\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\}/g, '');
  if (outside.includes('"') || (isFlowchart(type) && outside.includes('|'))) return true;
  // An arrow of an entity relationship ends in a brace.
  if (type !== 'er' && /[[({]/.test(outside)) return true;
  return /^(?:sequence|state|stateDiagram|class|classDiagram|er)$/.test(type ?? '') && /[^:]:(?!:)/.test(outside);
}

/** Front matter that is still being written masks nothing. */
function isFrontMatterOpen(text: string, lineStart: number): boolean {
  return (
    /^\s*---\s*$/.test(text.slice(0, lineStart).split('\n')[0] ?? '') && !/\n\s*---\s*\n/.test(text.slice(0, lineStart))
  );
}
