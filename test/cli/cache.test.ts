/** What was found before: when it is used, when it is not, and where it is kept. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { CheckCache } from '../../cli/cache/checkCache.ts';
import { CacheStore, keyOf } from '../../cli/cache/store.ts';
import { ReferredFiles } from '../../cli/referredFiles.ts';
import { gates as allGates } from '../../core/gates/index.ts';
import { FakeOracle, checkText, pageWith } from '../support/checkText.ts';
import { Project } from '../support/commandLine.ts';
import type { Ran, RunSetup } from '../support/commandLine.ts';
import '../support/fuzzing.ts';

const good = pageWith('flowchart LR\n  a --> b');
const broken = pageWith('flowchart LR\n  BROKEN');

/** The files below `folder`, by path with `/`. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();

const entriesIn = (folder: string): readonly string[] =>
  filesIn(folder)
    .filter((file) => /^v1\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(file))
    .map((file) => path.join(folder, file));

describe('diagram-gates remembers what it found', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.with({ 'a.md': good, 'sub/b.md': broken, '.git/HEAD': '' });
  });
  afterEach(() => project.dispose());
  const at = (file: string): string => path.join(project.root, file);
  const write = (file: string, text: string): void => writeFileSync(at(file), text);
  /** What a run says, and how many diagrams its parser was asked about. */
  const run = async (argv: readonly string[] = [], setup: RunSetup = {}): Promise<Ran & { readonly asked: number }> => {
    const oracle = new FakeOracle();
    const ran = await project.run(['check', ...argv], { checker: 'one', oracle, ...setup });
    return { ...ran, asked: oracle.asked.length };
  };

  it('and says it again without asking Mermaid', async () => {
    const { asked, ...first } = await run();
    const { asked: again, ...second } = await run();
    assert.ok(asked > 0);
    assert.deepEqual(second, first);
    assert.equal(again, 0);
    write('a.md', `${good}\n`);
    const { asked: once } = await run();
    assert.equal(once, 1, 'only the page that changed is checked anew');
  });

  it('under the checker that found it, and only unless it is told not to', async () => {
    await run();
    const asked: number[] = [];
    for (const [argv, setup] of [
      [[], { checker: 'two' }],
      [['--no-cache'], {}],
      [['-'], { stdin: good }],
      [['-'], { stdin: good }],
    ] as const) {
      asked.push((await run(argv, setup)).asked > 0 ? 1 : 0);
    }
    assert.deepEqual(asked, [1, 1, 1, 1]);
    assert.equal((await run(['--cache'])).asked, 0);
  });

  it('in one folder that git does not see, or beside the packages, or where it is told to', async () => {
    await run([], { below: 'sub' });
    assert.equal(readFileSync(at('.diagram-gates-cache/.gitignore'), 'utf8'), '*\n');
    assert.equal(entriesIn(at('.diagram-gates-cache')).length, 1);
    await run(['--cache-location', 'else/where', 'a.md']);
    assert.equal(entriesIn(at('else/where')).length, 1);
    mkdirSync(at('node_modules'));
    await run([], { below: 'sub' });
    assert.equal(entriesIn(at('node_modules/.cache/diagram-gates')).length, 1);
  });

  it('for every machine: where the working copy lies does not count', async () => {
    await run(['--cache-location', '../carried']);
    const other = await Project.with({ 'a.md': good, 'sub/b.md': broken, '.git/HEAD': '' });
    try {
      const oracle = new FakeOracle();
      const location = path.join(project.root, '../carried');
      await other.run(['check', '--cache-location', location], { checker: 'one', oracle });
      assert.equal(oracle.asked.length, 0);
    } finally {
      other.dispose();
      rmSync(path.join(project.root, '../carried'), { recursive: true, force: true });
    }
  });

  it('but believes no entry that was altered, torn, or written for something else', async () => {
    const whole = await run();
    const entries = entriesIn(at('.diagram-gates-cache'));
    assert.equal(entries.length, 2);
    for (const [name, spoil] of [
      ['a finding is taken out', (text: string) => text.replace('does not understand', 'likes')],
      ['the end is missing', (text: string) => text.slice(0, -20)],
      ['nothing is left', () => ''],
      ['another form', (text: string) => text.replace(' v1 ', ' v0 ')],
      ['no JSON', (text: string) => sealed(text, 'this is no JSON')],
      ['no document', (text: string) => sealed(text, '{"found":{"kind":"markdown"},"seen":[]}')],
    ] as const) {
      for (const file of entries) writeFileSync(file, spoil(readFileSync(file, 'utf8')));
      const { asked, stdout } = await run();
      assert.deepEqual([stdout, asked > 0], [whole.stdout, true], name);
    }
    const [one = '', other = ''] = entries;
    writeFileSync(one, readFileSync(other));
    assert.deepEqual((await run()).stdout, whole.stdout, 'the entry of another page');
    // One that is as it should be is believed, so it was for their form that the others were not.
    for (const file of entriesIn(at('.diagram-gates-cache'))) {
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, sealed(text, text.slice(text.indexOf('\n') + 1).replace('does not understand', 'likes')));
    }
    assert.match((await run()).stdout, /Mermaid likes `BROKEN` here/);
  });

  it('and does not mind a folder that cannot be written', async () => {
    write('.diagram-gates-cache', 'a file of that name');
    assert.deepEqual(await run(), await run());
    assert.equal((await run()).stderr, '');
  });

  it('in runs side by side, which see the same', async () => {
    const alone = (await run(['--no-cache', '--format', 'json'])).stdout;
    const together = await Promise.all(Array.from({ length: 6 }, () => run(['--format', 'json'])));
    for (const { stdout } of together) assert.equal(stdout, alone);
    assert.equal((await run()).asked, 0);
    assert.deepEqual(
      filesIn(at('.diagram-gates-cache')).filter((file) => file.endsWith('.tmp')),
      [],
    );
  });

  it('at the place where it was found: what a link leads to depends on that', async () => {
    const linking = `${good}\n[there](b.md)\n`;
    write('a.md', linking);
    write('sub/a.md', linking);
    const findings = async (): Promise<readonly string[]> => {
      const { stdout } = await run(['--jobs', '1', 'sub/a.md', 'a.md'], { gates: allGates });
      return stdout.split('\n').filter((line) => line.includes('DG701'));
    };
    const found = await findings();
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^a\.md:/);
    assert.deepEqual(await findings(), found);
    write('b.md', good);
    assert.deepEqual(await findings(), []);
  });

  it('and not how long a machine took', async () => {
    const plain = await checkText(good);
    const key = plain.diagrams[0]?.key ?? '';
    const late = await checkText(good, { deps: { tooSlow: new Set([key]) } });
    const cache = new CheckCache(new CacheStore(at('kept')), 'one', new ReferredFiles(project.root));
    const request = { uri: 'a.md', version: 1, kind: 'markdown', text: good, settings: {}, configFiles: [] } as const;
    assert.deepEqual(await cache.check(request, () => Promise.resolve(late)), late);
    assert.deepEqual(await cache.check(request, () => Promise.resolve(plain)), plain);
    const kept = await cache.check(request, () => Promise.resolve(undefined));
    assert.deepEqual([kept?.findings, kept?.diagrams[0]?.renders, kept?.uri], [plain.findings, true, 'a.md']);
  });
});

