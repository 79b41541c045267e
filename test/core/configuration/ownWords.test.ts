import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfigFile } from '../../../core/configuration/configFile.ts';
import { mergeWords, parseWords } from '../../../core/configuration/ownWords.ts';
import { DiagramCache } from '../../../core/diagramCache.ts';
import { allRules, gates } from '../../../core/gates/index.ts';
import { createRuleNames } from '../../../core/gates/names.ts';
import { clearOf, findOwnWords } from '../../../core/lexicon/ownWords.ts';
import { brief, checkText, FakeOracle } from '../../support/checkText.ts';

const names = createRuleNames(allRules);

/** The findings of these rules, under these words. */
async function find(text: string, words: Readonly<Record<string, unknown>>, rules: readonly string[]) {
  const configFiles = [{ path: '.diagram-gates.json', text: JSON.stringify({ words }), document: 'page.md' }];
  const { findings } = await checkText(text, { request: { configFiles }, gates });
  return brief(
    text,
    findings.filter(({ alias }) => rules.includes(alias)),
  );
}

const page = (prose: string, label = 'orders'): string =>
  `# Orders\n\n${prose}\n\n\`\`\`mermaid\nflowchart LR\n  a["${label}"] --> b\n\`\`\`\n`;

describe('words of a configuration', () => {
  it('are lists; what is none is reported at its place, and the rest holds', () => {
    const text = '{ "words": { "vague": ["blazing"], "vage": [], "organisations": "Acme", "placeholders": [""] } }';
    const { layer, problems } = parseConfigFile(text, names);
    assert.deepEqual(layer, { words: { vague: ['blazing'] } });
    assert.deepEqual(
      problems.map(({ span, message }) => `«${text.slice(span.start, span.end)}» ${message}`),
      [
        '«"vage"» There is no list `vage` of words: did you mean `vague`?',
        '«"Acme"» `organisations` must be a list of at most 2000 words or phrases, each of 1 to 100 characters.',
        '«[""]» `placeholders` must be a list of at most 2000 words or phrases, each of 1 to 100 characters.',
      ],
    );
    assert.equal(parseWords(['vague']).problems.length, 1);
  });

  it('add up, each once', () => {
    assert.deepEqual(mergeWords([{ vague: ['b', 'a'] }, undefined, { vague: ['a', 'c'], placeholders: ['?'] }]), {
      vague: ['b', 'a', 'c'],
      placeholders: ['?'],
    });
    assert.equal(mergeWords([{}, undefined, { vague: [] }]), undefined);
    assert.deepEqual(mergeWords([{ components: { cache: ['a'] } }, { components: { cache: ['b'], queue: ['c'] } }]), {
      components: { cache: ['a', 'b'], queue: ['c'] },
    });
  });

  it('find claims that want a figure, in words and in labels', async () => {
    const text = page('Our store is buttery smooth.', 'Store<br/>buttery smooth');
    const words = { vague: ['buttery smooth'] };
    assert.deepEqual(await find(text, {}, ['vague-quantity']), []);
    assert.deepEqual(await find(text, words, ['vague-quantity']), [
      'warning vague-quantity «buttery smooth»',
      'warning vague-quantity «buttery smooth»',
    ]);
    assert.deepEqual(await find(page('Buttery smooth: 60 frames per second.'), words, ['vague-quantity']), []);
  });

  it('name organisations whose figures are an example', async () => {
    const text = page('In March Harbourline lost 41 minutes of bookings.');
    assert.deepEqual(await find(text, {}, ['example-missing']), ['warning example-missing «Orders»']);
    assert.deepEqual(await find(text, { organisations: ['Harbourline'] }, ['example-missing']), []);
    assert.deepEqual(
      await find(page('Harbourlines lost 41 minutes.'), { organisations: ['Harbourline'] }, ['example-missing']),
      ['warning example-missing «Orders»'],
    );
  });

  it('mark what is not written yet, in words and in labels, beside what is known', async () => {
    const text = page('The owner is ASKME, the budget TODO.', 'Owner: ASKME');
    assert.deepEqual(await find(text, {}, ['placeholder']), ['warning placeholder «TODO»']);
    assert.deepEqual(await find(text, { placeholders: ['ASKME', 'TODO'] }, ['placeholder']), [
      'warning placeholder «ASKME»',
      'warning placeholder «TODO»',
      'warning placeholder «ASKME»',
    ]);
  });

  it('name own components by their kind: planes, figures and categories know them', async () => {
    const label = 'Ledgerbox';
    const text = page('Words.', label).replace(
      `  a["${label}"] --> b`,
      '  front["Front Desk"] --> orders["Order book service"] --> box[Ledgerbox] --> river["Riverbed: bookings"]\n  box --> Database',
    );
    const rules = ['metrics-missing', 'plane-uncoloured', 'generic-component'];
    assert.deepEqual(await find(text, {}, rules), []);
    const components = { database: ['Ledgerbox'], 'event-log': ['riverbed'], gateway: ['front desk'] };
    assert.deepEqual(await find(text, { components }, rules), [
      'warning metrics-missing «flowchart LR»',
      'warning plane-uncoloured «flowchart LR»',
      'warning generic-component «Database»',
    ]);
  });

  it('say which kind of component they do not know', () => {
    const text =
      '{ "words": { "components": { "databse": ["Ledgerbox"], "spaceship": [], "queue": "Post", "cache": ["Nook"] } } }';
    const { layer, problems } = parseConfigFile(text, names);
    assert.deepEqual(layer, { words: { components: { cache: ['Nook'] } } });
    assert.deepEqual(
      problems.map(({ span, message }) => `«${text.slice(span.start, span.end)}» ${message.slice(0, 79)}`),
      [
        '«"databse"» There is no kind `databse` of components: did you mean `database`?',
        '«"spaceship"» There is no kind `spaceship` of components: it must be `cdn`, `dns`, `firewall`',
        '«"Post"» `queue` must be a list of at most 2000 words or phrases, each of 1 to 100 chara',
      ],
    );
    assert.deepEqual(
      parseWords({ components: ['Ledgerbox'] }).problems.map(({ path, message }) => [...path, message]),
      [['words', 'components', '`components` must be an object with a list of names for each kind of component.']],
    );
  });

  it('hold from the next check on, without asking Mermaid again', async () => {
    const text = page('Words.', 'Store<br/>buttery smooth');
    const oracle = new FakeOracle();
    const cache = new DiagramCache();
    const count = async (words?: { readonly vague: readonly string[] }): Promise<number> => {
      const settings = words === undefined ? {} : { words };
      const { findings } = await checkText(text, { request: { settings }, deps: { oracle, cache }, gates });
      return findings.filter(({ alias }) => alias === 'vague-quantity').length;
    };
    assert.deepEqual(
      [await count(), await count({ vague: ['smooth'] }), await count({ vague: ['rough'] }), await count()],
      [0, 1, 0, 0],
    );
    assert.equal(oracle.asked.length, 1);
  });
});

