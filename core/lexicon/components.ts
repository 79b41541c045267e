/** Recognises the parts of a running system by their labels: what kind of part, and in which plane it lives. */
import { componentKinds } from './componentTerms.ts';
import type { ComponentKind, PlaneId } from './componentTerms.ts';
import type { OwnComponents } from './ownWords.ts';
import {
  actionWords,
  bareWords,
  eventWords,
  neutralWords,
  outsideWords,
  sentenceWords,
  vendorWords,
} from './componentWords.ts';
import { remember, rememberText } from '../memo.ts';

export interface RecognisedComponent {
  readonly kind: ComponentKind;
  /** Where its kind lives: the first of these planes that a palette has. */
  readonly planes: readonly [PlaneId, ...PlaneId[]];
  /** Whether the label names a technology or product anywhere, or a category only. */
  readonly specificity: 'category' | 'technology';
  /** The words of its name besides the recognised ones, in lower case: of "Checkout Service" it is `checkout`; "Primary Database 2" has none. */
  readonly qualifiers: readonly string[];
}

interface Term {
  readonly kind: ComponentKind;
  readonly isProduct: boolean;
}

/** Every term that is known, by its words in lower case. */
interface Lexicon {
  readonly terms: ReadonlyMap<string, Term>;
  /** With how many words the longest term begins that begins with this one; of those with several words. */
  readonly longest: ReadonlyMap<string, number>;
  /** What a label names; several rules ask about each. */
  readonly recognise: (label: string) => RecognisedComponent | undefined;
}

const usualTerms = new Map<string, Term>();
for (const [name, { categories, products }] of Object.entries(componentKinds)) {
  const kind = name as ComponentKind; // The keys of `componentKinds` are its type.
  for (const word of categories) usualTerms.set(word, { kind, isProduct: false });
  for (const word of products) usualTerms.set(word, { kind, isProduct: true });
}

function lexiconOf(terms: ReadonlyMap<string, Term>): Lexicon {
  const longest = new Map<string, number>();
  for (const term of terms.keys()) {
    const [first = '', ...others] = term.split(' ');
    if (others.length > 0) longest.set(first, Math.max(longest.get(first) ?? 0, others.length + 1));
  }
  const lexicon: Lexicon = { terms, longest, recognise: rememberText((label) => recogniseWith(label, lexicon), 1) };
  return lexicon;
}
const usual = lexiconOf(usualTerms);

/** How many words to try from word `at` on: most words begin no term of several. */
const mostWords = (words: readonly string[], at: number, { longest }: Lexicon): number =>
  Math.min(longest.get(words[at] ?? '') ?? 1, words.length - at);

/** The usual terms and what a project calls its own: names, so each is as good as a product's. */
const extended: (own: OwnComponents) => Lexicon = remember((own) => {
  const terms = new Map(usualTerms);
  for (const [name, words] of Object.entries(own)) {
    const kind = name as ComponentKind; // The keys of `OwnComponents` are kinds.
    for (const word of words) {
      const term = wordsOf(word).join(' ');
      if (term !== '') terms.set(term, { kind, isProduct: true });
    }
  }
  return lexiconOf(terms);
});

const lexiconWith = (own: OwnComponents | undefined): Lexicon => (own === undefined ? usual : extended(own));

/** A label is read as far as this: what names a component stands at its beginning. */
const readLength = 400;

/**
 * What the part with this label is; undefined where the label is no component's, or might be something else.
 * `own` are the project's own names. `label` is what a reader sees, lines parted by `\n`: the first line names the part, the others only say what it is made of.
 */
export const recogniseComponent = (label: string, own?: OwnComponents): RecognisedComponent | undefined =>
  lexiconWith(own).recognise(label);

function recogniseWith(label: string, lexicon: Lexicon): RecognisedComponent | undefined {
  const lines = label.slice(0, readLength).split('\n');
  const named = recogniseName(lines[0] ?? '', lexicon) ?? recogniseTechnology(lines, lexicon);
  if (named === undefined) return undefined;
  const { kind, qualifiers } = named;
  const specificity = named.isProduct || kindsIn(label, lexicon).length > 0 ? 'technology' : 'category';
  return { kind, planes: componentKinds[kind].planes, specificity, qualifiers };
}

/** Whether a product or technology is named anywhere in `text`. */
export const namesTechnology = (text: string, own?: OwnComponents): boolean => kindsNamed(text, own).length > 0;

/** The kinds of the products and technologies that are named anywhere in `text`, in order of place. */
export const kindsNamed = (text: string, own?: OwnComponents): readonly ComponentKind[] =>
  kindsIn(text, lexiconWith(own));

function kindsIn(text: string, lexicon: Lexicon): readonly ComponentKind[] {
  const words = wordsOf(text);
  return words.flatMap((_, at) => {
    const found = longestAt(words, at, lexicon);
    return found?.term.isProduct === true ? [found.term.kind] : [];
  });
}

interface Named extends Term {
  readonly qualifiers: readonly string[];
}

/** A name: one part, or several of the same plane ("Prometheus + Grafana"). */
function recogniseName(line: string, lexicon: Lexicon): Named | undefined {
  const head = headOf(line);
  // A question, a change, a bound or a rate is no name.
  if (/[?→➜⇒<>≤≥%]/.test(head) || /^\W*\d\S* \w+\/\w+/.test(line)) return undefined;
  const parts = head.split(/\s*(?:[+&,|/]|\band\b)\s*/i).filter((part) => part !== '');
  const found = parts.map((part) => recognisePart(part, lexicon));
  const [first] = found;
  // "CI/CD" and "VPN & NAT gateway" are one name, "S3/CloudFront" are two.
  if (first === undefined || found.includes(undefined)) return recognisePart(head, lexicon);
  const [plane] = componentKinds[first.kind].planes;
  return found.every((each) => each !== undefined && componentKinds[each.kind].planes[0] === plane) ? first : undefined;
}

