/** Puts texts of documents into other languages, so that they stay texts. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 cannot hold, not even escaped: control characters and halves of pairs. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu;

/** A text for HTML or XML, between tags or in a quoted attribute. */
export const escapeMarkup = (text: string): string =>
  text.replace(unwritable, '\ufffd').replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** A text for one line of Markdown, a cell of a table among them: nothing in it is read as markup. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~&!$]/g, (char) => (char === '&' ? '&amp;' : `\\${char}`));
