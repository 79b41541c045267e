/** The library as a page of the documentation, `docs/patterns.md`. */
import { evaluate } from './formula.ts';
import { patternFamilies } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { fillDefaults, valuesOf } from './render.ts';

const introduction = `# Patterns

A pattern is a diagram with its table, filled with a worked example that passes every gate. Change what differs and keep
the rest: a page that answers the right questions, in the time it takes to tab through it.

| You want to | Do this |
| --- | --- |
| choose from the list | run *Diagram Gates: Insert Pattern…* |
| stay on the keyboard | type a trigger, or only \`/\` or \`dg-\`, at the start of a line in Markdown |
| have the diagram alone | do either inside an empty Mermaid fence, or in an empty \`.mmd\` file |
| go to the next field | press Tab; Shift+Tab goes back, Escape leaves the rest as it is |
| change a name everywhere | type it once: fields with the same name are linked |
| keep totals right | change the parts first; the totals come last, to be corrected |
| give a pattern a key | bind \`diagramGates.insertPattern\` with the pattern's id as its argument |

The pattern goes on lines of its own: after the paragraph, table or code block the cursor is in, inside the list item or
quote of a blank line, and on a new page where no editor is open.`;

/** The whole page, ending with a line ending. */
export function patternsPage(patterns: readonly Pattern[]): string {
  const families = patternFamilies.flatMap((family) => {
    const members = patterns.filter((pattern) => pattern.family === family.id);
    return members.length === 0 ? [] : [`## ${family.title}`, ...members.map(sectionOf)];
  });
  return `${[introduction, overviewOf(patterns), ...families].join('\n\n')}\n`;
}

function overviewOf(patterns: readonly Pattern[]): string {
  const rows = patterns.map(({ id, title, trigger, description }) => {
    return `| [${title}](#${anchorOf(title)}) | \`${trigger}\` | \`${id}\` | ${description} |`;
  });
  return ['| Pattern | Trigger | Id | What is inserted |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function sectionOf(pattern: Pattern): string {
  const inputs = pattern.inputs.map((input) => `| ${input.label} | ${evaluate(input, {})} |`);
  const fields = valuesOf(pattern);
  const figures = fields.filter(({ kind }) => kind === 'computed').length;
  return [
    `### ${pattern.title}`,
    `${pattern.when} Fields to fill in: ${fields.length - figures}; figures that follow from them: ${figures}.`,
    picturesOf(pattern),
    ['| Input | Example |', '| --- | --- |', ...inputs].join('\n'),
    `<details>\n<summary>The page as it is inserted</summary>`,
    ['````markdown', fillDefaults(pattern), '````'].join('\n'),
    '</details>',
  ].join('\n\n');
}

/** One picture for light pages and one for dark ones; which is shown is for VS Code and GitHub to choose. */
function picturesOf({ id, title }: Pattern): string {
  return ['light', 'dark']
    .map((look) => `![${title}](images/patterns/${id}-${look}.webp#gh-${look}-mode-only)`)
    .join('\n');
}

/** The anchor of a heading made of letters and spaces. */
export function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
