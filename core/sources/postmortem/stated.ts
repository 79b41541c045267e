/** Finds the turning points that a text states as such: “Detected: 14:26 UTC”, “| Resolution time | 18:53 |”. */
import { findMoments } from '../../quantities/clock.ts';
import { plainWords } from '../plainWords.ts';
import type { PhaseName, Stamp } from './model.ts';
import { stampOf } from './stamps.ts';

export interface Stated {
  readonly name: PhaseName;
  readonly stamp: Stamp;
  readonly label: string;
  readonly line: number;
}

const names: readonly (readonly [RegExp, PhaseName])[] = [
  [/^(?:trigger(?:ed)?|start(?:ed)?|began|onset|impact start(?:ed)?|incident start(?:ed)?)(?: time| at)?$/i, 'began'],
  [/^(?:detect(?:ed|ion)|time of detection)(?: time| at)?$/i, 'detected'],
  [/^(?:mitigat(?:ed|ion)|time of mitigation)(?: time| at)?$/i, 'mitigated'],
  [/^(?:resol(?:ved|ution)|end(?:ed)?|incident end(?:ed)?|time of resolution)(?: time| at)?$/i, 'resolved'],
];

/** Each phase that one line names with one time and nothing else; one that two lines name differently is left out. */
export function findStated(text: string): readonly Stated[] {
  const found: Stated[] = [];
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    if (raw.length > 200) continue;
    const field = /^[\s>|*+-]*([\p{L} ]{3,24}?)\s*[:|]+\s*(?=[\d\p{L}])(.*?)[\s|]*$/u.exec(plainWords(raw));
    const name = names.find(([pattern]) => pattern.test(field?.[1] ?? ''))?.[1];
    const moments = findMoments(field?.[2] ?? '');
    const [moment] = moments;
    if (name === undefined || moments.length !== 1 || moment?.time === undefined || moment.span.start !== 0) continue;
    found.push({ name, stamp: stampOf(moment), label: field?.[1] ?? '', line: index + 1 });
  }
  return found.filter(({ name, stamp }) =>
    found.every((other) => other.name !== name || other.stamp.time === stamp.time),
  );
}
