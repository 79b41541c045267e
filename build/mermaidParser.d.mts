/** The types of mermaidParser.mjs, for tests. */
import type { Plugin } from 'esbuild';

export interface MermaidParserOptions {
  /** `copied` leaves the sharing of Mermaid's configuration out; `frozen` makes every attempt to change it throw. */
  readonly configuration?: 'shared' | 'copied' | 'frozen';
}

export function mermaidParser(options?: MermaidParserOptions): Plugin;

/** The parsers of Mermaid 11, for sources that import `mermaid`. */
export function mermaid11Parser(): Plugin;
