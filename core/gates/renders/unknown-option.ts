/** DG095: an option in a directive or in the diagram's front matter that Mermaid does not know. */
import { readOptions } from '../../mermaid/directives.ts';
import type { OptionKey } from '../../mermaid/directives.ts';
import { optionNames } from '../../mermaid/optionNames.ts';
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG095',
  alias: 'unknown-option',
  gate: 'renders',
  severity: 'warning',
  title: 'An option is one that Mermaid does not know.',
  why: 'Mermaid ignores it without a word, so the layout or theme that was meant never appears.',
  fixable: false,
};

const themes = [
  'default',
  'base',
  'dark',
  'forest',
  'neutral',
  'null',
  'neo',
  'neo-dark',
  'redux',
  'redux-dark',
  'redux-color',
  'redux-dark-color',
];

/** Options without a default, which the list of defaults therefore lacks. */
const withoutDefault = new Set([
  'htmlLabels',
  'altFontFamily',
  'wrap',
  'dompurifyConfig',
  'elk',
  'themeVariables',
  'config',
]);

export const unknownOption: DiagramRule = {
  scope: 'diagram',
  meta,
  *check({ text, verdict }): Iterable<RuleFinding> {
    if (!verdict.renders) return;
    const { keys, problems } = readOptions(text);
    yield* problems;
    for (const key of keys) {
      const problem = judge(key);
      if (problem !== undefined) yield { message: problem, span: key.span };
    }
  },
};

/** Only near misses and top-level strangers: Mermaid's plug-ins bring options nobody here knows. */
function judge({ path, value }: OptionKey): string | undefined {
  const [section, option, ...deeper] = path;
  if (section === undefined || deeper.length > 0 || withoutDefault.has(section) || /\s/.test(section)) return undefined;
  const options = optionNames[section];
  if (option === undefined) {
    if (section === 'theme' && typeof value === 'string' && !themes.includes(value)) {
      return advise(`There is no theme \`${value}\`.`, value, themes);
    }
    return options === undefined
      ? advise(`Mermaid knows no option \`${section}\`.`, section, Object.keys(optionNames))
      : undefined;
  }
  if (options === undefined || options.length === 0 || options.includes(option)) return undefined;
  const nearest = findNearest(option, options);
  return nearest === undefined ? undefined : `\`${section}\` has no option \`${option}\`. Did you mean \`${nearest}\`?`;
}

function advise(problem: string, word: string, known: readonly string[]): string {
  const nearest = findNearest(word, known);
  return nearest === undefined
    ? `${problem} Take it out or correct its name.`
    : `${problem} Did you mean \`${nearest}\`?`;
}
