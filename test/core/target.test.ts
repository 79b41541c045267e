import assert from 'node:assert/strict';
import type { Target } from '../../core/config.ts';
import { DiagramCache } from '../../core/diagramCache.ts';
import type { Oracle, OracleVerdict } from '../../core/ports.ts';
import { FakeOracle, brief, checkText, pageWith } from '../support/checkText.ts';

/** Refuses the word NEW, as an older Mermaid might. */
class OlderOracle implements Oracle {
  readonly version = 'older';
  readonly asked: string[] = [];

  parse(text: string): Promise<OracleVerdict> {
    this.asked.push(text);
    const start = text.indexOf('NEW');
    if (start === -1) return Promise.resolve({ renders: true, type: 'flowchart-v2' });
    const fault = { message: 'Parse error', span: { start, end: start + 3 }, found: 'NEW', expected: ["'SQE'"] };
    return Promise.resolve({ renders: false, type: 'flowchart-v2', faults: [fault] });
  }
}

const fresh = 'flowchart LR\n  a --> NEW';
const broken = 'flowchart LR\n  BROKEN';
const fine = 'flowchart LR\n  a --> b';

async function checkFor(target: Target | undefined, text = pageWith(fresh, broken, fine)) {
  const oracle = new FakeOracle();
  const older = new OlderOracle();
  let loaded = 0;
  const checked = await checkText(text, {
    request: { settings: target === undefined ? {} : { target } },
    deps: {
      oracle,
      older: () => {
        loaded++;
        return Promise.resolve(older);
      },
    },
  });
  const found = brief(text, checked.findings);
  return { found, checked, loaded: loaded > 0, asked: [oracle.asked.length > 0, older.asked] };
}

describe('the target of a check', () => {
  it('is Mermaid 12 unless configured otherwise, and then nothing else is loaded', async () => {
    const { found, loaded } = await checkFor(undefined);
    assert.deepEqual([found, loaded], [['error syntax «BROKEN»'], false]);
  });

  it('may be both: then what only the newer one takes is a warning at the older one’s place', async () => {
    const { found, checked, asked } = await checkFor('both');
    assert.deepEqual(found, ['warning target «NEW»', 'error syntax «BROKEN»']);
    assert.match(
      checked.findings[0]?.message ?? '',
      /^This renders in Mermaid 12 but not in 11\.17, which .* use: Mermaid does not understand `NEW` here\. It expects `\]`\.$/,
    );
    assert.deepEqual(
      checked.diagrams.map(({ renders }) => renders),
      [true, false, true],
    );
    const olderAsked = asked[1];
    assert.ok(Array.isArray(olderAsked) && !olderAsked.includes(broken), 'what 12 refuses is not asked again');
  });

  it('may be Mermaid 11 alone: then its verdict is the verdict', async () => {
    const { found, checked, asked } = await checkFor('mermaid-11');
    assert.deepEqual(found, ['error syntax «NEW»']);
    assert.deepEqual(
      checked.diagrams.map(({ renders }) => renders),
      [false, true, true],
    );
    assert.equal(asked[0], false, 'Mermaid 12 is not asked');
  });

  it('is never mixed up in what is remembered of a diagram', async () => {
    const cache = new DiagramCache();
    const found: (readonly string[])[] = [];
    const text = pageWith(fresh);
    for (const target of ['both', 'mermaid-12', 'mermaid-11', 'both', 'mermaid-12'] as const) {
      const older = (): Promise<Oracle> => Promise.resolve(new OlderOracle());
      const { findings } = await checkText(text, { request: { settings: { target } }, deps: { cache, older } });
      found.push(brief(text, findings));
    }
    const both = ['warning target «NEW»'];
    assert.deepEqual(found, [both, [], ['error syntax «NEW»'], both, []]);
  });

  it('may be set by the front matter of a page', async () => {
    const text = `---\ndiagram-gates: { target: both }\n---\n\n${pageWith(fresh)}`;
    assert.deepEqual((await checkFor(undefined, text)).found, ['warning target «NEW»']);
  });

  it('fails the check where Mermaid 11 is not at hand', async () => {
    await assert.rejects(checkText(pageWith(fine), { request: { settings: { target: 'both' } } }), {
      message: 'Mermaid 11 is not part of this checker',
    });
  });

  it('blames what keeps Mermaid 11 busy on Mermaid 11 alone', async () => {
    const text = pageWith(fine);
    const told: string[] = [];
    const older = (): Promise<Oracle> => Promise.resolve(new OlderOracle());
    const onParsing = (key: string): void => void told.push(key);
    await checkText(text, { request: { settings: { target: 'both' } }, deps: { older, onParsing } });
    const [ours = '', theirs = ''] = told;
    assert.notEqual(ours, theirs);
    const find = async (target: Target, slow: string): Promise<readonly string[]> => {
      const deps = { older, tooSlow: new Set([slow]) };
      return brief(text, (await checkText(text, { request: { settings: { target } }, deps })).findings);
    };
    assert.deepEqual(await find('both', theirs), ['warning target «flowchart LR»']);
    assert.deepEqual(await find('mermaid-12', theirs), []);
    assert.deepEqual(await find('mermaid-11', theirs), ['error too-slow «flowchart LR»']);
    assert.deepEqual(await find('both', ours), ['error too-slow «flowchart LR»']);
  });
});
