/** Mermaid as it is published, for comparison: the line its own message speaks of. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundleWith } from 'esbuild';
import { projectRoot } from '../../support/paths.ts';

const entry = `
  globalThis.window ??= globalThis;
  globalThis.CSS ??= { supports: () => true };
  import mermaid from 'mermaid';
  mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, logLevel: 'fatal' });
  export const parse = (text) => mermaid.parse(text);
`;

/** Parsing needs no sanitiser; without a DOM the real one has no methods. */
const withoutDom = `const same = (text) => text; export default { sanitize: same, addHook() {}, removeHook() {}, setConfig() {} };`;

/** Where `loadPlainMermaid` leaves the module it loads, which exports `parse`. */
export const plainMermaidFile = path.join(projectRoot, 'dist/bench/plainMermaid.mjs');

export interface PlainMermaid {
  /** What Mermaid says of `text`; undefined when it accepts it. */
  refuse(text: string): Promise<string | undefined>;
}

export async function loadPlainMermaid(): Promise<PlainMermaid> {
  await mkdir(path.dirname(plainMermaidFile), { recursive: true });
  await bundleWith({
    stdin: { contents: entry, resolveDir: projectRoot },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    outfile: plainMermaidFile,
    logLevel: 'warning',
    legalComments: 'none',
    plugins: [
      {
        name: 'without-dom',
        setup(build) {
          build.onResolve({ filter: /^dompurify$/ }, () => ({ path: 'dompurify', namespace: 'without-dom' }));
          build.onLoad({ filter: /.*/, namespace: 'without-dom' }, () => ({ contents: withoutDom }));
        },
      },
    ],
  });
  // Known from `entry` above.
  const bundle = (await import(pathToFileURL(plainMermaidFile).href)) as { parse(text: string): Promise<unknown> };
  return {
    refuse: (text) =>
      bundle.parse(text).then(
        () => undefined,
        (problem: unknown) => (problem instanceof Error ? problem.message : String(problem)),
      ),
  };
}

/** The first 1-based line Mermaid's message names; undefined where it names none. */
export function lineNamedIn(message: string): number | undefined {
  const line = /\bline:? (\d+)/i.exec(message)?.[1] ?? /\((\d+):\d+\)/.exec(message)?.[1];
  return line === undefined ? undefined : Number(line);
}
