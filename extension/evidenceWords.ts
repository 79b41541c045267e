/** Says in one line what a gate counted; the words are the translator's, the figures the evidence's. */
import type { Evidence, GateResult } from '../core/model.ts';

/** Translates a text and fills `{0}`, `{1}`, …; `vscode.l10n.t` in the extension. */
export type Say = (text: string, ...values: (string | number)[]) => string;

/** Empty where a gate counted nothing, or counted what this version does not know. */
export function evidenceWords({ id, evidence }: Pick<GateResult, 'id' | 'evidence'>, say: Say): string {
  const count = (key: string): number | undefined => {
    const value = evidence[key];
    return typeof value === 'number' ? value : undefined;
  };
  switch (id) {
    case 'renders':
      return outOf(count('diagrams'), minus(count('diagrams'), count('broken')), (all, good) =>
        say('{0} of {1} diagrams render', good, all),
      );
    case 'visual': {
      const [ratio, visual, text] = [count('ratio'), count('visual'), count('text')];
      if (ratio === undefined || visual === undefined || text === undefined) return '';
      return say('{0} % visual: {1} of {2} lines show, the rest tells', percent(ratio), visual, visual + text);
    }
    case 'metrics':
      return outOf(count('applicable'), count('withMetric'), (all, good) =>
        say('{0} of {1} diagrams about a system, an incident or a cost carry a metric', good, all),
      );
    case 'planes':
      return outOf(count('components'), count('coloured'), (all, good) =>
        say('{0} of {1} components wear the colour of a plane', good, all),
      );
    case 'example':
      return exampleWords(evidence, say);
    case 'three-am':
      return threeAmWords(evidence, say);
    case 'numbers':
      return outOf(count('checked'), count('contradictions'), (all, bad) =>
        say('{0} sums, shares and ratios checked, {1} contradict', all, bad),
      );
    case 'references':
      return outOf(count('checked'), count('broken'), (all, bad) =>
        say('{0} references checked, {1} broken', all, bad),
      );
  }
}

function outOf(
  all: number | undefined,
  part: number | undefined,
  words: (all: number, part: number) => string,
): string {
  return all === undefined || part === undefined || all === 0 ? '' : words(all, part);
}

function minus(all: number | undefined, part: number | undefined): number | undefined {
  return all === undefined || part === undefined ? undefined : all - part;
}

/** Rounded down, so that a page just below its threshold is never said to be on it. */
const percent = (share: number): number => Math.floor(share * 100 + 1e-9);

const mostNamed = 3;

function exampleWords({ examples }: Evidence, say: Say): string {
  if (!Array.isArray(examples)) return '';
  const found = examples.flatMap((example: unknown) => {
    const { name, line } = (example ?? {}) as { readonly name?: unknown; readonly line?: unknown };
    return typeof name === 'string' && typeof line === 'number' ? [say('{0} (line {1})', name, line)] : [];
  });
  if (found.length === 0) return say('no real example');
  const shown = found.slice(0, mostNamed).join(', ');
  return found.length > mostNamed ? say('{0} and {1} more', shown, found.length - mostNamed) : shown;
}

function threeAmWords({ points, signals }: Evidence, say: Say): string {
  if (typeof points !== 'number' || typeof signals !== 'object' || signals === null) return '';
  const names: Readonly<Record<string, string>> = {
    failure_path: say('failure path'),
    run_or_read: say('what to run or read'),
    failure_modes: say('failure modes and blast radius'),
    recovery: say('recovery'),
    alert_metric: say('alerting metric'),
    where_to_look: say('where to look'),
  };
  const missing = Object.entries(signals).flatMap(([key, line]) => (line === null ? [names[key] ?? key] : []));
  return missing.length === 0
    ? say('{0} of 100 points', points)
    : say('{0} of 100 points; missing: {1}', points, missing.join(', '));
}
