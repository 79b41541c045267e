/** Reads XML as a tree of elements, each with its line. Entities that a file defines itself stand for nothing. */
import { Parser } from 'saxen';
import { LineTable } from '../../document/lines.ts';
import type { SourceProblem } from '../source.ts';

export interface Element {
  /** Without its namespace's prefix. */
  readonly name: string;
  /** By name, without prefixes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The text directly inside it. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

interface OpenElement extends Element {
  readonly children: Element[];
  text: string;
}

const mostDepth = 200;

export function readXml(text: string): Element | SourceProblem {
  const lines = new LineTable(text);
  const open: OpenElement[] = [];
  let root: Element | undefined;
  let problem: SourceProblem | undefined;
  // The parser tells no offsets: everything it reports begins at the next `<`.
  let at = 0;
  const pass = (opening: string, closing: string): void => {
    const start = text.indexOf(opening, at);
    const end = text.indexOf(closing, start + opening.length);
    if (start !== -1 && end !== -1) at = end + closing.length;
  };
  const take = (written: Error, context: () => { readonly line: number }): void => {
    problem ??= { problem: `this is no XML: ${written.message}`, line: context().line + 1 };
  };
  const parser = new Parser();
  parser.on('error', take).on('warn', take);
  parser.on('comment', () => { pass('<!--', '-->'); }).on('question', () => { pass('<?', '?>'); }); // prettier-ignore
  parser.on('attention', () => { pass('<!', '>'); }); // prettier-ignore
  parser.on('openTag', (name, attributes, decode) => {
    const start = text.indexOf('<', at);
    const line = lines.lineAt(Math.max(start, 0)) + 1;
    at = start + 1;
    if (open.length === mostDepth) problem ??= { problem: `it is nested more than ${mostDepth} levels deep`, line };
    const told = Object.entries(attributes()).map(([key, value]) => [localName(key), decode(value)] as const);
    const element: OpenElement = { name: localName(name), attributes: new Map(told), children: [], text: '', line };
    if (open.length < mostDepth) open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closeTag', (_name, _decode, isEmpty) => {
    open.pop();
    if (!isEmpty) pass('</', '>');
  });
  const add = (written: string): void => {
    const around = open.at(-1);
    if (around !== undefined) around.text += written;
  };
  parser.on('text', (written, decode) => { add(decode(written)); }); // prettier-ignore
  parser.on('cdata', (written) => {
    pass('<![CDATA[', ']]>');
    add(written);
  });
  parser.parse(text);
  return problem ?? root ?? { problem: 'this is no XML: it has no element', line: undefined };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export const attributeOf = ({ attributes }: Element, name: string): string => attributes.get(name)?.trim() ?? '';

export const childrenOf = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name);
