/** What can be asked of `npm run bench:faults`. */
import { parseArgs } from 'node:util';
import type { DressingName } from './dressings.ts';
import { dressingNames } from './dressings.ts';

export interface Options {
  /** How many single faults to measure, chosen by a fixed seed; all of them where the number is large. */
  readonly limit: number;
  readonly dressings: readonly DressingName[];
  readonly type: string | undefined;
  readonly kind: string | undefined;
  /** Also prints every diagram that was not placed well. */
  readonly misses: boolean;
  /** Whether to repair the broken diagrams of ../shared too. */
  readonly corpus: boolean;
  readonly check: boolean;
  /** More valid diagrams to hold against false alarms: a folder of .mmd files. */
  readonly valid: string | undefined;
  readonly json: string | undefined;
}

export const usage = `npm run bench:faults -- [--limit 270|all] [--dressing bare] [--type T] [--kind K] [--misses] [--no-corpus] [--valid folder] [--json file] [--check]`;

/** Throws where the arguments are not understood. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      limit: { type: 'string', default: '270' },
      dressing: { type: 'string', multiple: true },
      type: { type: 'string' },
      kind: { type: 'string' },
      misses: { type: 'boolean', default: false },
      corpus: { type: 'boolean', default: true },
      check: { type: 'boolean', default: false },
      valid: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const limit = values.limit === 'all' ? Number.MAX_SAFE_INTEGER : Number(values.limit);
  if (!Number.isInteger(limit) || limit < 0) throw new Error(`--limit is a number or "all", not ${values.limit}`);
  const unknown = (values.dressing ?? []).filter((name) => !dressingNames.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`--dressing is one of: ${dressingNames.join('; ')}`);
  return {
    limit,
    dressings: dressingNames.filter((name) => values.dressing === undefined || values.dressing.includes(name)),
    type: values.type,
    kind: values.kind,
    misses: values.misses,
    corpus: values.corpus,
    check: values.check,
    valid: values.valid,
    json: values.json,
  };
}
