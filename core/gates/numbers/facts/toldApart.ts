/** Whether anything on the page tells two quantities of one name apart: another year, stage, region, tier, company or measure. */
import type { DocumentFacts } from '../../rule.ts';
import type { Mention } from './mentions.ts';
import { nameWords, tellersIn } from './quantityNames.ts';

interface Context {
  readonly stages: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly year: string | undefined;
}

/** `sides` are the words of what the page compares. */
export function isToldApart(first: Mention, claim: Mention, sides: ReadonlySet<string>): boolean {
  const common = titlesAboveBoth(first, claim);
  if (isParallel(first, claim)) return true;
  const [one, other] = [contextOf(first, common, sides), contextOf(claim, common, sides)];
  if (one.year !== other.year || !isSameSet(one.others, other.others)) return true;
  // Stages of one year are one stage.
  return one.year === undefined && !isSameSet(one.stages, other.stages);
}

/** Two lists, tables or mappings of one depth are told for two things, as those of two products are; a drawing is told again in words. */
function isParallel(first: Mention, claim: Mention): boolean {
  return first.kind === claim.kind && first.kind !== 'diagram' && first.under.length === claim.under.length;
}

/** What tells a mention from another, from what is nearest to it outwards, up to the titles above both. */
function contextOf({ names, rest, under }: Mention, common: number, sides: ReadonlySet<string>): Context {
  const texts = [rest, ...names.toReversed(), ...under.slice(common).toReversed()];
  const read = texts.map(tellersIn);
  const compared = sides.size === 0 ? [] : texts.flatMap(nameWords).filter((word) => sides.has(word));
  return {
    stages: new Set(read.flatMap(({ stages }) => stages)),
    others: new Set([...read.flatMap(({ others }) => others), ...compared]),
    year: read.find(({ year }) => year !== undefined)?.year,
  };
}

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((word) => other.has(word));

/** What a page compares, where its title says so ("Ferries vs lorries"), and the organisations that the project added. */
export function sidesOf({ model, words }: DocumentFacts): ReadonlySet<string> {
  const title = model.blocks.find((block) => block.kind === 'heading')?.text ?? '';
  const compared = /\b(?:vs\.?|versus)\s/i.test(title) ? nameWords(title) : [];
  return new Set([...compared, ...(words?.organisations ?? []).flatMap(nameWords)]);
}

/** How many titles stand above both. */
export function titlesAboveBoth({ under: one }: Mention, { under: other }: Mention): number {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common += 1;
  return common;
}
