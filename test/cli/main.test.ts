import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { optionsOf, verbs } from '../../cli/optionTable.ts';
import { Project } from '../support/commandLine.ts';
import { FakeOracle, pageWith } from '../support/checkText.ts';

const good = pageWith('flowchart LR\n  a --> b');
const broken = pageWith('flowchart LR\n  BROKEN');
const wordy = `${good}\n${'Words and words. '.repeat(60).trim()}\n`;

/** Runs `work` in a project with `files` and takes the project away again. */
async function inProject(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (project: Project) => Promise<void>,
): Promise<void> {
  const project = await Project.with(files);
  try {
    await work(project);
  } finally {
    project.dispose();
  }
}

/** The paths of the documents that were checked. */
function pathsIn(stdout: string): readonly string[] {
  const report = JSON.parse(stdout) as { readonly documents: readonly { readonly path: string }[] };
  return report.documents.map((document) => document.path);
}

describe('diagram-gates check', () => {
  it('exits with 0 when all is well, 1 on findings', async () => {
    await inProject({ 'good.md': good, 'broken.md': broken }, async (project) => {
      assert.deepEqual(await project.run(['check', 'good.md']), {
        code: 0,
        stdout: '1 document, 1 diagram; 0 errors, 0 warnings, 0 infos; score 100 %; 0 ms\n',
        stderr: '',
      });
      const { code, stdout, stderr } = await project.run(['check', 'broken.md', 'good.md']);
      assert.deepEqual([code, stderr], [1, '']);
      // How much one failed gate costs depends on how many gates there are.
      assert.equal(
        stdout.replace(/score \d\d %/, 'score N %'),
        'broken.md:5:3 error DG001/syntax Mermaid does not understand `BROKEN` here. It expects `]`.\n\n' +
          '2 documents, 2 diagrams, 1 does not render; 1 error, 0 warnings, 0 infos; score N %; 0 ms\n',
      );
    });
  });

  it('fails on warnings and infos only when asked to', async () => {
    const noted = `${good}\n<!-- diagram-gates-disable-file syntax -->\n`;
    await inProject({ 'warning.md': wordy, 'info.md': noted }, async (project) => {
      const codes: number[] = [];
      for (const [file, failOn] of [
        ['warning.md', 'error'],
        ['warning.md', 'warning'],
        ['info.md', 'warning'],
        ['info.md', 'info'],
      ] as const) {
        codes.push((await project.run(['check', file, '--fail-on', failOn])).code);
      }
      assert.deepEqual(codes, [0, 1, 0, 1]);
    });
  });

  it('checks the working directory when no path is named', async () => {
    await inProject({ 'b.md': good, 'a/deep/c.mmd': 'flowchart LR', 'notes.txt': 'no' }, async (project) => {
      const { code, stdout } = await project.run(['check', '--format', 'json']);
      assert.equal(code, 0);
      assert.deepEqual(pathsIn(stdout), ['a/deep/c.mmd', 'b.md']);
    });
  });

  it('names documents relative to the working directory, also above it, each once, in path order', async () => {
    await inProject({ 'b.md': good, 'a.md': good, 'sub/c.md': good }, async (project) => {
      const { stdout } = await project.run(['check', '../b.md', '..', 'c.md', '--format', 'json'], { below: 'sub' });
      assert.deepEqual(pathsIn(stdout), ['../a.md', '../b.md', 'c.md']);
    });
  });

  it('reads standard input under a name that says what it is', async () => {
    await inProject({ 'x.md': good }, async (project) => {
      const markdown = await project.run(['check', '-', '--format', 'json'], { stdin: broken });
      assert.equal(markdown.code, 1);
      assert.deepEqual(pathsIn(markdown.stdout), ['stdin.md']);
      const mermaid = await project.run(['check', '-', '--stdin-filename', 'd/x.mmd'], {
        stdin: 'flowchart LR\nBROKEN',
      });
      assert.match(mermaid.stdout, /^d\/x\.mmd:2:1 error DG001\/syntax /);
      const beside = await project.run(['check', 'x.md', '-', '--stdin-filename', 'x.md'], { stdin: broken });
      assert.match(beside.stdout, /2 documents/);
      const unknown = await project.run(['check', '-', '--stdin-filename', 'x.txt'], { stdin: broken });
      assert.deepEqual(
        [unknown.code, unknown.stderr],
        [2, 'diagram-gates: x.txt: this is no name of a Markdown or Mermaid file\n'],
      );
    });
  });

  it('says which paths lead nowhere, reports the others, and exits with 2', async () => {
    await inProject({ 'good.md': good, 'notes.txt': 'x', 'empty/notes.txt': 'x' }, async (project) => {
      const { code, stdout, stderr } = await project.run([
        'check',
        'good.md',
        'gone.md',
        'docs/*.md',
        'notes.txt',
        'empty',
      ]);
      assert.equal(code, 2);
      assert.match(stdout, /^1 document, 1 diagram;/);
      assert.deepEqual(stderr.trimEnd().split('\n'), [
        'diagram-gates: gone.md: there is no such file or folder',
        'diagram-gates: docs/*.md: no Markdown or Mermaid file matches',
        'diagram-gates: notes.txt: this is no Markdown or Mermaid file',
        'diagram-gates: empty: there is no Markdown or Mermaid file in this folder',
      ]);
    });
  });

  it('prints no report when nothing could be checked', async () => {
    await inProject({}, async (project) => {
      assert.deepEqual(await project.run(['check', 'gone.md', '--format', 'json']), {
        code: 2,
        stdout: '',
        stderr: 'diagram-gates: gone.md: there is no such file or folder\n',
      });
    });
  });

  it('says which files are no text, and checks the others', async () => {
    await inProject({ 'binary.md': new Uint8Array([0x50, 0x4b, 0, 3]), 'good.md': good }, async (project) => {
      mkdirSync(path.join(project.root, 'folder.md'));
      const { code, stdout, stderr } = await project.run(['check', '.']);
      assert.equal(code, 2);
      assert.match(stdout, /^1 document, 1 diagram;/);
      assert.equal(stderr, 'diagram-gates: binary.md: this is a binary file, not a text\n');
    });
  });

  it('reads a byte order mark, UTF-16 and Windows line endings at the right columns', async () => {
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(broken, 'utf16le')]));
    await inProject(
      { 'bom.mmd': '\uFEFFBROKEN\n', 'utf16.md': utf16, 'windows.md': broken.replaceAll('\n', '\r\n') },
      async (project) => {
        const { stdout } = await project.run(['check', '.']);
        const places = stdout.split('\n').flatMap((line) => /^(\S+:\d+:\d+) /.exec(line)?.[1] ?? []);
        assert.deepEqual(places, ['bom.mmd:1:1', 'utf16.md:5:3', 'windows.md:5:3']);
      },
    );
  });
});

