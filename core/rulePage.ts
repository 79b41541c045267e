/** Reads the page of a rule: the same page is a document, a hover and the answer of the command line. */
import { matchesOf } from './matches.ts';

export interface RulePage {
  /** The paragraph that says why the rule is there. */
  readonly why: string;
  /** The first example that passes, as Markdown; absent where none fits on a page. */
  readonly passes: string | undefined;
}

/** Understands pages of the form that `docs/gates/` has; `undefined` for any other text. */
export function readRulePage(page: string): RulePage | undefined {
  const why = /^## Why\n\n([\s\S]*?)\n\n/m.exec(page)?.[1];
  if (why === undefined) return undefined;
  return { why, passes: examplesIn(page, 'passes')[0] };
}

/** The examples of one kind on a rule's page: what stands between fences of four or more backticks marked so. */
export function examplesIn(page: string, kind: 'fails' | 'passes'): readonly string[] {
  const pattern = new RegExp(`^(\`{4,})markdown ${kind}\\n([\\s\\S]*?)^\\1$`, 'gm');
  return matchesOf(pattern, page).map((match) => match[2] ?? '');
}
