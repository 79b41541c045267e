/** Tells the figures that measure something from those that merely stand there. */
import { matchesOf } from '../matches.ts';
import { findQuantities } from './find.ts';
import type { Quantity } from './model.ts';
import { singularOf } from './unitText.ts';

/** What is counted in a diagram or a text without being measured: "3 steps" says nothing of a system. */
const enumerated: ReadonlySet<string> = new Set(
  (
    'aspect area category challenge chapter concept diagram dimension example factor goal kind layer lesson level method mode option ' +
    'part pattern phase pillar point principle question reason rule section slide stage step strategy tip topic type way'
  ).split(' '),
);

/** Figures that need no unit behind them. */
const selfMeasuring: readonly RegExp[] = [
  // One of something, spelled out.
  /\b(?:single|one)[ -](?:server|node|instance|machine|host|box|database|region|data ?cent(?:er|re)|broker|shard|replica|core|VM)\b/i,
  // So many of a size: `c5.2xlarge x50`, `V100 × 500`, `2000 × r6i.16xlarge`.
  /(?:^|[\s\w])[x×]\s?\d[\d,]{0,12}(?![\w.])|(?<![\w.,])\d[\d,]{0,12}K?\s?×\s?[a-z]/i,
  // A magnitude: `50M concurrent`, `15k`.
  /(?<![\w.,#$-])\d[\d,.]{0,12}[KkMB]\+?(?![\w])/,
  // `1000 max`, `250 waiting`.
  /(?<![\w.,:#$-])\d[\d,.]{0,12} (?:active|concurrent|healthy|idle|max|pending|queued|total|waiting)\b/i,
  // `Sub-10ms`.
  /\bsub-\d+(?:\.\d+)?\s?(?:[nµu]s|ms|s|sec|second|minute)s?\b/i,
  /(?<![\w.,:])\d[\d.]{0,8}:1\b(?!\d)/,
];

/** Every quantity of `text` with something measured or counted: never a bare figure. */
export function findMetrics(text: string): readonly Quantity[] {
  return findQuantities(text).filter(isConcrete);
}

/** Whether `text` says at least one concrete metric. */
export function hasMetric(text: string): boolean {
  if (!/\d|\bsingle\b|\bone\b/i.test(text)) return false;
  return findMetrics(text).length > 0 || selfMeasuring.some((pattern) => pattern.test(text)) || countsByName(text);
}

function isConcrete({ unit }: Quantity): boolean {
  return unit.dimension !== 'count' || (unit.name !== '' && !enumerated.has(unit.name)) || unit.period !== undefined;
}

const named =
  /(?<![A-Za-z])([A-Za-z]+)(?:\/[a-z]+)?(?: ?\([^()]{0,20}\))?\s*[:=]\s*[<>~≈]?\s*\d[\d,]*(?:\.\d+)?(?:\/\d[\d,]*)?\+?(?![\w:.-])/g;

/** What is counted without being a plural. */
const counters: ReadonlySet<string> = new Set(
  'active capacity concurrency concurrent count depth headcount idle lag length limit max maximum min minimum peak pending queued running size total'.split(
    ' ',
  ),
);
/** Plurals behind which a figure is a name. */
const numbered: ReadonlySet<string> = new Set('port id page line version status code address slot key'.split(' '));

/** `Connections: 500/500`, `Batch size: 1000`: the name in front says what is counted. */
function countsByName(text: string): boolean {
  return matchesOf(named, text).some(([, word = '']) => {
    const singular = singularOf(word);
    if (singular === undefined) return counters.has(word.toLowerCase());
    return !numbered.has(singular) && !enumerated.has(singular);
  });
}
