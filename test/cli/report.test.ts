/** Where `check` writes its report, and how much of it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Project } from '../support/commandLine.ts';
import { pageWith } from '../support/checkText.ts';

const good = pageWith('flowchart LR\n  a --> b');
const broken = pageWith('flowchart LR\n  BROKEN');
const wordy = `${good}\n${'Words and words. '.repeat(60).trim()}\n`;

describe('the report of diagram-gates check', () => {
  let project: Project;
  before(async () => {
    project = await Project.with({ 'broken.md': broken, 'wordy.md': wordy });
  });
  after(() => project.dispose());
  const read = (file: string): string => readFileSync(path.join(project.root, file), 'utf8');

  it('goes to a file when one is named, and standard output stays empty', async () => {
    const { code, stdout, stderr } = await project.run(['check', '--format', 'sarif', '-o', 'out.sarif', 'broken.md']);
    assert.deepEqual([code, stdout, stderr], [1, '', '']);
    assert.match(read('out.sarif'), /"ruleId": "DG001"/);
  });

  it('fails clearly where the file cannot be written', async () => {
    const { code, stderr } = await project.run(['check', '-o', 'no/such/folder/out.txt', 'broken.md']);
    assert.equal(code, 2);
    assert.match(stderr, /^diagram-gates: no\/such\/folder\/out\.txt: /);
    assert.ok(!existsSync(path.join(project.root, 'no')));
  });

  it('has errors only when quiet, and the exit code stays', async () => {
    const loud = await project.run(['check', '--fail-on', 'warning', 'wordy.md']);
    const quiet = await project.run(['check', '--fail-on', 'warning', '--quiet', 'wordy.md']);
    assert.match(loud.stdout, /text-heavy/);
    assert.doesNotMatch(quiet.stdout, /text-heavy/);
    assert.deepEqual([loud.code, quiet.code], [1, 1]);
    assert.match((await project.run(['check', '-q', 'broken.md'])).stdout, /DG001\/syntax/);
  });

  it('fails with more warnings than allowed, and says so', async () => {
    assert.equal((await project.run(['check', '--max-warnings', '1', 'wordy.md'])).code, 0);
    const { code, stderr } = await project.run(['check', '--max-warnings', '0', 'wordy.md']);
    assert.deepEqual([code, stderr], [1, 'diagram-gates: 1 warning, more than 0\n']);
    const wrong = await project.run(['check', '--max-warnings', 'few', 'wordy.md']);
    assert.deepEqual(
      [wrong.code, wrong.stderr],
      [2, "diagram-gates: --max-warnings is a number from 0, not 'few'. Try --help.\n"],
    );
  });

  it('for GitHub is added to the summary of the step, where there is one', async () => {
    const summary = path.join(project.root, 'summary.md');
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { stdout } = await project.run(['check', '--format', 'github', 'broken.md'], { env });
    assert.match(stdout, /^::error file=broken\.md,line=5,/);
    assert.match(read('summary.md'), /^# Diagram Gates\n/);
    const second = await project.run(['check', '--format', 'github', 'wordy.md'], { env });
    assert.equal(second.stderr, '');
    assert.equal(read('summary.md').match(/^# Diagram Gates$/gm)?.length, 2, 'steps share the file');
    assert.equal((await project.run(['check', '--format', 'github', 'broken.md'])).stderr, '');
  });

  it('is coloured on a terminal only, unless the environment says otherwise', async () => {
    const isColoured = async (isTTY: boolean, env: Readonly<Record<string, string>> = {}): Promise<boolean> =>
      (await project.run(['check', 'broken.md'], { isTTY, env })).stdout.includes('\u001b[31m');
    assert.deepEqual(
      [
        await isColoured(false),
        await isColoured(true),
        await isColoured(true, { NO_COLOR: '1' }),
        await isColoured(false, { FORCE_COLOR: '1' }),
        await isColoured(true, { TERM: 'dumb' }),
        await isColoured(true, { NO_COLOR: '' }),
      ],
      [false, true, false, true, false, true],
    );
  });
});
