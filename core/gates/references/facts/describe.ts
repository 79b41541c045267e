/** Words and fixes for references that lead nowhere. */
import type { RuleFinding } from '../../rule.ts';
import type { MissingAnchor } from './anchor.ts';
import type { MissingFile } from './file.ts';
import type { Reference } from './references.ts';
import type { Problem } from './resolve.ts';

/** The finding stands on the path or on the fragment, whichever leads nowhere, with the nearest place as its fix. */
export function describeProblem(reference: Reference, problem: Problem): RuleFinding {
  return problem.kind === 'file' ? describeFile(reference, problem) : describeAnchor(reference, problem);
}

function describeFile({ kind, path, pathSpan }: Reference, { nearest, isCase }: MissingFile): RuleFinding {
  if (nearest === undefined) {
    return { message: `There is no file \`${path}\`. Link to one that is there.`, span: pathSpan };
  }
  const text = kind === 'front-matter' ? nearest : encodePath(nearest);
  const fix = { title: `Link to ${nearest}`, edits: [{ span: pathSpan, text }] };
  return isCase
    ? {
        message: `There is no file \`${path}\`, only \`${nearest}\`. Write it so: upper and lower case differ on GitHub and Linux.`,
        span: pathSpan,
        fixes: [fix],
      }
    : {
        message: `There is no file \`${path}\`. Link to one that is there, such as \`${nearest}\`.`,
        span: pathSpan,
        fixes: [{ ...fix, byHand: true }],
      };
}

function describeAnchor({ path, fragment, fragmentSpan }: Reference, { nearest, isSure }: MissingAnchor): RuleFinding {
  const what = `${path === '' ? 'This page' : `\`${path}\``} has no heading or id \`#${fragment ?? ''}\`.`;
  if (nearest === undefined) {
    const advice = 'Link to a heading or id that is there, or to the page as a whole.';
    return { message: `${what} ${advice}`, span: fragmentSpan };
  }
  const fix = { title: `Link to #${nearest}`, edits: [{ span: fragmentSpan, text: `#${nearest}` }] };
  return isSure
    ? { message: `${what} GitHub gives that heading \`#${nearest}\`.`, span: fragmentSpan, fixes: [fix] }
    : {
        message: `${what} Link to one that is there, such as \`#${nearest}\`.`,
        span: fragmentSpan,
        fixes: [{ ...fix, byHand: true }],
      };
}

/** Blanks and parentheses would end the destination of a link. */
function encodePath(path: string): string {
  return encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
