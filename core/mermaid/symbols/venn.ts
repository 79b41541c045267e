/** Reads Venn diagrams: sets as nodes, the sizes of sets and unions as rows, and styles. */
import { readLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';

const sized = /^(set|union)\s+([^[:"]+?|"[^"]*")\s*(?:\[(.*)\])?\s*(?::\s*([\d.]+))?$/di;
const style = /^style\s+(\S+(?:\s*,\s*\S+)*?)\s+([\w-]+\s*:.*)$/di;
const words = /^text\s+(\S+?)\s*(?:\[(.*)\])?$/di;

/** Reads a Venn diagram; never throws. A row's id is the set's, or the sets' of a union joined by commas. */
export function readVenn(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^venn-beta\b/i, ['title', 'accTitle', 'accDescr'], ({ line, symbols }) => {
    const match = sized.exec(line.text);
    const [, name, title, size] = matchSpans(match, line.span.start);
    if (name !== undefined) {
      const id = readLabel(text, name).text.replace(/\s*,\s*/g, ',');
      const label = title === undefined ? undefined : readLabel(text, title);
      if (match?.[1]?.toLowerCase() === 'set') symbols.mention({ id, span: name, label, shape: 'set' });
      const values = size === undefined ? [] : [{ text: text.slice(size.start, size.end), span: size }];
      symbols.row({ label, span: line.span, values, id });
      return;
    }
    const [inner, shown] = matchSpans(words.exec(line.text), line.span.start);
    if (inner !== undefined) {
      const label = shown === undefined ? undefined : readLabel(text, shown);
      symbols.mention({ id: text.slice(inner.start, inner.end), span: inner, label, shape: 'text' });
      return;
    }
    const [target] = matchSpans(style.exec(line.text), line.span.start);
    if (target === undefined) return;
    const about = text.slice(target.start, target.end).replace(/\s*,\s*/g, ',');
    const targets = [{ text: about, span: target }];
    symbols.statement({
      keyword: 'style',
      span: line.span,
      targets,
      className: undefined,
      declarations: [],
      label: undefined,
    });
  });
}
