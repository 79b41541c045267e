import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { convert, optionsOf, problemOfSize } from '../../../core/sources/convert.ts';
import { detectSource } from '../../../core/sources/detect.ts';
import { sources } from '../../../core/sources/library.ts';
import { sampleLength } from '../../../core/sources/source.ts';
import { convertText, hurried, sourceOf } from '../../support/madePages.ts';
import { projectRoot } from '../../support/paths.ts';
import { sourceFixtures } from '../../support/sourceFixtures.ts';

const folder = path.join(projectRoot, 'test/core/sources/fixtures');

/** Every fixture; its folder is the id of its kind. */
const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: kind }) =>
    readdirSync(path.join(folder, kind)).map((name) => ({
      kind,
      name,
      text: readFileSync(path.join(folder, kind, name), 'utf8'),
    })),
  );

describe('the kinds of source', () => {
  it('have ids of their own and say what they read and make', () => {
    const ids = sources.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const source of sources) {
      assert.match(source.id, /^[a-z]+(-[a-z]+)*$/);
      for (const said of [source.title, source.reads, source.makes]) assert(said.length > 5);
      for (const { name } of source.options) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.equal(new Set(optionsOf(source).map(({ name }) => name)).size, source.options.length + 1);
    }
  });

  it('have fixtures, each recognised as what it is', () => {
    assert.deepEqual(
      fixtures.map(({ name, text }) => {
        const found = detectSource(sources, { head: text.slice(0, sampleLength), name });
        return `${found?.id ?? 'nothing'} ${name}`;
      }),
      fixtures.map(({ kind, name }) => `${kind} ${name}`),
    );
    const covered = new Set(fixtures.map(({ kind }) => kind));
    assert.deepEqual(
      sources.map(({ id }) => id).filter((id) => !covered.has(id)),
      [],
    );
  });

  it('have fixtures of which all are known to the trial in VS Code', () => {
    assert.deepEqual(
      fixtures.map(({ kind, name }) => `${kind}/${name}`).sort(),
      sourceFixtures.map(({ file }) => file).sort(),
    );
  });

  it('recognise no page of prose, no code and no nothing', () => {
    for (const head of [
      '',
      'Hello.',
      '# Title\n\nSome words about nothing in particular.\n',
      'const a = [1, 2];\nif (a) b();\n',
    ]) {
      assert.equal(detectSource(sources, { head, name: 'a.txt' }), undefined, head);
    }
  });

  for (const source of sources) {
    it(`${source.title}: no text makes it throw`, async () => {
      const words = fc.constantFrom('14:22 UTC', '- [x] ', '| a | b |\n| --- | --- |\n', '{"a": [', ']}', '<a', '</a>', '"', ',', '\t', '$5', '-1e9', '\n', 'CREATE TABLE t (', 'id: a\n', '- id: b', 'after: b', '%%', '```', '🦊', '\u202e', '\r'); // prettier-ignore
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words, { maxLength: 30 }).map((all) => all.join('')),
      );
      await fc.assert(
        fc.asyncProperty(text, async (input) => {
          const { kind } = await convertText(source.id, input, 'x.txt');
          assert(['page', 'problem', 'needs'].includes(kind));
        }),
        { numRuns: 300 },
      );
    });

    it(`${source.title}: no damaged file makes it throw`, async () => {
      const own = fixtures.filter(({ kind }) => kind === source.id);
      const damage = fc.record({
        file: fc.constantFrom(...own),
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat({ max: 40 }),
        put: fc.constantFrom('', '"', '\n', '{', '}', ':', '-', '0', '\u0000', '|'),
      });
      await fc.assert(
        fc.asyncProperty(damage, async ({ file: { text, name }, from, length, put }) => {
          const at = Math.floor(from * text.length);
          const { kind } = await convertText(source.id, text.slice(0, at) + put + text.slice(at + length), name);
          assert(['page', 'problem', 'needs'].includes(kind));
        }),
        { numRuns: 150 },
      );
    });
  }
});

describe('converting a source', () => {
  const csv = 'item,cost ($)\na,5\nb,6\n';

  it('cites lines where the text came from', async () => {
    const input = { text: csv, name: 'page.md', firstLine: 40 };
    const converted = await convert(sourceOf('costs'), input, {}, hurried);
    assert(converted.kind === 'page' && converted.markdown.includes('%% page.md:41\n'));
    const wrong = await convert(sourceOf('costs'), { ...input, text: 'item,cost ($)\na,x\n' }, {}, hurried);
    assert.deepEqual([wrong.kind, wrong.kind === 'problem' && wrong.line], ['problem', 41]);
  });

  it('lets no name of a file end its comment', async () => {
    const converted = await convert(
      sourceOf('costs'),
      { text: csv, name: 'a--><b>%%{x}.csv', firstLine: 1 },
      {},
      hurried,
    );
    assert(converted.kind === 'page');
    const comments = [...converted.markdown.matchAll(/%% .*|<!-- .* -->/g)].map(([comment]) => comment);
    assert.deepEqual(comments[0], '%% a- b x .csv:3');
    for (const comment of comments) assert.doesNotMatch(comment, /<b>|-->.*-->|%%\{/);
  });

  it('refuses options it does not have, and empty texts', async () => {
    assert.deepEqual(await convertText('costs', csv, 'a.csv', { colour: 'red' }), {
      kind: 'problem',
      problem: "costs has no option 'colour', only title, currency, users",
      line: undefined,
    });
    assert.deepEqual(await convertText('costs', ' \n', 'a.csv'), {
      kind: 'problem',
      problem: 'there is nothing to read',
      line: undefined,
    });
  });

  it('shows words of the source as words: nothing in them becomes markup', async () => {
    const evil = 'item,cost ($)\n"<img src=x> [a](b) `c` | ** %%{init}%% ""#quot; \n```",5\nb,6\n';
    const converted = await convertText('costs', evil, 'a.csv');
    assert(converted.kind === 'page');
    assert(
      converted.markdown.includes('| &lt;img src=x> \\[a\\](b) \\`c\\` \\| \\*\\* %%{init}%% "#quot; \\`\\`\\` | 5 |'),
      converted.markdown,
    );
    assert(
      converted.markdown.includes('    "#lt;img src=x#gt; [a](b) c | %{init}% \'#35;quot;" : 5\n'),
      converted.markdown,
    );
  });

  it('says how much is too much', () => {
    assert.equal(problemOfSize(32_000_000, 32_000_000), undefined);
    assert.equal(
      problemOfSize(100_000_000, 32_000_000),
      'it has 100 MB, and at most 32 MB are read: cut out the part that matters',
    );
  });
});