describe('diagram-gates check finds its configuration', () => {
  it('in the nearest file above each document', async () => {
    await inProject(
      {
        '.diagram-gates.json': '{ "rules": { "syntax": "warning" } }',
        'a.md': broken,
        'sub/.diagram-gates.jsonc': '{ "profile": "strict" } // ours',
        'sub/deep/b.md': broken,
      },
      async (project) => {
        const { stdout } = await project.run(['check', '.']);
        assert.match(stdout, /^a\.md:5:3 warning DG001/m);
        assert.match(stdout, /^sub\/deep\/b\.md:5:3 error DG001/m);
      },
    );
  });

  it('in the file named by --config, instead', async () => {
    const files = {
      '.diagram-gates.json': '{ "profile": "off" }',
      'other.json': '{ "rules": { "syntax": "info" } }',
      'a.md': broken,
    };
    await inProject(files, async (project) => {
      assert.match((await project.run(['check', 'a.md', '--config', 'other.json'])).stdout, /^a\.md:5:3 info DG001/);
      const { code, stderr } = await project.run(['check', 'a.md', '--config', 'gone.json']);
      assert.deepEqual([code, stderr], [2, 'diagram-gates: gone.json: there is no such file\n']);
    });
  });

  it('and lets --profile be stronger than files', async () => {
    await inProject({ '.diagram-gates.json': '{ "profile": "off" }', 'a.md': wordy }, async (project) => {
      assert.match((await project.run(['check', 'a.md', '--profile', 'strict'])).stdout, /error DG101\/text-heavy/);
      assert.match((await project.run(['check', 'a.md'])).stdout, /^1 document, 1 diagram; 0 errors/);
    });
  });

  it('and lets --target be stronger than files', async () => {
    const older = new FakeOracle();
    const oracle = { version: '12', parse: () => Promise.resolve({ renders: true, type: 'flowchart-v2' } as const) };
    await inProject({ '.diagram-gates.json': '{ "target": "both" }', 'a.md': broken }, async (project) => {
      const places: string[] = [];
      for (const target of [[], ['--target', 'mermaid-12'], ['--target', 'mermaid-11']]) {
        const { stdout } = await project.run(['check', 'a.md', ...target], { oracle, older });
        places.push(stdout.split(' ', 3).slice(0, 3).join(' '));
      }
      assert.deepEqual(places, ['a.md:5:3 warning DG007/target', '1 document, 1', 'a.md:5:3 error DG001/syntax']);
      const { code, stderr } = await project.run(['check', 'a.md'], { oracle });
      assert.deepEqual(
        [code, stderr],
        [
          2,
          'diagram-gates: a.md: could not be checked: Mermaid 11 cannot be loaded: nobody expects the script of Mermaid 11\n',
        ],
      );
    });
  });

  it('and reports once what in a file is not understood, as of any other file, and exits with 2', async () => {
    const files = {
      '.diagram-gates.json': '{\n  "rules": { "text-hevy": "off" },\n  "colour": 1\n}',
      'a.md': good,
      'b.md': good,
    };
    await inProject(files, async (project) => {
      const { code, stdout, stderr } = await project.run(['check', '.']);
      const [rule = '', setting = ''] = stdout.split('\n');
      assert.equal(
        rule,
        '.diagram-gates.json:2:14 warning DG901/unknown-rule There is no rule `text-hevy`: did you mean `text-heavy`?',
      );
      assert.match(
        setting,
        /^\.diagram-gates\.json:3:3 warning DG903\/invalid-configuration There is no setting `colour`: it must be `profile`, .* or `caseStudies`\.$/,
      );
      assert.equal(code, 2);
      const notUnderstood = 'not all of this configuration is understood; the report says where';
      assert.equal(stderr, `diagram-gates: .diagram-gates.json: ${notUnderstood}\n`);
      const json = await project.run(['check', 'a.md', '--format', 'json']);
      assert.deepEqual([json.code, pathsIn(json.stdout)], [2, ['.diagram-gates.json', 'a.md']]);
      const fixed = await project.run(['fix', '.']);
      assert.equal(fixed.code, 2);
      assert.match(fixed.stderr, /^diagram-gates: \.diagram-gates\.json:2:14 warning DG901\/unknown-rule /);
    });
  });

  it('with what it extends below it, and its overrides above it', async () => {
    const files = {
      'base/gates.jsonc': '{ "rules": { "syntax": "info", "text-heavy": "error" } } // shared',
      'docs/.diagram-gates.json':
        '{ "extends": "../base/gates.jsonc", "overrides": [{ "files": "costs/**", "rules": { "syntax": "warning" } }] }',
      'docs/costs/a.md': broken,
      'docs/b.md': broken,
      'docs/c.md': wordy,
    };
    await inProject(files, async (project) => {
      const { code, stdout, stderr } = await project.run(['check', 'docs']);
      assert.deepEqual([code, stderr], [1, '']);
      const found = stdout.split('\n').flatMap((line) => /^\S+ \w+ \S+/.exec(line)?.[0] ?? []);
      assert.deepEqual(found.slice(0, 3), [
        'docs/b.md:5:3 info DG001/syntax',
        'docs/c.md:8:1 error DG101/text-heavy',
        'docs/costs/a.md:5:3 warning DG001/syntax',
      ]);
    });
  });

  it('and says what cannot be extended: a circle, what is not there, what lies outside', async () => {
    const files = {
      'inside/.git/HEAD': '',
      'inside/a/.diagram-gates.json': '{ "extends": "../b/.diagram-gates.json" }',
      'inside/a/a.md': good,
      'inside/b/.diagram-gates.json': '{ "extends": "../a/.diagram-gates.json" }',
      'inside/c/.diagram-gates.json': '{ "extends": "gone.json" }',
      'inside/c/c.md': good,
      'inside/d/.diagram-gates.json': '{ "extends": "../../outside.json" }',
      'inside/d/d.md': good,
      'inside/e/.diagram-gates.json': '{ "extends": "link.json" }',
      'inside/e/e.md': good,
      'outside.json': '{}',
    };
    await inProject(files, async (project) => {
      symlinkSync('../../outside.json', path.join(project.root, 'inside/e/link.json'));
      const { code, stdout } = await project.run(['check', '.'], { below: 'inside' });
      assert.equal(code, 2);
      assert.deepEqual(
        stdout.split('\n').flatMap((line) => /^(\w\/.*:\d+:\d+) warning \S+ (.*)/.exec(line)?.slice(1).join(' ') ?? []),
        [
          'a/.diagram-gates.json:1:14 `../b/.diagram-gates.json` cannot be extended: it leads back to this file. Take `extends` out of one of them.',
          'b/.diagram-gates.json:1:14 `../a/.diagram-gates.json` cannot be extended: it leads back to this file. Take `extends` out of one of them.',
          'c/.diagram-gates.json:1:14 `gone.json` cannot be extended: there is no such file.',
          'd/.diagram-gates.json:1:14 `../../outside.json` cannot be extended: it lies outside of the workspace.',
          'e/.diagram-gates.json:1:14 `link.json` cannot be extended: it lies outside of the workspace.',
        ],
      );
    });
  });
});

