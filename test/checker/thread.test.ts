import assert from 'node:assert/strict';
import { CheckerClient } from '../../core/checking/client.ts';
import { parseFromChecker } from '../../core/checking/messages.ts';
import type { CheckedDocument } from '../../core/model.ts';
import { hashText } from '../../core/document/hash.ts';
import { startNodeWorker } from '../../cli/nodeWorker.ts';

const page = (...diagrams: readonly string[]): string =>
  diagrams.map((text) => `\`\`\`mermaid\n${text}\n\`\`\`\n`).join('\n');

const budgetMs = 300;
const hangingKey = hashText('hang');

/**
 * A client whose checker runs in a thread of its own, ended after `use`. Its time is up when the thread is at the diagram
 * that never ends, and at no other: what is slow on a busy machine is not ended.
 */
const withClient = async (
  use: (
    check: (uri: string, text: string) => Promise<CheckedDocument | undefined>,
    countStarted: () => number,
  ) => Promise<void>,
) => {
  let started = 0;
  let isHanging = false;
  const silent = (): void => undefined;
  const client = new CheckerClient({
    start: () => {
      started += 1;
      isHanging = false;
      const port = startNodeWorker(new URL('hangingWorker.ts', import.meta.url));
      const note = (raw: unknown): void => {
        const message = parseFromChecker(raw);
        if (message?.type === 'parsing') isHanging = message.key === hangingKey;
      };
      return {
        ...port,
        onMessage: (listener) =>
          port.onMessage((raw) => {
            note(raw);
            listener(raw);
          }),
      };
    },
    clock: {
      now: () => performance.now(),
      after: (delay, callback) => {
        if (!isHanging || delay > budgetMs) return () => undefined;
        const timer = setTimeout(callback);
        return () => clearTimeout(timer);
      },
    },
    budgetMs,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  try {
    await use(
      (uri, text) => client.check({ uri, version: 1, kind: 'markdown', text, settings: {}, configFiles: [] }),
      () => started,
    );
  } finally {
    client.dispose();
  }
};

const verdicts = (checked: CheckedDocument | undefined): readonly boolean[] =>
  checked?.diagrams.map(({ renders }) => renders) ?? [];

describe('checker in a real thread', function () {
  this.timeout(60_000);

  it('survives a diagram that never ends, says which one it is, and checks the rest', () =>
    withClient(async (check) => {
      const [hanging, other] = await Promise.all([check('a', page('ok 1', 'hang', 'ok 2')), check('b', page('ok 3'))]);
      assert.deepEqual(verdicts(hanging), [true, false, true]);
      assert.deepEqual(
        hanging?.findings.filter(({ gate }) => gate === 'renders').map(({ alias }) => alias),
        ['too-slow'],
      );
      assert.deepEqual(verdicts(other), [true]);
    }));

  it('survives a diagram that ends the thread', () =>
    withClient(async (check) => {
      assert.deepEqual(verdicts(await check('a', page('ok 1', 'exit', 'ok 2'))), [true, false, true]);
    }));

  it('does not wait twice for the same diagram', () =>
    withClient(async (check, countStarted) => {
      await check('a', page('hang'));
      const ended = countStarted();
      assert.deepEqual(verdicts(await check('b', page('hang', 'ok'))), [false, true]);
      assert.ok(countStarted() <= ended + 1, 'no second thread was ended');
    }));
});
