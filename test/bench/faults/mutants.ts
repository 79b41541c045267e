/** The broken diagrams we measure with: one fault each, or several; only those that Mermaid really refuses. */
import type { Oracle } from '../../../core/ports.ts';
import type { Sample } from '../../support/mermaidSamples/samples.ts';
import { mutations } from './mutations.ts';
import type { Planted, Planting } from './planting.ts';
import { plant, plantings } from './planting.ts';
import { seeded, shuffled } from './random.ts';

export interface Mutant extends Planted {
  /** `<sample>#<kind>#<number>`, the same at every run. */
  readonly id: string;
  readonly type: string;
}

interface Site {
  readonly sample: Sample;
  readonly body: string;
  readonly planting: Planting;
}

/** A sample without what may stand above the header, so that something else can be put there. */
function bodyOf(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?:%%\{[\s\S]*?\}%%\n)+/, '')
    .replace(/^(?:%%[^\n]*\n)+/, '');
}

export interface SingleFaults {
  readonly mutants: readonly Mutant[];
  /** `<kind> in <type>` where no place was found or Mermaid forgives the fault. */
  readonly forgiven: readonly string[];
  readonly unplaced: readonly string[];
}

/** One mutant for every mutation in every type it is meant for, at a place chosen by a fixed seed. */
export async function singleFaults(samples: readonly Sample[], oracle: Oracle): Promise<SingleFaults> {
  const mutants: Mutant[] = [];
  const forgiven: string[] = [];
  const unplaced: string[] = [];
  const seen = new Set<string>();
  for (const [number, mutation] of mutations.entries()) {
    for (const type of mutation.types) {
      const name = `${mutation.kind} in ${type} (${mutation.write.replaceAll('\n', '\\n')})`;
      const sites = samples.filter((sample) => sample.type === type).flatMap((sample) => sitesIn(sample, number));
      if (sites.length === 0) unplaced.push(name);
      const refused = await firstRefused(shuffled(sites, name), oracle, seen);
      if (refused === undefined) {
        if (sites.length > 0) forgiven.push(name);
        continue;
      }
      seen.add(refused.planted.text);
      const id = `${refused.sample.id}#${mutation.kind}#${number}`;
      mutants.push({ id, type, ...refused.planted });
    }
  }
  return { mutants, forgiven, unplaced };
}

function sitesIn(sample: Sample, mutation: number): readonly Site[] {
  const body = bodyOf(sample.text);
  const found = mutations[mutation];
  return found === undefined ? [] : plantings(found, body).map((planting) => ({ sample, body, planting }));
}

/** Asks for at most eight places: what Mermaid forgives in eight diagrams it forgives in general. */
async function firstRefused(sites: readonly Site[], oracle: Oracle, seen: ReadonlySet<string>) {
  for (const site of sites.slice(0, 8)) {
    const planted = plant(site.body, [site.planting]);
    if (seen.has(planted.text)) continue;
    if ((await oracle.parse(planted.text)).renders) continue;
    if (planted.repaired !== site.body && !(await oracle.parse(planted.repaired)).renders) continue;
    return { sample: site.sample, planted };
  }
  return undefined;
}

/** Kinds of which several in one diagram stay what they are. */
const repeating = mutations.flatMap((mutation, number) => (mutation.repeats === true ? [number] : []));

/** Diagrams with two to ten faults on as many lines, each of which Mermaid refuses alone. */
export async function multipleFaults(
  samples: readonly Sample[],
  oracle: Oracle,
  wanted = 60,
): Promise<readonly Mutant[]> {
  const mutants: Mutant[] = [];
  for (const round of [1, 2, 3]) {
    for (const sample of shuffled(samples, `several ${round}`)) {
      if (mutants.length >= wanted) return mutants;
      const mutant = await severalIn(sample, round, oracle);
      if (mutant !== undefined) mutants.push(mutant);
    }
  }
  return mutants;
}

async function severalIn(sample: Sample, round: number, oracle: Oracle): Promise<Mutant | undefined> {
  const body = bodyOf(sample.text);
  const random = seeded(`${sample.id} ${round}`);
  const count = 2 + Math.floor(random() * 9);
  const sites = repeating
    .filter((number) => mutations[number]?.types.includes(sample.type))
    .flatMap((number) => sitesIn(sample, number));
  const chosen: Planting[] = [];
  const lines = new Set<number>();
  for (const { planting } of shuffled(sites, `${sample.id} ${round} sites`)) {
    if (chosen.length === count) break;
    const covered = linesOf(body, planting);
    if (covered.some((line) => lines.has(line))) continue;
    if ((await oracle.parse(plant(body, [planting]).text)).renders) continue;
    chosen.push(planting);
    for (const line of covered) lines.add(line);
  }
  if (chosen.length < 2) return undefined;
  const planted = plant(body, chosen);
  if (!(await oracle.parse(planted.repaired)).renders) return undefined;
  return { id: `${sample.id}#${chosen.length} faults#${round}`, type: sample.type, ...planted };
}

function linesOf(text: string, { span }: Planting): readonly number[] {
  const first = text.slice(0, span.start).split('\n').length;
  const last = text.slice(0, span.end).split('\n').length;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
