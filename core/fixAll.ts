/** Puts the first fix of each of several findings together into edits that can be made at once. */
import type { Finding, Fix, TextEdit } from './model.ts';

/** The fix that may be made unasked: the first, unless it is to be chosen by hand. */
function safeFixOf({ fixes: [fix] }: Finding): Fix | undefined {
  return fix?.byHand === true ? undefined : fix;
}

/**
 * The edits of each finding's first fix, in order of place, but for those to be chosen by hand. A fix of which an edit
 * would overlap one already taken is left out as a whole: checking again after the edits finds it anew.
 */
export function fixAll(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const fix = safeFixOf(finding);
    if (fix !== undefined && !clashes(fix.edits, taken)) taken.push(...fix.edits);
  }
  return taken.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

/** Whether one of `edits` overlaps one of `taken`. */
export function clashes(edits: readonly TextEdit[], taken: readonly TextEdit[]): boolean {
  return edits.some(({ span }) =>
    taken.some(({ span: other }) => {
      // Two insertions at one place clash too: nobody can say which comes first.
      if (span.start === other.start) return true;
      return span.start < other.end && other.start < span.end;
    }),
  );
}
