/** What type a diagram's text says it is, by its header alone. */

const headers: readonly (readonly [RegExp, string])[] = [
  [/^gantt\b/, 'gantt'],
  [/^timeline\b/, 'timeline'],
  [/^(?:flowchart|graph)\b/, 'flowchart-v2'],
  [/^sequenceDiagram\b/, 'sequence'],
];

/** Mermaid's own name of the type; undefined for types that no source is read from. */
export function diagramTypeOf(text: string): string | undefined {
  const body = text.replace(/^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/, '');
  const header = body.split('\n').find((line) => line.trim() !== '' && !/^\s*%%/.test(line));
  return headers.find(([pattern]) => pattern.test(header?.trim() ?? ''))?.[1];
}
