/** The manifest's walkthrough: what a newcomer can do, each step with its picture and its button. Plain data, no `vscode`. */
import { commands } from './contributions.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  /** A paragraph a line; a link alone on its line is a button. */
  readonly description: readonly string[];
  /** What the picture shows. */
  readonly altText: string;
  readonly doneBy: readonly { readonly id: string }[];
}

const run = ({ id, title }: { readonly id: string; readonly title: string }, label = title): string =>
  `[${label.replace('…', '')}](command:${id})`;

const steps: readonly Step[] = [
  {
    id: 'faults',
    title: 'See what does not hold up',
    description: [
      'Faults are underlined as you type and listed in Problems, by Mermaid’s own parser. Press the lamp to repair one, or all of them in one undo step.',
      run(commands.openExample),
    ],
    altText: 'A label with a parenthesis is underlined, and the lamp offers to put it in double quotes.',
    doneBy: [commands.openExample],
  },
  {
    id: 'preview',
    title: 'Watch the picture while you write',
    description: [
      'The preview follows the diagram under the cursor and keeps the last good picture while the text is broken. Click a shape to get to its text.',
      run(commands.openPreview, 'Open Preview'),
    ],
    altText: 'An architecture diagram beside its text; the shape at the cursor is marked.',
    doneBy: [commands.openPreview],
  },
  {
    id: 'patterns',
    title: 'Start from a worked page',
    description: [
      'Patterns for systems, incidents, costs and plans: fill in the fields, and the totals follow. On a page, type / on a line of its own.',
      run(commands.insertPattern),
      `Have data already? ${run(commands.createFromSource)} from a postmortem, a bill, a trace, SQL, OpenAPI or a compose file.`,
    ],
    altText: 'The list of patterns, grouped by systems, incidents, costs and plans.',
    doneBy: [commands.insertPattern, commands.createFromSource],
  },
  {
    id: 'profile',
    title: 'Choose how much is checked',
    description: [
      'By default every gate is judged: does it render, does it show, does it carry figures, do they add up, would it help at 3 AM? Only syntax is one choice away.',
      run(commands.chooseProfile),
    ],
    altText: 'A list: only whether diagrams render, everything, everything as errors, nothing.',
    doneBy: [commands.chooseProfile],
  },
  {
    id: 'workspace',
    title: 'Look at the whole set',
    description: [
      'Check every page of the folder, opened or not, and see on the dashboard where the set stands and which pages come first.',
      run(commands.openDashboard),
      'The same checks run in CI: npx diagram-gates check docs/',
    ],
    altText: 'The dashboard: figures of the set, its goals, and the worst pages first.',
    doneBy: [commands.openDashboard, commands.checkWorkspace],
  },
];

export const walkthroughs = [
  {
    id: 'start',
    title: 'Get Started with Diagram Gates',
    description: 'Diagrams that render, say something and add up.',
    steps: steps.map(({ id, title, description, altText, doneBy }) => ({
      id,
      title,
      description: description.join('\n'),
      media: {
        image: {
          light: `./media/walkthrough/${id}-light.png`,
          dark: `./media/walkthrough/${id}-dark.png`,
          hc: `./media/walkthrough/${id}-dark.png`,
          hcLight: `./media/walkthrough/${id}-light.png`,
        },
        altText,
      },
      completionEvents: doneBy.map((command) => `onCommand:${command.id}`),
    })),
  },
] as const;
