/** The checkers behind the tools for agents: kept between calls, shared by calls at once, started again when they end. */
import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolsIn } from '../../cli/mcp/tools.ts';
import type { Answer } from '../../core/agents/tool.ts';
import type { Surroundings } from '../../cli/surroundings.ts';
import { gates as allGates } from '../../core/gates/index.ts';
import type { Oracle, WorkerPort } from '../../core/ports.ts';
import { FakeOracle, pageWith } from '../support/checkText.ts';
import { Project, startLocalChecker } from '../support/commandLine.ts';
import { FakeClock } from '../support/fakeClock.ts';

const good = pageWith('flowchart LR\n  a --> b');
const broken = pageWith('flowchart LR\n  BROKEN');

interface Report {
  readonly documents: readonly { readonly path: string; readonly findings: readonly { readonly alias: string }[] }[];
}
const findingsIn = ({ text }: Answer): readonly (readonly string[])[] =>
  (JSON.parse(text) as Report).documents.map(({ findings }) => findings.map(({ alias }) => alias));

describe('the tools for agents', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.with({ 'a.md': good, 'b.md': `${good}\n[there](c.md)\n` });
  });
  afterEach(() => project.dispose());

  /** The tools, with a count of the checkers they start, and a way to end the last of these. */
  const open = (oracle: Oracle = new FakeOracle()) => {
    let started = 0;
    let ended = 0;
    let end: (problem: string) => void = () => undefined;
    const startChecker = (): WorkerPort => {
      started += 1;
      const port = startLocalChecker(oracle, undefined, allGates);
      return {
        ...port,
        onExit: (listener) => {
          end = (problem) => {
            port.terminate();
            listener(problem);
          };
        },
        terminate: () => {
          ended += 1;
          port.terminate();
        },
      };
    };
    const silent = { write: () => undefined, drained: () => Promise.resolve() };
    const surroundings: Surroundings = {
      ...{ argv: [], cwd: project.root, env: {}, version: '1', today: '2026-11-20', clock: new FakeClock() },
      ...{ stdin: process.stdin, stdout: silent, stderr: silent },
      startChecker,
      serveTools: () => Promise.resolve(),
      readAsset: () => Promise.reject(new Error('nobody draws')),
      readPart: () => Promise.reject(new Error('nobody asks for Mermaid 11')),
      readRulePage: () => Promise.reject(new Error('nobody explains')),
    };
    const { tools, close } = toolsIn(surroundings);
    const call = (name: string, args: unknown): Promise<Answer> => {
      const tool = tools.find((each) => each.name === name);
      assert.ok(tool !== undefined);
      return tool.run(args, []);
    };
    return { call, close, started: () => started, ended: () => ended, end: (problem: string) => end(problem) };
  };

  it('start one checker for all calls, and end it when they are closed', async () => {
    const { call, close, started, ended } = open();
    for (const text of [good, broken, good]) await call('check', { text });
    await call('fix', { text: broken });
    await call('check', { paths: ['.'] });
    assert.deepEqual([started(), ended()], [1, 0]);
    close();
    assert.equal(ended(), 1);
  });

  it('answer several calls at once, each about its own text', async () => {
    const { call, close } = open();
    const texts = [good, broken, good, broken, broken, good];
    const answers = await Promise.all(texts.map((text) => call('check', { text, name: 'same.md' })));
    assert.deepEqual(
      answers.map((answer) => findingsIn(answer)[0]?.includes('syntax')),
      [false, true, false, true, true, false],
    );
    const [folder, again] = await Promise.all([call('check', { paths: ['a.md'] }), call('check', { paths: ['a.md'] })]);
    assert.deepEqual(findingsIn(folder), findingsIn(again));
    close();
  });

  it('start another checker when one has ended', async () => {
    const { call, close, started, end } = open();
    const before = await call('check', { text: broken });
    end('out of memory');
    assert.deepEqual(await call('check', { text: broken }), before);
    assert.equal(started(), 2);
    close();
  });

  it('look at files anew for each call', async () => {
    const { call, close } = open();
    const missing = async (): Promise<boolean> =>
      findingsIn(await call('check', { paths: ['b.md'] }))[0]?.includes('link-missing-file') === true;
    const seen = [await missing()];
    writeFileSync(path.join(project.root, 'c.md'), good);
    seen.push(await missing());
    assert.deepEqual(seen, [true, false]);
    close();
  });

  it('read nothing outside of the working directory, wherever links lead', async () => {
    const { call, close } = open();
    const other = await Project.with({ 'secret.md': broken });
    try {
      symlinkSync(path.join(other.root, 'secret.md'), path.join(project.root, 'link.md'));
      symlinkSync(other.root, path.join(project.root, 'folder'));
      for (const paths of [['link.md'], ['.'], ['folder/secret.md'], ['folder']]) {
        const { text, failed } = await call('check', { paths });
        assert.equal(failed, true, paths.join());
        assert.match(text, /^(?:link|folder\/secret)\.md lies outside of the working directory$/);
      }
    } finally {
      other.dispose();
      close();
    }
  });
});