describe('finding own words', () => {
  const found = (text: string, ...list: readonly string[]): readonly string[] =>
    findOwnWords(text, list).map(({ words }) => words);

  it('takes whole words in any case, the longest first, and signs as they are', () => {
    assert.deepEqual(found('Fast, faster, FAST-ish: fast track', 'fast', 'fast track'), ['Fast', 'FAST', 'fast track']);
    assert.deepEqual(found('C++ (beta) a.b axb', 'c++', '(beta)', 'a.b'), ['C++', '(beta)', 'a.b']);
    assert.deepEqual(found('überfast fast', 'fast'), ['fast']);
    assert.deepEqual(found('anything'), []);
  });

  it('throws at nothing, and finds a word that stands alone', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.string(), (word, other) => {
        fc.pre(word.trim() !== '' && !/\s/.test(word.trim()));
        assert.ok(findOwnWords(` ${word.trim()} `, [word, ...(other.trim() === '' ? [] : [other])]).length > 0);
      }),
    );
  });

  it('tells which spans touch no others', () => {
    const span = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 5 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span), fc.array(span), (spans, others) => {
        const touches = (a: { start: number; end: number }) => others.some((b) => a.start < b.end && b.start < a.end);
        const expected = spans.filter((each) => !touches(each)).sort((a, b) => a.start - b.start);
        assert.deepEqual(
          clearOf(spans, others).map(({ start }) => start),
          expected.map(({ start }) => start),
        );
      }),
    );
  });
});
