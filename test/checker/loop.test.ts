import assert from 'node:assert/strict';
import type { LoopParts } from '../../checker/loop.ts';
import { startLoop } from '../../checker/loop.ts';
import type { CheckRequest, FromChecker } from '../../core/checking/protocol.ts';
import { DiagramCache } from '../../core/diagramCache.ts';
import { checkDocument } from '../../core/engine.ts';
import { referencesGate } from '../../core/gates/references/gate.ts';
import type { Oracle } from '../../core/ports.ts';
import { plainGates } from '../support/checkText.ts';

const request = (uri: string, diagrams: number): CheckRequest => ({
  uri,
  version: 1,
  kind: 'markdown',
  text: Array.from({ length: diagrams }, (_, index) => `\`\`\`mermaid\npie\n  "${uri}" : ${index}\n\`\`\`\n`).join(
    '\n',
  ),
  settings: {},
  configFiles: [],
});

interface Rig {
  readonly send: (raw: unknown) => void;
  readonly said: FromChecker[];
  /** Resolves when something like this has been said. */
  readonly until: (wanted: (message: FromChecker) => boolean) => Promise<void>;
  readonly pauses: () => number;
}

/** The loop over an oracle that accepts everything and takes `parseMs` of a clock of its own. */
const setUp = (parts: Partial<LoopParts> = {}, parseMs = 1): Rig => {
  const said: FromChecker[] = [];
  const listeners = new Set<() => void>();
  let now = 0;
  let pauses = 0;
  const oracle: Oracle = {
    version: '1.2.3',
    parse: () => {
      now += parseMs;
      return Promise.resolve({ renders: true, type: 'pie' });
    },
  };
  const send = startLoop({
    createOracle: () => Promise.resolve(oracle),
    createOlder: () => Promise.reject(new Error('nobody asks for it')),
    check: (asked, deps) => checkDocument(asked, deps, plainGates),
    cache: new DiagramCache(),
    post: (message) => {
      said.push(message);
      for (const listener of [...listeners]) listener();
    },
    now: () => now,
    pause: () => {
      pauses++;
      return new Promise((resolve) => void setImmediate(resolve));
    },
    ...parts,
  });
  const until = (wanted: (message: FromChecker) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!said.some(wanted)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  return { send, said, until, pauses: () => pauses };
};

const check = (seq: number, asked: CheckRequest, tooSlow: readonly string[] = []): object => ({
  type: 'check',
  seq,
  request: asked,
  tooSlow,
});

describe('checker loop', () => {
  it('says when Mermaid is loaded', async () => {
    const { until } = setUp();
    await until((message) => message.type === 'ready' && message.mermaid === '1.2.3');
  });

  it('answers a check with the document, and says what Mermaid is busy with on the way', async () => {
    const { send, said, until } = setUp();
    await until(({ type }) => type === 'ready');
    send(check(5, request('a', 2)));
    await until(({ type }) => type === 'checked');
    assert.deepEqual(
      said.map(({ type }) => type),
      ['ready', 'parsing', 'parsed', 'parsing', 'parsed', 'checked'],
    );
    const last = said.at(-1);
    assert.ok(last?.type === 'checked');
    assert.equal(last.seq, 5);
    assert.equal(last.document.diagrams.length, 2);
  });

  it('parses a diagram it knows no second time', async () => {
    const { send, said, until } = setUp();
    send(check(1, request('a', 3)));
    send(check(2, { ...request('a', 3), uri: 'b' }));
    await until((message) => message.type === 'checked' && message.seq === 2);
    assert.equal(said.filter(({ type }) => type === 'parsing').length, 3);
  });

  it('remembers nothing of a document that is one of many', async () => {
    const cache = new DiagramCache();
    const { send, said, until } = setUp({ cache });
    send(check(1, { ...request('a', 2), isOnce: true }));
    send(check(2, { ...request('a', 2), uri: 'b' }));
    await until((message) => message.type === 'checked' && message.seq === 2);
    assert.equal(said.filter(({ type }) => type === 'parsing').length, 4);
    assert.equal(cache.size, 2);
  });

  it('leaves out diagrams that are known to be too slow', async () => {
    const { send, said, until } = setUp();
    send(check(1, request('a', 1)));
    await until(({ type }) => type === 'checked');
    const [busy] = said.filter((message) => message.type === 'parsing');
    assert.ok(busy);
    const other = setUp();
    other.send(check(2, request('a', 1), [busy.key]));
    await other.until(({ type }) => type === 'checked');
    assert.deepEqual(
      other.said.map(({ type }) => type).filter((type) => type !== 'ready'),
      ['checked'],
    );
  });

  it('checks one document after the other, in the order they were asked for', async () => {
    const { send, said, until } = setUp();
    send(check(1, request('a', 2)));
    send(check(2, request('b', 1)));
    send(check(3, request('c', 1)));
    await until((message) => message.type === 'checked' && message.seq === 3);
    assert.deepEqual(
      said.flatMap((message) => ('seq' in message ? [message.seq] : [])),
      [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3],
    );
  });

  it('lets messages in while it works, about every 8 ms', async () => {
    const { send, until, pauses } = setUp({}, 3);
    send(check(1, request('a', 9)));
    await until(({ type }) => type === 'checked');
    assert.equal(pauses(), 3);
  });

  it('stops between two diagrams when the request is cancelled', async () => {
    const { send, said, until } = setUp({}, 10);
    send(check(1, request('a', 50)));
    await until(({ type }) => type === 'parsed');
    send({ type: 'cancel', seq: 1 });
    await until((message) => message.type === 'cancelled' && message.seq === 1);
    assert.ok(said.filter(({ type }) => type === 'parsing').length < 4);
    assert.ok(!said.some(({ type }) => type === 'checked'));
  });

  it('stops when the same document is asked for again, and answers both', async () => {
    const { send, said, until } = setUp({}, 10);
    send(check(1, request('a', 50)));
    await until(({ type }) => type === 'parsed');
    send(check(2, { ...request('a', 1), version: 2 }));
    await until(({ type }) => type === 'checked');
    assert.deepEqual(
      said
        .filter(({ type }) => type === 'cancelled' || type === 'checked')
        .map((message) => 'seq' in message && message.seq),
      [1, 2],
    );
  });

  it('does not begin what was cancelled while it waited', async () => {
    const { send, said, until } = setUp();
    send(check(1, request('a', 1)));
    send(check(2, request('b', 1)));
    send({ type: 'cancel', seq: 2 });
    await until((message) => message.type === 'cancelled' && message.seq === 2);
    assert.ok(!said.some((message) => message.type === 'parsing' && message.seq === 2));
  });

  it('answers a check that throws, and goes on', async () => {
    let times = 0;
    const { send, said, until } = setUp({
      check: (asked, deps) =>
        times++ === 0 ? Promise.reject(new Error('our mistake')) : checkDocument(asked, deps, plainGates),
    });
    send(check(1, request('a', 1)));
    send(check(2, request('b', 1)));
    await until(({ type }) => type === 'checked');
    assert.deepEqual(
      said.find(({ type }) => type === 'failed'),
      { type: 'failed', seq: 1, problem: 'our mistake' },
    );
  });

  it('answers every check when Mermaid cannot be loaded', async () => {
    const { send, said, until } = setUp({ createOracle: () => Promise.reject(new Error('no parser')) });
    send(check(1, request('a', 1)));
    await until(({ type }) => type === 'failed');
    assert.deepEqual(said, [
      { type: 'log', message: 'Mermaid cannot be loaded: no parser' },
      { type: 'failed', seq: 1, problem: 'no parser' },
    ]);
  });

  it('answers a check it does not understand, and mentions any other message', () => {
    const { send, said } = setUp();
    send({ type: 'check', seq: 9, request: { uri: 'a' } });
    send({ type: 'what' });
    assert.deepEqual(said, [
      { type: 'failed', seq: 9, problem: 'the request is not understood' },
      { type: 'log', message: 'ignored an unknown message from the host' },
    ]);
  });

  describe('and Mermaid 11', () => {
    const older: Oracle = { version: '11.0.0', parse: () => Promise.resolve({ renders: true, type: 'pie' }) };
    const both = (uri: string): CheckRequest => ({ ...request(uri, 1), settings: { target: 'both' } });

    it('does not ask for it where no configuration does', async () => {
      const { send, said, until } = setUp();
      send(check(1, request('a', 2)));
      await until(({ type }) => type === 'checked');
      assert.ok(!said.some(({ type }) => type === 'wants'));
    });

    it('asks for its script once, and makes the oracle of what comes', async () => {
      const sources: string[] = [];
      const { send, said, until } = setUp({
        createOlder: (source) => {
          sources.push(source);
          return Promise.resolve(older);
        },
      });
      send(check(1, both('a')));
      send(check(2, both('b')));
      await until(({ type }) => type === 'wants');
      send({ type: 'part', part: 'mermaid11', source: 'script' });
      await until((message) => message.type === 'checked' && message.seq === 2);
      assert.deepEqual(sources, ['script']);
      assert.equal(said.filter(({ type }) => type === 'wants').length, 1);
    });

    it('answers a check that needs it and cannot have it, and goes on', async () => {
      const { send, said, until } = setUp();
      send(check(1, both('a')));
      send(check(2, request('b', 1)));
      await until(({ type }) => type === 'wants');
      send({ type: 'no-part', part: 'mermaid11', problem: 'no such file' });
      await until(({ type }) => type === 'checked');
      assert.deepEqual(
        said.find(({ type }) => type === 'failed'),
        { type: 'failed', seq: 1, problem: 'Mermaid 11 cannot be loaded: no such file' },
      );
    });

    it('is asked for again after it could not be had', async () => {
      const { send, said, until } = setUp();
      send(check(1, both('a')));
      await until(({ type }) => type === 'wants');
      send({ type: 'no-part', part: 'mermaid11', problem: 'no such file' });
      await until(({ type }) => type === 'failed');
      send(check(2, both('a')));
      await until((message) => message.type === 'wants' && said.filter(({ type }) => type === 'wants').length === 2);
    });
  });

  it('asks its host about files, once until they change', async () => {
    const { send, said, until } = setUp({ check: (asked, deps) => checkDocument(asked, deps, [referencesGate]) });
    const page = { ...request('a', 0), text: '[b](b.md)\n', place: { root: 'here', path: 'a.md' } };
    const answer = async (id: number, files: readonly string[]): Promise<void> => {
      await until((message) => message.type === 'look' && message.id === id);
      send({ type: 'found', id, folders: [{ path: '', content: { files, folders: [] } }], pages: [] });
    };
    const findings = async (seq: number): Promise<number | undefined> => {
      await until((message) => message.type === 'checked' && message.seq === seq);
      const checked = said.find((message) => message.type === 'checked' && message.seq === seq);
      return checked?.type === 'checked'
        ? checked.document.findings.filter(({ alias }) => alias === 'link-missing-file').length
        : undefined;
    };
    send(check(1, page));
    await answer(1, ['a.md']);
    assert.equal(await findings(1), 1);
    send(check(2, page));
    assert.equal(await findings(2), 1);
    send({ type: 'forget', root: 'here', changed: ['b.md'] });
    send(check(3, page));
    await answer(2, ['a.md', 'b.md']);
    assert.equal(await findings(3), 0);
    assert.equal(said.filter(({ type }) => type === 'look').length, 2);
  });
});
