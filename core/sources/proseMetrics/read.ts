/** Finds the figures of running text, and the words that say what each measures. */
import { LineTable } from '../../document/lines.ts';
import type { TextBlock } from '../../document/model.ts';
import { parseDocument } from '../../document/parse.ts';
import { findQuantities } from '../../quantities/find.ts';
import { blankMarkup } from '../../quantities/markup.ts';
import type { Quantity } from '../../quantities/model.ts';
import { plainWords } from '../plainWords.ts';
import type { Read, SourceInput } from '../source.ts';
import { nameFigure } from './names.ts';

export interface Metric {
  /** The author's own words. */
  readonly what: string;
  /** As written, with "about" or "~" where that stands in front. */
  readonly value: string;
  readonly unit: string;
  /** 1-based. */
  readonly line: number;
}

const mostMetrics = 200;

export function readProseMetrics({ text }: SourceInput): Read<readonly Metric[]> {
  const lines = new LineTable(text);
  const metrics = parseDocument(text, 'markdown').blocks.flatMap((block) =>
    block.kind === 'text' ? metricsOf(block, lines) : [],
  );
  if (metrics.length === 0) return { problem: 'there is no figure with a unit in this text', line: undefined };
  if (metrics.length > mostMetrics) {
    const problem = `there are ${metrics.length} figures, and at most ${mostMetrics} make a table: select those that matter`;
    return { problem, line: metrics[mostMetrics]?.line };
  }
  return { model: metrics };
}

function metricsOf({ text, lines: places }: TextBlock, lines: LineTable): readonly Metric[] {
  const words = blankMarkup(text);
  const quantities = findQuantities(words).filter(isMeasured);
  let what = '';
  const names = quantities.map((quantity, index) => {
    const previous = quantities[index - 1]?.span.end ?? 0;
    const named = nameFigure(words, quantity, { previous, next: quantities[index + 1]?.span.start ?? words.length });
    what = named === '' ? what : named;
    return { what, goesOn: named === '' && what !== '' };
  });
  return quantities.map((quantity, index) => {
    const line = text.slice(0, quantity.span.start).split('\n').length - 1;
    // "from 120 ms to 45 ms" speaks of one thing twice.
    const way = names[index]?.goesOn === true ? ' to' : names[index + 1]?.goesOn === true ? ' from' : '';
    return {
      what: `${plainWords(names[index]?.what ?? '')}${way}`,
      ...splitFigure(words, quantity),
      line: lines.lineAt(places[line]?.start ?? 0) + 1,
    };
  });
}

/** A bare number measures nothing that could be named. */
const isMeasured = ({ unit }: Quantity): boolean =>
  unit.name !== '' || unit.period !== undefined || unit.dimension !== 'count';

/** The digits with their magnitude, and the unit around them. */
function splitFigure(text: string, { qualified, span }: Quantity): Pick<Metric, 'value' | 'unit'> {
  const lead = text.slice(qualified.start, span.start).replaceAll(/\s+/g, ' ');
  const written = text.slice(span.start, span.end).replaceAll(/\s+/g, ' ').trim();
  const parts =
    /^([+−-]?)(US\$|\\?\p{Sc}|[A-Z]{3} ?)?([\d.,_]+(?:[–-][\d.,_]+)?(?: ?(?:[KkMBT]|MM|[Mbt]n|thousand|million|billion|trillion)\b)?\+?) ?(\D*)$/u.exec(written); // prettier-ignore
  if (parts === null) return { value: (lead + written).trim(), unit: '' };
  const [, sign = '', currency = '', digits = '', rest = ''] = parts;
  return { value: `${lead}${sign}${digits}`.trim(), unit: `${currency.replace('\\', '').trim()}${rest.trimEnd()}` };
}
