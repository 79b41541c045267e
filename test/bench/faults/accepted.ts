/** Diagrams that Mermaid's parser accepts and that are not what their author meant, one such thing in each. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface AcceptedFault {
  readonly file: string;
  readonly kind: string;
  /** The 1-based line a finding should stand on. */
  readonly line: number;
  /** The words on that line that are wrong. */
  readonly token: string;
  /** True where Mermaid's `render` throws, as seen in a browser. */
  readonly throwsInRender?: true;
  /** True where some authors might mean it. */
  readonly arguable?: true;
  readonly text: string;
}

const folder = path.join(import.meta.dirname, 'accepted');

/** Reads the manifest; throws where it and the folder do not agree, or where a token is not on its line. */
export function readAcceptedFaults(): readonly AcceptedFault[] {
  // Written by hand next to the diagrams, in this shape.
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as readonly Omit<
    AcceptedFault,
    'text'
  >[];
  const unlisted = readdirSync(folder).filter(
    (file) => file.endsWith('.mmd') && !manifest.some((entry) => entry.file === file),
  );
  if (unlisted.length > 0) throw new Error(`not in the manifest: ${unlisted.join(', ')}`);
  return manifest.map((entry) => {
    const text = readFileSync(path.join(folder, entry.file), 'utf8');
    const line = text.split('\n')[entry.line - 1] ?? '';
    if (!line.includes(entry.token)) throw new Error(`${entry.file}:${entry.line} has no ${entry.token}`);
    return { ...entry, text };
  });
}