describe('diagram-gates', () => {
  const run = async (...argv: readonly string[]) => {
    const project = await Project.with({});
    try {
      return await project.run(argv);
    } finally {
      project.dispose();
    }
  };

  it('shows help and version', async () => {
    const help = await run('--help');
    assert.equal(help.code, 0);
    const named = [...help.stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map((match) => match[1] ?? '');
    assert.deepEqual(named, [...verbs]);
    for (const verb of verbs) {
      const { code, stdout } = await run(verb, '-h');
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^Usage: diagram-gates ${verb}\\b`));
      for (const name of Object.keys(optionsOf[verb]))
        assert.match(stdout, new RegExp(`--${name}\\b`), `${verb} ${name}`);
      // What lists many things is as wide as they are.
      const ownWords = stdout.split(/^(?:Rules|Kinds of source)\b/m, 1)[0] ?? '';
      assert.deepEqual(
        ownWords.split('\n').filter((line) => line.length > 80),
        [],
      );
    }
    assert.match(
      (await run('explain', '--help')).stdout,
      /^ {2}DG101 text-heavy +warning The page tells more than it shows\.$/m,
    );
    assert.deepEqual(await run('--version'), { code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it('explains a rule by its id or name: why, what fails and what passes', async () => {
    const { code, stdout, stderr } = await run('explain', 'unquoted-label');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^DG010 unquoted-label \(error, can be fixed\)\n\nA label holds /);
    assert.match(stdout, /\n\nThis fails:\n\n {4}[^]*\n\nThis passes:\n\n {4}[^]*\n\nTurn it off /);
    assert.equal((await run('explain', 'dg010')).stdout, stdout);
    assert.doesNotMatch((await run('explain', 'too-slow')).stdout, /This fails:/);
  });

  it('says what is wrong with its arguments', async () => {
    const problems: string[] = [];
    for (const argv of [
      [],
      ['lint'],
      ['check', '--format', 'xml'],
      ['check', '--fail-on', 'never'],
      ['check', '--profile', 'loud'],
      ['check', '--target', 'mermaid-10'],
      ['check', '--colour'],
      ['chekc'],
      ['check', '--formt', 'json'],
      ['check', '--format', 'jsno'],
      ['render', 'a.md'],
      ['render', '-o', 'a.svg'],
      ['render', 'a.md', '-o', 'a.svg', '--format', 'png'],
      ['render', 'a.md', '-o', 'out', '--theme', 'drak'],
      ['render', 'a.md', '-o', 'out', '--scale', '9'],
      ['render', 'a.md', '-o', 'out', '--diagram', '0'],
      ['check', '--browser', 'x'],
      ['check', '--config'],
      ['check', '--dry-run'],
      ['fix', '--stdin-filename=x.md'],
      ['fix', '-'],
      ['fix', '--rule', 'unquoted-lable'],
      ['fix', '--rule', 'text-heavy'],
      ['explain'],
      ['explain', 'syntax', 'target'],
      ['explain', 'text-hevy'],
      ['explain', 'nothing-like-it'],
      ['explain', 'syntax', '--dry-run'],
      ['baseline', '-'],
      ['baseline', '--format', 'json'],
      ['check', '--prune'],
    ]) {
      const { code, stdout, stderr } = await run(...argv);
      assert.deepEqual([code, stdout], [2, '']);
      problems.push(stderr.trimEnd());
    }
    const commands = 'check, fix, report, baseline, render, explain, from, init, merge or mcp';
    assert.deepEqual(problems, [
      `diagram-gates: Say what to do: ${commands}. Try --help.`,
      `diagram-gates: There is no command 'lint', only ${commands.replace(' or ', ' and ')}. Try --help.`,
      "diagram-gates: --format must be text, json, sarif, github, junit, markdown or html, not 'xml'. Try --help.",
      "diagram-gates: --fail-on must be error, warning or info, not 'never'. Try --help.",
      "diagram-gates: --profile must be off, syntax, standard or strict, not 'loud'. Try --help.",
      "diagram-gates: --target must be mermaid-12, mermaid-11 or both, not 'mermaid-10'. Try --help.",
      "diagram-gates: Unknown option '--colour'. Try --help.",
      `diagram-gates: There is no command 'chekc' (did you mean 'check'?), only ${commands.replace(' or ', ' and ')}. Try --help.`,
      "diagram-gates: Unknown option '--formt' (did you mean '--format'?). Try --help.",
      "diagram-gates: --format must be text, json, sarif, github, junit, markdown or html, not 'jsno'. Try --help.",
      'diagram-gates: Say where to: -o with a file that ends in .svg, .png or .pdf, or a folder. Try --help.',
      'diagram-gates: Name one file to render: render FILE -o OUT. Try --help.',
      'diagram-gates: --format png does not go with a file that ends in .svg. Try --help.',
      "diagram-gates: --theme must be light, dark, mermaid or github, not 'drak'. Try --help.",
      "diagram-gates: --scale is a number from 1 to 4, not '9'. Try --help.",
      "diagram-gates: --diagram is a number from 1, not '0'. Try --help.",
      'diagram-gates: --browser is not for check. Try --help.',
      "diagram-gates: Option '--config <value>' argument missing. Try --help.",
      'diagram-gates: --dry-run is not for check. Try --help.',
      'diagram-gates: --stdin-filename is not for fix. Try --help.',
      'diagram-gates: fix writes files, and standard input is none. Try --help.',
      "diagram-gates: There is no rule 'unquoted-lable' (did you mean 'unquoted-label'?). Try --help.",
      "diagram-gates: 'text-heavy' is no rule whose faults are repaired. Try --help.",
      'diagram-gates: Say which rule to explain, by its name or id. Try --help.',
      'diagram-gates: Say which rule to explain, by its name or id. Try --help.',
      "diagram-gates: There is no rule 'text-hevy' (did you mean 'text-heavy'?). Try --help.",
      "diagram-gates: There is no rule 'nothing-like-it'. Try --help.",
      'diagram-gates: --dry-run is not for explain. Try --help.',
      'diagram-gates: baseline writes files, and standard input is none. Try --help.',
      'diagram-gates: --format is not for baseline. Try --help.',
      'diagram-gates: --prune is not for check. Try --help.',
    ]);
  });
});
