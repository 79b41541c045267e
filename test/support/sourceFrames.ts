/** Turns places in our bundles into places in our sources; VS Code switches off Node's own way to do so. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { projectRoot } from './paths.ts';

/** Rewrites each `dist/….js:line:column` of a stack that has a source map beside it. */
export const toSourceFrames = (stack: string): string =>
  stack.replaceAll(/(\/\S+?\.js):(\d+):(\d+)/g, (place, file: string, line: string, column: string) => {
    const map = readMap(file);
    if (map === undefined) return place;
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return place;
    const source = path.resolve(path.dirname(file), entry.originalSource);
    return `${path.relative(projectRoot, source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });

const readMap = (file: string): SourceMap | undefined => {
  if (!file.startsWith(path.join(projectRoot, 'dist')) || !existsSync(`${file}.map`)) return undefined;
  // esbuild wrote it, and only its mappings are used.
  return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0]);
};
