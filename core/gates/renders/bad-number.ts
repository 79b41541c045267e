/** DG051: a number is written in a way that the diagram type does not take. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG051',
  alias: 'bad-number',
  gate: 'renders',
  severity: 'error',
  title: 'A value is no number as this diagram type takes it.',
  why: 'Charts are drawn from plain numbers. A percent sign, a currency, a thousands separator or a word instead refuses the whole chart.',
  fixable: true,
};

interface Place {
  readonly pattern: RegExp;
  /** What the number must be like. */
  readonly wish: string;
  readonly proof: string;
}

const positive = 'a positive number such as `12.5`';
const plain = 'a plain number such as `12.5`';
const share = 'a number from 0 to 1 such as `0.75`';

/** Where numbers stand, by type; the group is the value. */
const places: Readonly<Record<string, readonly Place[]>> = {
  pie: [{ pattern: /^"[^"]*"\s*:\s*(.+)$/dg, wish: positive, proof: '1' }],
  treemap: [{ pattern: /^"[^"]*"\s*[:,]\s*([^:]+?)(?=$|\s*:::)/dg, wish: plain, proof: '1' }],
  venn: [{ pattern: /:\s*([^:[\]"]+)$/dg, wish: plain, proof: '1' }],
  packet: [{ pattern: /^\+?([^":]+?)\s*:/dg, wish: 'a bit or a range of bits such as `0-7`', proof: '1' }],
  radar: [
    { pattern: /(?<=[{,]\s*(?:\w+\s*:\s*)?)([^{},:\s][^{},:]*?)(?=\s*[,}])/dg, wish: positive, proof: '1' },
    { pattern: /^(?:max|min|ticks)\s+(.+)$/dg, wish: plain, proof: '1' },
  ],
  xychart: [
    {
      pattern: /(?<=^(?:bar|line)[^[]*\[(?:[^\]]*,)?\s*)([^",\][\s][^",\][]*?)(?=\s*[,\]])/dg,
      wish: plain,
      proof: '1',
    },
    { pattern: /-->\s*(\S+)$/dg, wish: plain, proof: '999999' },
  ],
  quadrantChart: [
    { pattern: /(?<=:\s*\[\s*)([^,\]]+?)(?=\s*[,\]])/dg, wish: share, proof: '0.5' },
    { pattern: /(?<=:\s*\[[^,\]]*,\s*)([^,\]]+?)(?=\s*\])/dg, wish: share, proof: '0.5' },
  ],
  wardley: [
    { pattern: /(?<=\[\s*)([^,\][]+?)(?=\s*,)/dg, wish: share, proof: '0.5' },
    { pattern: /(?<=\[[^,\][]+,\s*)([^,\][]+?)(?=\s*\])/dg, wish: share, proof: '0.5' },
  ],
  gitGraph: [{ pattern: /\border:\s*(\S+)/dg, wish: 'a whole number', proof: '1' }],
  sankey: [{ pattern: /,([^",]+)$/dg, wish: plain, proof: '1' }],
};

export const badNumber: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type = '' }: BrokenDiagram): Iterable<Proposal> {
    for (const { text, span } of contentLines(masked).slice(1)) {
      for (const { pattern, wish, proof } of places[type] ?? []) {
        for (const match of matchesOf(pattern, text)) {
          const raw = match[1] ?? '';
          const at = within(span, match.indices?.[1]?.[0] ?? 0, raw.length);
          const number = plainNumber(raw);
          if (number === raw && wish !== share && !(wish === positive && raw.startsWith('-'))) continue;
          const message = `\`${raw}\` is not taken as a number here: write ${wish}.`;
          if (number !== undefined && number !== raw) {
            yield { span: at, message, edits: [replaceBy(at, number)], fix: `Write ${number}`, weight: 3 };
          }
          const grouped = raw.replaceAll(/(?<=\d)[,'\u2019_ ](?=\d{3}(?!\d))/g, '');
          if (number === undefined && /^\d+(?:\.\d+)?$/.test(grouped)) {
            const title = `Write ${grouped}`;
            yield {
              span: at,
              message,
              edits: [replaceBy(at, grouped)],
              fix: title,
              byHand: true,
              hidden: true,
              weight: 3,
            };
          }
          yield { span: at, message, edits: [replaceBy(at, proof)], fix: undefined, weight: -3 };
        }
      }
    }
  },
};

/** The number without a percent sign or a currency; undefined where it is none or may mean two things. */
function plainNumber(raw: string): string | undefined {
  return /^[$€£]?\s*(-?\d+(?:\.\d+)?)\s*%?$/.exec(raw)?.[1];
}
