/** Looks rules up by the names authors use for them. */
import { findNearest } from '../nearest.ts';
import type { RuleMeta } from './rule.ts';

export interface RuleNames {
  /** The rule with this id or alias, in any case. */
  find(name: string): RuleMeta | undefined;
  /** The alias or id somebody probably meant; undefined when none is near. */
  suggest(name: string): string | undefined;
}

export function createRuleNames(metas: readonly RuleMeta[]): RuleNames {
  const byName = new Map<string, RuleMeta>();
  for (const meta of metas) {
    byName.set(meta.id.toLowerCase(), meta);
    byName.set(meta.alias.toLowerCase(), meta);
  }
  // Ids differ by one digit from each other, so a near id is no evidence of what was meant.
  const aliases = metas.map((meta) => meta.alias);
  return {
    find: (name) => byName.get(name.toLowerCase()),
    suggest: (name) => findNearest(name, aliases),
  };
}
