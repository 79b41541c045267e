/** The valid diagrams that everything about Mermaid is measured and tested with: a folder a type, named as Mermaid names it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One valid diagram. */
export interface Sample {
  /** `<type>/<name>`, without the extension. */
  readonly id: string;
  /** Mermaid's own name of the diagram type, such as `flowchart-v2`. */
  readonly type: string;
  readonly text: string;
}

/** Every sample, in the order of their ids. */
export function readSamples(): readonly Sample[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: type }) =>
      readdirSync(path.join(import.meta.dirname, type))
        .filter((file) => file.endsWith('.mmd'))
        .map((file) => ({
          id: `${type}/${path.basename(file, '.mmd')}`,
          type,
          text: readFileSync(path.join(import.meta.dirname, type, file), 'utf8'),
        })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
