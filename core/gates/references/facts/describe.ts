/** Words and fixes for references that lead nowhere. */
import type { RuleFinding } from '../../rule.ts';
import type { Reference } from './references.ts';
import type { MissingAnchor } from './resolve.ts';

/** A fragment that names no heading: on the fragment, with the nearest one as its fix. */
export function describeProblem({ path, fragment, fragmentSpan }: Reference, problem: MissingAnchor): RuleFinding {
  const { nearest } = problem;
  const where = path === '' ? 'This page' : `\`${path}\``;
  const advice =
    nearest === undefined
      ? 'Link to a heading or id that is there, or to the page as a whole.'
      : `Link to one that is there, such as \`#${nearest}\`.`;
  return {
    message: `${where} has no heading or id \`#${fragment ?? ''}\`. ${advice}`,
    span: fragmentSpan,
    fixes:
      nearest === undefined
        ? []
        : [{ title: `Link to #${nearest}`, edits: [{ span: fragmentSpan, text: `#${nearest}` }], byHand: true }],
  };
}
