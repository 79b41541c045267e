/** Finds claims of degree in a line of words that no figure settles. */
import { claimWords, conditions, namedThings, wordsForFigures } from '../../../lexicon/claims.ts';
import type { ClaimKind } from '../../../lexicon/degrees.ts';
import { clearOf, findOwnWords } from '../../../lexicon/ownWords.ts';
import type { OwnWords } from '../../../lexicon/ownWords.ts';
import { matchesOf } from '../../../matches.ts';
import type { Span } from '../../../model.ts';
import { findMetrics, hasMetric } from '../../../quantities/concrete.ts';
import type { Unit } from '../../../quantities/model.ts';
import { rememberText } from '../../../memo.ts';

export interface Claim {
  readonly kind: ClaimKind;
  readonly words: string;
  /** In the text that was given. */
  readonly span: Span;
}

/** All kinds in one, so that a text is read once; each kind is a group of that name. */
const anyClaim = new RegExp(
  `(?<![\\w-])(?:${claimWords.map(({ kind, phrases }) => `(?<${kind}>${phrases.join('|').replaceAll(' ', '\\s')})`).join('|')})(?![\\w-])`,
  'gi',
);

/**
 * Every claim in `text` whose clause holds no figure, in order. `raw` is the same text with its code and markup; `own` are
 * claims that somebody configured.
 */
export function findClaims(text: string, raw: string, own?: OwnWords): readonly Claim[] {
  const { spoken, usual } = usualClaimsIn(text);
  const claims = withOwn(usual, spoken, own);
  if (claims.length === 0) return [];
  const clauses = new Clauses(text, raw);
  return claims.filter(({ span }) => isClaim(text, span) && !clauses.settle(span));
}

const usualClaimsIn = rememberText((text) => {
  const spoken = maskQuotations(text);
  const usual = matchesOf(anyClaim, spoken).flatMap(({ 0: words, index, groups }): readonly Claim[] => {
    const kind = claimWords.find((each) => groups?.[each.kind] !== undefined)?.kind;
    return kind === undefined ? [] : [{ kind, words, span: { start: index, end: index + words.length } }];
  });
  return { spoken, usual };
});

function withOwn(usual: readonly Claim[], spoken: string, own: OwnWords | undefined): readonly Claim[] {
  const added = findOwnWords(spoken, own?.vague);
  if (added.length === 0) return usual;
  const known = usual.map(({ span }) => span);
  const claims = clearOf(added, known).map(({ words, start, end }): Claim => ({
    kind: 'any',
    words,
    span: { start, end },
  }));
  return [...usual, ...claims].sort((a, b) => a.span.start - b.span.start);
}

const reach = 30;

/** Not what somebody else said, not a condition or a question, and not the name of a thing. */
function isClaim(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  // What stands in brackets is said of what stands before them: "rate check (expensive query)".
  if (conditions.test(before) || (namedThings.test(after) && !/\(\s*$/.test(before))) return false;
  if (/^[^.!\n]{0,30}\?/.test(after) || isLeadIn(text, start, after)) return false;
  return !isTitle(text.slice(start, end)) || /(?:^|[:.>*\-•])\s*$/.test(before);
}

/** "Low latency: a cache in every region" is a heading, and what follows is about it. */
const isLeadIn = (text: string, start: number, after: string): boolean =>
  /^\s{0,3}:\s*\S/.test(after) && !/[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start - reach), start));

/** "High Scalability" in the middle of a sentence is a name. */
const isTitle = (words: string): boolean => words.split(/[\s-]+/).every((word) => /^[A-Z]/.test(word));

/** Quotations as blanks: what stands there, somebody else claims. */
const quoted = /"[^"\n]{0,400}"|“[^”\n]{0,400}”/g;
const maskQuotations = (text: string): string => text.replace(quoted, (words) => ' '.repeat(words.length));

/** Whether `lines` hold a figure of the kind that settles a claim. */
export function hasFigureFor(kind: ClaimKind, lines: readonly string[]): boolean {
  return lines.some((line) => findMetrics(line).some(({ unit }) => settles(kind, unit)));
}

function settles(kind: ClaimKind, { dimension, period, name }: Unit): boolean {
  switch (kind) {
    case 'speed':
      return dimension === 'duration' || dimension === 'factor' || isRate(period, dimension);
    case 'load':
      return isRate(period, dimension);
    case 'money':
      return dimension === 'currency';
    case 'count':
      return dimension === 'count' && name !== '';
    case 'share':
      return dimension === 'percent';
    case 'size':
      return dimension === 'bytes';
    case 'any':
      return false;
  }
}

const isRate = (period: Unit['period'], dimension: Unit['dimension']): boolean =>
  period !== undefined && dimension !== 'currency';

const clauseEnd = /[.;!?](?=\s|$)|\n\n|,\s(?=(?:but|while|whereas)\s)/g;

/** The clauses of a text, each looked at once. */
class Clauses {
  readonly #ends: readonly number[];
  readonly #settled = new Map<number, boolean>();
  readonly #raw: string;

  constructor(text: string, raw: string) {
    this.#raw = raw;
    this.#ends = [...matchesOf(clauseEnd, text).map(({ index, 0: sign }) => index + sign.length), text.length];
  }

  /** Whether the clause around `span` gives a figure. */
  settle({ start }: Span): boolean {
    const index = this.#find(start);
    const known = this.#settled.get(index);
    if (known !== undefined) return known;
    const clause = this.#raw.slice(this.#ends[index - 1] ?? 0, this.#ends[index]);
    const isSettled = hasMetric(clause) || wordsForFigures.test(clause);
    this.#settled.set(index, isSettled);
    return isSettled;
  }

  /** The first clause that ends behind `offset`. */
  #find(offset: number): number {
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
