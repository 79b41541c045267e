/** Repairs the diagrams of a document that Mermaid refuses; each step counts only when a check of its result says so. */
import { applyEdits } from './document/edits.ts';
import { clashes, fixAll } from './fixAll.ts';
import { PatchedText } from './mermaid/diagnosis/patchedText.ts';
import type { CheckedDiagram, CheckedDocument, Finding, Span, TextEdit } from './model.ts';

/** Checks a text of the document; undefined when nobody waits for the answer any more. */
export type CheckText = (text: string) => Promise<CheckedDocument | undefined>;

export interface RepairRequest {
  readonly text: string;
  /** The document's check as far as it is known; made when absent. */
  readonly checked?: CheckedDocument;
  readonly check: CheckText;
  /** Which faults may be repaired; all when absent. Asked with findings of any state of the document. */
  readonly wants?: (finding: Finding, diagram: number) => boolean;
}

/** A fault that was repaired. */
export interface Repaired {
  readonly finding: Finding;
  /** Where it stood in the text that was given. */
  readonly span: Span;
}

export interface Repair {
  /** The repaired text; the given one where nothing could be done. */
  readonly text: string;
  /** What is known of `text`. */
  readonly checked: CheckedDocument;
  /** In order of place. */
  readonly repaired: readonly Repaired[];
}

/** How often a document may be checked for the sake of its repair. */
const mostChecks = 60;

interface State {
  readonly text: string;
  readonly checked: CheckedDocument;
  readonly repaired: readonly Repaired[];
  /** From the state's text back to the text that was given. */
  readonly toGiven: (offset: number) => number;
}

/** One fix under consideration. */
interface Step {
  readonly finding: Finding;
  readonly diagram: number;
  readonly edits: readonly TextEdit[];
  /** Names the fix in this state of its diagram, so that one that did harm is not tried again. */
  readonly key: string;
}

/** Repairs what can be repaired, until nothing more is. Undefined when the document's check was given up. */
export async function repairDocument({
  text,
  checked: known,
  check,
  wants,
}: RepairRequest): Promise<Repair | undefined> {
  const checked = known ?? (await check(text));
  if (checked === undefined) return undefined;
  let state: State = { text, checked, repaired: [], toGiven: (offset) => offset };
  const harmful = new Set<string>();
  let tried: readonly Step[] = planSteps(state, harmful, wants);
  for (let checks = 0; tried.length > 0 && checks < mostChecks; checks++) {
    const result = await tryAll(state, tried, check);
    if (result === undefined) return undefined;
    if (isBetter(state, result, tried)) {
      state = result;
    } else if (tried.length > 1) {
      // One of them does harm. Half of them may not.
      tried = tried.slice(0, Math.ceil(tried.length / 2));
      continue;
    } else {
      for (const { key } of tried) harmful.add(key);
    }
    tried = planSteps(state, harmful, wants);
  }
  const repaired = state.repaired.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { text: state.text, checked: state.checked, repaired };
}

/** The fixes that can be made at once, in order of place. A valid diagram is never touched, whatever is said of it. */
function planSteps({ checked }: State, harmful: ReadonlySet<string>, wants: RepairRequest['wants']): readonly Step[] {
  const steps: Step[] = [];
  for (const [diagram, { renders, span, key }] of checked.diagrams.entries()) {
    if (renders) continue;
    for (const finding of checked.findings) {
      if (!isFaultIn(span, finding) || wants?.(finding, diagram) === false) continue;
      const edits = fixAll([finding]);
      const name = JSON.stringify([key, edits.map((edit) => [edit.span.start - span.start, edit.text])]);
      if (edits.length === 0 || harmful.has(name) || !edits.every((edit) => isInside(edit.span, span))) continue;
      steps.push({ finding, diagram, edits, key: name });
    }
  }
  return withoutClashes(steps);
}

/** Leaves out a fix that overlaps an earlier one: the next check finds it anew where it is still needed. */
function withoutClashes(steps: readonly Step[]): readonly Step[] {
  const taken: TextEdit[] = [];
  return steps.filter(({ edits }) => {
    if (clashes(edits, taken)) return false;
    taken.push(...edits);
    return true;
  });
}

async function tryAll(state: State, steps: readonly Step[], check: CheckText): Promise<State | undefined> {
  const edits = fixAll(steps.map(({ finding }) => finding));
  const patched = PatchedText.of(state.text).with(edits);
  const text = applyEdits(state.text, edits);
  const checked = await check(text);
  if (checked === undefined) return undefined;
  const made = steps.map(({ finding }) => ({
    finding,
    span: { start: state.toGiven(finding.span.start), end: state.toGiven(finding.span.end) },
  }));
  return {
    text,
    checked,
    repaired: [...state.repaired, ...made],
    toGiven: (offset) => state.toGiven(patched?.toOriginal(offset) ?? offset),
  };
}

/** Whether each diagram that was changed renders or has fewer faults and none of a new kind, and all others are as before. */
function isBetter(before: State, after: State, steps: readonly Step[]): boolean {
  const changed = new Set(steps.map(({ diagram }) => diagram));
  const old = before.checked.diagrams;
  const now = after.checked.diagrams;
  if (old.length !== now.length) return false;
  return old.every((diagram, index) => {
    const successor = now[index];
    if (successor === undefined) return false;
    if (!changed.has(index)) return successor.key === diagram.key;
    return successor.renders || hasFewerFaults(faultsOf(before, diagram), faultsOf(after, successor));
  });
}

interface PlacedFault {
  readonly rule: string;
  /** How far it is from the fault's start and end to the end of the diagram: behind a repair these numbers stay. */
  readonly startToEnd: number;
  readonly endToEnd: number;
}

function hasFewerFaults(before: readonly PlacedFault[], after: readonly PlacedFault[]): boolean {
  // One that still does not render has a fault, said or not; nothing said is no progress that could be shown.
  if (after.length === 0) return false;
  const count = (faults: readonly PlacedFault[], rule: string): number =>
    faults.filter((fault) => fault.rule === rule).length;
  const isFewer = after.length < before.length && after.every(({ rule }) => count(after, rule) <= count(before, rule));
  // Not every fault of a very broken diagram is reported at once: then what was reported is gone, and the rest stands behind it.
  const isFurther =
    Math.max(...after.map(({ startToEnd }) => startToEnd)) < Math.min(...before.map(({ endToEnd }) => endToEnd));
  return isFewer || isFurther;
}

function faultsOf({ checked }: State, { span }: CheckedDiagram): readonly PlacedFault[] {
  return checked.findings
    .filter((finding) => isFaultIn(span, finding))
    .map(({ rule, span: { start, end } }) => ({
      rule,
      startToEnd: span.end - start,
      endToEnd: span.end - end,
    }));
}

const isFaultIn = (diagram: Span, { gate, span }: Finding): boolean => gate === 'renders' && isInside(span, diagram);

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
