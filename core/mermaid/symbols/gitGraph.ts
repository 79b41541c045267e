/** Reads git graphs: commits as rows, branches as groups, merges and cherry-picks as edges. */
import { SymbolsBuilder } from './builder.ts';
import { plainLabel } from './label.ts';
import { contentLines } from './lines.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';

const header = /^gitGraph\b(?:\s+(LR|TB|BT))?\s*:?/;
const statement = /^(commit|branch|checkout|switch|merge|cherry-pick)\b\s*(?:"([^"]*)"|(?!\w+:)([\w./-]+))?/d;
const ownId = /\bid:\s*"([^"]*)"/d;

/** Reads a git graph; never throws. A row is a commit, its id the author's; a merge makes a commit too. */
export function readGitGraph(text: string, type: string): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const lines = contentLines(text);
  const at = lines.findIndex((line) => header.test(line.text));
  const first = lines[at];
  let current = 'main';
  for (const line of lines.slice(at + 1)) {
    const match = statement.exec(line.text);
    const [, quoted, bare] = matchSpans(match, line.span.start);
    const nameSpan = quoted ?? bare;
    const name = nameSpan === undefined ? undefined : text.slice(nameSpan.start, nameSpan.end);
    const [idSpan] = matchSpans(ownId.exec(line.text), line.span.start);
    const id = idSpan === undefined ? undefined : text.slice(idSpan.start, idSpan.end);
    const keyword = match?.[1];
    if (keyword === undefined) {
      const property = /^(title|accTitle|accDescr)\b\s*:?\s*(.*)$/d.exec(line.text);
      const [, valueSpan] = matchSpans(property, line.span.start);
      if (property?.[1] !== undefined && valueSpan !== undefined) {
        symbols.property({ name: property[1], value: property[2] ?? '', span: line.span, valueSpan });
      }
      continue;
    }
    if (keyword === 'branch' && name !== undefined && nameSpan !== undefined) {
      symbols.openGroup({ keyword, id: name, label: plainLabel(text, nameSpan), opener: line.span });
      symbols.closeGroup(line.span.end);
    }
    if (keyword === 'commit' || keyword === 'merge') {
      const label = idSpan === undefined ? undefined : plainLabel(text, idSpan);
      symbols.row({ label, span: idSpan ?? line.span, values: [{ text: current, span: line.span }], id });
    }
    if ((keyword === 'merge' && name !== undefined) || (keyword === 'cherry-pick' && id !== undefined)) {
      const from = keyword === 'merge' ? (name ?? '') : (id ?? '');
      symbols.edge({ from, to: current, span: line.span, label: undefined, arrow: keyword, id: undefined });
    }
    if (keyword !== 'commit' && keyword !== 'merge' && keyword !== 'cherry-pick') current = name ?? current;
  }
  const word = first === undefined ? null : header.exec(first.text);
  const start = first?.span.start ?? 0;
  return symbols.build(type, { start, end: start + (word?.[0].length ?? 0) }, word?.[1]);
}
