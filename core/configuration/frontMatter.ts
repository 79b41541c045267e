/** Reads the `diagram-gates:` key of a Markdown document's front matter. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { RuleNames } from '../gates/names.ts';
import type { Span } from '../model.ts';
import { fileKeys } from './configFile.ts';
import type { ConfigProblem, ParsedConfig } from './configFile.ts';
import { parseLayer } from './layer.ts';
import { isRecord } from './values.ts';
import type { LayerProblem } from './values.ts';

const key = 'diagram-gates';

/** Reads the configuration in `yaml`; the problems' spans are offsets into it. Undefined where there is none. */
export function parseFrontMatter(yaml: string, names: RuleNames): ParsedConfig | undefined {
  if (!yaml.includes(key)) return undefined;
  const document = parseDocument(yaml, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    // Front matter belongs to others, too: it is our business only where it means to configure us.
    if (!new RegExp(`^${key}\\s*:`, 'm').test(yaml)) return undefined;
    const span = { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) };
    return { layer: {}, problems: [{ span, message: `The front matter is not valid YAML: ${error.message}` }] };
  }
  const root = isMap(document.contents) ? findPair(document.contents, key) : undefined;
  if (root === undefined) return undefined;
  const raw = toPlain(root.value, document);
  const { layer, problems } = parseLayer(raw, names, fileKeys);
  const { fenceLanguages, ...usable } = layer;
  // Which fences are diagrams is known before the front matter is read, and a page has no other files.
  const foreign = [
    ...(fenceLanguages === undefined ? [] : ['fenceLanguages']),
    ...fileKeys.filter((each) => isRecord(raw) && Object.hasOwn(raw, each)),
  ];
  return {
    layer: usable,
    problems: [
      ...problems,
      ...foreign.map((each): LayerProblem => {
        const message = `\`${each}\` is for configuration files${each === 'fenceLanguages' ? ' and settings' : ''}; front matter cannot set it.`;
        return { path: [each], at: 'key', message };
      }),
    ].map((problem) => place(problem, root)),
  };
}

interface Place {
  readonly key: Node;
  readonly value: Node | undefined;
}

function findPair(node: unknown, name: string | number): Place | undefined {
  if (!isMap(node)) return undefined;
  for (const pair of node.items) {
    if (isScalar(pair.key) && String(pair.key.value) === String(name)) {
      return { key: pair.key, value: isNode(pair.value) ? pair.value : undefined };
    }
  }
  return undefined;
}

function place(problem: LayerProblem, root: Place): ConfigProblem {
  let found = root;
  for (const step of problem.path) found = findPair(found.value, step) ?? found;
  const node = problem.at === 'key' ? found.key : (found.value ?? found.key);
  const { message, unknownRule } = problem;
  return unknownRule === undefined ? { span: spanOf(node), message } : { span: spanOf(node), message, unknownRule };
}

function spanOf(node: Node): Span {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

/** The value as plain data; a value that only aliases could blow up is no configuration. */
function toPlain(value: Node | undefined, document: Document): unknown {
  try {
    return value?.toJS(document, { maxAliasCount: 100 }) as unknown;
  } catch {
    // Too many aliases, or one that names no anchor: `parseLayer` says that this is not an object.
    return undefined;
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value;
