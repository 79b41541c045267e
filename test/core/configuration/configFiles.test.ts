import assert from 'node:assert/strict';
import { brief, checkText } from '../../support/checkText.ts';

const check = async (text: string, extendsProblem?: string) => {
  const checked = await checkText(text, { request: { kind: 'configuration', extendsProblem } });
  return { ...checked, brief: brief(text, checked.findings) };
};

describe('checking a configuration file', () => {
  it('finds what is not understood at its place, and judges no gate', async () => {
    const text = '{ "profle": "off", "rules": { "text-hevy": "off", "nonsense-rule": true } }';
    const { brief: found, gates, diagrams, score, findings } = await check(text);
    assert.deepEqual(found, [
      'warning invalid-configuration «"profle"»',
      'warning unknown-rule «"text-hevy"»',
      'warning unknown-rule «"nonsense-rule"»',
    ]);
    assert.deepEqual([gates, diagrams, score], [[], [], undefined]);
    const [span] = findings.slice(1).map((finding) => finding.span);
    assert.deepEqual(
      findings.map(({ fixes }) => fixes),
      [[], [{ title: 'Change to `text-heavy`', edits: [{ span, text: '"text-heavy"' }] }], []],
    );
  });

  it('says what is wrong with what it extends where it says so', async () => {
    const text = '{ "extends": "gone.json" }';
    assert.deepEqual((await check(text, '`gone.json` cannot be extended: there is no such file.')).brief, [
      'warning invalid-configuration «"gone.json"»',
    ]);
    assert.deepEqual((await check(text)).brief, []);
  });

  it('is as loud as the file wants it, and not silent for a profile', async () => {
    const quiet = '{ "profile": "off", "colour": 1, "rules": { "invalid-configuration": "info" } }';
    assert.deepEqual((await check(quiet)).brief, ['info invalid-configuration «"colour"»']);
    assert.deepEqual((await check('{ "colour": 1, "rules": { "DG903": false } }')).brief, []);
  });

  it('says where a file is not JSON', async () => {
    assert.deepEqual((await check('{ "profile": }')).brief, ['warning invalid-configuration «}»']);
  });
});
