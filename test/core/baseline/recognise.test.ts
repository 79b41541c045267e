import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { KnownFinding } from '../../../core/baseline/model.ts';
import { markFindings, rulesAboutPages } from '../../../core/baseline/recognise.ts';
import { allRules } from '../../../core/gates/index.ts';
import type { CheckedDocument } from '../../../core/model.ts';
import { brief, checkText, pageWith } from '../../support/checkText.ts';

const aboutPages = rulesAboutPages(allRules);

const markAll = (text: string, { findings }: CheckedDocument): readonly KnownFinding[] =>
  markFindings(findings, text, aboutPages);

/** What is reported of `after` when the findings of `before` are known. */
async function checkAgainst(before: string, after: string): Promise<CheckedDocument> {
  const baseline = markAll(before, await checkText(before));
  return checkText(after, { request: { baseline } });
}

const broken = pageWith('flowchart LR\n  a --> BROKEN');
const prose = 'Words and words. '.repeat(60).trim();

describe('a baseline', () => {
  it('hides what it knows, counts it, and excuses the gates that fail by nothing else', async () => {
    const { findings, baseline, gates, score } = await checkAgainst(broken, broken);
    assert.deepEqual([findings, baseline], [[], { hidden: 1, gone: [] }]);
    assert.deepEqual(gates.map(({ verdict }) => verdict).slice(0, 2), ['not-applicable', 'pass']);
    assert.equal(score, 100);
  });

  it('is no part of a result where there is none', async () => {
    assert.equal('baseline' in (await checkText(broken)), false);
  });

  it('reports a fault that was added, and not the equal one that was there', async () => {
    const twice = pageWith('flowchart LR\n  x\n  a --> BROKEN', 'flowchart LR\n  a --> BROKEN');
    const { findings, gates } = await checkAgainst(broken, twice);
    assert.deepEqual(brief(twice, findings), ['error syntax «BROKEN»']);
    assert.equal(findings[0]?.span.start, twice.indexOf('BROKEN'));
    assert.equal(gates[0]?.verdict, 'fail');
  });

  it('says what is gone; once that is taken out, a fault that comes back is reported', async () => {
    const repaired = broken.replace('BROKEN', 'b');
    const known = markAll(broken, await checkText(broken));
    const { baseline } = await checkText(repaired, { request: { baseline: known } });
    assert.deepEqual(baseline, { hidden: 0, gone: known });
    const pruned = known.filter((each) => !baseline.gone.includes(each));
    const { findings } = await checkText(broken, { request: { baseline: pruned } });
    assert.deepEqual(brief(broken, findings), ['error syntax «BROKEN»']);
  });

  it('does not take for gone what is not looked for', async () => {
    const known = markAll(broken, await checkText(broken));
    const { baseline } = await checkText(broken, {
      request: { baseline: known, settings: { rules: { syntax: 'off' } } },
    });
    assert.deepEqual(baseline, { hidden: 0, gone: [] });
  });

  it('knows a finding about a page whatever becomes of the line it stands on', async () => {
    const before = `${pageWith('flowchart LR\n  a')}\n${prose}\n`;
    const after = `${pageWith('flowchart LR\n  a')}\nAnother beginning. ${prose}\n\n${prose} ${prose}\n`;
    assert.deepEqual((await checkAgainst(before, after)).findings, []);
  });

  it('knows a line whatever its indentation, and its line ending', async () => {
    const after = broken.replaceAll('  a -->', '      a   -->').replaceAll('\n', '\r\n');
    assert.deepEqual((await checkAgainst(broken, after)).findings, []);
  });
});

describe('a baseline, whatever is done to a page', () => {
  const label = fc.constantFrom('a', 'b', 'a --> BROKEN', 'b --> BROKEN', 'BROKEN');
  const diagram = fc
    .array(label, { minLength: 1, maxLength: 4 })
    .map((lines) => `flowchart LR\n  ${lines.join('\n  ')}`);
  const page = fc.array(diagram, { minLength: 1, maxLength: 5 }).map((diagrams) => pageWith(...diagrams));
  const inserted = fc
    .array(fc.constantFrom('', '# A heading', '| a | b |\n| - | - |\n| 1 | 2 |'), { maxLength: 6 })
    .map((lines) => `${lines.join('\n\n')}\n\n`);

  it('brings nothing back when lines are inserted above', async () => {
    await fc.assert(
      fc.asyncProperty(page, inserted, async (text, above) => {
        assert.deepEqual((await checkAgainst(text, above + text)).findings, []);
      }),
    );
  });

  it('brings nothing back when lines are inserted between two parts', async () => {
    await fc.assert(
      fc.asyncProperty(page, inserted, fc.nat(), async (text, more, at) => {
        const parts = text.split(/^(?=# )/m);
        parts.splice(at % (parts.length + 1), 0, more);
        assert.deepEqual((await checkAgainst(text, parts.join(''))).findings, []);
      }),
    );
  });

  it('reports a fault that is planted, wherever, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(page, fc.nat(), async (text, at) => {
        const planted = '# Planted\n\n```mermaid\nflowchart LR\n  planted --> BROKEN\n```\n\n';
        const parts = text.split(/^(?=# )/m);
        parts.splice(at % (parts.length + 1), 0, planted);
        const after = parts.join('');
        const { findings } = await checkAgainst(text, after);
        const place = after.indexOf('planted --> BROKEN') + 'planted --> '.length;
        assert.deepEqual(
          findings.map(({ span }) => span.start),
          [place],
        );
      }),
    );
  });
});
