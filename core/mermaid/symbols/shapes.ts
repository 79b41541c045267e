/** The brackets that give a flowchart node its shape, and the label between them, found also where an author left them open. */
import type { Span } from '../../model.ts';

interface Shape {
  readonly open: string;
  readonly close: readonly string[];
  readonly name: string;
}

/** Longest opener first, as the lexer tries them. */
const shapes: readonly Shape[] = [
  { open: '(((', close: [')))'], name: 'doublecircle' },
  { open: '((', close: ['))'], name: 'circle' },
  { open: '([', close: ['])'], name: 'stadium' },
  { open: '(-', close: ['-)'], name: 'ellipse' },
  { open: '(', close: [')'], name: 'round' },
  { open: '[[', close: [']]'], name: 'subroutine' },
  { open: '[(', close: [')]'], name: 'cylinder' },
  { open: '[/', close: ['/]', '\\]'], name: 'trapezoid' },
  { open: '[\\', close: ['\\]', '/]'], name: 'inv_trapezoid' },
  { open: '[', close: [']'], name: 'rect' },
  { open: '{{', close: ['}}'], name: 'hexagon' },
  { open: '{', close: ['}'], name: 'diamond' },
  { open: '>', close: [']'], name: 'odd' },
];

const partners: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const statementStart =
  /\s*(?:(?:end|subgraph|style|classDef|class|linkStyle|click|direction)\b|[\w-]+\s*(?:[[({]|--|==|-\.|:::|$))/my;

export interface ShapedLabel {
  readonly shape: string;
  /** What stands between the brackets. */
  readonly label: Span;
  /** Behind the closing bracket, or the end of the line where it is missing. */
  readonly end: number;
  /** The closing bracket; undefined where the author left the label open. */
  readonly closer: string | undefined;
  readonly opener: string;
}

/** Reads the brackets and the label at `start`; undefined when no bracket stands there. */
export function readShapedLabel(text: string, start: number): ShapedLabel | undefined {
  const candidates = shapes.filter(({ open }) => text.startsWith(open, start));
  for (const shape of candidates) {
    const closing = findCloser(text, start + shape.open.length, shape.close);
    if (closing === undefined) continue;
    const label = { start: start + shape.open.length, end: closing.at };
    const end = closing.at + closing.closer.length;
    return { shape: shape.name, label, end, closer: closing.closer, opener: shape.open };
  }
  const [shape] = candidates;
  if (shape === undefined) return undefined;
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const label = { start: Math.min(start + shape.open.length, end), end };
  return { shape: shape.name, label, end, closer: undefined, opener: shape.open };
}

/** The closer that belongs to the label starting at `start`: brackets inside the label are matched with their partners. */
function findCloser(
  text: string,
  start: number,
  closers: readonly string[],
): { readonly at: number; readonly closer: string } | undefined {
  const open: string[] = [];
  const firstChar = text.slice(start).search(/\S/) + start;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      const close = closingQuote(text, at, at === firstChar);
      if (close !== undefined) at = close;
      continue;
    }
    if (char === '\n') {
      statementStart.lastIndex = at + 1;
      if (open.length > 0 || statementStart.test(text)) return undefined;
      continue;
    }
    const partner = partners[char];
    if (partner !== undefined) {
      open.push(partner);
    } else if (open.at(-1) === char) {
      open.pop();
    } else {
      const closer = closers.find((candidate) => text.startsWith(candidate, at));
      if (closer !== undefined) return { at, closer };
      if (char === ']' && isSlanted(closers) && linkFollows.test(text.slice(at + 1, at + 40))) return undefined;
      const outer = open.lastIndexOf(char);
      if (outer !== -1) open.length = outer;
    }
  }
  return undefined;
}

/** A path such as `[/var/log]` begins like a slanted shape; a link behind its bracket says that it is none. */
const isSlanted = (closers: readonly string[]): boolean => closers.some((closer) => /^[/\\]/.test(closer));
const linkFollows = /^\s*(?:[<xo]?(?:--|==|-\.)|~~~|&|;|:::|$)/m;

/** A quoted label may run over several lines; a quote inside a label only matters when it is closed on its line. */
function closingQuote(text: string, at: number, wholeLabel: boolean): number | undefined {
  const close = text.indexOf('"', at + 1);
  if (close === -1) return undefined;
  return wholeLabel || !text.slice(at, close).includes('\n') ? close : undefined;
}
