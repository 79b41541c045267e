/** DG014: a text that this diagram type takes in double quotes only. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { quoteLabel } from '../../mermaid/diagnosis/quote.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG014',
  alias: 'missing-quotes',
  gate: 'renders',
  severity: 'error',
  title: 'A text must be in double quotes here.',
  why: 'Some diagram types take any text as it stands, others only in double quotes or only up to the first special character.',
  fixable: true,
};

/** Where the texts of a type stand, as patterns over a line; the group is the text. */
const texts: Readonly<Record<string, readonly RegExp[]>> = {
  pie: [/^([^":]+?)\s*:\s*-?[\d.]/dg],
  packet: [/^(?:\d+(?:-\d+)?|\+\d+)\s*:\s*([^"]+)$/dg],
  treemap: [/^([^":,]+?)\s*(?=,\s*[\d.]+$)/dg, /^([^":]+?)\s*(?=$|:)/dg],
  cynefin: [/^([^":]+)$/dg, /-->\s*\w+\s*:\s*([^"]+)$/dg],
  radar: [/\[([^"\]]+)\]/dg],
  gitGraph: [
    /\b(?:id|tag|msg|parent)\s*:\s*([^"\s][^"]*?)(?=\s+\w+\s*:|$)/dg,
    /^(?:branch|checkout|switch|merge)\s+([^"\s][^"]*?)(?=\s+\w+\s*:|$)/dg,
  ],
  er: [
    /^(?!.*(?:--|\.\.|:|\bto\b))[\w[\]()-]+\s+[\w-]+(?:\s+(?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*)?\s+([^"\s][^"]*)$/dg,
    /(?:--|\.\.)[^:]*:\s*([^"\s][^"]*)$/dg,
  ],
  block: [/(?<=\w)[[({<>/\\]+([^"[\](){}/\\<>]+)[\])}/\\>]+/dg],
  xychart: [
    /(?<=^(?:x-axis|y-axis)[^[]*\[(?:[^\]]*,)?\s*)(?! )([^",\][][^",\][]*?)(?=\s*[,\]])/dg,
    /^title\s+([^"].*)$/dg,
    /^(?:x-axis|y-axis)\s+([^"\d[][^"[]*?)(?=\s*\[|\s+\S+\s*-->|$)/dg,
    /^(?:bar|line)\s+([^"[]*[^"[\s])(?=\s*\[)/dg,
  ],
  quadrantChart: [
    /^(?:x-axis|y-axis)\s+([^">]+?)(?=\s*-->|$)/dg,
    /-->\s*([^"]+)$/dg,
    /^quadrant-\d\s+([^"]+)$/dg,
    /^(?!x-axis|y-axis|quadrant|title|classDef)([^"]+?)(?::::\w+)?\s*:\s*\[[^\]]*\]/dg,
  ],
  sankey: [/(?<=^|,)([^",]*[^\x20-\x7e][^",]*)(?=,|$)/dg],
  requirement: [/^(?:text|id|type|docref)\s*:\s*([^"]+)$/dg, /^\w+\s+([^"{]*[-:,=<>][^"{]*?)\s*\{/dg],
  venn: [/\[([^"\]]+)\]/dg],
  c4: [/(?<=[(,]\s*)(?!\s)([^",()$=]*\s[^",()$=]*)(?=[,)])/dg],
  flowchart: [/^click\s+\S+\s+(?:href\s+)?(https?:[^\s"]+)/dg],
  classDiagram: [/^(?:click|link)\s+\S+\s+(?:href\s+)?(https?:[^\s"]+)/dg],
  gantt: [/^click\s+\S+\s+href\s+(https?:[^\s"]+)/dg],
};

const family = (type: string): string => (/^(?:flowchart|swimlane|agentflow)/.test(type) ? 'flowchart' : type);

export const missingQuotes: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    const patterns = texts[family(type ?? '')] ?? [];
    for (const { text, span } of contentLines(masked).slice(1)) {
      for (const pattern of patterns) {
        const found = matchesOf(pattern, text).map(({ 1: raw = '', indices }) => ({
          raw,
          from: indices?.[1]?.[0] ?? 0,
        }));
        for (const { raw, from } of found) yield proposeQuotes(raw, within(span, from, raw.length));
      }
    }
  },
};

function proposeQuotes(raw: string, span: Proposal['span']): Proposal {
  return {
    span,
    message: `\`${shorten(raw)}\` is taken as text only in double quotes.`,
    edits: [{ span, text: quoteLabel(raw) }],
    fix: 'Put the text in double quotes',
    weight: 1,
  };
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
