/** What `diagram-gates explain` prints of a rule: why there is it, and examples from its page. */
import type { RuleMeta } from '../gates/rule.ts';
import { examplesIn } from '../rulePage.ts';

/** A rule in words for a terminal; `page` is its page, `docs/gates/<alias>.md`. Ends with a newline. */
export function explainRule({ id, alias, severity, fixable, title, why }: RuleMeta, page: string): string {
  const [fails] = examplesIn(page, 'fails');
  const [passes] = examplesIn(page, 'passes');
  const paragraphs = [
    `${id} ${alias} (${severity}${fixable ? ', can be fixed' : ''})`,
    title,
    why,
    ...(fails === undefined ? [] : ['This fails:', indent(fails)]),
    ...(passes === undefined ? [] : ['This passes:', indent(passes)]),
    `Turn it off or change how loud it is: { "rules": { "${alias}": "off" } } in .diagram-gates.json`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const indent = (text: string): string => text.trimEnd().replace(/^(?=.)/gm, '    ');
