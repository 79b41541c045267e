/** Reads a configuration file (`.diagram-gates.json` or `.diagram-gates.jsonc`): JSON that may have comments. */
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { SettingsLayer } from '../config.ts';
import type { RuleNames } from '../gates/names.ts';
import type { Span } from '../model.ts';
import { parseLayer } from './layer.ts';
import type { LayerProblem } from './layer.ts';

/** The names a configuration file may have, the preferred one first. */
export const configFileNames = ['.diagram-gates.json', '.diagram-gates.jsonc'] as const;

/** Something in a configuration text that is not understood, at its place in that text. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
  readonly unknownRule?: { readonly suggestion: string | undefined };
}

export interface ParsedConfig {
  readonly layer: SettingsLayer;
  readonly problems: readonly ConfigProblem[];
}

/** Reads the text of a configuration file; what is not understood is left out and reported. */
export function parseConfigFile(text: string, names: RuleNames): ParsedConfig {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const span = { start: error?.offset ?? 0, end: (error?.offset ?? 0) + (error?.length ?? 0) };
    const reason = error === undefined ? 'it is empty' : describeJsonError(printParseErrorCode(error.error));
    return { layer: {}, problems: [{ span, message: `The configuration is not valid JSON: ${reason}.` }] };
  }
  // The parser's own value is typed `any`; `parseLayer` takes it for unknown.
  const { layer, problems } = parseLayer(getNodeValue(root) as unknown, names);
  return { layer, problems: problems.map((problem) => place(problem, root)) };
}

function place(problem: LayerProblem, root: Node): ConfigProblem {
  const value = findNodeAtLocation(root, [...problem.path]) ?? root;
  const key = value.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  const node = problem.at === 'key' ? (key ?? value) : value;
  const { message, unknownRule } = problem;
  const span = { start: node.offset, end: node.offset + node.length };
  return unknownRule === undefined ? { span, message } : { span, message, unknownRule };
}

/** `ValueExpected` becomes `value expected`. */
function describeJsonError(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
