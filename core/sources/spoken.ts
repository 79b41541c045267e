/** Writes words from a source where Mermaid takes them without quotes, and several lines in one label. */
import { oneLine, quoted } from './labels.ts';

/** A message, note or participant of a sequence diagram: to the end of its line. */
export function spoken(text: string, most = 80): string {
  const inside = oneLine(text, most)
    .replaceAll(/%{2,}/g, '%')
    .replaceAll('#', '#35;')
    .replaceAll(';', '#59;')
    .replaceAll('#35#59;', '#35;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    // What begins with a colon, or looks like options of a participant, is read as such.
    .replaceAll('@{', '@ {')
    .replace(/^:+/, '')
    .replace(/^(no)?wrap:/i, '$1wrap ')
    .trim();
  return inside === '' ? 'unnamed' : inside;
}

/** A label of a flowchart with a line for each text; empty ones are left out. */
export function quotedLines(lines: readonly string[], most = 60): string {
  const shown = lines.filter((line) => line.trim() !== '').map((line) => quoted(line, most).slice(1, -1));
  return `"${shown.length === 0 ? ' ' : shown.join('<br/>')}"`;
}
