/** A file of traces as large as they come is read by the command line as it is built, within a bounded memory. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { writeTraces } from '../support/largeTraces.ts';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';
import { runProcess } from '../support/processes.ts';

describe('a file of 100 MB', function () {
  this.timeout(300_000);
  let folder: string;

  before(async () => {
    folder = await makeTemporaryFolder('large');
    await writeTraces(path.join(folder, 'traces.json'), 100_000_000);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const from = (megabytes: number): Promise<{ readonly code: number; readonly output: string }> =>
    runProcess(
      process.execPath,
      [
        `--max-old-space-size=${megabytes}`,
        path.join(projectRoot, 'dist/cli.mjs'),
        ...['from', 'traces', 'traces.json', '--title', 'Nordlicht'],
      ],
      { cwd: folder },
    );

  it('with traces in it becomes their page, in less than a gigabyte', async () => {
    const { code, output } = await from(900);
    assert.equal(code, 0, output.slice(0, 2000));
    assert.match(output, /^## Nordlicht: where the latency budget goes$/m);
    assert.match(output, /^### Operations in \d{5} traces, the 25 of 91 that take most time$/m);
  });

  it('would be seen to take more than that', async () => {
    const { code } = await from(60);
    assert.notEqual(code, 0);
  });
});
