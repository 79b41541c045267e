import assert from 'node:assert/strict';
import { limits } from '../../core/config.ts';
import { DiagramCache } from '../../core/diagramCache.ts';
import { gates } from '../../core/gates/index.ts';
import type { Gate, RuleMeta } from '../../core/gates/rule.ts';
import { CheckCancelled } from '../../core/judgeDiagrams.ts';
import { FakeOracle, brief, checkText, pageWith, gatesAbout } from '../support/checkText.ts';

const meta = (id: string, alias: string): RuleMeta => ({
  id,
  alias,
  gate: 'renders',
  severity: 'warning',
  title: 'A rule of this test.',
  why: 'To see what the engine does with it.',
  fixable: false,
});

const gateOf = (...rules: Gate['rules']): Gate => ({
  id: 'renders',
  title: 'Test',
  question: 'Does it work?',
  rules,
  judge: () => ({ verdict: 'fail', evidence: { counted: 3 } }),
});

describe('the engine', () => {
  it('reports every refused diagram at its place, with the parser’s own words as detail', async () => {
    const text = pageWith('flowchart LR\n  a --> b', 'flowchart LR\n  a --> BROKEN');
    const checked = await checkText(text);
    assert.deepEqual(brief(text, checked.findings), ['error syntax «BROKEN»']);
    assert.equal(checked.findings[0]?.message, 'Mermaid does not understand `BROKEN` here. It expects `]`.');
    assert.deepEqual(
      checked.findings[0].related.map((note) => [note.message, text.slice(note.span.start, note.span.end)]),
      [['Parse error', 'BROKEN']],
    );
    assert.deepEqual(
      checked.diagrams.map(({ renders, type }) => [renders, type]),
      [
        [true, 'flowchart-v2'],
        [false, 'flowchart-v2'],
      ],
    );
  });

  it('judges each gate with its evidence and scores the share that passed', async () => {
    const checked = await checkText(pageWith('flowchart LR\n  a --> BROKEN'), { gates: gatesAbout('visual') });
    assert.deepEqual(checked.gates, [
      { id: 'renders', verdict: 'fail', evidence: { diagrams: 1, broken: 1 } },
      { id: 'visual', verdict: 'pass', evidence: { visual: 2, text: 0, ratio: 1 } },
    ]);
    assert.equal(checked.score, 50);
  });

  it('goes on when the reader of a diagram type throws, and says so in the log', async () => {
    const reported: string[] = [];
    const text = pageWith('flowchart LR\n  a --> BROKEN', 'flowchart LR\n  a --> b');
    const planted = (): never => {
      throw new Error('planted');
    };
    const deps = { readSymbols: planted, report: (message: string): void => void reported.push(message) };
    const checked = await checkText(text, { deps });
    assert.deepEqual(brief(text, checked.findings), ['error syntax «BROKEN»']);
    assert.deepEqual(
      checked.diagrams.map(({ renders }) => renders),
      [false, true],
    );
    assert.equal(reported.length, 2);
    assert.match(reported[0] ?? '', /^the reader of flowchart-v2 failed: Error: planted/);
  });

  it('has no score for a page without a diagram', async () => {
    const checked = await checkText('# Only words\n\nNothing to see.\n');
    assert.deepEqual(
      checked.gates.map(({ verdict }) => verdict),
      ['not-applicable', 'not-applicable'],
    );
    assert.equal(checked.score, undefined);
    assert.deepEqual(checked.findings, []);
  });

  it('asks the parser once per distinct text, within a document and from one version to the next', async () => {
    const oracle = new FakeOracle();
    const cache = new DiagramCache();
    const same = 'flowchart LR\n  a --> b';
    await checkText(pageWith(same, 'pie\n "a": 1', same), { deps: { oracle, cache } });
    await checkText(pageWith(same, 'pie\n "a": 2', same), { deps: { oracle, cache } });
    assert.deepEqual(oracle.asked, [same, 'pie\n "a": 1', 'pie\n "a": 2']);
  });

  it('says when the parser starts and ends on a diagram, and lets other work in after each', async () => {
    const events: string[] = [];
    const checked = await checkText(pageWith('flowchart LR\n  a', 'pie\n "a": 1'), {
      deps: {
        onParsing: (key) => events.push(`parsing ${key}`),
        onParsed: (key) => events.push(`parsed ${key}`),
        breathe: () => Promise.resolve(void events.push('breathe')),
      },
    });
    const [first, second] = checked.diagrams.map(({ key }) => key);
    assert.deepEqual(events, [
      `parsing ${first ?? ''}`,
      `parsed ${first ?? ''}`,
      'breathe',
      `parsing ${second ?? ''}`,
      `parsed ${second ?? ''}`,
      'breathe',
    ]);
  });

  it('stops with CheckCancelled between two diagrams', async () => {
    const cancel = { cancelled: false };
    const oracle = new FakeOracle();
    const check = checkText(pageWith('flowchart LR\n  a', 'flowchart LR\n  b'), {
      deps: { oracle, cancel, onParsed: () => (cancel.cancelled = true) },
    });
    await assert.rejects(check, CheckCancelled);
    assert.equal(oracle.asked.length, 1);
  });

  it('does not parse a diagram known to be too slow, reports it, and asks again once it is forgiven', async () => {
    const oracle = new FakeOracle();
    const cache = new DiagramCache();
    const text = pageWith('flowchart LR\n  slow');
    const key = (await checkText(text)).diagrams[0]?.key ?? '';
    const given = await checkText(text, { deps: { oracle, cache, tooSlow: new Set([key]) } });
    assert.deepEqual(brief(text, given.findings), ['error too-slow «flowchart LR»']);
    assert.deepEqual(given.gates[0]?.evidence, { diagrams: 1, broken: 1 });
    assert.deepEqual(oracle.asked, []);
    const forgiven = await checkText(text, { deps: { oracle, cache } });
    assert.deepEqual(forgiven.findings, []);
  });

  it('reports a rule that throws under its own name, and keeps the findings of the others', async () => {
    const text = '# Title\n\nWords.\n';
    const checked = await checkText(text, {
      gates: [
        gateOf(
          {
            scope: 'document',
            meta: meta('DG090', 'always-throws'),
            check() {
              throw new Error('out of luck');
            },
          },
          {
            scope: 'document',
            meta: meta('DG091', 'finds-words'),
            check: ({ model }) => [{ message: 'Found.', span: { start: model.text.indexOf('Words'), end: 14 } }],
          },
        ),
      ],
    });
    assert.deepEqual(brief(text, checked.findings), ['warning always-throws «# Title»', 'warning finds-words «Words»']);
    assert.equal(
      checked.findings[0]?.message,
      'The rule `always-throws` failed on this document: out of luck. The other rules ran; please report this one.',
    );
  });

  it('reports a fault rule that throws under its own name, and keeps the parser’s own finding', async () => {
    const text = pageWith('flowchart LR\n  BROKEN');
    const [renders] = gates;
    assert.ok(renders !== undefined);
    const checked = await checkText(text, {
      gates: [
        {
          ...renders,
          rules: [
            ...renders.rules.filter(({ scope }) => scope !== 'fault'),
            {
              scope: 'fault',
              meta: meta('DG092', 'throws-too'),
              propose() {
                throw new Error('no idea');
              },
            },
          ],
        },
      ],
    });
    assert.deepEqual(brief(text, checked.findings), ['warning throws-too «# Part 1»', 'error syntax «BROKEN»']);
  });

  it('asks a diagram rule once per distinct text and moves its findings and fixes to each place', async () => {
    let calls = 0;
    const rule: Gate['rules'][number] = {
      scope: 'diagram',
      meta: meta('DG093', 'finds-b'),
      check({ text }) {
        calls += 1;
        const start = text.indexOf('b');
        const span = { start, end: start + 1 };
        return [{ message: 'A b.', span, fixes: [{ title: 'Make it c', edits: [{ span, text: 'c' }] }] }];
      },
    };
    const text = '> ```mermaid\n> pie\n>  b\n> ```\n\n- ```mermaid\n  pie\n   b\n  ```\n';
    const checked = await checkText(text, { gates: [gateOf(rule)] });
    assert.equal(calls, 1);
    assert.deepEqual(
      checked.findings.map(({ span, fixes }) => [span.start, fixes[0]?.edits[0]?.span.start]),
      [
        [text.indexOf(' b') + 1, text.indexOf(' b') + 1],
        [text.lastIndexOf(' b') + 1, text.lastIndexOf(' b') + 1],
      ],
    );
  });

  it('puts a finding about an empty diagram on its opening', async () => {
    const oracle: FakeOracle = new FakeOracle();
    oracle.parse = () =>
      Promise.resolve({
        renders: false,
        type: undefined,
        faults: [{ message: 'No diagram type detected', span: { start: 0, end: 0 }, found: undefined, expected: [] }],
      });
    const text = 'Text\n\n```mermaid\n```\n';
    const checked = await checkText(text, { deps: { oracle } });
    assert.deepEqual(brief(text, checked.findings), ['warning text-heavy «Text»', 'error unknown-diagram «mermaid»']);
  });

  it('does not read a document beyond the limit, and says so', async () => {
    const text = `# Long\n${'x'.repeat(limits.documentLength)}`;
    const checked = await checkText(text);
    assert.deepEqual(brief(text, checked.findings), ['error document-too-large «# Long»']);
    assert.deepEqual(checked.diagrams, []);
  });

  it('sorts findings by place, and by rule at one place', async () => {
    const at = (start: number) => [{ message: 'Here.', span: { start, end: start + 1 } }];
    const checked = await checkText('0123456789', {
      gates: [
        gateOf(
          { scope: 'document', meta: meta('DG097', 'late'), check: () => [...at(5), ...at(2)] },
          { scope: 'document', meta: meta('DG096', 'early'), check: () => at(5) },
        ),
      ],
    });
    assert.deepEqual(
      checked.findings.map(({ rule, span }) => [rule, span.start]),
      [
        ['DG097', 2],
        ['DG096', 5],
        ['DG097', 5],
      ],
    );
  });
});
