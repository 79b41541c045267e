/** Whether the right rule says that a changed figure is wrong, and that nothing is said of an unchanged page. */
import type { NumberRule } from '../../../core/gates/numbers/facts/relation.ts';
import type { RuleFinding } from '../../../core/gates/rule.ts';
import type { Mutant } from './mutants.ts';
import { factsOf } from './pages.ts';
import type { Page } from './pages.ts';

export interface Measured {
  readonly mutant: Mutant;
  /** Whether the rule whose relation was broken says so. */
  readonly isFound: boolean;
  /** The other rules that say something new. */
  readonly others: readonly string[];
}

export function measure(mutant: Mutant, rules: readonly NumberRule[]): Measured {
  const { page, rule, text } = mutant;
  const [before, after] = [factsOf(page, page.text), factsOf(page, text)];
  const isNew = (each: NumberRule): boolean => {
    const known = new Set(findingsOf(each, before).map(sayOf));
    return findingsOf(each, after).some((finding) => !known.has(sayOf(finding)));
  };
  const others = rules.filter((each) => each !== rule && isNew(each)).map(({ meta }) => meta.alias);
  return { mutant, isFound: isNew(rule), others };
}

function findingsOf(rule: NumberRule, facts: ReturnType<typeof factsOf>): readonly RuleFinding[] {
  return rule.relate(facts).flatMap(({ contradiction }) => contradiction ?? []);
}

const sayOf = ({ message }: RuleFinding): string => message;

export interface Tally {
  readonly rule: string;
  /** Relations that hold on the unchanged pages. */
  readonly checked: number;
  /** Findings on the unchanged pages. */
  readonly contradictions: number;
  readonly mutants: number;
  readonly found: number;
}

export function tally(
  pages: readonly Page[],
  rules: readonly NumberRule[],
  measured: readonly Measured[],
): readonly Tally[] {
  return rules.map((rule) => {
    const relations = pages.flatMap((page) => rule.relate(factsOf(page, page.text)));
    const contradictions = relations.filter(({ contradiction }) => contradiction !== undefined).length;
    const own = measured.filter(({ mutant }) => mutant.rule === rule);
    return {
      rule: rule.meta.alias,
      checked: relations.length - contradictions,
      contradictions,
      mutants: own.length,
      found: own.filter(({ isFound }) => isFound).length,
    };
  });
}
