/** Reads railroad diagrams in their four notations: rules as nodes, and which rule names which as edges. */
import { matchesOf } from '../../matches.ts';
import { SymbolsBuilder } from './builder.ts';
import { maskNonContent } from './mask.ts';
import type { DiagramSymbols } from './model.ts';

const header = /^\s*railroad-(?:(?:ebnf|abnf|peg)-)?beta\b/i;
const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
const definition = /(?:^|;)\s*([A-Za-z][\w-]*)\s*(?:::=|=(?!\/)|<-)/dgm;
const calls = /nonterminal\(\s*"([^"]*)"/dg;
const words = /(?<![\w%-])[A-Za-z][\w-]*/dg;

/** Reads a railroad diagram; never throws. A rule that is only named is no node. */
export function readRailroad(text: string, type: string): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const isCalls = type === 'railroad';
  let masked = maskNonContent(text)
    .replace(/\/\*[\s\S]*?\*\/|\(\*[\s\S]*?\*\)/g, blank)
    .replace(/^[^\S\n]*(?:title|accTitle|accDescr)\b.*$/gm, blank);
  const start = header.exec(masked)?.[0].length ?? 0;
  masked = blank(masked.slice(0, start)) + masked.slice(start);
  const plain = masked.replace(/"[^"\n]*"|'[^'\n]*'|\?[^?\n;]*\?/g, blank);
  const rules = matchesOf(definition, plain).flatMap((match) => {
    const place = match.indices?.[1];
    return place === undefined ? [] : [{ id: match[1] ?? '', place, end: match.index + match[0].length }];
  });
  for (const [index, rule] of rules.entries()) {
    symbols.mention({ id: rule.id, span: { start: rule.place[0], end: rule.place[1] }, shape: 'rule' });
    const until = rules[index + 1]?.place[0] ?? text.length;
    for (const match of matchesOf(isCalls ? calls : words, (isCalls ? masked : plain).slice(rule.end, until))) {
      const place = match.indices?.[isCalls ? 1 : 0];
      if (place === undefined) continue;
      const span = { start: rule.end + place[0], end: rule.end + place[1] };
      const to = text.slice(span.start, span.end);
      symbols.edge({ from: rule.id, to, span, label: undefined, arrow: '', id: undefined });
    }
  }
  const headerStart = start - text.slice(0, start).trimStart().length;
  return symbols.build(type, { start: Math.max(0, headerStart), end: start }, undefined);
}
