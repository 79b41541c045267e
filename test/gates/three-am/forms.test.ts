/** The forms that are inserted for missing signals: empty they say nothing, filled in they do. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../../core/document/edits.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import { threeAmGate } from '../../../core/gates/three-am/gate.ts';
import { signalIds } from '../../../core/gates/three-am/facts/signals.ts';
import type { SignalId } from '../../../core/gates/three-am/facts/signals.ts';
import type { CheckedDocument } from '../../../core/model.ts';
import { fixAll } from '../../../core/fixAll.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';
import { checkText } from '../../support/checkText.ts';

const titles: Readonly<Record<SignalId, string>> = {
  failure_path: 'Insert failure path',
  run_or_read: 'Insert what-to-run block',
  failure_modes: 'Insert blast radius',
  recovery: 'Insert recovery table',
  alert_metric: 'Insert alert threshold',
  where_to_look: 'Insert dashboard link',
};

/** What an author might write into each field. */
const answers: Readonly<Record<string, string>> = {
  'what breaks': 'Redis primary',
  'the error or timeout': 'timeout after 2 s',
  'what fails next': 'Cart',
  'the second failure': 'HTTP 503',
  'what users see': 'an empty cart',
  'what a bad answer looks like': 'pods restart',
  'the command that shows it': 'kubectl -n shop get pods',
  'the error message to look for': 'OOMKilled',
  'the command that reads the log': 'kubectl -n shop logs deploy/cart --tail 50',
  'which users': 'customers in Europe',
  'the share of them': '40%',
  'the command': 'kubectl rollout undo deploy/cart',
  'the sign of success': 'the queue is empty',
  'the minutes': '4 min',
  'the metric': 'Error rate',
  'the usual value': '0.1%',
  'the threshold': '2%',
  'the link to the dashboard': 'https://grafana.internal/d/cart',
  'the link to the runbook': 'https://wiki.internal/cart',
  'the on-call channel': '#cart-oncall',
};

const fill = (text: string): string =>
  text.replaceAll(/\[enter ([^\]]+)\]/g, (field, name: string) => answers[name] ?? field);

const system = '```mermaid\nflowchart LR\n  g["API gateway"] --> c["Cart service"] --> d["PostgreSQL"]\n```';
const pages: Readonly<Record<string, string>> = {
  'a page that ends with its diagram': `# Cart\n\n${system}`,
  'a page with chapters': `# Cart\n\n${system}\n\n## Monitoring\n\nWe watch it.\n\n## Failures\n\n- One\n  - Two\n\n## Names\n\nNone.\n`,
  'a page with Windows line endings': `# Cart\n\n${system}\n## Next\n\nMore.\n`.replaceAll('\n', '\r\n'),
  'a diagram in a quote': `# Cart\n\n> ${system.replaceAll('\n', '\n> ')}\n> Words.\n`,
};

const linesOf = ({ gates }: CheckedDocument): Readonly<Record<string, number | null>> =>
  gates[0]?.evidence['signals'] as Readonly<Record<string, number | null>>;

describe('the forms for 3 AM', function () {
  this.timeout(120_000);

  for (const [name, text] of Object.entries(pages)) {
    for (const id of signalIds) {
      it(`${titles[id]}: it counts once it is filled in, on ${name}`, async () => {
        const oracle = await loadBuiltOracle();
        const check = (page: string): Promise<CheckedDocument> =>
          checkText(page, { gates: [threeAmGate], deps: { oracle } });
        const before = await check(text);
        assert.equal(linesOf(before)[id], null);
        const fix = before.findings[0]?.fixes.find(({ title }) => title === titles[id]);
        assert.ok(fix?.byHand === true);
        const inserted = applyEdits(text, fix.edits);
        assert.equal(linesOf(await check(inserted))[id], null, 'an empty form says nothing');
        const filled = fill(inserted);
        assert.doesNotMatch(filled, /\[enter /, 'every field is known');
        const after = await check(filled);
        assert.notEqual(linesOf(after)[id], null);
        assert.ok(after.diagrams.every(({ renders }) => renders));
        const count = (page: string): number => parseDocument(page, 'markdown').blocks.length;
        assert.equal(count(inserted), count(text) + 1, 'the form is one block of its own');
        if (text.includes('\r\n')) assert.doesNotMatch(inserted, /[^\r]\n/);
      });
    }
  }

  it('stand in the section whose heading is about them', async () => {
    const text = pages['a page with chapters'] ?? '';
    const { findings } = await checkText(text, { gates: [threeAmGate] });
    const behind = (title: string): string => {
      const at = findings[0]?.fixes.find((fix) => fix.title === title)?.edits[0]?.span.start ?? 0;
      return text.slice(0, at).split('\n').at(-1) ?? '';
    };
    assert.equal(behind('Insert alert threshold'), 'We watch it.');
    assert.equal(behind('Insert blast radius'), '  - Two');
    assert.equal(behind('Insert what-to-run block'), '```');
  });

  it('are never made unasked', async () => {
    const { findings } = await checkText(pages['a page with chapters'] ?? '', { gates: [threeAmGate] });
    assert.equal(findings.length, 1);
    assert.deepEqual(fixAll(findings), []);
  });

  it('are not offered where an open fence or comment would take them in', async () => {
    for (const end of ['```bash\nls', '<!-- later', '```mermaid\npie']) {
      const { findings } = await checkText(`# Cart\n\n${system}\n\n${end}`, { gates: [threeAmGate] });
      assert.deepEqual(findings[0]?.fixes, [], end);
    }
  });
});