/** The entry of `text` with another content, as whoever knows its form could write it. */
function sealed(text: string, content: string): string {
  const [name = '', form = '', key = ''] = text.split('\n', 1)[0]?.split(' ') ?? [];
  return `${name} ${form} ${key} ${keyOf(content)}\n${content}`;
}

describe('the cache, whatever happens to the files', () => {
  const names = ['a.md', 'b.md', 'docs/c.md', 'docs/d.md', 'docs/deep/e.mmd'] as const;
  const links = ['b.md', 'docs/c.md#part-1', 'c.md', '../a.md#costs', 'deep/e.mmd', 'd.md#more', 'pictures/x.png'];
  const piece = fc.oneof(
    fc.constantFrom(good, broken, '# Costs\n', '## More\n', 'We handle massive traffic with low latency.\n'),
    fc.constantFrom(...links).map((link) => `See [there](${link}).\n`),
    fc.constantFrom('<!-- diagram-gates-disable-file syntax -->\n', 'TODO\n', '| a | b |\n| --- | --- |\n| 1 | 2 |\n'),
  );
  const page = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('\n'));
  const config = fc.constantFrom(
    '{ "rules": { "syntax": "warning" } }',
    '{ "profile": "strict", "visualThreshold": 0.5 }',
    '{ "overrides": [{ "files": "docs/**", "rules": { "text-heavy": "off" } }] }',
    '{ "words": { "placeholders": ["massive"] } }',
    '{ "unheard": 1 }',
  );
  type Edit =
    | { readonly what: 'write'; readonly file: string; readonly text: string }
    | { readonly what: 'remove'; readonly file: string }
    | { readonly what: 'baseline' };
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ what: fc.constant('write' as const), file: fc.constantFrom(...names), text: page }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('write' as const),
        file: fc.constantFrom('.diagram-gates.json', 'docs/.diagram-gates.json'),
        text: config,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('write' as const),
        file: fc.constantFrom('.gitignore', 'docs/.gitignore'),
        text: fc.constantFrom('deep/\n', 'pictures\n', 'docs/d.md\n', ''),
      }),
    },
    fc.record({
      what: fc.constant('write' as const),
      file: fc.constant('docs/pictures/x.png'),
      text: fc.constant('x'),
    }),
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('remove' as const),
        file: fc.constantFrom(...names, 'docs/pictures/x.png', '.diagram-gates.json', '.gitignore'),
      }),
    },
    fc.constant({ what: 'baseline' as const }),
  );

  it('changes nothing of what is said', async function () {
    this.timeout(120_000);
    let remembered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 3, maxLength: 10 }), fc.boolean(), async (edits, wholeFirst) => {
        const project = await Project.with({ 'a.md': good, 'docs/c.md': broken, '.git/HEAD': '' });
        try {
          for (const each of edits) {
            const target = path.join(project.root, each.what === 'baseline' ? '' : each.file);
            if (each.what === 'write') {
              mkdirSync(path.dirname(target), { recursive: true });
              writeFileSync(target, each.text);
            } else if (each.what === 'remove') rmSync(target, { force: true });
            else await project.run(['baseline', '--no-cache'], { gates: allGates });
            const format = wholeFirst ? 'json' : 'sarif';
            const argv = ['check', '--format', format, '.'];
            const oracle = new FakeOracle();
            const cached = await project.run(argv, { gates: allGates, checker: 'one', oracle });
            const plainOracle = new FakeOracle();
            const plain = await project.run([...argv, '--no-cache'], { gates: allGates, oracle: plainOracle });
            assert.deepEqual(cached, plain);
            remembered += plainOracle.asked.length - oracle.asked.length;
          }
        } finally {
          project.dispose();
        }
      }),
      { numRuns: 30 },
    );
    assert.ok(remembered > 100, `only ${remembered} diagrams were not asked about again`);
  });
});

