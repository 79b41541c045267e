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
quote of a blank line, and on a new page where no editor is open.

## Case studies

*Diagram Gates: Insert Case Study…* asks nine questions and writes twelve diagrams of one system: the global
architecture, five planes, three requests, the regions, and two of its growth. They come as one page, or as a folder of
five pages that lead to each other; what is there already is replaced only when you say so.

*Diagram Gates: Check Case Study* names what the page, with the pages of its folder it links to, still lacks of the
twelve. A diagram is known by the nearest heading that says what it shows, such as *Edge plane* or *Regions*, a sequence
by itself. Choose what is lacking to insert a pattern for it.

## Patterns of your team

Files in \`.diagram-gates/patterns\` of your workspace stand beside the built-in patterns, in the list and as you type.
*Diagram Gates: Save Selection as Pattern…* makes one of what is selected. Such a file is a page with front matter:

\`\`\`markdown
---
title: Service page
trigger: dg-service-page
family: system
description: What every service of ours says of itself
fields:
  - { name: service, label: Name of the service, default: checkout }
  - { name: pods, kind: number, default: 12 }
  - { name: tier, options: [gold, silver] }
---

## \${service}, \${tier}

The service runs in \${pods} pods.
\`\`\`

| Key | What it says |
| --- | --- |
| \`title\` | What the pattern is called; the only key that must be there |
| \`trigger\` | What is typed to get it: \`dg-\` and words. Without it, one is made of the title |
| \`family\` | \`system\`, \`incident\`, \`cost\`, \`plan\` or \`case-study\` |
| \`description\`, \`when\` | What is inserted, and the page it belongs on |
| \`fields\` | What is filled in: \`name\`, \`label\`, \`kind\` (\`text\`, \`number\`, \`clock\`, \`date\`, \`choice\`), \`default\`, \`options\` |

\`\${name}\` in the page is the place of a field; what names no field stays as it is. What is wrong with a file is
underlined in it, and until it is right the pattern is not offered. A pattern is text and nothing else: it runs no code
and reads no other file.

## The built-in patterns`;

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
