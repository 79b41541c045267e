/** Measures how well faults are found, placed and repaired: `npm run bench:faults -- --help`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { readAcceptedFaults } from './faults/accepted.ts';
import { describeCorpus, measureCorpus } from './faults/corpus.ts';
import type { Judges, Measured } from './faults/measure.ts';
import { lineAt, measure } from './faults/measure.ts';
import { multipleFaults, singleFaults } from './faults/mutants.ts';
import type { Mutant } from './faults/mutants.ts';
import { loadOracle } from './faults/oracle.ts';
import { readOptions, usage } from './faults/options.ts';
import type { Options } from './faults/options.ts';
import { loadPlainMermaid } from './faults/plainMermaid.ts';
import { shuffled } from './faults/random.ts';
import type { AcceptedResult, Figure, ValidResult } from './faults/report.ts';
import { describeAccepted, describeMiss, describeSeveral, describeSingles, describeValid } from './faults/report.ts';
import { createSubject } from './faults/subject.ts';
import { thresholds } from './faults/thresholds.ts';

async function measureAll(mutants: readonly Mutant[], options: Options, judges: Judges): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const mutant of mutants) {
    for (const dressing of options.dressings) {
      const result = await measure(mutant, dressing, judges);
      if (result !== undefined) measured.push(result);
    }
  }
  return measured;
}

async function measureAccepted({ subject }: Judges, options: Options): Promise<readonly AcceptedResult[]> {
  const results: AcceptedResult[] = [];
  for (const fault of readAcceptedFaults()) {
    if (options.kind !== undefined && options.kind !== fault.kind) continue;
    const { findings } = await subject.check(fault.text, 'mermaid');
    const lines = findings.map(({ span }) => lineAt(fault.text, span.start));
    const found = findings.map(({ alias }, index) => `${alias} at ${lines[index] ?? 0}`);
    results.push({ fault, found, flagged: lines.includes(fault.line) });
  }
  return results;
}

async function measureValid({ subject }: Judges, options: Options): Promise<readonly ValidResult[]> {
  const more = options.valid === undefined ? [] : readFolder(options.valid);
  const diagrams = [...readSamples(), ...more].filter(
    ({ type }) => options.type === undefined || options.type === type,
  );
  const results: ValidResult[] = [];
  for (const { id, text } of diagrams) {
    const { findings, diagrams: checked } = await subject.check(text, 'mermaid');
    const name = ({ alias, message }: (typeof findings)[number]): string => `${alias}: ${message.slice(0, 100)}`;
    results.push({
      id,
      type: checked[0]?.type,
      errors: findings.filter(({ severity }) => severity === 'error').map(name),
      others: findings.filter(({ severity }) => severity !== 'error').map(name),
      changed: (await subject.fix(text, 'mermaid')) !== text,
    });
  }
  return results;
}

const readFolder = (folder: string): readonly { id: string; type: undefined; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mmd'))
    .sort()
    .map((id) => ({ id, type: undefined, text: readFileSync(path.join(folder, id), 'utf8') }));

/** Prints the figures beside their thresholds; true where all are met. */
function judge(figures: readonly Figure[]): boolean {
  let isMet = true;
  for (const { name, value } of figures) {
    const threshold = thresholds.find((each) => each.name === name);
    const wrong =
      threshold !== undefined &&
      (value === undefined || value < (threshold.least ?? value) || value > (threshold.most ?? value));
    if (wrong) isMet = false;
    const wanted =
      threshold === undefined
        ? ''
        : threshold.least === undefined
          ? `at most ${threshold.most ?? 0} %`
          : `at least ${threshold.least} %`;
    console.log(
      `${wrong ? '✗' : ' '} ${name.padEnd(40)} ${(value === undefined ? '-' : `${value.toFixed(1)} %`).padStart(8)}  ${wanted}`,
    );
  }
  return isMet;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const options = readOptions(args);
  const started = performance.now();
  const oracle = await loadOracle();
  const judges: Judges = { oracle, subject: createSubject(oracle), mermaid: await loadPlainMermaid() };
  const isWanted = ({ type, kinds }: Mutant): boolean =>
    (options.type === undefined || options.type === type) &&
    (options.kind === undefined || kinds.includes(options.kind));

  const { mutants, forgiven, unplaced } = await singleFaults(readSamples(), oracle);
  const wanted = shuffled(mutants.filter(isWanted), 'singles').slice(0, options.limit);
  const several = (await multipleFaults(readSamples(), oracle)).filter(isWanted);
  const types = new Set(wanted.map(({ type }) => type)).size;
  const kinds = new Set(wanted.flatMap((mutant) => mutant.kinds)).size;
  console.log(
    `${wanted.length} of ${mutants.length} single faults (${kinds} kinds, ${types} types), ${several.length} with several; ` +
      `forgiven by Mermaid ${forgiven.length}, without a place ${unplaced.length}\n`,
  );

  const singles = await measureAll(wanted, options, judges);
  const multiples = await measureAll(several, { ...options, dressings: options.dressings.slice(0, 1) }, judges);
  const accepted = await measureAccepted(judges, options);
  const valid = await measureValid(judges, options);
  const corpus = options.corpus ? await measureCorpus(judges) : undefined;
  if (options.corpus && corpus === undefined) console.log('real pages: skipped, ../shared is not there\n');
  const parts = [
    ...(singles.length > 0 ? [describeSingles(singles)] : []),
    ...(multiples.length > 0 ? [describeSeveral(multiples)] : []),
    describeAccepted(accepted),
    describeValid(valid),
    ...(corpus === undefined ? [] : [describeCorpus(corpus)]),
  ];
  for (const { text } of parts) console.log(`${text}\n`);
  if (options.misses) {
    const missed = singles.filter(
      ({ line, token, rendersFixed, wordsKept }) => !(line && token && rendersFixed && wordsKept),
    );
    console.log(missed.map(describeMiss).join('\n'));
    const unflagged = accepted.filter(({ flagged }) => !flagged);
    console.log(
      unflagged
        .map(({ fault, found }) => `  ${fault.file}:${fault.line} ${fault.token}: ${found.join(', ') || 'nothing'}`)
        .join('\n'),
    );
  }
  const broken = corpus?.filter(({ renders, wordsKept }) => !(renders && wordsKept)) ?? [];
  if (options.misses)
    console.log(broken.map(({ id, renders }) => `  ${id}: ${renders ? 'words' : 'not repaired'}`).join('\n'));
  const figures = parts.flatMap((part) => part.figures);
  const isMet = judge(figures);
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(figures, undefined, 2));
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
  return options.check && !isMet ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
