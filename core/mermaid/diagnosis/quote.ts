/** Writing a label so that Mermaid takes it as text. */

/** The label in double quotes; quotes inside become `#quot;`, which the reader sees as a quote. */
export function quoteLabel(label: string): string {
  return `"${label.replaceAll('\\"', '#quot;').replaceAll('"', '#quot;')}"`;
}
