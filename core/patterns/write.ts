/** The words patterns are written with: fields, figures and tagged blocks whose common indentation is removed. */
import type {
  ChoiceField,
  ClockField,
  Computed,
  DateField,
  Formula,
  NumberField,
  Part,
  PatternBlock,
  TextField,
  Value,
} from './pattern.ts';

export function text(name: string, label: string, value: string): TextField {
  return { kind: 'text', name, label, default: value };
}

/** A figure as it shall be read, such as `33.4`. */
export function number(name: string, label: string, value: string): NumberField {
  return { kind: 'number', name, label, default: value };
}

/** A time of day, `HH:mm`. */
export function clock(name: string, label: string, value: string): ClockField {
  return { kind: 'clock', name, label, default: value };
}

/** A day, `YYYY-MM-DD`. */
export function date(name: string, label: string, value: string): DateField {
  return { kind: 'date', name, label, default: value };
}

/** One of a few words; the first is the default. */
export function choice(name: string, label: string, ...options: readonly [string, ...string[]]): ChoiceField {
  return { kind: 'choice', name, label, options };
}

export function computed(name: string, label: string, formula: Formula): Computed {
  return { kind: 'computed', name, label, formula };
}

export function sum(name: string, label: string, ...of: readonly Value[]): Computed {
  return computed(name, label, { op: 'sum', of });
}

export function difference(name: string, label: string, from: Value, less: Value): Computed {
  return computed(name, label, { op: 'difference', from, less });
}

export function product(name: string, label: string, of: Value, by: Value | number, decimals: number): Computed {
  return computed(name, label, { op: 'product', of, by, decimals });
}

export function quotient(name: string, label: string, of: Value, by: Value, decimals: number): Computed {
  return computed(name, label, { op: 'quotient', of, by, decimals });
}

export function percent(name: string, label: string, part: Value, whole: Value, decimals: number): Computed {
  return computed(name, label, { op: 'percent', part, whole, decimals });
}

/** Takes values, and strings that are inserted as they stand. */
type BlockTag = (strings: TemplateStringsArray, ...values: readonly Part[]) => PatternBlock;

export const heading: BlockTag = (strings, ...values) => ({ kind: 'heading', parts: partsOf(strings, values) });
export const diagram: BlockTag = (strings, ...values) => ({ kind: 'diagram', parts: partsOf(strings, values) });
export const table: BlockTag = (strings, ...values) => ({ kind: 'table', parts: partsOf(strings, values) });
export const prose: BlockTag = (strings, ...values) => ({ kind: 'text', parts: partsOf(strings, values) });
export const shell: BlockTag = (strings, ...values) => ({
  kind: 'code',
  language: 'bash',
  parts: partsOf(strings, values),
});

/** Interleaves literals and parts; drops the first and last line where blank, and the indentation all lines share. */
function partsOf(strings: readonly string[], values: readonly Part[]): readonly Part[] {
  const literals = strings.map((literal, index) => (index === 0 ? literal.replace(/^\n/, '') : literal));
  const last = literals.length - 1;
  literals[last] = (literals[last] ?? '').replace(/\n[ ]*$/, '');
  const indent = sharedIndent(literals);
  const parts: Part[] = [];
  for (const [index, literal] of literals.entries()) {
    const atLineStart = index === 0 ? literal.replace(new RegExp(`^ {${indent}}`), '') : literal;
    parts.push(atLineStart.replaceAll(new RegExp(`\\n {${indent}}`, 'g'), '\n'));
    const value = values[index];
    if (value !== undefined) parts.push(value);
  }
  return parts.filter((part) => part !== '');
}

/** How many spaces every line that is not blank begins with. */
function sharedIndent(literals: readonly string[]): number {
  // A value stands as one visible character, so that a line made of a value alone is not taken for a blank one.
  const lines = literals
    .join('\u0000')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.length === 0 ? 0 : Math.min(...lines.map((line) => line.length - line.trimStart().length));
}
