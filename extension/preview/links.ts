/** Which links of a diagram may be opened. Pure: knows no editor. */

const openable: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address in its normal form; undefined when it is none or may not be opened. */
export function openableLink(href: string): string | undefined {
  if (href.length > 2_000) return undefined;
  try {
    const url = new URL(href);
    return openable.has(url.protocol) ? url.href : undefined;
  } catch {
    // Not an address: relative ones have no place to start from.
    return undefined;
  }
}
