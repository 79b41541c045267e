import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { sources } from '../../core/sources/library.ts';
import { Project } from '../support/commandLine.ts';

const bill = 'item,cost ($)\nCompute,5\nStorage,6\n';

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

describe('diagram-gates from', () => {
  it('prints what it makes of a file, and exits with 0', async () => {
    await inProject({ 'data/bill.csv': bill }, async (project) => {
      const { code, stdout, stderr } = await project.run(['from', 'costs', 'data/bill.csv']);
      assert.deepEqual([code, stderr], [0, '']);
      assert(stdout.startsWith('## Bill\n\n```mermaid\n'), stdout);
      assert(stdout.includes('    %% bill.csv:3\n    "Storage" : 6\n'), stdout);
      assert(stdout.endsWith('-->\n'));
      assert.equal((await project.run(['from', 'auto', 'data/bill.csv'])).stdout, stdout);
    });
  });

  it('reads standard input, and takes a title and what the text does not say', async () => {
    await inProject({}, async (project) => {
      const argv = ['from', 'auto', '-', '--title', 'Nordlicht', '--set', 'currency=EUR', '--set', 'users=100'];
      const { code, stdout, stderr } = await project.run(argv, { stdin: 'item,cost\nCompute,5\nStorage,6\n' });
      assert.deepEqual([code, stderr], [0, '']);
      assert(stdout.startsWith('## Nordlicht: costs\n'), stdout);
      assert(stdout.includes('title Nordlicht: €11 (slices in €)') && stdout.includes('    %% stdin:3\n'), stdout);
      assert(stdout.includes('| 100 | €11 | €0.110 |'), stdout);
    });
  });

  it('prints nothing and exits with 2 where something is wrong, and says where', async () => {
    await inProject(
      { 'bad.csv': 'item,cost ($)\nCompute,lots\n', 'note.txt': 'Hello.\n', 'plain.csv': 'item,cost\na,5\n' },
      async (project) => {
        for (const [argv, said] of [
          [['from', 'costs', 'bad.csv'], 'bad.csv:2: “lots” is no amount of money'],
          [['from', 'costs', 'gone.csv'], 'gone.csv: there is no such file'],
          [
            ['from', 'auto', 'note.txt'],
            'note.txt: what this is cannot be told from it: name its kind instead of auto (see --help)',
          ],
          [
            ['from', 'costs', 'plain.csv'],
            'plain.csv does not say: Currency of the amounts, such as USD. Say it with --set currency=…',
          ],
          [['from', 'costs', 'plain.csv', '--set', 'users=none'], 'plain.csv: users: write a number above 0'],
          [['from', 'costs'], 'Say what kind of source it is, or auto, and one file: from KIND FILE. Try --help.'],
          [
            ['from', 'costs', 'plain.csv', '--set', 'currency'],
            "--set takes a name and a value, as in --set currency=EUR, not 'currency'. Try --help.",
          ],
          [['from', 'costs', 'plain.csv', '--dry-run'], '--dry-run is not for from. Try --help.'],
          [['check', '--title', 'x'], '--title is not for check. Try --help.'],
        ] as const) {
          assert.deepEqual(
            await project.run(argv),
            { code: 2, stdout: '', stderr: `diagram-gates: ${said}\n` },
            argv.join(' '),
          );
        }
        const unknown = await project.run(['from', 'bills', 'plain.csv']);
        assert.equal(unknown.code, 2);
        assert.match(unknown.stderr, /^diagram-gates: There is no kind 'bills', only auto,? .*costs/);
      },
    );
  });

  it('refuses what is too large before it reads it, what is no text, and letters that it would have to guess', async () => {
    const files = {
      'bill.csv': Buffer.from('item,cost ($)\nZürich,5\n', 'latin1'),
      'bill.xlsx': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      'trace.json': '[]',
    };
    await inProject(files, async (project) => {
      // A hole in a file takes no room on the disk.
      truncateSync(path.join(project.root, 'trace.json'), 140_000_000);
      for (const [argv, said] of [
        [
          ['from', 'traces', 'trace.json'],
          'trace.json: it has 140 MB, and at most 128 MB are read: cut out the part that matters',
        ],
        [['from', 'costs', 'bill.csv'], 'bill.csv:2: there are letters here that are no UTF-8: save it as UTF-8 first'],
        [['from', 'auto', 'bill.xlsx'], 'bill.xlsx: this is a binary file, not a text'],
      ] as const) {
        assert.deepEqual(await project.run(argv), { code: 2, stdout: '', stderr: `diagram-gates: ${said}\n` });
      }
    });
  });

  it('tells traces, deployments, processes, schemas and interfaces apart, and prints a diagram of each', async () => {
    const files = {
      'trace.json':
        '[{"traceId":"1","id":"2","name":"get /","timestamp":5,"duration":7,"localEndpoint":{"serviceName":"shop"}}]',
      'compose.yaml': 'services:\n  db:\n    image: postgres:16\n',
      'claim.bpmn':
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process><task id="a" name="Pay"/></process></definitions>',
      'schema.sql': 'CREATE TABLE orders (id int PRIMARY KEY);\n',
      'api.yaml': 'openapi: 3.0.0\npaths:\n  /orders:\n    get: {}\n',
    };
    await inProject(files, async (project) => {
      for (const [file, line] of [
        ['trace.json', '    %% trace.json:1\n    get /, 0.007000 ms :crit, 0, 7\n'],
        ['compose.yaml', '        db[("db<br/>postgres:16<br/>1 replica")]:::statePlane\n'],
        ['claim.bpmn', '    Pay["Pay"]\n'],
        ['schema.sql', '    orders {\n        int id PK\n    }\n'],
        ['api.yaml', '    client->>+api: GET /orders\n'],
      ] as const) {
        const { code, stdout, stderr } = await project.run(['from', 'auto', file]);
        assert.deepEqual([code, stderr], [0, ''], file);
        assert(stdout.includes(line), stdout);
      }
      const wrong = await project.run(['from', 'sql', '-'], { stdin: 'CREATE TABLE a (\n  b int,\n' });
      assert.deepEqual(wrong, {
        code: 2,
        stdout: '',
        stderr: 'diagram-gates: stdin:1: a bracket opens here and does not close\n',
      });
    });
  });

  it('has every kind in its help', async () => {
    await inProject({}, async (project) => {
      const { stdout } = await project.run(['from', '--help']);
      for (const { id, reads, options } of sources) {
        assert(stdout.includes(` ${id} `) && stdout.includes(reads), id);
        for (const { name, label } of options) assert(stdout.includes(`${name}=: ${label}`), name);
      }
    });
  });
});
