/** Turns the paragraphs, headings, HTML and definitions that a markdown-it rule has just read into blocks with places. */
import type { StateBlock } from 'markdown-it';
import { contentEnd, contentStart, runningText, spanOfLines } from './blockLines.ts';
import { keepForLinks } from './collector.ts';
import type { BlockCollector } from './collector.ts';
import { readDefinedDestination } from './destinations.ts';
import { mapSpanToSource } from './edits.ts';
import type { PlacedText } from './edits.ts';
import { isComment } from './html.ts';
import type { TextBlock } from './model.ts';
import type { LeafReader } from './placingState.ts';

export const readParagraph: LeafReader = (state, first) => {
  const { collector } = state;
  const { text, lines } = runningText(state, collector.source, first, state.line);
  const container = containerOf(state);
  const span = spanOfLines(state, collector.source, first, state.line - 1);
  collector.blocks.push({ kind: 'text', span, container, text, lines, depth: collector.listDepth });
  keepForLinks(collector, text, lines, '\n');
};

function containerOf(state: StateBlock): TextBlock['container'] {
  if (state.parentType === 'list') return 'list-item';
  return state.parentType === 'blockquote' ? 'quote' : 'paragraph';
}

export const readHeading: LeafReader = (state, first) => {
  const { collector, token } = state;
  const { source } = collector;
  const span = spanOfLines(state, source, first, state.line - 1);
  const isAtx = token.markup.startsWith('#');
  const { text, lines } = isAtx
    ? atxContent(state, first, token.markup.length, collector)
    : runningText(state, source, first, state.line - 1);
  const content = { start: lines[0]?.start ?? span.start, end: lines.at(-1)?.end ?? span.end };
  collector.blocks.push({ kind: 'heading', span, level: Number(token.tag.slice(1)), content, text });
  keepForLinks(collector, text, lines, '\n');
};

/** The text between the opening `#` characters and the optional closing ones. */
function atxContent(state: StateBlock, line: number, level: number, { source }: BlockCollector): PlacedText {
  const markersEnd = contentStart(state, line) + level;
  let end = contentEnd(state, line);
  const closing = state.skipCharsBack(end, '#'.charCodeAt(0), markersEnd);
  const isClosed = closing > markersEnd && /[ \t]/.test(state.src.charAt(closing - 1));
  if (isClosed) end = state.skipSpacesBack(closing, markersEnd);
  const start = Math.min(state.skipSpaces(markersEnd), end);
  return {
    text: state.src.slice(start, end),
    lines: [{ start: source.toSource(line, start), end: source.toSource(line, end) }],
  };
}

export const readHtml: LeafReader = (state, first) => {
  const { collector } = state;
  const { text, lines } = runningText(state, collector.source, first, state.line);
  const span = spanOfLines(state, collector.source, first, state.line - 1);
  if (isComment(text)) {
    collector.blocks.push({ kind: 'comment', span, text });
    return;
  }
  collector.blocks.push({ kind: 'html', span, text });
  collector.linkedTexts.push({ form: 'html', text, pieces: lines, joint: '\n' });
};

export const readDefinition: LeafReader = (state, first) => {
  const { collector, token } = state;
  collector.definitions.push(spanOfLines(state, collector.source, first, state.line - 1));
  const label = token.meta?.['label'];
  if (typeof label !== 'string' || collector.targets.has(label)) return;
  const definition = runningText(state, collector.source, first, state.line);
  const destination = readDefinedDestination(definition.text, state.md.helpers);
  if (destination === undefined) return;
  const target = mapSpanToSource(definition, destination.span);
  collector.targets.set(label, { target, href: destination.href });
};
