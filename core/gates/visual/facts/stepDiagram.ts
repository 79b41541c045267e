/** Turns numbered steps into a diagram that says the same words: a sequence where each step goes from one to another, else a flowchart. */

interface Passing {
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

/** What a label shows otherwise than it is written: code, links, images and HTML. */
const unfit = /[`\\]|<[a-z/!]|\]\(|!\[|\[[^\]\n]*\]\[|https?:\/\//i;
const longest = 160;
/** `Client -> API: place an order`, with bold names or not. */
const passing = /^(\*\*)?([^*:>\n-]{1,40}?)\1\s*(?:->>?|→|➜|=>)\s*(\*\*)?([^*:>\n]{1,40}?)\3\s*:\s*(\S.*)$/s;

/** The diagram in its fence; undefined where the steps do not fit into labels. */
export function diagramOf(steps: readonly string[]): { readonly kind: string; readonly text: string } | undefined {
  if (steps.some((step) => unfit.test(step) || step.length > longest)) return undefined;
  const passed = steps.map(readPassing);
  const isSequence = passed.every((step) => step !== undefined);
  const lines = isSequence ? sequenceOf(passed) : flowOf(steps);
  const kind = isSequence ? 'sequence diagram' : 'flowchart';
  return { kind, text: ['```mermaid', ...lines, '```'].join('\n') };
}

function readPassing(step: string): Passing | undefined {
  const match = passing.exec(step);
  if (match === null) return undefined;
  const [, , from = '', , to = '', message = ''] = match;
  return { from: from.trim(), to: to.trim(), message };
}

function sequenceOf(steps: readonly Passing[]): readonly string[] {
  const names = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
  const idOf = (name: string): string => `p${names.indexOf(name) + 1}`;
  return [
    'sequenceDiagram',
    ...names.map((name) => `    participant ${idOf(name)} as ${words(name)}`),
    ...steps.map(({ from, to, message }) => `    ${idOf(from)}->>${idOf(to)}: ${words(message)}`),
  ];
}

function flowOf(steps: readonly string[]): readonly string[] {
  return [
    'flowchart TD',
    ...steps.map((step, index) => `    step${index + 1}["${words(step)}"]`),
    `    ${steps.map((_, index) => `step${index + 1}`).join(' --> ')}`,
  ];
}

/** Emphasis is no part of a label; what Mermaid reads as syntax is written as a code it shows as the sign. */
const words = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\*\*|__|~~|(?<![\p{L}\p{N}*])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}*])/gu, '')
    .trim()
    .replace(/[#;"&<>]/g, (sign) => `#${sign.codePointAt(0) ?? 0};`);
