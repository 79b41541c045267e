/** DG403: something stands for what nobody has written yet. */
import { mapSpanToSource } from '../../document/edits.ts';
import { clearOf, findOwnWords } from '../../lexicon/ownWords.ts';
import type { OwnWords } from '../../lexicon/ownWords.ts';
import { placeholderFields, placeholderWords } from '../../lexicon/placeholders.ts';
import { matchesOf } from '../../matches.ts';
import { remember } from '../../memo.ts';
import type { Span } from '../../model.ts';
import { shownLabelsOf } from '../../words/labelLines.ts';
import { codeMark } from '../../words/maskMarkup.ts';
import { passagesOf } from '../../words/passages.ts';
import type { Words } from '../../words/passages.ts';
import type { DiagramFacts, DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG403',
  alias: 'placeholder',
  gate: 'example',
  severity: 'warning',
  title: 'A placeholder was never filled in.',
  why: 'A placeholder marks what its author meant to find out. At 3 AM it sends the reader looking for something that nobody has written.',
  fixable: false,
};

export const placeholder: DocumentRule = {
  scope: 'document',
  meta,
  *check({ model, diagrams, words: own }): Iterable<RuleFinding> {
    for (const { kind, words } of passagesOf(model)) {
      // The columns of a board are called so.
      const isBoard = kind === 'head-row' && words.some(({ text }) => boardWords.test(text));
      if (!isBoard) for (const each of words) yield* findInWords(each, own);
    }
    for (const { block, facts } of diagrams) {
      for (const span of findInDiagram(facts)) yield report(facts.text, span, mapSpanToSource(block, span));
    }
  },
};

/** Beside these, `TODO` is the name of a state. */
const boardWords = /\b(?:doing|done|in[ _-]progress)\b/i;

function* findInWords({ raw, text, toSource }: Words, own: OwnWords | undefined): Iterable<RuleFinding> {
  const found = [
    ...matchesOf(placeholderWords, text).filter((match) => !isSpokenOf(match)),
    // Looked for as it is written: an address is no word, and a template's field looks like a tag.
    ...matchesOf(placeholderFields, raw).filter(({ index }) => text.charAt(index) !== codeMark),
  ];
  const spans = found.map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  for (const span of withOwn(spans, text, own)) yield report(raw, span, toSource(span));
}

/** "A TODO comment" speaks of one, and leaves nothing open. */
const isSpokenOf = ({ input, index, 0: mark }: RegExpExecArray): boolean =>
  /^ (?:comments?|lists?|markers?|notes?)\b/i.test(input.slice(index + mark.length, index + mark.length + 12));

/** Spans in the diagram's text, in order. */
const findInDiagram: (facts: DiagramFacts) => readonly Span[] = remember((facts) => {
  const isBoard = boardWords.test(facts.text);
  return shownLabelsOf(facts)
    .flatMap(({ lines }) => lines)
    .flatMap(({ text, span }) => {
      const written = facts.text.slice(span.start, span.end);
      const found = [
        ...matchesOf(placeholderWords, text).filter((match) => !isSpokenOf(match) && !(isBoard && match[0] === 'TODO')),
        // An address with a person in front is the data of a message, as in `{ email: "ann@example.com" }`.
        ...matchesOf(placeholderFields, written).filter(({ index }) => written.charAt(index - 1) !== '@'),
      ].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
      return withOwn(found, text, facts.words).map(({ start, end }) => ({
        start: span.start + start,
        end: span.start + end,
      }));
    });
});

/** What was found, and the placeholders that somebody configured. */
function withOwn(found: readonly Span[], text: string, own: OwnWords | undefined): readonly Span[] {
  const added = findOwnWords(text, own?.placeholders);
  return added.length === 0 ? found : [...found, ...clearOf(added, found)];
}

function report(text: string, { start, end }: Span, span: Span): RuleFinding {
  return {
    message: `\`${text.slice(start, end)}\` is a placeholder: write what belongs here, or take it out.`,
    span,
  };
}