describe('the folder of the cache', () => {
  const day = 86_400_000;
  let project: Project;
  let now = Date.UTC(2026, 0, 1);
  const store = (mostBytes = 1_000_000): CacheStore =>
    new CacheStore(project.root, () => now, { longestUnused: 14 * day, mostBytes });
  /** Written at another time of day than the file system's clock says. */
  const keep = async (name: string, text = name): Promise<string> => {
    const key = keyOf(name);
    await store().set(key, text);
    const file = path.join(project.root, 'v1', key.slice(0, 2), key);
    utimesSync(file, new Date(now), new Date(now));
    return key;
  };
  beforeEach(async () => {
    project = await Project.with({});
    now = Date.UTC(2026, 0, 1);
  });
  afterEach(() => project.dispose());

  it('loses what nobody used for two weeks, and nothing else', async () => {
    const [old, used] = [await keep('old'), await keep('used')];
    writeFileSync(path.join(project.root, 'notes.txt'), 'not ours');
    await store().prune();
    now += 10 * day;
    assert.equal(await store().get(used), 'used');
    now += 5 * day;
    const young = await keep('young');
    await store().prune();
    const left = [await store().get(old), await store().get(used), await store().get(young)];
    assert.deepEqual(left, [undefined, 'used', 'young']);
    assert.ok(existsSync(path.join(project.root, 'notes.txt')));
  });

  it('is looked through once a day', async () => {
    const old = await keep('old');
    await store().prune();
    now += 20 * day;
    await store().prune();
    assert.equal(await store().get(old), undefined);
    const next = await keep('next');
    utimesSync(path.join(project.root, 'v1', next.slice(0, 2), next), new Date(0), new Date(0));
    now += day / 2;
    await store().prune();
    assert.ok(existsSync(path.join(project.root, 'v1', next.slice(0, 2), next)));
  });

  it('holds no more than it may: the longest unused go first', async () => {
    await store().prune();
    mkdirSync(project.root, { recursive: true });
    const keys: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      keys.push(await keep(`entry ${index}`, 'x'.repeat(1_000)));
      now += 1_000;
    }
    await store().prune();
    now += 2 * day;
    await store(5_000).prune();
    const sizes = entriesIn(project.root).map((file) => statSync(file).size);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 2_500);
    assert.equal(await store().get(keys[9] ?? ''), 'x'.repeat(1_000));
    assert.equal(await store().get(keys[0] ?? ''), undefined);
  });
});
