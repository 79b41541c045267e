/** Bundles the oracle as the build does, together with what tests want to see of it, and loads it. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import type { MermaidParserOptions } from '../../build/mermaidParser.mjs';
import { mermaidParser } from '../../build/mermaidParser.mjs';
import type { Oracle } from '../../core/ports.ts';
import { projectRoot } from './paths.ts';

const entry = `
  export { createOracle } from './checker/oracle.ts';
  export { parse, lastParserInput } from 'mermaid/dist/mermaid.core.mjs';
`;

/** The parts of the bundle. */
export interface MermaidBundle {
  createOracle(): Promise<Oracle>;
  parse(text: string): Promise<unknown>;
  /** What Mermaid handed to its parser last, and the length it compares with its limit. */
  lastParserInput(): { readonly type: string; readonly text: string; readonly size: number } | undefined;
}

export interface LoadedBundle {
  readonly bundle: MermaidBundle;
  readonly metafile: Metafile;
}

/** Builds and loads the bundle; fails when a patch of Mermaid does not apply. */
export async function loadMermaidBundle(
  configuration: NonNullable<MermaidParserOptions['configuration']>,
): Promise<LoadedBundle> {
  const outfile = path.join(projectRoot, `dist/test/mermaid-${configuration}.mjs`);
  const { metafile } = await build({
    stdin: { contents: entry, resolveDir: projectRoot, loader: 'ts' },
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    outfile,
    logLevel: 'silent',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [mermaidParser({ configuration })],
  });
  // Known from `entry` above.
  return { bundle: (await import(pathToFileURL(outfile).href)) as MermaidBundle, metafile };
}
