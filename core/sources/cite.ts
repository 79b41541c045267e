/** Says where a figure was read: the source and its line, as it stands in the comments of what is made. */

/** Names 1-based lines of a text: `costs.csv:3`, `costs.csv:3-9`, `costs.csv:3,5,9`. */
export type Cite = (...lines: readonly number[]) => string;

/** Longer lists of single lines say from where to where instead. */
const mostPlaces = 12;

export function createCite(name: string, firstLine: number): Cite {
  const shown = commentText(name);
  return (...lines) => {
    const sorted = [...new Set(lines)].sort((a, b) => a - b).map((line) => line + firstLine - 1);
    const runs: [number, number][] = [];
    for (const line of sorted) {
      const last = runs.at(-1);
      if (last !== undefined && line === last[1] + 1) last[1] = line;
      else runs.push([line, line]);
    }
    const kept = runs.length > mostPlaces ? [[sorted[0] ?? 0, sorted.at(-1) ?? 0] as const] : runs;
    const places = kept.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
    return places.length === 0 ? shown : `${shown}:${places.join(',')}`;
  };
}

/** A name as it can stand in a comment of HTML and of Mermaid: on one line, with nothing that would end or become one. */
function commentText(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Cf}{}<>%]/gu, ' ')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
