import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startNodeWorker } from '../../cli/nodeWorker.ts';
import { parseFromChecker } from '../../core/checking/messages.ts';
import type { FromChecker, ToChecker } from '../../core/checking/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/paths.ts';

const bundle = path.join(projectRoot, 'dist/checker.js');
const older = path.join(projectRoot, 'dist/mermaid11.js');

const text = [
  ...['# Orders', ''],
  ...['```mermaid', 'flowchart LR', '  a[orders (new)] --> b', '```', ''],
  ...['```mermaid', 'flowchart LR', '  a[Lambda@Edge] --> b', '```', ''],
].join('\n');
const ask: ToChecker = {
  type: 'check',
  seq: 1,
  request: { uri: 'a.md', version: 3, kind: 'markdown', text, settings: { target: 'both' }, configFiles: [] },
  tooSlow: [],
};

const readOlder = async (): Promise<ToChecker> => ({
  type: 'part',
  part: 'mermaid11',
  source: await readFile(older, 'utf8'),
});

/** Reads what a worker said in answer to `ask`, and holds it against what it must say. */
const assertAnswer = (raw: readonly unknown[]): void => {
  const said = raw.map((each): FromChecker => {
    const message = parseFromChecker(each);
    assert.ok(message, JSON.stringify(each));
    return message;
  });
  assert.ok(said.some((message) => message.type === 'ready' && message.mermaid === '12.3.0'));
  const checked = said.at(-1);
  assert.ok(checked?.type === 'checked');
  assert.deepEqual(
    checked.document.diagrams.map(({ type, renders }) => [type, renders]),
    [
      ['flowchart-v2', false],
      ['flowchart-v2', true],
    ],
  );
  assert.deepEqual(
    checked.document.findings
      .filter(({ gate }) => gate === 'renders')
      .map(({ alias, span }) => [alias, text.slice(0, span.start).split('\n').length]),
    [
      ['unquoted-label', 5],
      ['target', 10],
    ],
  );
};

describe("the checker's bundle", function () {
  this.timeout(120_000);

  it('checks a page in a Node thread, also against Mermaid 11', async () => {
    const worker = startNodeWorker(pathToFileURL(bundle));
    const part = await readOlder();
    try {
      const said: unknown[] = [];
      await new Promise<void>((resolve, reject) => {
        worker.onMessage((message) => {
          said.push(message);
          if (parseFromChecker(message)?.type === 'wants') worker.post(part);
          if (parseFromChecker(message)?.type === 'checked') resolve();
        });
        worker.onExit((problem) => reject(new Error(problem)));
        worker.post(ask);
      });
      assertAnswer(said);
    } finally {
      worker.terminate();
    }
  });

  it('checks a page in a Web Worker, also against Mermaid 11', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const said = await page.evaluate(
        ([script, message, mermaid11]) =>
          new Promise<unknown[]>((resolve, reject) => {
            const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
            const received: unknown[] = [];
            worker.onmessage = ({ data }: MessageEvent<{ readonly type: string }>) => {
              received.push(data);
              if (data.type === 'wants') worker.postMessage(mermaid11);
              if (data.type === 'checked' || data.type === 'failed') resolve(received);
            };
            worker.onerror = ({ message: problem }) => reject(new Error(problem));
            worker.postMessage(message);
          }),
        [await readFile(bundle, 'utf8'), ask, await readOlder()] as const,
      );
      assertAnswer(said);
    } finally {
      await browser.close();
    }
  });
});