/** What stands before a remark: "Redis: sessions", "Cart – Go 1.24", "Users (3 shards)". */
function headOf(line: string): string {
  const step = /^[^\p{L}]*/u.exec(line)?.[0].length ?? 0;
  const rest = line.slice(step);
  const cut = /\s[-–—=]\s|[:([{@;]|\s[|]\s|[–—]/.exec(rest);
  return cut === null ? rest : rest.slice(0, cut.index);
}

function recognisePart(part: string, lexicon: Lexicon): Named | undefined {
  const words = wordsOf(part);
  if (words.length === 0 || words.length > 7) return undefined;
  if (words.some((word) => sentenceWords.has(word) || isIn(outsideWords, word))) return undefined;
  const named = termAtEnd(words, lexicon);
  // "Query the cache" is a step, and a query cache a part: there the first word belongs to the name.
  const isStep = actionWords.has(words[0] ?? '') && named !== undefined && named.qualifiers.length > 0;
  return isStep ? termAtStart(words, lexicon) : (named ?? termAtStart(words, lexicon));
}

/** The name's last words say what the part is: a "Redis voice cache" is a cache, a "cache service" is a service. */
function termAtEnd(words: readonly string[], lexicon: Lexicon): Named | undefined {
  for (let end = words.length; end > 0; end -= 1) {
    for (let start = 0; start < end; start += 1) {
      const length = end - start;
      if (length > mostWords(words, start, lexicon)) continue;
      const term = findTerm(words.slice(start, end), lexicon);
      if (term === undefined) continue;
      const qualifiers = qualifiersIn(words.slice(0, start));
      const isFigure = length === 1 && qualifiers.length > 0 && isIn(bareWords, words[end - 1] ?? '');
      return isFigure ? undefined : { ...term, qualifiers };
    }
    if (!isNeutral(words[end - 1] ?? '')) return undefined;
  }
  return undefined;
}

/** A product's name followed by what it holds: "Redis sessions". Not "Redis migration". */
function termAtStart(words: readonly string[], lexicon: Lexicon): Named | undefined {
  const at = longestAt(words, 0, lexicon) === undefined && vendorWords.has(words[0] ?? '') ? 1 : 0;
  const found = longestAt(words, at, lexicon);
  if (found?.term.isProduct !== true) return undefined;
  const rest = words.slice(at + found.length);
  if (found.length === 1 && qualifiersIn(rest).length > 0 && isIn(bareWords, words[at] ?? '')) return undefined;
  if (rest.some((word) => isIn(eventWords, word) || actionWords.has(word) || isProcess(word))) return undefined;
  return { ...found.term, qualifiers: qualifiersIn(rest) };
}

/** "Orders" over "PostgreSQL 16": a line below the name that is a product's and nothing else. */
function recogniseTechnology(lines: readonly string[], lexicon: Lexicon): Named | undefined {
  const [title = '', ...below] = lines;
  const words = wordsOf(headOf(title));
  if (title.includes('?') || words.length > 4 || words.some((word) => isEventful(word))) return undefined;
  for (const line of below.slice(0, 2)) {
    const found = recogniseName(line, lexicon);
    if (found?.isProduct === true && found.qualifiers.length === 0)
      return { ...found, qualifiers: qualifiersIn(words) };
  }
  return undefined;
}

const isEventful = (word: string): boolean =>
  sentenceWords.has(word) ||
  actionWords.has(word) ||
  isIn(eventWords, word) ||
  isIn(outsideWords, word) ||
  isProcess(word);

const qualifiersIn = (words: readonly string[]): readonly string[] => words.filter((word) => !isNeutral(word));

const isNeutral = (word: string): boolean =>
  isIn(neutralWords, word) || vendorWords.has(word) || /^(?:v?\d[\d.x]*|[a-z]\d?|\d+[a-z]{1,3})$/.test(word);

/** "Sharding", "optimization", "management": what is done, not what runs. */
const isProcess = (word: string): boolean =>
  /(?:ing|tion|sion|ment|ance|ysis|ency|ure)s?$/.test(word) &&
  word.length > 5 &&
  !/^(?:session|region|version)s?$/.test(word);

interface Found {
  readonly term: Term;
  readonly length: number;
}

/** The longest term that begins at word `at`. */
function longestAt(words: readonly string[], at: number, lexicon: Lexicon): Found | undefined {
  for (let length = mostWords(words, at, lexicon); length > 0; length -= 1) {
    const term = findTerm(words.slice(at, at + length), lexicon);
    if (term !== undefined) return { term, length };
  }
  return undefined;
}

function findTerm(words: readonly string[], { terms }: Lexicon): Term | undefined {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  return formsOf(last)
    .map((form) => terms.get([...before, form].join(' ')))
    .find((term) => term !== undefined);
}

/** A word as written, and in the singular. */
function formsOf(word: string): readonly string[] {
  if (word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`];
  if (/(?:xes|sses|shes|ches)$/.test(word)) return [word, word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
}

const isIn = (set: ReadonlySet<string>, word: string): boolean => formsOf(word).some((form) => set.has(form));

/** In lower case, hyphens and other signs as blanks; a dot stays inside a version. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu) ?? [];
}
