/** Turns code that markdown-it has just read into blocks with places: fenced and indented code, and diagrams. */
import type { StateBlock } from 'markdown-it';
import { codeIndent, contentEnd, contentStart, indentOf, lineEnd, readDelimited, verbatimText } from './blockLines.ts';
import { languageOf } from './languages.ts';
import type { LeafReader } from './placingState.ts';

export const readFence: LeafReader = (state, first) => {
  const { collector, token } = state;
  const closed = endsWithFence(state, first, token.markup);
  const { span, info, text, lines } = readDelimited(state, collector.source, first, token.markup.length, closed);
  const language = languageOf(token.info);
  if (collector.diagramLanguages.has(language.toLowerCase())) {
    collector.blocks.push({ kind: 'diagram', form: 'fence', span, info, text, lines, closed });
  } else {
    collector.blocks.push({ kind: 'code', span, language, text, lines });
  }
};

/** Whether the last line read is a closing fence: markdown-it does not say. */
function endsWithFence(state: StateBlock, first: number, markup: string): boolean {
  const last = state.line - 1;
  if (last === first || indentOf(state, last) >= codeIndent) return false;
  const start = contentStart(state, last);
  const fenceEnd = state.skipChars(start, markup.charCodeAt(0));
  return fenceEnd - start >= markup.length && fenceEnd === contentEnd(state, last);
}

export const readIndentedCode: LeafReader = (state, first) => {
  const { collector } = state;
  const { source } = collector;
  const range = { first, end: state.line };
  const content = verbatimText(state, source, range, codeIndent + state.blkIndent, 0);
  const start = content.lines[0]?.start ?? 0;
  const end = source.toSource(state.line - 1, lineEnd(state, state.line - 1));
  collector.blocks.push({ kind: 'code', span: { start, end }, language: '', ...content });
};
