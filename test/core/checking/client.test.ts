import assert from 'node:assert/strict';
import { CheckerClient } from '../../../core/checking/client.ts';
import { parseToChecker } from '../../../core/checking/messages.ts';
import type { CheckRequest, FromChecker, ToChecker, CheckerPart } from '../../../core/checking/protocol.ts';
import type { CheckedDocument } from '../../../core/model.ts';
import type { PlacesFound, WorkerPort, Workspace } from '../../../core/ports.ts';
import { FakeClock } from '../../support/fakeClock.ts';

const request = (uri: string, version = 1): CheckRequest => ({
  uri,
  version,
  kind: 'markdown',
  text: `# ${uri}`,
  settings: {},
  configFiles: [],
});

const documentOf = ({ uri, version }: CheckRequest): CheckedDocument => ({
  uri,
  version,
  kind: 'markdown',
  diagrams: [],
  findings: [],
  gates: [],
  score: undefined,
});

/** A worker played by the test. */
class FakeWorker implements WorkerPort {
  readonly received: ToChecker[] = [];
  terminated = false;
  #say: (message: unknown) => void = () => undefined;
  #end: (problem: string) => void = () => undefined;

  post(message: unknown): void {
    const parsed = parseToChecker(message);
    assert.ok(parsed, 'the client sends what the checker reads');
    this.received.push(parsed);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#say = listener;
  }

  onExit(listener: (problem: string) => void): void {
    this.#end = listener;
  }

  terminate(): void {
    this.terminated = true;
    // As a real thread does.
    this.#end('ended by its host');
  }

  say(message: FromChecker): void {
    this.#say(message);
  }

  sayAnything(message: unknown): void {
    this.#say(message);
  }

  end(problem: string): void {
    this.#end(problem);
  }

  /** The checks asked for, in order. */
  get checks(): readonly Extract<ToChecker, { type: 'check' }>[] {
    return this.received.filter((message) => message.type === 'check');
  }

  /** Answers the check of `uri` that was asked for last. */
  answer(uri: string): void {
    const check = this.checks.findLast((each) => each.request.uri === uri);
    assert.ok(check, `${uri} was asked for`);
    this.say({ type: 'checked', seq: check.seq, document: documentOf(check.request) });
  }
}

const budgetMs = 2_000;
const nothing = (): void => undefined;

const setUp = (readPart?: (part: CheckerPart) => Promise<string>, workspace?: Workspace) => {
  const clock = new FakeClock();
  const workers: FakeWorker[] = [];
  const logged: string[] = [];
  const write = (message: string): void => void logged.push(message);
  const client = new CheckerClient({
    start: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    clock,
    budgetMs,
    ...(readPart === undefined ? {} : { readPart }),
    ...(workspace === undefined ? {} : { workspace }),
    log: { debug: write, info: write, warn: write, error: write },
  });
  const worker = (): FakeWorker => {
    const last = workers.at(-1);
    assert.ok(last, 'a worker was started');
    return last;
  };
  return { client, clock, workers, worker, logged };
};

