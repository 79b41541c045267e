/** What every rule finds in its fixtures is recognised again after something was inserted above. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { markFindings, rulesAboutPages } from '../../core/baseline/recognise.ts';
import { allRules } from '../../core/gates/index.ts';
import { gateIds } from '../../core/model.ts';
import type { CheckedDocument, GateId } from '../../core/model.ts';
import type { Oracle } from '../../core/ports.ts';
import { loadBuiltOracle } from '../support/builtOracle.ts';
import { checkText, gatesAbout } from '../support/checkText.ts';
import type { CheckSetup } from '../support/checkText.ts';

const failing = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /fail-[^/]*\.mm?d$/.test(file),
);

describe('the findings of the fixtures', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  const check = (gate: GateId, text: string, request: CheckSetup['request']): Promise<CheckedDocument> =>
    checkText(text, {
      request: { settings: { rules: { 'unused-suppression': 'off' } }, ...request },
      deps: { oracle },
      gates: gatesAbout(gate),
    });

  it('are known to a baseline after something was inserted above', async () => {
    assert.ok(failing.length > 50, `only ${failing.length}`);
    const aboutPages = rulesAboutPages(allRules);
    const returned: string[] = [];
    for (const file of failing) {
      const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
      // Front matter has to stand first.
      if (text.startsWith('---')) continue;
      const gate = gateIds.find((id) => file.startsWith(id)) ?? 'renders';
      const isMermaid = file.endsWith('.mmd');
      const kind = isMermaid ? 'mermaid' : 'markdown';
      const above = isMermaid ? '%% above\n\n' : '# Above\n\n';
      const baseline = markFindings((await check(gate, text, { kind })).findings, text, aboutPages);
      const { findings } = await check(gate, above + text, { kind, baseline });
      returned.push(...findings.map(({ alias }) => `${file}: ${alias}`));
    }
    assert.deepEqual(returned, []);
  });
});
