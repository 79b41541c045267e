/** Reads requirement diagrams: requirements and elements as nodes, their fields as rows, relations as edges. */
import { SymbolsBuilder } from './builder.ts';
import { Cursor } from './cursor.ts';
import { plainLabel, readLabel } from './label.ts';
import { contentLines } from './lines.ts';
import type { ContentLine } from './lines.ts';
import { maskNonContent } from './mask.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';
import { isStyleKeyword, readStyleStatement } from './styleStatement.ts';

const name = String.raw`("[^"]*"|[^\s{<>:,="-](?:[^{<>:,="-]*[^\s{<>:,="-])?)`;
const opener = new RegExp(
  `^((?:functional|interface|performance|physical)?requirement|designConstraint|element)\\s+${name}\\s*(?::::([\\w-]+))?\\s*\\{`,
  'di',
);
const field = /^(id|text|risk|verifymethod|type|docref)\s*:\s*(.*)$/di;
const forth = new RegExp(`^${name}\\s*-\\s*(\\w+)\\s*->\\s*${name}$`, 'd');
const back = new RegExp(`^${name}\\s*<-\\s*(\\w+)\\s*-\\s*${name}$`, 'd');
const property = /^(direction|title|accTitle|accDescr)\b\s*:?\s*(.*)$/d;
const shorthand = new RegExp(`^${name}:::([\\w-]+)$`, 'd');

/** Reads a requirement diagram; never throws, and skips lines it does not understand. A row's id is its requirement. */
export function readRequirement(text: string, type: string): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const lines = contentLines(text);
  const at = lines.findIndex((line) => /^requirementDiagram\b/.test(line.text));
  let owner: string | undefined;
  let direction: string | undefined;
  for (const line of lines.slice(at + 1)) {
    if (owner === undefined) {
      direction = /^direction\s+(\w+)/.exec(line.text)?.[1] ?? direction;
      owner = readStatement(text, symbols, line);
    } else if (line.text.startsWith('}')) {
      owner = undefined;
    } else {
      const [key, value] = matchSpans(field.exec(line.text), line.span.start);
      if (key === undefined || value === undefined) continue;
      const given = readLabel(text, value);
      const values = [{ text: text.slice(given.span.start, given.span.end), span: given.span }];
      symbols.row({ label: plainLabel(text, key), span: line.span, values, id: owner });
    }
  }
  return symbols.build(type, lines[at]?.span ?? { start: 0, end: 0 }, direction);
}

/** Reads one line outside braces; returns the requirement it opens. */
function readStatement(text: string, symbols: SymbolsBuilder, line: ContentLine): string | undefined {
  const idOf = (span: { start: number; end: number }): string => text.slice(span.start, span.end).replaceAll('"', '');
  const [kind, own, ownClass] = matchSpans(opener.exec(line.text), line.span.start);
  if (kind !== undefined && own !== undefined) {
    const id = idOf(own);
    symbols.mention({ id, span: own, shape: text.slice(kind.start, kind.end) });
    if (ownClass !== undefined) symbols.assignClass(id, text.slice(ownClass.start, ownClass.end));
    return line.text.endsWith('}') ? undefined : id;
  }
  const keyword = /^\w+/.exec(line.text)?.[0];
  if (isStyleKeyword(keyword) && readStyleStatement(new Cursor(maskNonContent(text), line.span.start), symbols)) return;
  const known = property.exec(line.text);
  const [, valueSpan] = matchSpans(known, line.span.start);
  if (known?.[1] !== undefined && valueSpan !== undefined) {
    symbols.property({ name: known[1], value: known[2] ?? '', span: line.span, valueSpan });
    return;
  }
  const [left, verb, right] = matchSpans(forth.exec(line.text) ?? back.exec(line.text), line.span.start);
  if (left !== undefined && verb !== undefined && right !== undefined) {
    const [from, to] = line.text.includes('<-') ? [right, left] : [left, right];
    const arrow = text.slice(verb.start, verb.end);
    symbols.edge({ from: idOf(from), to: idOf(to), span: verb, label: plainLabel(text, verb), arrow, id: undefined });
    return;
  }
  const [styled, className] = matchSpans(shorthand.exec(line.text), line.span.start);
  if (styled !== undefined && className !== undefined) {
    symbols.assignClass(idOf(styled), text.slice(className.start, className.end));
  }
  return;
}
