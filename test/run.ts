/** Runs everything: `npm test`, or `npm test -- unit host` for some suites only. Goes on to the end after a failure. */
import { parseArgs } from 'node:util';
import { runSuite, skipSuite } from './support/runSuite.ts';
import type { Outcome } from './support/runSuite.ts';
import { allPassed, describeOutcomes } from './support/summary.ts';
import { suites } from './support/suites.ts';
import type { AnySuite } from './support/suites.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`no suite ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const isNamed = (suite: AnySuite): boolean => positionals.length === 0 || positionals.includes(suite.name);
const needsBuild = suites.some((suite) => isNamed(suite) && 'built' in suite);
const chosen = suites.filter((suite) => isNamed(suite) || (suite.name === 'build' && needsBuild));

// Ctrl-C reaches the running suite as well; what was counted until then is still worth a summary.
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interruption.abort());

const outcomes: Outcome[] = [];
for (const suite of chosen) {
  const buildFailed = outcomes.some((outcome) => outcome.suite === 'build' && outcome.failed > 0);
  const reason = interruption.signal.aborted
    ? 'interrupted'
    : buildFailed && 'built' in suite
      ? 'the build failed'
      : undefined;
  if (reason === undefined) console.log(`\n── ${suite.name} ${'─'.repeat(60 - suite.name.length)}`);
  outcomes.push(reason === undefined ? await runSuite(suite) : skipSuite(suite, reason));
}
console.log(`\n${describeOutcomes(outcomes)}`);
process.exitCode = allPassed(outcomes) && !interruption.signal.aborted ? 0 : 1;
