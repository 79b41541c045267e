/** Writes words from a source where Mermaid takes words: shortened, on one line, without what Mermaid would read as syntax. */

/** On one line, without control characters, at most `most` characters long. */
export function oneLine(text: string, most: number): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  // Not in the middle of a word where the word before is near enough.
  const end = cut.search(/\s\S{0,15}$/);
  return `${(end === -1 ? cut : cut.slice(0, end)).replace(/[\s,;:–—-]+$|[\uD800-\uDBFF]$/u, '')}…`;
}

/** Between double quotes: a pie's slice, a flowchart's label, an axis. */
export function quoted(text: string, most = 60): string {
  const inside = oneLine(text.replaceAll('**', '').replaceAll('`', ''), most)
    .replaceAll('"', "'")
    .replaceAll(/%{2,}/g, '%')
    .replaceAll('#', '#35;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;');
  return `"${inside === '' ? ' ' : inside}"`;
}

/** A Gantt task, section or title: what ends a statement or a field there becomes something that reads the same. */
export function planText(text: string, most = 60): string {
  const inside = oneLine(text.replaceAll('**', '').replaceAll('`', ''), most)
    .replaceAll(/(\d):(?=\d)/g, '$1.')
    .replaceAll(/\s*[:;]+\s*/g, ' – ')
    .replaceAll(/%{2,}/g, '%')
    .replaceAll('#', '')
    .replaceAll(
      /\s*([<>])(=?)\s*(?=[-+]?[\d.\p{Sc}])/gu,
      (_, sign: string, equal: string) => ` ${saidOf(sign, equal)} `,
    )
    .replaceAll(/[<>{}]/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/^[\s–,-]+|[\s–,-]+$/g, '');
  // What begins with a day is read as one.
  return inside === '' ? 'unnamed' : inside.replace(/^(?=\d{4}-\d\d-\d\d)/, 'on ');
}

/** A comparison in words: without its sign a limit would read as what was measured. */
function saidOf(sign: string, equal: string): string {
  if (equal !== '') return sign === '<' ? 'at most' : 'at least';
  return sign === '<' ? 'below' : 'above';
}

/** A comment inside a diagram. */
export const comment = (text: string): string => `%% ${text}`;

/** A letter of a section's name, and what Mermaid leaves for all of them. */
const letterWidth = 6.5;
const usualPadding = 75;

/** The head of a Gantt chart whose section names need more room on the left than Mermaid gives them. */
export function ganttConfig(sections: readonly string[]): readonly string[] {
  const needed = Math.ceil((Math.max(0, ...sections.map((name) => name.length)) * letterWidth + 20) / 10) * 10;
  return needed <= usualPadding ? [] : ['---', `config: { gantt: { leftPadding: ${needed} } }`, '---'];
}
