import assert from 'node:assert/strict';
import { parseConfigFile } from '../../core/configuration/configFile.ts';
import { parseFrontMatter } from '../../core/configuration/frontMatter.ts';
import { parseLayer } from '../../core/configuration/layer.ts';
import { mergeConfig } from '../../core/configuration/merge.ts';
import { allRules } from '../../core/gates/index.ts';
import { createRuleNames } from '../../core/gates/names.ts';
import { defaultPlanes } from '../../core/lexicon/planes.ts';
import { brief, checkText, pageWith } from '../support/checkText.ts';

const names = createRuleNames(allRules);
const data = { name: 'data', words: ['store'], fills: ['#FDE68A'] };
const broken = pageWith('flowchart LR\n  BROKEN');
const wordy = `${pageWith('flowchart LR\n  a')}\n${'Words and words. '.repeat(60).trim()}\n`;

describe('merging configuration', () => {
  it('lets the nearer layer win, rule by rule, whether it uses ids or aliases', () => {
    const config = mergeConfig(
      [
        { rules: { syntax: 'info' } },
        { profile: 'strict', rules: { DG001: 'off', 'text-heavy': 'off' } },
        {
          profile: 'syntax',
          visualThreshold: 0.5,
          threeAmThreshold: 55,
          fenceLanguages: ['mmd'],
          target: 'both',
          planes: [data],
        },
      ],
      names,
    );
    assert.deepEqual(config, {
      profile: 'strict',
      rules: { DG101: 'off', DG001: 'info' },
      visualThreshold: 0.5,
      threeAmThreshold: 55,
      fenceLanguages: ['mmd'],
      target: 'both',
      planes: [data],
    });
  });

  it('has defaults, and leaves out rules nobody knows', () => {
    assert.deepEqual(mergeConfig([{ rules: { nonsense: 'error' } }], names), {
      profile: 'standard',
      rules: {},
      visualThreshold: 0.8,
      threeAmThreshold: 70,
      fenceLanguages: [],
      target: 'mermaid-12',
      planes: defaultPlanes,
    });
  });
});

describe('reading a layer', () => {
  it('takes every form of a rule’s value, and names in any case', () => {
    const forms: readonly (readonly [unknown, unknown])[] = [
      [true, 'error'],
      [false, 'off'],
      ['off', 'off'],
      ['warning', 'warning'],
      [{ severity: 'info' }, 'info'],
      [{}, 'error'],
    ];
    for (const [value, expected] of forms) {
      assert.deepEqual(parseLayer({ rules: { SynTax: value } }, names), {
        layer: { rules: { dg001: expected } },
        problems: [],
      });
    }
  });

  it('says what is wrong with each value and key, and keeps the rest', () => {
    const { layer, problems } = parseLayer(
      {
        $schema: 'anything',
        profile: 'srict',
        visualThreshold: 80,
        threeAmThreshold: 101,
        visualTreshold: 0.5,
        fenceLanguages: 'mmd',
        target: 'mermaid-10',
        rules: { syntax: 'loud', 'text-hevy': 'off', dg101: { severity: 'info', more: 1 }, 'too-slow': 'info' },
      },
      names,
    );
    assert.deepEqual(layer, { rules: { dg004: 'info' } });
    assert.deepEqual(
      problems.map(({ path, at, message }) => `${path.join('.')} ${at}: ${message}`),
      [
        'profile value: `profile` must be `off`, `syntax`, `standard` or `strict`.',
        'visualThreshold value: `visualThreshold` must be a number from 0 to 1.',
        'threeAmThreshold value: `threeAmThreshold` must be a number from 0 to 100.',
        'visualTreshold key: There is no setting `visualTreshold`: did you mean `visualThreshold`?',
        'fenceLanguages value: `fenceLanguages` must be a list of words.',
        'target value: `target` must be `mermaid-12`, `mermaid-11` or `both`.',
        'rules.syntax value: `syntax` must be true, false, `error`, `warning`, `info` or `off`, or an object with a `severity`.',
        'rules.text-hevy key: There is no rule `text-hevy`: did you mean `text-heavy`?',
        'rules.dg101 value: `dg101` must be true, false, `error`, `warning`, `info` or `off`, or an object with a `severity`.',
      ],
    );
  });

  it('refuses what is no object', () => {
    for (const raw of [undefined, 3, 'strict', [], true]) {
      assert.deepEqual(parseLayer(raw, names), {
        layer: {},
        problems: [{ path: [], at: 'value', message: 'The configuration must be an object.' }],
      });
    }
  });
});

