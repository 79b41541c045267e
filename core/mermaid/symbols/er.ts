/** Reads entity-relationship diagrams: entities with their attributes, and relationships. */
import { Cursor } from './cursor.ts';
import { plainLabel, readLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import { maskNonContent } from './mask.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';
import { isStyleKeyword, readStyleStatement } from './styleStatement.ts';

const name = String.raw`(?:"[^"]+"|[\p{L}\p{N}_][\p{L}\p{N}_.*-]*)`;
const alias = String.raw`(?:\[("[^"]*"|[^\]]*)\])?(?::::[\w,-]+)?`;
const cardinality = String.raw`(?:[|}{o.<>-]{5,6}|(?:one|zero|only|many|1|0\+?|u)[^":]*?(?:to|optionally to)[^":]*?)`;
const relationship = new RegExp(`^(${name})${alias}\\s*(${cardinality})\\s*(${name})${alias}\\s*(?::\\s*(.*))?$`, 'du');
const entity = new RegExp(`^(${name})\\s*${alias}\\s*(\\{)?\\s*(\\})?$`, 'du');

/** Reads an entity-relationship diagram; attributes are rows whose id is their entity. Never throws. */
export function readEr(text: string, type: string): DiagramSymbols {
  let body: string | undefined;
  const unquoted = (raw: string): string => raw.replaceAll('"', '');
  const properties = ['title', 'direction', 'accTitle', 'accDescr'];
  return readLines(text, type, /^erDiagram\b/, properties, ({ line, symbols }) => {
    if (body !== undefined) {
      if (line.text.endsWith('}')) body = undefined;
      else symbols.row({ label: plainLabel(text, line.span), span: line.span, values: [], id: body });
      return;
    }
    const keyword = /^\w+/.exec(line.text)?.[0];
    if (isStyleKeyword(keyword) && readStyleStatement(new Cursor(maskNonContent(text), line.span.start), symbols))
      return;
    const [from, , sign, to, , words] = matchSpans(relationship.exec(line.text), line.span.start);
    if (from !== undefined && sign !== undefined && to !== undefined) {
      const [source, target] = [from, to].map((span) => {
        const id = unquoted(text.slice(span.start, span.end));
        symbols.mention({ id, span, shape: 'entity' });
        return id;
      });
      const label = words === undefined ? undefined : readLabel(text, words);
      const arrow = text.slice(sign.start, sign.end).trim();
      symbols.edge({ from: source ?? '', to: target ?? '', span: sign, arrow, label, id: undefined });
      return;
    }
    const [own, title, open, close] = matchSpans(entity.exec(line.text), line.span.start);
    if (own === undefined) return;
    const id = unquoted(text.slice(own.start, own.end));
    const label = title === undefined ? undefined : readLabel(text, title);
    symbols.mention({ id, span: own, label, shape: 'entity' });
    if (open !== undefined && close === undefined) body = id;
  });
}
