/** Blanks what Mermaid never sees as content: front matter, `%%{directives}%%` and `%%` comments. Offsets stay the same. */

const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');

const frontMatter = /^\s*---[^\S\n]*\r?\n[\s\S]*?\r?\n\s*---[^\S\n]*(?:\r?\n|$)/;
const directive = /%%\{(?:(?!\}%%)[\s\S])*(?:\}%%)?/g;
const comment = /^[^\S\n]*%%(?!\{)[^\n]+/gm;

/** The diagram's text with everything that is not content replaced by spaces; line endings are kept. */
export function maskNonContent(text: string): string {
  // Most diagrams have nothing of the kind, and many rules ask.
  if (!text.includes('%%') && !text.includes('---')) return text;
  return text.replace(frontMatter, blank).replace(directive, blank).replace(comment, blank);
}
