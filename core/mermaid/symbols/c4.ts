/** Reads C4 diagrams: elements, boundaries, relations and updates, each written as a call. */
import { matchesOf } from '../../matches.ts';
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import { readLabel } from './label.ts';
import { splitFields } from './lineReader.ts';
import type { Field } from './lineReader.ts';
import { maskNonContent } from './mask.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols, StatementSymbol } from './model.ts';

const header = /^[^\S\n]*(C4(?:Context|Container|Component|Dynamic|Deployment))\b/dm;
/** A call at the beginning of a line, up to its last parenthesis; a closing brace; or a property. */
const statement =
  /^[^\S\n]*(?:([A-Z]\w+)[^\S\n]*\(((?:"[^"]*"|[^()"]|\([^()"]*\))*)\)?|(\})|(title|accTitle|accDescr|accDescription)\b[^\S\n]*:?[^\S\n]*([^\n]*))/dgm;
const boundary = /Boundary$|^(?:Deployment_)?Node(?:_[LR])?$/;
const relation = /^(?:Bi)?Rel(?:_\w+)?$/;
const separator = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** Reads a C4 diagram; never throws, and skips what it does not understand. Boundaries are groups. */
export function readC4(text: string, type: string): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const masked = maskNonContent(text);
  const [headerSpan = { start: 0, end: 0 }] = matchSpans(header.exec(masked), 0);
  for (const match of matchesOf(statement, masked, headerSpan.end)) {
    if (match.index < headerSpan.start) continue;
    const [keyword, args, brace, name, value] = matchSpans(match, 0);
    if (keyword !== undefined && args !== undefined) {
      const span = { start: keyword.start, end: match.index + match[0].length };
      readCall(text, symbols, { keyword: match[1] ?? '', args: splitFields(text, args, separator), span });
    } else if (brace !== undefined) {
      symbols.closeGroup(brace.end);
    } else if (name !== undefined && value !== undefined) {
      const word = text.slice(name.start, name.end);
      const span = { start: name.start, end: value.end };
      symbols.property({ name: word, value: text.slice(value.start, value.end), span, valueSpan: value });
    }
  }
  while (symbols.closeGroup(text.length, false));
  return symbols.build(type, headerSpan, undefined);
}

interface Call {
  readonly keyword: string;
  readonly args: readonly Field[];
  readonly span: Span;
}

function readCall(text: string, symbols: SymbolsBuilder, { keyword, args, span }: Call): void {
  const words = args.filter(({ text: arg }) => !arg.startsWith('$'));
  const [first, second, third] = keyword === 'RelIndex' ? words.slice(1) : words;
  if (first === undefined || first.text === '') return;
  const label = (field: Field | undefined): ReturnType<typeof readLabel> | undefined =>
    field === undefined ? undefined : readLabel(text, field.span);
  if (relation.test(keyword) || keyword === 'RelIndex') {
    if (second === undefined) return;
    symbols.edge({ from: first.text, to: second.text, span, label: label(third), arrow: keyword, id: undefined });
  } else if (keyword.startsWith('Update')) {
    if (keyword !== 'UpdateLayoutConfig') symbols.statement(update(keyword, words, args, span));
  } else if (boundary.test(keyword)) {
    symbols.openGroup({ keyword, id: first.text, label: label(second), opener: span });
    // A node of a deployment may stand without anything in it, then without braces too.
    if (!/^\s*\{/.test(text.slice(span.end))) symbols.closeGroup(span.end);
  } else {
    symbols.mention({ id: first.text, span: first.span, label: label(second), shape: keyword });
  }
}

/** `UpdateElementStyle(alias, $bgColor="grey")` and `UpdateRelStyle(from, to, $textColor="red")`. */
function update(keyword: string, words: readonly Field[], args: readonly Field[], span: Span): StatementSymbol {
  const declarations = args.flatMap((arg) => {
    const match = /^\$(\w+)\s*=\s*"([^"]*)"$/d.exec(arg.text);
    const [, valueSpan] = matchSpans(match, arg.span.start);
    if (match === null || valueSpan === undefined) return [];
    return [{ property: match[1] ?? '', value: match[2] ?? '', span: arg.span, valueSpan }];
  });
  const targets = words.slice(0, keyword === 'UpdateRelStyle' ? 2 : 1);
  return { keyword: 'style', span, targets, className: undefined, declarations, label: undefined };
}
