/** Reads a pattern that a team keeps in its workspace: front matter that names its fields, and a page that uses them. */
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import { matchesOf } from '../matches.ts';
import type { Span } from '../model.ts';
import { findNearest } from '../nearest.ts';
import { answerProblem } from './formula.ts';
import { patternFamilies } from './pattern.ts';
import type { Field, Part, Pattern, PatternBlock, PatternFamily } from './pattern.ts';

/** What is wrong with a file, at its place, in words for its author. */
export interface TeamPatternProblem {
  readonly span: Span;
  readonly message: string;
}

/** A file with a problem is no pattern: it is better not offered than inserted half. */
export interface TeamPatternFile {
  readonly pattern: Pattern | undefined;
  readonly problems: readonly TeamPatternProblem[];
}

/** The keys of the front matter; all but the title have something to fall back on. */
const keys = ['title', 'trigger', 'family', 'description', 'when', 'fields'];
const fieldKeys = ['name', 'label', 'kind', 'default', 'options'];
const kinds = ['text', 'number', 'clock', 'date', 'choice'] as const;
const most = { characters: 200_000, fields: 100 };

/** Reads the file called `name`, which becomes the pattern's id. */
export function parseTeamPattern(name: string, text: string): TeamPatternFile {
  const problems: TeamPatternProblem[] = [];
  const pattern = new Reader(text, problems).read(name);
  return { pattern: problems.length === 0 ? pattern : undefined, problems };
}

