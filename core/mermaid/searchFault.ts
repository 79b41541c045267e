/** Finds the line of a fault that Mermaid reports without a place, by asking it about parts of the diagram. */
import { LineTable } from '../document/lines.ts';
import type { Span } from '../model.ts';
import { namesIn } from './parserWords.ts';
import { lineAround, makeVisible } from './visibleSpan.ts';

/** What Mermaid says about a text: its message, or undefined when the text renders. */
export type Ask = (text: string) => Promise<string | undefined>;

/** How many lines above the end of a block are tried one by one. */
const maxBlockLines = 20;

/**
 * The line whose presence makes Mermaid say `message` about `text`, narrowed to a name the message quotes.
 * `headerOffset` is where the diagram's own text begins; what stands above it is never left out.
 */
export async function searchFault(text: string, headerOffset: number, message: string, ask: Ask): Promise<Span> {
  const lines = new LineTable(text);
  const header = lines.lineAt(headerOffset);
  const upTo = (line: number): string => text.slice(0, lines.end(line));
  let low = header - 1;
  let high = lines.count - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((await ask(upTo(middle))) === message) high = middle;
    else low = middle;
  }
  const last = text.slice(lines.start(high), lines.end(high));
  // A block is judged where it ends, but the fault stands inside.
  const line = /^\s*(end|\})\s*$/.test(last) ? await searchBlock(lines, header, high, message, ask) : high;
  // The data of a node may run over several lines, and the fault is noticed on the last.
  const above = message.startsWith('No such shape') ? { start: headerOffset, end: lines.end(line) } : lines.span(line);
  return narrow(text, lines.span(line), message) ?? narrow(text, above, message) ?? lineAround(text, lines.start(line));
}

/** The nearest line above `end` without which Mermaid does not say `message`. */
async function searchBlock(lines: LineTable, header: number, end: number, message: string, ask: Ask): Promise<number> {
  for (let line = end - 1; line > Math.max(header, end - maxBlockLines); line--) {
    const { start } = lines.span(line);
    const without = lines.text.slice(0, start) + lines.text.slice(lines.start(line + 1));
    const said = await ask(without);
    if (said !== message) return line;
  }
  return end;
}

/** The first thing `message` quotes that stands within `region` as a word of its own. */
export function narrow(text: string, region: Span, message: string): Span | undefined {
  const within = text.slice(region.start, region.end);
  for (const name of namesIn(message)) {
    for (let at = within.indexOf(name); at >= 0; at = within.indexOf(name, at + 1)) {
      if (isWordPart(within[at - 1], name[0]) || isWordPart(within[at + name.length], name.at(-1))) continue;
      return makeVisible(text, { start: region.start + at, end: region.start + at + name.length });
    }
  }
  return undefined;
}

function isWordPart(neighbour: string | undefined, edge: string | undefined): boolean {
  return (
    neighbour !== undefined && edge !== undefined && /[\p{L}\p{N}_]/u.test(neighbour) && /[\p{L}\p{N}_]/u.test(edge)
  );
}
