/** Names that a diagram declares and uses where Mermaid itself follows them: each use must find its declaration. */
import { matchesOf } from '../../../matches.ts';
import { contentLines } from '../../../mermaid/symbols/lines.ts';
import type { Span } from '../../../model.ts';
import { within } from './edits.ts';

/** A use of a name that nothing declares. */
export interface Reference {
  /** What it should be, such as `branch`. */
  readonly what: string;
  readonly name: string;
  readonly span: Span;
  /** The names of that kind that are declared. */
  readonly known: readonly string[];
}

/** Where names stand: `name` is looked for on the lines that begin as `line` says. */
interface Place {
  readonly line: RegExp;
  /** Global. */
  readonly name: RegExp;
}

/** One kind of names in a diagram type. */
interface Naming {
  readonly what: string;
  readonly declared: Place;
  readonly used: Place;
  /** Names that are there without a declaration. */
  readonly given?: readonly string[];
}

const namings: Readonly<Record<string, readonly Naming[]>> = {
  architecture: [
    {
      what: 'service or group',
      declared: { line: /^(?:service|junction|group)\s/, name: /(?<=^\w+\s+)[\w-]+/g },
      used: { line: /:[LRTB]\b/, name: /(?<=^|\s)[\w-]+(?=(?:\{group\})?:[LRTB]\s)|(?<=\s[LRTB]:)[\w-]+/g },
    },
    {
      what: 'group',
      declared: { line: /^group\s/, name: /(?<=^\w+\s+)[\w-]+/g },
      used: { line: /^(?:service|junction|group)\s/, name: /(?<=\sin\s+)[\w-]+$/g },
    },
  ],
  usecase: [
    {
      what: 'actor or use case',
      declared: { line: /^(?!note\b)/, name: /(?<=^(?:(?:actor|usecase|systemBoundary)\s+)?)[\w-]+/g },
      used: { line: /^note\s/, name: /(?<=^note\s+for\s+)[\w-]+/g },
    },
  ],
  block: [
    {
      what: 'block',
      declared: {
        line: /^(?!(?:style|class|classDef|columns)\s)/,
        name: /(?<=^|\s)[A-Za-z][\w-]*(?=$|\s|[[({<:])/g,
      },
      used: { line: /^style\s/, name: /(?<=^style\s+)[\w-]+/g },
    },
  ],
  radar: [
    {
      what: 'axis',
      declared: { line: /^axis\s/, name: /(?<=(?:^axis|,)\s*)[A-Za-z][\w-]*/g },
      used: { line: /^curve\s/, name: /(?<=[{,]\s*)[A-Za-z][\w-]*(?=\s*:)/g },
    },
  ],
  venn: [
    {
      what: 'set',
      declared: { line: /^set\s/, name: /(?<=^set\s+)[\w-]+/g },
      used: { line: /^union\s/, name: /(?<=(?:^union\s|,)\s*)[\w-]+/g },
    },
  ],
  gitGraph: [
    {
      what: 'branch',
      declared: { line: /^branch\s/, name: /(?<=^branch\s+"?)[\w/.-]+/g },
      used: { line: /^(?:checkout|switch|merge)\s/, name: /(?<=^\w+\s+"?)[\w/.-]+/g },
      given: ['main'],
    },
    {
      what: 'commit',
      declared: { line: /^(?:commit|merge)\b/, name: /(?<=\bid:\s*")[^"]+(?=")/g },
      used: { line: /^cherry-pick\b/, name: /(?<=\bid:\s*")[^"]+(?=")/g },
    },
  ],
};

const namesAt = ({ line, name }: Place, text: string): readonly { readonly name: string; readonly index: number }[] =>
  line.test(text) ? matchesOf(name, text).map((match) => ({ name: match[0], index: match.index })) : [];

/** The uses of names that no line above declares, in order. */
export function danglingReferences(masked: string, type: string | undefined): readonly Reference[] {
  const lines = contentLines(masked).slice(1);
  return (namings[type ?? ''] ?? []).flatMap(({ what, declared, used, given }) => {
    const known = new Set(given);
    const found: Reference[] = [];
    for (const { text, span } of lines) {
      for (const { name, index } of namesAt(used, text)) {
        if (!known.has(name)) found.push({ what, name, span: within(span, index, name.length), known: [...known] });
      }
      for (const { name } of namesAt(declared, text)) known.add(name);
    }
    return found;
  });
}

/** A declaration of a name that another line has declared before. */
export interface RepeatedDeclaration {
  readonly what: string;
  readonly name: string;
  readonly span: Span;
  readonly line: Span;
  /** Whether the two lines are the same, word for word. */
  readonly isSame: boolean;
  /** A name like it that is not in the diagram. */
  readonly unused: string;
}

/** What Mermaid refuses to have declared twice. */
const unique: Readonly<Record<string, readonly Pick<Naming, 'what' | 'declared' | 'given'>[]>> = {
  ...namings,
  sequence: [
    {
      what: 'participant',
      declared: { line: /^(?:create\s+)?(?:participant|actor)\s/, name: /(?<=^(?:create\s+)?\w+\s+)[\w-]+/g },
    },
  ],
  eventmodeling: [{ what: 'frame', declared: { line: /^(?:tf|rf|timeframe|resetframe)\s/, name: /(?<=^\w+\s+)\d+/g } }],
};

/** More in one diagram are one mistake, made again and again. */
const mostRepeated = 20;

/** The first declarations of names that are declared above, in order. */
export function repeatedDeclarations(masked: string, type: string | undefined): readonly RepeatedDeclaration[] {
  const lines = contentLines(masked).slice(1);
  const found: RepeatedDeclaration[] = [];
  for (const { what, declared, given = [] } of unique[type ?? ''] ?? []) {
    const known = new Map(given.map((name) => [name, '']));
    for (const { text, span: line } of lines) {
      for (const { name, index } of namesAt(declared, text)) {
        const first = known.get(name);
        if (first === undefined) known.set(name, text);
        else if (found.length < mostRepeated) {
          const span = within(line, index, name.length);
          found.push({ what, name, span, line, isSame: first === text, unused: otherName(name, masked) });
        }
      }
    }
  }
  return found;
}

/** `db_2` for `db`, and the next number with as many digits for `01`. */
function otherName(name: string, masked: string): string {
  for (let number = /^\d+$/.test(name) ? Number(name) + 1 : 2; ; number++) {
    const other = /^\d+$/.test(name) ? String(number).padStart(name.length, '0') : `${name}_${number}`;
    if (!masked.includes(other)) return other;
  }
}
