/** Reads JSON or YAML, whichever a text is. */
import type { SourceProblem, Steps } from '../source.ts';
import { readJsonTrees } from './json.ts';
import type { Tree } from './model.ts';
import { readYamlTrees } from './yaml.ts';

/** The values of a text, one after the other: the documents of YAML, the lines of JSON lines. */
export function* readTrees(text: string): Steps<readonly Tree[] | SourceProblem> {
  return /^\s*[[{]/.test(text) ? yield* readJsonTrees(text) : readYamlTrees(text);
}
