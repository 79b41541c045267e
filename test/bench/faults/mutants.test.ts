import assert from 'node:assert/strict';
import { readSamples } from '../../support/mermaidSamples/samples.ts';
import { readAcceptedFaults } from './accepted.ts';
import { multipleFaults, singleFaults } from './mutants.ts';
import { loadOracle, oracleIsBuilt } from './oracle.ts';

describe('the measuring set', function () {
  this.timeout(180_000);
  before(function () {
    if (oracleIsBuilt()) return;
    console.log('      skipped: dist/oracle.mjs is not built (node build.mjs oracle)');
    this.skip();
  });

  it('has more than 270 single faults of more than 40 kinds in more than 25 types, all refused by Mermaid', async () => {
    const oracle = await loadOracle();
    const { mutants, unplaced } = await singleFaults(readSamples(), oracle);
    assert.ok(mutants.length >= 500, `${mutants.length} mutants`);
    assert.ok(new Set(mutants.flatMap(({ kinds }) => kinds)).size >= 70);
    assert.ok(new Set(mutants.map(({ type }) => type)).size >= 30);
    assert.deepEqual(unplaced, []);
    assert.equal(new Set(mutants.map(({ text }) => text)).size, mutants.length);
  });

  it('has sixty diagrams with two to ten faults, the same ones at every run', async () => {
    const oracle = await loadOracle();
    const first = await multipleFaults(readSamples(), oracle, 10);
    assert.deepEqual(await multipleFaults(readSamples(), oracle, 10), first);
    const several = await multipleFaults(readSamples(), oracle);
    assert.equal(several.length, 60);
    assert.deepEqual(
      several.filter(({ tokens }) => tokens.length < 2 || tokens.length > 10),
      [],
    );
  });

  it('has faults that Mermaid accepts, each on a line that is there', async () => {
    const oracle = await loadOracle();
    const faults = readAcceptedFaults();
    assert.equal(faults.length, 111);
    const refused: string[] = [];
    for (const { file, text } of faults) if (!(await oracle.parse(text)).renders) refused.push(file);
    assert.deepEqual(refused, []);
  });
});
