/** Reads an OpenAPI 3 description: its operations, and everything about the one that is drawn. */
import type { OptionValues, Read, SourceInput, Steps } from '../source.ts';
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';
import { readTrees } from '../tree/read.ts';
import { bodyFields, parameterField } from './fields.ts';
import type { Callback, Interface, Operation, Response } from './model.ts';
import { resolve } from './resolve.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

interface Place {
  readonly operation: Operation;
  readonly tree: Tree;
  readonly around: Tree;
}

export function* readOpenApi({ text }: SourceInput, options: OptionValues): Steps<Read<Interface>> {
  const trees = yield* readTrees(text);
  if ('problem' in trees) return trees;
  const [root] = trees;
  const version = fieldOf(root, 'openapi');
  const old = fieldOf(root, 'swagger');
  if (root === undefined || version?.kind !== 'scalar') {
    return old === undefined
      ? { problem: 'this is no OpenAPI description: it does not say openapi: 3…', line: root?.line }
      : { problem: 'this is Swagger 2, and OpenAPI 3 is read: convert it first', line: old.line };
  }
  if (!/^3(?:\.|$)/.test(version.text)) return { problem: `this is OpenAPI ${version.text}, and 3 is read`, line: version.line }; // prettier-ignore
  const places = entriesAt(root, 'paths').flatMap(([path, item]) => readPath(root, path, item));
  const [first] = places;
  if (first === undefined) return { problem: 'it has no path with an operation', line: fieldOf(root, 'paths')?.line ?? root.line }; // prettier-ignore
  const wanted = options['operation']?.trim().toLowerCase();
  const isWanted = ({ operation: { id, method, path } }: Place): boolean =>
    [id, `${method} ${path}`, path].some((name) => name.toLowerCase() === wanted);
  const shown = wanted === undefined ? (places.find(({ operation }) => operation.body !== '') ?? first) : places.find(isWanted); // prettier-ignore
  if (shown === undefined) return { problem: `there is no operation ${options['operation'] ?? ''} in it, such as ${first.operation.id || `${first.operation.method} ${first.operation.path}`}`, line: undefined }; // prettier-ignore
  const parameters = [...itemsAt(shown.around, 'parameters'), ...itemsAt(shown.tree, 'parameters')];
  return {
    model: {
      title: textAt(root, 'info', 'title'),
      version: textAt(root, 'info', 'version'),
      operations: places.map(({ operation }) => operation),
      shown: shown.operation,
      fields: [
        ...parameters.flatMap((parameter) => parameterField(root, parameter) ?? []),
        ...bodyFields(root, resolve(root, fieldOf(shown.tree, 'requestBody'))),
      ],
      callbacks: readCallbacks(root, shown.tree),
      webhooks: entriesAt(root, 'webhooks').length,
    },
  };
}

function readPath(root: Tree, path: string, item: Tree): readonly Place[] {
  const around = resolve(root, item) ?? item;
  return entriesAt(around).flatMap(([name, tree]) =>
    methods.includes(name.toLowerCase()) ? [{ operation: readOperation(root, path, name, tree), tree, around }] : [],
  );
}

function readOperation(root: Tree, path: string, method: string, tree: Tree): Operation {
  const media = entriesAt(resolve(root, fieldOf(tree, 'requestBody')), 'content').map(([type]) => type);
  return {
    method: method.toUpperCase(),
    path,
    id: textAt(tree, 'operationId'),
    summary: textAt(tree, 'summary') || (textAt(tree, 'description').split('\n', 1)[0] ?? ''),
    isDeprecated: textAt(tree, 'deprecated') === 'true',
    security: readSecurity(root, tree),
    body: media.join(' or '),
    responses: entriesAt(tree, 'responses').map(([status, response]): Response => {
      const description =
        textAt(resolve(root, response), 'description') || textAt(response, '$ref').replace(/^.*\//, '');
      return { status, description, line: response.line };
    }),
    line: tree.line,
  };
}

function readSecurity(root: Tree, tree: Tree): string {
  const own = fieldOf(tree, 'security') ?? fieldOf(root, 'security');
  const [first] = itemsAt(own);
  return entriesAt(first)
    .map(([name]) => {
      const scheme = resolve(root, fieldOf(root, 'components', 'securitySchemes', name));
      const [type, kind] = [textAt(scheme, 'type'), textAt(scheme, 'scheme')];
      if (type === 'http') return kind.toLowerCase() === 'bearer' ? 'bearer token' : `HTTP ${kind} authentication`;
      if (type === 'apiKey') return `API key in ${textAt(scheme, 'in')} ${textAt(scheme, 'name')}`;
      return type === 'oauth2' ? 'OAuth2 token' : type === 'openIdConnect' ? 'OpenID Connect token' : name;
    })
    .join(' and ');
}

function readCallbacks(root: Tree, tree: Tree): readonly Callback[] {
  return entriesAt(tree, 'callbacks').flatMap(([name, callback]) =>
    entriesAt(resolve(root, callback)).flatMap(([, item]) =>
      entriesAt(item).flatMap(([method, operation]) =>
        methods.includes(method.toLowerCase())
          ? [{ name, method: method.toUpperCase(), statuses: entriesAt(operation, 'responses').map(([status]) => status), line: operation.line }] // prettier-ignore
          : [],
      ),
    ),
  );
}
