/** The words a reader of Markdown sees: emphasis, code marks and link targets removed, checkboxes kept. */

export function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/\*\*|__|~~|`/g, '')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|$~-])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
