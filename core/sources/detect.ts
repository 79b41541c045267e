/** Says what kinds a text may be of, the likeliest first. */
import type { Sample, Source } from './source.ts';

export interface Candidate {
  readonly source: Source;
  /** From 0 to 1; of those that are equal the first of the library leads. */
  readonly confidence: number;
}

/** Below this, a kind is only offered to choose from. */
const likely = 0.5;

export function rankSources(sources: readonly Source[], sample: Sample): readonly Candidate[] {
  return sources
    .map((source) => ({ source, confidence: source.detect(sample) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence);
}

/** The kind a text is surely enough of; undefined where nothing says so. */
export function detectSource(sources: readonly Source[], sample: Sample): Source | undefined {
  const [first] = rankSources(sources, sample);
  return first !== undefined && first.confidence >= likely ? first.source : undefined;
}
