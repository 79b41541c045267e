/** Puts a block of Markdown in the place of whole lines, parted by blank lines from what stands around it. */
import type { LineTable } from '../../../document/lines.ts';
import type { Span, TextEdit } from '../../../model.ts';

export function replaceLines(text: string, lines: LineTable, span: Span, block: string): TextEdit {
  const first = lines.lineAt(span.start);
  const last = lines.lineAt(Math.max(span.start, span.end - 1));
  const isBlank = (line: number): boolean =>
    line < 0 || line >= lines.count || text.slice(lines.start(line), lines.end(line)).trim() === '';
  const ending = /\r?\n/.exec(text)?.[0] ?? '\n';
  const whole = `${isBlank(first - 1) ? '' : '\n'}${block}${isBlank(last + 1) ? '' : '\n'}`;
  return { span: { start: lines.start(first), end: lines.end(last) }, text: whole.replaceAll('\n', ending) };
}
