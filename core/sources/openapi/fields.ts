/** The fields an operation takes, with their types and limits. */
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';
import type { Field } from './model.ts';
import { referenceName, resolve } from './resolve.ts';

/** Fields of fields are shown this deep; more of them are for the description. */
const mostDepth = 2;
export const mostFields = 40;

export function parameterField(root: Tree, written: Tree): Field | undefined {
  const parameter = resolve(root, written);
  const name = textAt(parameter, 'name');
  if (name === '') return undefined;
  const schema = fieldOf(parameter, 'schema');
  const place = textAt(parameter, 'in');
  const isRequired = textAt(parameter, 'required') === 'true';
  return { name, place, type: typeOf(root, schema), isRequired, limits: limitsOf(resolve(root, schema)), line: parameter?.line ?? written.line }; // prettier-ignore
}

/** Of the first media type of a body. */
export function bodyFields(root: Tree, body: Tree | undefined): readonly Field[] {
  const [content] = entriesAt(body, 'content').map(([, media]) => media);
  const fields: Field[] = [];
  collect(root, fieldOf(content, 'schema'), { prefix: '', depth: 0, isRequired: true, around: [] }, fields);
  return fields;
}

/** Where fields stand: in what, how deep, and whether whoever calls must give what they stand in. */
interface Place {
  readonly prefix: string;
  readonly depth: number;
  readonly isRequired: boolean;
  /** The schemas around: one that holds itself is not unfolded again. */
  readonly around: readonly Tree[];
}

/** One more than are shown, so that it is known when there are more. */
function collect(root: Tree, written: Tree | undefined, place: Place, fields: Field[]): void {
  const { prefix, depth } = place;
  const self = resolve(root, written);
  if (depth > mostDepth || fields.length > mostFields || self === undefined || place.around.includes(self)) return;
  const around = [...place.around, self];
  for (const schema of partsOf(root, written, 0)) {
    const required = new Set(itemsAt(schema, 'required').map((name) => textAt(name)));
    for (const [name, property] of entriesAt(schema, 'properties')) {
      if (fields.length > mostFields) return;
      const full = `${prefix}${name}`;
      const resolved = resolve(root, property);
      const items = fieldOf(resolved, 'items');
      const limits = limitsOf(resolved);
      const isRequired = place.isRequired && required.has(name);
      fields.push({ name: full, place: 'body', type: typeOf(root, property), isRequired, limits, line: property.line });
      const inside = items === undefined ? `${full}.` : `${full}[].`;
      collect(root, items ?? property, { prefix: inside, depth: depth + 1, isRequired, around }, fields);
    }
  }
}

/** A schema, or those it is all of; a choice of schemas is not one of them. */
function partsOf(root: Tree, written: Tree | undefined, depth: number): readonly Tree[] {
  const schema = resolve(root, written);
  if (schema === undefined || depth > 5) return [];
  return [schema, ...itemsAt(schema, 'allOf').flatMap((part) => partsOf(root, part, depth + 1))];
}

/** `uuid`, `list of Line`, `string or null`. */
function typeOf(root: Tree, written: Tree | undefined, depth = 0): string {
  const schema = resolve(root, written);
  const name = referenceName(written);
  const items = fieldOf(schema, 'items');
  if (items !== undefined && depth < 3) return `list of ${typeOf(root, items, depth + 1)}`;
  const listed = itemsAt(schema, 'type').map((type) => textAt(type));
  const type = listed.length > 0 ? listed.join(' or ') : textAt(schema, 'type');
  const choices = [...itemsAt(schema, 'oneOf'), ...itemsAt(schema, 'anyOf')];
  if (type === '' && choices.length > 0 && depth < 3) {
    return [...new Set(choices.map((each) => typeOf(root, each, depth + 1)))].join(' or ');
  }
  if (type === 'object' || type === '') return name === '' ? type || 'any' : name;
  const format = textAt(schema, 'format');
  const named = format === '' ? type : format;
  return textAt(schema, 'nullable') === 'true' ? `${named} or null` : named;
}

function limitsOf(schema: Tree | undefined): string {
  const values = itemsAt(schema, 'enum').map((value) => textAt(value)).filter((value) => value !== ''); // prettier-ignore
  const within = (least: string, most: string, what: string): string => {
    const [from, to] = [textAt(schema, least), textAt(schema, most)];
    if (from === '' && to === '') return '';
    const range = from === '' ? `at most ${to}` : to === '' ? `at least ${from}` : `${from} to ${to}`;
    return what === '' ? range : `${range} ${what}`;
  };
  // Before 3.1 it was true or false, and said something of the limit beside it.
  const beyond = (name: string, word: string): string => (/\d/.test(textAt(schema, name)) ? `${word} ${textAt(schema, name)}` : ''); // prettier-ignore
  const initial = textAt(schema, 'default');
  return [
    fieldOf(schema, 'const') === undefined ? '' : `always ${textAt(schema, 'const')}`,
    values.length > 0 ? `one of ${values.slice(0, 12).join(', ')}` : '',
    within('minimum', 'maximum', ''),
    beyond('exclusiveMinimum', 'above'),
    beyond('exclusiveMaximum', 'below'),
    within('minLength', 'maxLength', 'characters'),
    within('minItems', 'maxItems', 'items'),
    textAt(schema, 'pattern') === '' ? '' : `matches ${textAt(schema, 'pattern')}`,
    initial === '' ? '' : `default ${initial}`,
  ]
    .filter((limit) => limit !== '')
    .join('; ');
}