describe('reading a configuration file', () => {
  const problemsOf = (text: string): readonly string[] =>
    parseConfigFile(text, names).problems.map(
      ({ span, message }) => `«${text.slice(span.start, span.end)}» ${message}`,
    );

  it('takes comments and trailing commas', () => {
    const text = '// ours\n{ "profile": "strict", /* all */ "rules": { "syntax": false, }, }';
    assert.deepEqual(parseConfigFile(text, names), {
      layer: { profile: 'strict', rules: { dg001: 'off' } },
      overrides: [],
      goals: [],
      caseStudies: [],
      problems: [],
    });
  });

  it('puts each problem on its key or value', () => {
    assert.deepEqual(problemsOf('{ "profle": "off", "visualThreshold": 2, "rules": { "nothing-like-it": true } }'), [
      '«"profle"» There is no setting `profle`: did you mean `profile`?',
      '«2» `visualThreshold` must be a number from 0 to 1.',
      '«"nothing-like-it"» There is no rule `nothing-like-it`: docs/gates/README.md lists the rules.',
    ]);
  });

  it('puts what is wrong with `extends` and `overrides` on the value that is wrong, and keeps the rest', () => {
    const text = `{
      "extends": "/etc/passwd",
      "overrides": [
        { "files": "docs/**", "visualThreshold": 2, "target": "both" },
        { "target": "both" },
        { "files": ["good.md", ""], "rules": {} },
        { "files": "docs\\\\*.md" },
        { "files": "*a*b*c*d*e*f*g" },
        { "files": [] },
        7
      ]
    }`;
    assert.deepEqual(problemsOf(text), [
      '«"/etc/passwd"» `extends` must be the relative path of another configuration file, such as `../base.json`.',
      '«2» `visualThreshold` must be a number from 0 to 1.',
      '«{ "target": "both" }» An override needs `files`: the globs of the documents it is for.',
      '«""» `files` must not be empty.',
      '«"docs\\\\*.md"» `files` must be written with `/` between folders.',
      '«"*a*b*c*d*e*f*g"» `files` must not have more than 6 wildcards.',
      '«[]» `files` must be a glob or a list of globs.',
      '«7» The configuration must be an object.',
    ]);
    assert.deepEqual(parseConfigFile(text, names).overrides, [{ files: ['docs/**'], layer: { target: 'both' } }]);
    assert.deepEqual(problemsOf('{ "overrides": {} }'), [
      '«{}» `overrides` must be a list of objects, each with `files` and what holds for them.',
    ]);
  });

  it('says where it is not JSON', () => {
    assert.deepEqual(problemsOf('{ "profile": }'), ['«}» The configuration is not valid JSON: value expected.']);
    assert.deepEqual(problemsOf(''), ['«» The configuration is not valid JSON: value expected.']);
  });
});

describe('reading front matter', () => {
  it('ignores front matter that is not about us, valid or not', () => {
    assert.equal(parseFrontMatter('title: A page\n', names), undefined);
    assert.equal(parseFrontMatter('title: "diagram-gates" [oops\n', names), undefined);
    assert.equal(parseFrontMatter('title: about diagram-gates\n', names), undefined);
  });

  it('configures one document', async () => {
    const text = `---\ntitle: Page\ndiagram-gates:\n  rules:\n    syntax: warning\n---\n\n${broken}`;
    assert.deepEqual(brief(text, (await checkText(text)).findings), ['warning syntax «BROKEN»']);
  });

  it('reports what it does not understand at its place, and offers the rule that was meant', async () => {
    const text = `---\ndiagram-gates:\n  profile: loud\n  colour: red\n  fenceLanguages: [mmd]\n  rules:\n    sintax: off\n---\n\n# Page\n`;
    const { findings } = await checkText(text);
    assert.deepEqual(brief(text, findings), [
      'warning invalid-configuration «loud»',
      'warning invalid-configuration «colour»',
      'warning invalid-configuration «fenceLanguages»',
      'warning unknown-rule «sintax»',
    ]);
    assert.deepEqual(findings[3]?.fixes, [
      { title: 'Change to `syntax`', edits: [{ span: findings[3]!.span, text: 'syntax' }] },
    ]);
  });

  it('reports broken YAML that means to configure us', async () => {
    const text = '---\ndiagram-gates:\n  rules: {syntax: off\n---\n\n# Page\n';
    const { findings } = await checkText(text);
    assert.deepEqual(
      findings.map(({ alias }) => alias),
      ['invalid-configuration'],
    );
    assert.match(findings[0]?.message ?? '', /^The front matter is not valid YAML: /);
  });

  it('is not blown up by aliases', async () => {
    const bomb = Array.from(
      { length: 12 },
      (_, level) => `a${level}: &a${level} [${level === 0 ? 'x' : `*a${level - 1}, *a${level - 1}, *a${level - 1}`}]`,
    );
    const text = `---\n${bomb.join('\n')}\ndiagram-gates: *a11\n---\n\n# Page\n`;
    const { findings } = await checkText(text);
    assert.deepEqual(
      findings.map(({ alias }) => alias),
      ['invalid-configuration'],
    );
  });
});

