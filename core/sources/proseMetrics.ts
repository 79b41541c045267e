/** Metrics in prose: the figures of a paragraph or list as a table, each with what it measures. */
import type { EmitContext } from './source.ts';
import type { Block } from './blocks.ts';
import { oneLine } from './labels.ts';
import { readProseMetrics } from './proseMetrics/read.ts';
import type { Metric } from './proseMetrics/read.ts';
import { recordFormat } from './records.ts';
import { defineSource } from './source.ts';
import { findQuantities } from '../quantities/find.ts';

const mostRead = 20_000;

export const proseMetrics = defineSource({
  id: 'metrics',
  title: 'Metrics in prose',
  reads: 'a paragraph or list with figures in it',
  makes: 'a metrics table: what is measured, its value, its unit and the line it stands on',
  files: ['*.md', '*.txt'],
  mostBytes: 2_000_000,
  options: [],
  detect({ head }) {
    const format = recordFormat(head);
    if (format === 'json' || format === 'yaml' || format === 'markdown') return 0;
    const text = head.slice(0, mostRead);
    const figures = findQuantities(text).length;
    const words = text.split(/\s+/, 4_000).length;
    // Many words for a figure are prose, few are a table of some kind.
    if (figures === 0 || words < figures * 3) return 0;
    return format === 'delimited' ? 0.2 : figures >= 2 ? 0.5 : 0.3;
  },
  parse: readProseMetrics,
  emit: emitMetrics,
});

function emitMetrics(metrics: readonly Metric[], { cite, options }: EmitContext): readonly Block[] {
  return [
    { kind: 'heading', level: 3, text: options['title'] ?? 'Metrics' },
    {
      kind: 'table',
      columns: [{ title: 'What' }, { title: 'Value', isFigure: true }, { title: 'Unit' }, { title: 'Source' }],
      rows: metrics.map(({ what, value, unit, line }) => [oneLine(what, 100), value, unit, cite(line)]),
      from: cite(...metrics.map(({ line }) => line)),
    },
  ];
}
