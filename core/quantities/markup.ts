/** Blanks the markup of Markdown and Mermaid, so that figures stand as the reader sees them and every offset is kept. */

const markup = /<[A-Za-z/!][^<>]*>|\*\*|__|~~|`|\\n|&(?:nbsp|lt|gt|amp|quot);|[#&][a-z0-9]{1,6};/gi;
const lineBreak = /^(?:<br\b|\\n)/i;

const comparisons: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

/** `text` with markup as blanks, and line breaks (`<br/>`, `\n` in a label) as one line break and blanks. Its length stays. */
export function blankMarkup(text: string): string {
  return text.replace(markup, (found) => {
    if (lineBreak.test(found)) return `\n${' '.repeat(found.length - 1)}`;
    const comparison = comparisons.get(found.toLowerCase());
    return comparison === undefined ? ' '.repeat(found.length) : comparison.padStart(found.length);
  });
}
