import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../support/paths.ts';
import { readSamples } from '../../support/mermaidSamples/samples.ts';
import { loadOracle, oracleIsBuilt } from './oracle.ts';

/** The ids Mermaid registers, read from its bundle, so that a type of a later version cannot go unnoticed. */
function registeredTypes(): readonly string[] {
  const core = readFileSync(path.join(projectRoot, 'node_modules/mermaid/dist/mermaid.core.mjs'), 'utf8');
  const loaders = [
    ...core.matchAll(/const \{ diagram: diagram2 \} = await import\([^)]*\);\s+return \{ id(?:: (id\d+))?, /g),
  ];
  return loaders
    .map(([, variable = 'id']) => new RegExp(`var ${variable} = "([^"]+)"`).exec(core)?.[1] ?? `unread ${variable}`)
    .sort();
}

describe('mermaid samples', () => {
  const samples = readSamples();

  it('reads the ids Mermaid registers', () => {
    assert.equal(registeredTypes().length, 37);
    assert.ok(registeredTypes().includes('flowchart-v2'));
  });

  it('cover every diagram type of Mermaid with at least two diagrams', () => {
    const counts = new Map<string, number>();
    for (const { type } of samples) counts.set(type, (counts.get(type) ?? 0) + 1);
    assert.deepEqual([...counts.keys()].sort(), registeredTypes());
    assert.deepEqual(
      [...counts].filter(([, count]) => count < 2),
      [],
    );
  });

  it('are all found', () => assert.equal(samples.length, 159));

  it('are accepted by Mermaid as the type their folder names', async function () {
    if (!oracleIsBuilt()) {
      console.log('      skipped: dist/oracle.mjs is not built (node build.mjs oracle)');
      this.skip();
    }
    this.timeout(60_000);
    const oracle = await loadOracle();
    const refused: string[] = [];
    for (const { id, type, text } of samples) {
      const verdict = await oracle.parse(text);
      if (!verdict.renders || verdict.type !== type) refused.push(`${id}: ${JSON.stringify(verdict)}`);
    }
    assert.deepEqual(refused, []);
    // The check can fail: the same oracle refuses a sample that was broken.
    assert.equal((await oracle.parse('flowchart LR\n  a[b(c)] --> d')).renders, false);
  });
});
