/** The test runner cannot be fooled: nothing that did not run counts as passed. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseMochaResult, readMochaResult } from '../support/mochaResult.ts';
import { runSuite, skipSuite } from '../support/runSuite.ts';
import type { Outcome } from '../support/runSuite.ts';
import { allPassed, describeOutcomes } from '../support/summary.ts';

describe('a result of mocha', () => {
  it('is counted', () => {
    const result = parseMochaResult(
      JSON.stringify({
        passes: [{ fullTitle: 'a' }, { fullTitle: 'b' }],
        pending: [{ fullTitle: 'c' }],
        failures: [
          { fullTitle: 'd', err: { message: '1 is not 2', stack: 'Error: 1 is not 2\n    at here (d.ts:3:1)' } },
        ],
      }),
    );
    assert.deepEqual(result, {
      passed: 2,
      failed: 1,
      skipped: 1,
      skippedTitles: ['c'],
      failures: [{ title: 'd', problem: 'Error: 1 is not 2\n    at here (d.ts:3:1)' }],
    });
  });

  it('is refused when it counts no test', () => {
    assert.throws(() => parseMochaResult('{"passes":[],"failures":[],"pending":[]}'), {
      message: 'not a single test ran',
    });
  });

  it('is refused when it is empty, cut off or something else', () => {
    const cutOff = { message: 'the result of the tests is empty or cut off' };
    assert.throws(() => parseMochaResult(''), cutOff);
    assert.throws(() => parseMochaResult('{"passes":[{"title":'), cutOff);
    assert.throws(() => parseMochaResult('[]'), { message: 'the result of the tests is not what mocha writes' });
  });

  it('is refused when its file is missing or empty', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'diagram-gates-result-'));
    try {
      const file = path.join(folder, 'result.json');
      await assert.rejects(readMochaResult(file), { message: `the tests left no result in ${file}` });
      await writeFile(file, '');
      await assert.rejects(readMochaResult(file), { message: 'the result of the tests is empty or cut off' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a suite', () => {
  it('fails when its script does not exist', async () => {
    const outcome = await runSuite({ kind: 'check', name: 'planted', script: 'no-such-script' });
    assert.equal(outcome.failed, 1);
    assert.equal(outcome.passed, 0);
  }).timeout(20_000);

  it('of tests fails when it leaves no result', async () => {
    const outcome = await runSuite({ kind: 'tests', name: 'planted', script: 'no-such-script' });
    assert.equal(outcome.failed, 1);
    assert.match(outcome.notes.join(), /left no result/);
  }).timeout(20_000);
});

describe('the summary', () => {
  const unit: Outcome = {
    ...skipSuite({ kind: 'tests', name: 'unit', script: '' }, ''),
    passed: 12,
    skipped: 0,
    notes: [],
  };

  it('ends with one line of counts', () => {
    const host = skipSuite({ kind: 'host', name: 'host', script: '', built: true }, 'the build failed');
    assert.deepEqual(describeOutcomes([{ ...unit, ms: 1260 }, host]).split('\n'), [
      'suite  passed  failed  skipped   time',
      'unit       12       0        0  1.3 s',
      'host        0       0        1  0.0 s  skipped: the build failed',
      '',
      '12 passed, 0 failed, 1 skipped',
    ]);
  });

  it('does not pass when anything failed', () => {
    assert.equal(allPassed([unit]), true);
    assert.equal(allPassed([unit, { ...unit, failed: 1 }]), false);
  });
});
