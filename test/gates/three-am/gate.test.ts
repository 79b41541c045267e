import assert from 'node:assert/strict';
import { threeAmGate } from '../../../core/gates/three-am/gate.ts';
import type { CheckedDocument } from '../../../core/model.ts';
import { checkText } from '../../support/checkText.ts';
import type { CheckSetup } from '../../support/checkText.ts';

const check = (text: string, setup: CheckSetup = {}): Promise<CheckedDocument> =>
  checkText(text, { ...setup, gates: [threeAmGate] });
const verdictOf = async (text: string, setup?: CheckSetup): Promise<string | undefined> =>
  (await check(text, setup)).gates[0]?.verdict;

const system =
  '```mermaid\nflowchart LR\n  g["API gateway"] --> c["Cart service"] -- timeout --> d["PostgreSQL"]\n```\n';

describe('the 3 AM gate', () => {
  it('counts points and says where each signal is seen', async () => {
    const { gates } = await check(`# Cart\n\n${system}\nThe MTTR is 4 min; run \`kubectl -n shop get pods\`.\n`);
    assert.deepEqual(gates, [
      {
        id: 'three-am',
        verdict: 'fail',
        evidence: {
          points: 55,
          signals: {
            failure_path: 5,
            run_or_read: 8,
            failure_modes: null,
            recovery: 8,
            alert_metric: null,
            where_to_look: null,
          },
        },
      },
    ]);
  });

  it('asks for as many points as its configuration says', async () => {
    const text = `# Cart\n\n${system}`;
    assert.equal(await verdictOf(text), 'fail');
    assert.equal(await verdictOf(text, { request: { settings: { threeAmThreshold: 20 } } }), 'pass');
    assert.equal(await verdictOf(`---\ndiagram-gates:\n  threeAmThreshold: 20\n---\n\n${text}`), 'pass');
  });

  it('judges pages about running systems and incidents, and no others', async () => {
    const titled = (title: string): Promise<string | undefined> => verdictOf(`# ${title}\n\n${system}`);
    for (const title of [
      'Cart',
      'Cart service: request flow',
      'Cost explosion: incident of 4 March',
      'Migration rollback debugging',
    ]) {
      assert.equal(await titled(title), 'fail', title);
    }
    for (const title of [
      'Cart cost breakdown',
      'Capacity planning',
      'EKS vs GKE',
      'Cart: scale evolution',
      'Glossary',
      'Diagram templates',
    ]) {
      assert.equal(await titled(title), 'not-applicable', title);
    }
  });

  it('takes what the front matter says of the page', async () => {
    const matter = (lines: string, title: string): string => `---\n${lines}\n---\n\n# ${title}\n\n${system}`;
    assert.equal(await verdictOf(matter('type: runbook', 'Cart costs')), 'fail');
    assert.equal(await verdictOf(matter('tags:\n  - history\n  - cart', 'Cart')), 'not-applicable');
    assert.equal(await verdictOf(matter('tags: [cart]', 'Cart')), 'fail');
    assert.equal(await verdictOf(`---\ntitle: Cart costs\n---\n\n${system}`), 'not-applicable');
  });

  it('does not judge a page without a diagram, one without a system, or a Mermaid file', async () => {
    assert.equal(await verdictOf('# Cart\n\nWords.\n'), 'not-applicable');
    assert.equal(await verdictOf('# Cart\n\n```mermaid\nflowchart LR\n  a --> b\n```\n'), 'not-applicable');
    const tool = '```mermaid\nflowchart LR\n  text["Editor text"] -- parse error --> message["Message"]\n```\n';
    assert.equal(await verdictOf(`# Preview\n\n${tool}`), 'not-applicable');
    assert.equal(await verdictOf(`# Outage of the editor\n\n${tool}`), 'fail');
    const file = 'flowchart LR\n  g["API gateway"] --> c["Cart service"] -- timeout --> d["PostgreSQL"]\n';
    assert.equal(await verdictOf(file, { request: { kind: 'mermaid' } }), 'not-applicable');
  });

  it('does not judge a page whose diagrams show mostly money or years', async () => {
    const money =
      '```mermaid\nflowchart LR\n  g["API gateway<br/>$4K/month"] --> c["Cart service<br/>$9K/month"] --> d["PostgreSQL<br/>$2K/month"]\n```\n';
    assert.equal(await verdictOf(`# Cart\n\n${money}`), 'not-applicable');
    assert.equal(await verdictOf(`# Cart\n\n${money}\n${system}\n`), 'fail');
  });
});