describe('checker client', () => {
  it('starts no worker before it is asked, and one for all documents', () => {
    const { client, workers } = setUp();
    assert.equal(workers.length, 0);
    void client.check(request('a'));
    void client.check(request('b'));
    assert.equal(workers.length, 1);
  });

  it('gives each document its own result, in whichever order they come', async () => {
    const { client, worker } = setUp();
    const first = client.check(request('a', 3));
    const second = client.check(request('b', 7));
    worker().answer('b');
    worker().answer('a');
    assert.equal((await first)?.version, 3);
    assert.equal((await second)?.uri, 'b');
  });

  it('gives nothing to an older request for the same document, and cancels it', async () => {
    const { client, worker } = setUp();
    const older = client.check(request('a', 1));
    const newer = client.check(request('a', 2));
    assert.equal(await older, undefined);
    const [first] = worker().checks;
    assert.deepEqual(
      worker().received.map(({ type }) => type),
      ['check', 'cancel', 'check'],
    );
    assert.ok(first);
    worker().say({ type: 'cancelled', seq: first.seq });
    worker().answer('a');
    assert.equal((await newer)?.version, 2);
  });

  it('drops a result that comes after all for a request that was superseded', async () => {
    const { client, worker } = setUp();
    void client.check(request('a', 1));
    const newer = client.check(request('a', 2));
    const [stale] = worker().checks;
    assert.ok(stale);
    worker().say({ type: 'checked', seq: stale.seq, document: documentOf(stale.request) });
    worker().answer('a');
    assert.equal((await newer)?.version, 2);
  });

  it('gives nothing to a caller who cancelled meanwhile', async () => {
    const { client, worker } = setUp();
    const cancel = { cancelled: false };
    const checked = client.check(request('a'), cancel);
    cancel.cancelled = true;
    worker().answer('a');
    assert.equal(await checked, undefined);
    assert.equal(await client.check(request('a'), cancel), undefined);
    assert.equal(worker().checks.length, 1);
  });

  it('rejects what the checker could not do', async () => {
    const { client, worker } = setUp();
    const checked = client.check(request('a'));
    worker().say({ type: 'failed', seq: 1, problem: 'a rule is missing' });
    await assert.rejects(checked, { message: 'a rule is missing' });
  });

  it('ends a worker that hangs over a diagram, and asks a new one to leave it out', async () => {
    const { client, clock, workers, worker } = setUp();
    const hanging = client.check(request('a'));
    const waiting = client.check(request('b'));
    worker().say({ type: 'ready', mermaid: '12.3.0' });
    worker().say({ type: 'parsing', seq: 1, key: 'slow' });
    clock.advance(budgetMs - 1);
    assert.equal(workers.length, 1);
    clock.advance(1);
    assert.equal(workers.length, 2);
    assert.equal(workers[0]?.terminated, true);
    assert.deepEqual(
      worker().checks.map(({ request: { uri }, tooSlow }) => [uri, tooSlow]),
      [
        ['a', ['slow']],
        ['b', ['slow']],
      ],
    );
    worker().answer('a');
    worker().answer('b');
    assert.equal((await hanging)?.uri, 'a');
    assert.equal((await waiting)?.uri, 'b');
  });

  it('counts the budget from each diagram anew', () => {
    const { client, clock, workers, worker } = setUp();
    void client.check(request('a'));
    for (const key of ['one', 'two', 'three']) {
      worker().say({ type: 'parsing', seq: 1, key });
      clock.advance(budgetMs - 1);
      worker().say({ type: 'parsed', seq: 1, key });
    }
    assert.equal(workers.length, 1);
  });

  it('is not put off by requests that come while a diagram hangs', () => {
    const { client, clock, workers, worker } = setUp();
    void client.check(request('a'));
    worker().say({ type: 'parsing', seq: 1, key: 'slow' });
    clock.advance(budgetMs - 1);
    void client.check(request('b'));
    clock.advance(1);
    assert.equal(workers.length, 2);
  });

  it('ends a worker that hangs over a request nobody waits for any more', () => {
    const { client, clock, workers, worker } = setUp();
    void client.check(request('a', 1));
    worker().say({ type: 'parsing', seq: 1, key: 'slow' });
    void client.check(request('a', 2));
    clock.advance(budgetMs);
    assert.equal(workers.length, 2);
    assert.deepEqual(
      worker().checks.map(({ request: { version }, tooSlow }) => [version, tooSlow]),
      [[2, ['slow']]],
    );
  });

  it('ends a worker that has work and says nothing at all', () => {
    const { client, clock, workers } = setUp();
    void client.check(request('a'));
    clock.advance(10 * budgetMs);
    assert.equal(workers.length, 2);
  });

  it('remembers slow diagrams for later requests, a limited number of them', () => {
    const { client, clock, worker } = setUp();
    for (let index = 0; index < 201; index++) {
      void client.check(request(`page ${index}`));
      const seq = worker().checks.at(-1)?.seq ?? 0;
      worker().say({ type: 'parsing', seq, key: `slow ${index}` });
      clock.advance(budgetMs);
      worker().answer(`page ${index}`);
    }
    void client.check(request('last'));
    const tooSlow = worker().checks.at(-1)?.tooSlow ?? [];
    assert.equal(tooSlow.length, 200);
    assert.equal(tooSlow.includes('slow 0'), false);
    assert.equal(tooSlow.at(-1), 'slow 200');
  });

  it('starts again when the worker ends, without the diagram it was busy with', async () => {
    const { client, worker, workers } = setUp();
    const checked = client.check(request('a'));
    worker().say({ type: 'ready', mermaid: '12.3.0' });
    worker().say({ type: 'parsing', seq: 1, key: 'deep' });
    worker().end('out of memory');
    assert.equal(workers.length, 2);
    assert.deepEqual(worker().checks[0]?.tooSlow, ['deep']);
    worker().answer('a');
    assert.equal((await checked)?.uri, 'a');
  });

  it('gives up a document that ends the worker again and again, and goes on with the others', async () => {
    const { client, worker, workers } = setUp();
    const deadly = client.check(request('a'));
    const harmless = client.check(request('b'));
    const rejected = assert.rejects(deadly, /^Error: the checker ended: crashed, 9 times over this document$/);
    for (let time = 0; time < 9; time++) {
      worker().say({ type: 'ready', mermaid: '12.3.0' });
      worker().end('crashed');
    }
    await rejected;
    assert.equal(workers.length, 10);
    assert.deepEqual(
      worker().checks.map(({ request: { uri } }) => uri),
      ['b'],
    );
    worker().answer('b');
    assert.equal((await harmless)?.uri, 'b');
  });

  it('rejects everything when no worker starts, and tries again at the next request', async () => {
    const { client, worker, workers } = setUp();
    const checks = ['a', 'b'].map((uri) =>
      assert.rejects(client.check(request(uri)), { message: 'the checker does not start: no such file' }),
    );
    worker().end('no such file');
    worker().end('no such file');
    await Promise.all(checks);
    assert.equal(workers.length, 2);
    const later = client.check(request('c'));
    assert.equal(workers.length, 3);
    worker().answer('c');
    assert.equal((await later)?.uri, 'c');
  });

  it('rejects when the host cannot even begin to start a worker', async () => {
    const client = new CheckerClient({
      start: () => {
        throw new Error('no threads here');
      },
      clock: new FakeClock(),
      budgetMs,
      log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    });
    await assert.rejects(client.check(request('a')), { message: 'the checker does not start: no threads here' });
  });

  it('starts again for a request after the worker ended while idle', async () => {
    const { client, worker, workers } = setUp();
    const first = client.check(request('a'));
    worker().say({ type: 'ready', mermaid: '12.3.0' });
    worker().answer('a');
    await first;
    worker().end('killed');
    assert.equal(workers.length, 1);
    const second = client.check(request('b'));
    assert.equal(workers.length, 2);
    worker().answer('b');
    assert.equal((await second)?.uri, 'b');
  });

  it('watches no clock while it has nothing to do', async () => {
    const { client, clock, worker } = setUp();
    assert.equal(clock.pending, 0);
    const checked = client.check(request('a'));
    assert.equal(clock.pending, 1);
    worker().say({ type: 'parsing', seq: 1, key: 'one' });
    worker().say({ type: 'parsed', seq: 1, key: 'one' });
    worker().answer('a');
    await checked;
    assert.equal(clock.pending, 0);
  });

  it('ignores what it does not understand, and says so in the log', async () => {
    const { client, worker, logged } = setUp();
    const checked = client.check(request('a'));
    worker().sayAnything({ type: 'checked', seq: 1, document: { uri: 'a' } });
    worker().sayAnything('hello');
    assert.deepEqual(logged, Array(2).fill('ignored an unknown message from the checker'));
    worker().answer('a');
    assert.equal((await checked)?.uri, 'a');
  });

  it('ends the worker and leaves nobody waiting when it is disposed', async () => {
    const { client, clock, worker } = setUp();
    const checked = client.check(request('a'));
    client.dispose();
    assert.equal(await checked, undefined);
    assert.equal(worker().terminated, true);
    assert.equal(clock.pending, 0);
    assert.equal(await client.check(request('b')), undefined);
  });

  it('hands the worker a script it wants, or says why there is none', async () => {
    const answers: (readonly ToChecker[])[] = [];
    for (const readPart of [
      (part: CheckerPart) => Promise.resolve(`script of ${part}`),
      () => Promise.reject(new Error('no such file')),
      undefined,
    ]) {
      const { client, worker } = setUp(readPart);
      void client.check(request('a'));
      worker().say({ type: 'wants', part: 'mermaid11' });
      await new Promise((resolve) => void setImmediate(resolve));
      answers.push(worker().received.filter(({ type }) => type !== 'check'));
    }
    assert.deepEqual(answers, [
      [{ type: 'part', part: 'mermaid11', source: 'script of mermaid11' }],
      [{ type: 'no-part', part: 'mermaid11', problem: 'no such file' }],
      [{ type: 'no-part', part: 'mermaid11', problem: 'it is not part of this program' }],
    ]);
  });

  describe('when the worker asks about the workspace', () => {
    const look = { type: 'look', id: 7, root: 'here', folders: [''], pages: [] } as const;
    const content = { files: ['a.md'], folders: [], ignores: undefined };
    const nothingFound = { type: 'found', id: 7, folders: [], pages: [] };
    const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
    const ask = async (workspace: Workspace | undefined, waitMs = 0) => {
      const { client, clock, worker } = setUp(undefined, workspace);
      void client.check(request('a'));
      worker().say(look);
      clock.advance(waitMs);
      await turn();
      return { client, clock, answer: worker().received.find(({ type }) => type === 'found'), worker };
    };

    it('tells what its host finds', async () => {
      const { answer } = await ask({ look: () => Promise.resolve({ folders: [{ path: '', content }], pages: [] }) });
      assert.deepEqual(answer, { ...nothingFound, folders: [{ path: '', content }] });
    });

    it('tells nothing where its host fails, has no workspace, or takes too long', async () => {
      assert.deepEqual((await ask(undefined)).answer, nothingFound);
      assert.deepEqual((await ask({ look: () => Promise.reject(new Error('no disk')) })).answer, nothingFound);
      const never: Workspace = { look: () => new Promise<PlacesFound>(() => undefined) };
      assert.equal((await ask(never, 500)).answer, undefined);
      assert.deepEqual((await ask(never, 1_000)).answer, nothingFound);
    });

    it('passes on what changed, while there is a worker', async () => {
      const { client, worker } = await ask(undefined);
      client.forget('here', ['a.md']);
      assert.deepEqual(worker().received.at(-1), { type: 'forget', root: 'here', changed: ['a.md'] });
      setUp().client.forget('here', ['a.md']);
    });
  });
});