/** A title as part of a file's name, a trigger or an id: letters, digits and hyphens. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? 'pattern' : slug.slice(0, 60);
}

class Reader {
  readonly #text: string;
  readonly #problems: TeamPatternProblem[];
  /** Where the front matter's YAML begins. */
  #offset = 0;

  constructor(text: string, problems: TeamPatternProblem[]) {
    this.#text = text;
    this.#problems = problems;
  }

  read(name: string): Pattern | undefined {
    const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(this.#text)?.[0];
    const closing = opening === undefined ? null : /^---[ \t]*(?:\r?\n|$)/m.exec(this.#text.slice(opening.length));
    if (opening === undefined || closing === null) {
      const end = /\r?\n|$/.exec(this.#text)?.index ?? 0;
      this.#say({ start: 0, end }, 'A pattern begins with front matter: `---`, its title and its fields, `---`.');
      return undefined;
    }
    if (this.#text.length > most.characters) {
      this.#say({ start: 0, end: opening.length }, `A pattern has at most ${most.characters} characters.`);
      return undefined;
    }
    this.#offset = opening.length;
    const yaml = this.#text.slice(opening.length, opening.length + closing.index);
    const document = parseDocument(yaml, { prettyErrors: false });
    for (const { pos, message } of document.errors) {
      this.#say({ start: pos[0] + this.#offset, end: pos[1] + this.#offset }, `This is not valid YAML: ${message}`);
    }
    const root = document.contents;
    if (!isMap(root)) {
      if (document.errors.length === 0) {
        this.#say({ start: 0, end: opening.length }, 'The front matter needs a `title`.');
      }
      return undefined;
    }
    this.#refuseOthers(root, keys);
    const title = this.#line(root, 'title') ?? '';
    if (!root.has('title')) this.#say({ start: 0, end: opening.length }, 'The front matter needs a `title`.');
    const fields = this.#fields(root);
    const bodyStart = opening.length + closing.index + closing[0].length;
    const body = this.#body(bodyStart, fields);
    return {
      id: `team:${name.replace(/\.md$/, '')}`,
      family: this.#family(root),
      title,
      trigger: this.#trigger(root) ?? `dg-${slugOf(title)}`,
      description: this.#line(root, 'description') ?? '',
      when: this.#line(root, 'when') ?? '',
      inputs: fields,
      body,
    };
  }

  #family(root: YAMLMap): PatternFamily {
    const written = this.#line(root, 'family');
    const found = patternFamilies.find(({ id }) => id === written);
    if (written !== undefined && found === undefined) {
      const ids = patternFamilies.map(({ id }) => id).join(', ');
      this.#say(this.#spanOf(root.get('family', true)), `There is no family ${written}; there are ${ids}.`);
    }
    return found?.id ?? 'system';
  }

  #trigger(root: YAMLMap): string | undefined {
    const written = this.#line(root, 'trigger');
    if (written !== undefined && !/^dg-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(written)) {
      const message = 'A trigger is `dg-` and words of small letters and digits, such as `dg-service-page`.';
      this.#say(this.#spanOf(root.get('trigger', true)), message);
    }
    return written;
  }

  #fields(root: YAMLMap): readonly Field[] {
    const list = root.get('fields', true);
    if (list === undefined || (isScalar(list) && list.value === null)) return [];
    if (!isSeq(list)) {
      this.#say(this.#spanOf(list), '`fields` is a list, each with a `name` and a `default`.');
      return [];
    }
    if (list.items.length > most.fields) {
      this.#say(this.#spanOf(list), `A pattern has at most ${most.fields} fields.`);
      return [];
    }
    const fields = new Map<string, Field>();
    for (const item of list.items) {
      if (!isMap(item)) {
        this.#say(this.#spanOf(item), 'A field is written as `name: service` with a `default` below it.');
        continue;
      }
      const field = this.#field(item);
      if (field === undefined) continue;
      if (fields.has(field.name)) this.#say(this.#spanOf(item.get('name', true)), `\`${field.name}\` is there twice.`);
      else fields.set(field.name, field);
    }
    return [...fields.values()];
  }

  #field(map: YAMLMap): Field | undefined {
    this.#refuseOthers(map, fieldKeys);
    const name = this.#line(map, 'name');
    if (name === undefined || !/^[a-z]\w*$/i.test(name)) {
      this.#say(
        this.#spanOf(map.get('name', true) ?? map),
        'A field needs a `name` of letters and digits, such as `service`.',
      );
      return undefined;
    }
    const label = this.#line(map, 'label') ?? name;
    const written = this.#line(map, 'kind') ?? (map.has('options') ? 'choice' : 'text');
    const kind = kinds.find((each) => each === written);
    if (kind === undefined) {
      this.#say(this.#spanOf(map.get('kind', true)), `There is no kind ${written}; there are ${kinds.join(', ')}.`);
      return undefined;
    }
    if (kind === 'choice') return this.#choice(map, name, label);
    const value = this.#line(map, 'default') ?? '';
    const field: Field = { kind, name, label, default: value };
    const problem = answerProblem(field, value);
    if (problem === undefined) return field;
    this.#say(
      this.#spanOf(map.get('default', true) ?? map.get('name', true)),
      `The default of \`${name}\`: ${problem}`,
    );
    return undefined;
  }

  #choice(map: YAMLMap, name: string, label: string): Field | undefined {
    const list = map.get('options', true);
    const options = isSeq(list) ? list.items.map((item) => (isScalar(item) ? String(item.value).trim() : '')) : [];
    const [first, ...more] = [...new Set(options)];
    if (first === undefined || options.some((option) => option === '' || /[\r\n]/.test(option))) {
      this.#say(this.#spanOf(list ?? map.get('name', true)), `\`${name}\` needs \`options\`: a list of words.`);
      return undefined;
    }
    return { kind: 'choice', name, label, options: [first, ...more] };
  }

  #body(start: number, fields: readonly Field[]): readonly PatternBlock[] {
    const body = this.#text.slice(start).replaceAll('\r\n', '\n').trim();
    if (body === '') this.#say({ start: 0, end: this.#offset }, 'There is nothing below the front matter to insert.');
    for (const { name } of fields) {
      if (body.includes(`\${${name}}`)) continue;
      const at = this.#text.indexOf(name, this.#offset);
      this.#say(
        { start: at, end: at + name.length },
        `\`${name}\` is nowhere in the page: write \`\${${name}}\` for it.`,
      );
    }
    return blocksOf(body, fields);
  }

  #refuseOthers(map: YAMLMap, known: readonly string[]): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known.includes(name)) continue;
      const near = findNearest(name, known);
      const instead = near === undefined ? `there are ${known.join(', ')}` : `did you mean \`${near}\`?`;
      this.#say(this.#spanOf(key), `There is no \`${name}\` here; ${instead}`);
    }
  }

  /** A value on one line as it is written; undefined where there is none. */
  #line(map: YAMLMap, key: string): string | undefined {
    const node = map.get(key, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
    // As it is written, since a number such as `33.40` would lose its zero.
    const value = isScalar(node) ? (typeof node.value === 'string' ? node.value : (node.source ?? '')) : '';
    if (value.trim() !== '' && !/[\r\n]/.test(value)) return value.trim();
    this.#say(this.#spanOf(node), `\`${key}\` is written on one line.`);
    return undefined;
  }

  #spanOf(node: unknown): Span {
    const range = isNode(node) ? (node as Node).range : undefined;
    return { start: (range?.[0] ?? 0) + this.#offset, end: (range?.[1] ?? 1) + this.#offset };
  }

  #say(span: Span, message: string): void {
    this.#problems.push({ span, message });
  }
}

/** The page in blocks, its diagrams apart, since a diagram may be wanted alone. */
function blocksOf(body: string, fields: readonly Field[]): readonly PatternBlock[] {
  const blocks: PatternBlock[] = [];
  const parts = (text: string): readonly Part[] => partsOf(text, fields);
  let from = 0;
  for (const match of matchesOf(/^```mermaid[ \t]*\n((?:(?!```).*\n)+)```[ \t]*$/gm, body)) {
    const before = body.slice(from, match.index).trim();
    if (before !== '') blocks.push({ kind: 'text', parts: parts(before) });
    blocks.push({ kind: 'diagram', parts: parts((match[1] ?? '').trimEnd()) });
    from = match.index + match[0].length;
  }
  const rest = body.slice(from).trim();
  if (rest !== '') blocks.push({ kind: 'text', parts: parts(rest) });
  return blocks;
}

/** The text with `${name}` as the place of that field; what names no field stays, since commands have such words. */
function partsOf(text: string, fields: readonly Field[]): readonly Part[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const pieces: Part[] = [];
  let from = 0;
  for (const match of matchesOf(/\$\{(\w+)\}/g, text)) {
    const field = byName.get(match[1] ?? '');
    if (field === undefined) continue;
    pieces.push(text.slice(from, match.index), field);
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return pieces.filter((piece) => piece !== '');
}
