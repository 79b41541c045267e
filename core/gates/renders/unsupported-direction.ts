/** DG040: a direction that the diagram type does not know. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG040',
  alias: 'unsupported-direction',
  gate: 'renders',
  severity: 'error',
  title: 'The diagram type does not know the direction.',
  why: 'Directions are two capital letters, such as `LR` or `TB`, and not every type knows every one.',
  fixable: true,
};

const meanings: Readonly<Record<string, string>> = {
  DOWN: 'TB',
  TOPDOWN: 'TB',
  VERTICAL: 'TB',
  DT: 'BT',
  UP: 'BT',
  LTR: 'LR',
  RIGHT: 'LR',
  HORIZONTAL: 'LR',
  SIDEWAYS: 'LR',
  RTL: 'RL',
  LEFT: 'RL',
};
const common = ['TB', 'TD', 'LR', 'BT', 'RL'];
const header =
  /^((?:graph|flowchart(?:-elk)?|swimlane-beta|agentflow-beta|gitGraph|xychart(?:-beta)?)\s+)([A-Za-z]+)(?=\s*[;:]?\s*$)/;
const statement = /^(direction\s+)([A-Za-z]+)(?=\s*;?\s*$)/;

export const unsupportedDirection: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked }: BrokenDiagram): Iterable<Proposal> {
    for (const [index, { text, span }] of contentLines(masked).entries()) {
      const match = (index === 0 ? header : statement).exec(text);
      const [, before = '', word = ''] = match ?? [];
      if (word === '') continue;
      const known = knownDirections(before);
      for (const direction of orderByMeaning(word, known).slice(0, 2)) {
        const place = within(span, before.length, word.length);
        const isSure = direction === word.toUpperCase() || direction === meanings[word.toUpperCase()];
        yield {
          span: place,
          message: `\`${word}\` is no direction here: write ${known.map((each) => `\`${each}\``).join(', ')}.`,
          edits: [replaceBy(place, direction)],
          fix: isSure ? `Change to ${direction}` : undefined,
          hidden: true,
          weight: 8,
        };
      }
    }
  },
};

function knownDirections(before: string): readonly string[] {
  if (before.startsWith('xychart')) return ['horizontal', 'vertical'];
  return before.startsWith('gitGraph') ? ['LR', 'TB', 'BT'] : common;
}

/** The directions of the type, the one that is meant first where that is clear. */
function orderByMeaning(word: string, known: readonly string[]): readonly string[] {
  const upper = word.toUpperCase();
  if (known.includes(word)) return [];
  const meant = [upper, meanings[upper] ?? ''].filter((each) => known.includes(each));
  return [...new Set([...meant, ...known])];
}
