/** Finds the front matter at the top of a Markdown document. */
import { LineTable } from './lines.ts';
import type { FrontMatterBlock } from './model.ts';

export interface FoundFrontMatter {
  readonly block: FrontMatterBlock;
  /** Where the line after the closing delimiter starts. */
  readonly bodyStart: number;
}

const closings: ReadonlyMap<string, readonly string[]> = new Map([
  ['---', ['---', '...']],
  ['+++', ['+++']],
]);

/**
 * YAML between `---` and `---` or `...`, or TOML between `+++` lines, whose first delimiter stands at `start`.
 * Undefined when there is none or it is never closed: then `---` is a thematic break.
 */
export function findFrontMatter(text: string, start: number): FoundFrontMatter | undefined {
  const delimiters = closings.get(text.slice(start, start + 3));
  if (delimiters === undefined) return undefined;
  const lines = new LineTable(text);
  const lineText = (line: number): string =>
    text.slice(line === 0 ? start : lines.start(line), lines.end(line)).trimEnd();
  if (!closings.has(lineText(0))) return undefined;
  for (let line = 1; line < lines.count; line++) {
    const delimiter = lineText(line);
    if (!delimiters.includes(delimiter)) continue;
    const content = { start: lines.start(1), end: Math.max(lines.end(line - 1), lines.start(1)) };
    const span = { start, end: lines.start(line) + delimiter.length };
    return { block: { kind: 'front-matter', span, content }, bodyStart: lines.start(line + 1) };
  }
  return undefined;
}