describe('layers, the nearest first', () => {
  const file = (text: string) => ({ path: '.diagram-gates.json', text, document: 'page.md' });

  it('front matter, then the file, then settings, then defaults', async () => {
    const text = `---\ndiagram-gates: { rules: { syntax: info } }\n---\n\n${broken}`;
    const settings = { rules: { syntax: 'warning' } } as const;
    const configFiles = [file('{ "rules": { "DG001": false } }')];
    assert.deepEqual(brief(text, (await checkText(text, { request: { settings, configFiles } })).findings), [
      'info syntax «BROKEN»',
    ]);
    assert.deepEqual((await checkText(broken, { request: { settings, configFiles } })).findings, []);
    assert.deepEqual(brief(broken, (await checkText(broken, { request: { settings } })).findings), [
      'warning syntax «BROKEN»',
    ]);
    assert.deepEqual(brief(broken, (await checkText(broken)).findings), ['error syntax «BROKEN»']);
  });

  it('a file’s overrides, the later first, then the file, then what it extends', async () => {
    const silent = '{ "rules": { "syntax": "off" } }';
    const overrides = (...levels: readonly (readonly [string, string])[]): string =>
      JSON.stringify({ overrides: levels.map(([files, level]) => ({ files, rules: { syntax: level } })) });
    const found = async (...texts: readonly string[]): Promise<readonly string[]> => {
      const configFiles = texts.map((text) => ({ ...file(text), document: 'docs/costs/page.md' }));
      return brief(broken, (await checkText(broken, { request: { configFiles } })).findings);
    };
    assert.deepEqual(await found(overrides(['docs/**', 'info'], ['docs/costs/**', 'warning']), silent), [
      'warning syntax «BROKEN»',
    ]);
    assert.deepEqual(await found(overrides(['page.md', 'info'], ['costs/**', 'warning']), silent), [
      'info syntax «BROKEN»',
    ]);
    assert.deepEqual(await found(overrides(['docs/costs/*.mmd', 'warning']), silent), []);
    assert.deepEqual(await found(silent, overrides(['docs/**', 'info'])), []);
  });

  it('takes the languages of fences from files and settings', async () => {
    const text = '```diagram\nflowchart LR\n  a\n```\n';
    assert.equal((await checkText(text)).diagrams.length, 0);
    assert.equal(
      (await checkText(text, { request: { settings: { fenceLanguages: ['diagram'] } } })).diagrams.length,
      1,
    );
    const configFiles = [file('{ "fenceLanguages": ["diagram"] }')];
    assert.equal((await checkText(text, { request: { configFiles } })).diagrams.length, 1);
  });
});

describe('profiles', () => {
  const check = async (text: string, profile: 'off' | 'syntax' | 'standard' | 'strict') => {
    const { findings, gates, score } = await checkText(text, { request: { settings: { profile } } });
    return {
      findings: findings.map(({ alias, severity }) => `${severity} ${alias}`),
      gates: gates.map(({ verdict }) => verdict),
      score,
    };
  };
  const both = `${wordy}\n${broken}`;

  it('off reports nothing and judges nothing, and still knows which diagrams render', async () => {
    assert.deepEqual(await check(both, 'off'), {
      findings: [],
      gates: ['not-applicable', 'not-applicable'],
      score: undefined,
    });
    const { diagrams } = await checkText(both, { request: { settings: { profile: 'off' } } });
    assert.deepEqual(
      diagrams.map(({ renders }) => renders),
      [true, false],
    );
  });

  it('syntax is gate 0 only', async () => {
    assert.deepEqual(await check(both, 'syntax'), {
      findings: ['error syntax'],
      gates: ['fail', 'not-applicable'],
      score: 0,
    });
  });

  it('standard is everything, each rule as loud as it is by itself', async () => {
    assert.deepEqual(await check(both, 'standard'), {
      findings: ['warning text-heavy', 'error syntax'],
      gates: ['fail', 'fail'],
      score: 0,
    });
  });

  it('strict makes every finding an error', async () => {
    assert.deepEqual(await check(both, 'strict'), {
      findings: ['error text-heavy', 'error syntax'],
      gates: ['fail', 'fail'],
      score: 0,
    });
  });
});

describe('a gate that fails only by what is switched off', () => {
  it('counts neither as passed nor as failed', async () => {
    const { gates, score } = await checkText(wordy, { request: { settings: { rules: { 'text-heavy': 'off' } } } });
    assert.deepEqual(gates, [
      { id: 'renders', verdict: 'pass', evidence: { diagrams: 1, broken: 0 } },
      { id: 'visual', verdict: 'not-applicable', evidence: { visual: 2, text: 13, ratio: 0.1333 } },
    ]);
    assert.equal(score, 100);
  });

  it('still fails when something of it is left', async () => {
    const text = `${broken}\n<!-- diagram-gates-disable-next-line syntax -->\n${broken}`;
    const { gates } = await checkText(text);
    assert.equal(gates[0]?.verdict, 'fail');
  });
});
