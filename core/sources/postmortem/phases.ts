/** Finds the turning points of an incident by the words of its entries; one that nothing speaks of is left out. */
import type { OptionValues, SourceProblem } from '../source.ts';
import { phaseNames } from './model.ts';
import type { Happening, PhaseName, Timeline, Turn } from './model.ts';
import type { Ordered } from './order.ts';
import {
  beginning,
  detection,
  isState,
  mitigation,
  notYet,
  onlyTried,
  resolution,
  usual,
  usualSection,
} from './phaseWords.ts';
import type { Stated } from './stated.ts';

const secondsOfDay = 86_400;

/** The phases: those an author named, then those the text states, then those the words of an entry tell. */
export function findPhases(
  { happenings }: Ordered,
  stated: readonly Stated[],
  options: OptionValues,
): { readonly phases: Timeline['phases'] } | SourceProblem {
  const given: Partial<Record<PhaseName, Turn>> = {};
  for (const name of phaseNames) {
    const wanted = options[name];
    const turn = wanted === undefined ? turnOf(stated.find((each) => each.name === name), happenings) : happenings.find(({ at }) => clockOf(at) === secondsIn(wanted)); // prettier-ignore
    if (turn !== undefined) given[name] = turn;
    else if (wanted !== undefined) {
      return { problem: `no entry has the time ${wanted} that was given for “${name}”`, line: undefined };
    }
  }
  const began = given.began ?? findBeginning(happenings);
  const from = began?.at ?? 0;
  const resolved = given.resolved ?? findResolution(happenings, from);
  const to = resolved?.at ?? Infinity;
  // Whoever reports the first sign also detects it; when the rest of it began is not told then.
  const isSeen = began !== undefined && detection.test(began.label);
  const detected = given.detected ?? (isSeen ? undefined : happenings.find((each) => each.at >= from && each.at <= to && each.line !== began?.line && detection.test(each.label))); // prettier-ignore
  const mitigated = given.mitigated ?? findMitigation(happenings, detected?.at ?? from, to);
  const turns = { began, detected, mitigated, resolved };
  const [early, late] = outOfOrder(turns) ?? [];
  if (early !== undefined && late !== undefined) {
    return { problem: `what is “${late[0]}” comes before what is “${early[0]}”`, line: late[1].line };
  }
  return { phases: Object.fromEntries(Object.entries(turns).filter(([, turn]) => turn !== undefined)) };
}

/** The first sign of trouble; without one, the first entry that is not the usual. */
function findBeginning(happenings: readonly Happening[]): Turn | undefined {
  const unusual = happenings.filter(({ label, section }) => !usual.test(label) && !usualSection.test(section));
  return unusual.find(({ label }) => beginning.test(label)) ?? unusual[0] ?? happenings[0];
}

function findMitigation(happenings: readonly Happening[], from: number, to: number): Turn | undefined {
  const found = happenings
    .filter(({ at, label }) => at > from && mitigation.test(label) && !onlyTried.test(label))
    .map(finished)[0];
  return found !== undefined && found.at <= to ? found : undefined;
}

function findResolution(happenings: readonly Happening[], from: number): Turn | undefined {
  const found = happenings.findLast(({ label, at }) => at > from && resolution.test(label) && !notYet.test(label));
  return found && finished(found);
}

/** Work is done at its end, a state is reached at its beginning. */
const finished = (happening: Happening): Turn =>
  happening.until === undefined || isState.test(happening.label) ? happening : { ...happening, at: happening.until };

/** What is stated, on the scale of the log: on its day, or the next one where it would lie before the log begins. */
function turnOf(stated: Stated | undefined, happenings: readonly Happening[]): Turn | undefined {
  const first = happenings[0]?.at;
  if (stated?.stamp.time === undefined || first === undefined) return undefined;
  const { stamp: { time, date, hasYear }, label, line } = stated; // prettier-ignore
  const midnight = Math.floor(first / secondsOfDay) * secondsOfDay;
  // Of another log, or on a scale that has no clock.
  const last = Math.max(...happenings.map(({ at, until }) => until ?? at));
  const at = date !== undefined && hasYear && midnight > 0 ? date + time : midnight + time;
  const candidates = [at, at + secondsOfDay].filter((each) => each >= first && each <= last + secondsOfDay / 24);
  return candidates[0] === undefined ? undefined : { at: candidates[0], label, line };
}

type Named = readonly [PhaseName, Turn];

/** Two phases of which the later one came first: only an author can name them so. */
function outOfOrder(turns: Readonly<Record<PhaseName, Turn | undefined>>): readonly [Named, Named] | undefined {
  let last: Named | undefined;
  for (const name of phaseNames) {
    const turn = turns[name];
    if (turn === undefined) continue;
    if (last !== undefined && turn.at < last[1].at) return [last, [name, turn]];
    last = [name, turn];
  }
  return undefined;
}

const clockOf = (seconds: number): number => ((seconds % secondsOfDay) + secondsOfDay) % secondsOfDay;

function secondsIn(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
