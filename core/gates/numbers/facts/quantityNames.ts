/** What a name names, and the words that tell one of two alike from the other. */
import { namesTechnology } from '../../../lexicon/components.ts';
import { operators, vendors } from '../../../lexicon/organisations.ts';
import { emptyWords, groupingWords, measureWords, stageWords, tellingWords } from '../../../lexicon/quantityWords.ts';
import { matchesOf } from '../../../matches.ts';
import { rememberText } from '../../../memo.ts';
import { findQuantities } from '../../../quantities/find.ts';
import { singularOf } from '../../../quantities/unitText.ts';

/** The words of `text` that say what it names: in lower case and the singular, without those that say nothing. */
export const nameWords = rememberText((text): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => singularOf(word) ?? word)
    .filter((word) => !emptyWords.has(word)),
);

/** Whether a name is a thing's own, and not that of a measure, of a part that every system has, or of a product that may run twice. */
export const isOwnName = (name: readonly string[]): boolean =>
  name.length > 1 &&
  name.some(
    (word) => word.length > 2 && !measureWords.has(word) && !tellers.has(word) && !/\d/.test(word) && !namesTechnology(word),
  ); // prettier-ignore

const organisations = [...operators, ...vendors].filter((name) => !/\s/.test(name)).map((name) => name.toLowerCase());
const tellers: ReadonlySet<string> = new Set([...tellingWords, ...organisations]);

/** What in a text tells two alike apart. */
export interface Tellers {
  /** When it holds: stages, and everything with a digit, such as the number of a phase. */
  readonly stages: readonly string[];
  /** Of which, or how measured. */
  readonly others: readonly string[];
  /** The last year, or span of years, that is told. */
  readonly year: string | undefined;
}

const year = /(?<![\w$.,-])(?:19[89]|20[0-4])\d(?:\s?[-–]\s?(?:\d{2,4}|present|now))?(?![\w%])/gi;
const ordinal = /^\s*(?:\d{1,2}|[ivx]{1,4})[.)]\s/i;
const token = /(?<![#\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}-]*/gu;
const perOne = /\bper\s+([a-z]+)/g;
/** "Plan B", "Zone C". */
const letter =
  /(?<=\p{L}[ -])[B-Z](?![\p{L}\p{N}'’&/-])|(?<=(?:option|plan|team|tenant|zone|case|variant|group|scenario|cluster|shard) )A\b/giu;

export const tellersIn = rememberText((written): Tellers => {
  const text = withoutMoney(written.replace(ordinal, ''));
  const lower = text.toLowerCase();
  const stages: string[] = [];
  const others = matchesOf(perOne, lower).flatMap(([, one = '']) => (groupingWords.has(one) ? [] : [`per ${one}`]));
  for (const [found] of matchesOf(letter, text)) if (found === found.toUpperCase()) others.push(found);
  const years = lower.match(year) ?? [];
  for (const word of lower.replaceAll(year, ' ').match(token) ?? []) {
    const one = singularOf(word) ?? word;
    if (/\d/.test(word) || stageWords.has(word) || stageWords.has(one)) stages.push(one);
    else if (one !== 'per' && (tellers.has(word) || tellers.has(one))) others.push(one);
  }
  return { stages, others, year: years.at(-1)?.replaceAll(/\s/g, '') };
});

/** What a title says it costs, or which share it has, is nothing that tells it from another. */
function withoutMoney(text: string): string {
  let rest = '';
  let done = 0;
  for (const { qualified, unit } of findQuantities(text)) {
    if (unit.dimension !== 'currency' && unit.dimension !== 'percent') continue;
    rest += `${text.slice(done, qualified.start)} `;
    done = qualified.end;
  }
  return rest + text.slice(done);
}
