import assert from 'node:assert/strict';
import { brief, checkText } from '../support/checkText.ts';

const fence = (body: string): string => `\`\`\`mermaid\nflowchart LR\n${body}\n\`\`\`\n`;
const broken = fence('  BROKEN');

/** What is found in `text`, with everything about its balance left out. */
async function find(text: string): Promise<readonly string[]> {
  const { findings } = await checkText(text, { request: { settings: { rules: { 'text-heavy': 'off' } } } });
  return brief(text, findings);
}

const reported = 'error syntax «BROKEN»';

describe('suppression comments', () => {
  it('disable-next-line covers the whole diagram that begins on the next line that is not blank', async () => {
    assert.deepEqual(await find(`<!-- diagram-gates-disable-next-line syntax -->\n${broken}\n${broken}`), [reported]);
    assert.deepEqual(await find(`<!-- diagram-gates-disable-next-line DG001 -->\n\n${broken}`), []);
    assert.deepEqual(
      await find(`> <!-- diagram-gates-disable-next-line -->\n>\n> ${broken.trim().replaceAll('\n', '\n> ')}\n`),
      [],
    );
  });

  it('disable-next-line inside a diagram covers one line', async () => {
    assert.deepEqual(await find(fence('  %% diagram-gates-disable-next-line SYNTAX\n  BROKEN')), []);
    assert.deepEqual(await find(fence('  %% diagram-gates-disable-next-line syntax\n  a --> b\n  BROKEN')), [
      'info unused-suppression «syntax»',
      reported,
    ]);
  });

  it('disable-line covers its own line', async () => {
    const text =
      'Words. <!-- diagram-gates-disable-line unknown-rule --> <!-- diagram-gates-disable-line nonsense -->\n';
    assert.deepEqual(await find(text), []);
  });

  it('disable holds until enable, or to the end', async () => {
    const off = '<!-- diagram-gates-disable syntax -->\n\n';
    const on = '\n<!-- diagram-gates-enable syntax -->\n\n';
    assert.deepEqual(await find(`${broken}\n${off}${broken}${on}${broken}`), [reported, reported]);
    assert.deepEqual(await find(`${off}${broken}\n${broken}`), []);
  });

  it('disable of everything can be lifted for one rule', async () => {
    const text = `<!-- diagram-gates-disable -->\n<!-- diagram-gates-enable syntax -->\n\n${broken}\n<!-- diagram-gates-disable-line nonsense -->\n`;
    assert.deepEqual(await find(text), [reported]);
  });

  it('disable inside a diagram ends with the diagram', async () => {
    assert.deepEqual(await find(`${fence('  %% diagram-gates-disable\n  BROKEN')}\n${broken}`), [reported]);
  });

  it('disable-file covers the document from anywhere in it', async () => {
    assert.deepEqual(await find(`${broken}\n<!-- diagram-gates-disable-file syntax -- shows what breaks -->\n`), []);
  });

  it('takes several rules, commas, a reason, and MDX comments', async () => {
    assert.deepEqual(
      await find(
        `<!-- diagram-gates-disable-file too-slow, syntax -- a page about nonsense and text-heavy -->\n\n${broken}`,
      ),
      ['info unused-suppression «too-slow»'],
    );
    assert.deepEqual(await find(`{/* diagram-gates-disable-next-line syntax */}\n\n${broken}`), []);
  });

  it('works in Mermaid files, where disable-file and disable reach to the end', async () => {
    for (const verb of ['disable-file', 'disable']) {
      const text = `flowchart LR\n%% diagram-gates-${verb} syntax\nBROKEN\n`;
      assert.deepEqual((await checkText(text, { request: { kind: 'mermaid' } })).findings, []);
    }
  });

  it('is text where it stands in code', async () => {
    const inFence = '```html\n<!-- diagram-gates-disable-file nonsense -->\n```\n';
    const inline = 'Write `<!-- diagram-gates-disable-file nonsense -->` or ``<!-- diagram-gates-x ` -->``.\n';
    assert.deepEqual(await find(`${inFence}\n${inline}\n${broken}`), [reported]);
  });
});

describe('suppression comments that are wrong', () => {
  it('reports a rule nobody knows at the word, with what was probably meant', async () => {
    const text = `<!-- diagram-gates-disable-next-line syntx -->\n${broken}`;
    const { findings } = await checkText(text);
    assert.deepEqual(brief(text, findings), ['warning unknown-rule «syntx»', reported]);
    assert.equal(findings[0]?.message, 'There is no rule `syntx`: did you mean `syntax`?');
    assert.deepEqual(findings[0].fixes, [
      { title: 'Change to `syntax`', edits: [{ span: findings[0].span, text: 'syntax' }] },
    ]);
  });

  it('reports a rule nobody knows inside a diagram, too', async () => {
    const text = fence('  %% diagram-gates-disable-next-line whatever\n  a --> b');
    assert.deepEqual(await find(text), ['warning unknown-rule «whatever»']);
  });

  it('reports a verb nobody knows', async () => {
    assert.deepEqual(await find('<!-- diagram-gates-disable-nextline syntax -->\n'), [
      'warning invalid-configuration «diagram-gates-disable-nextline»',
    ]);
  });

  it('reports a suppression that suppresses nothing, by rule or as a whole', async () => {
    const text = `<!-- diagram-gates-disable-next-line too-slow syntax -->\n${broken}\n<!-- diagram-gates-disable-line -->\n`;
    const { findings } = await checkText(text);
    assert.deepEqual(brief(text, findings), [
      'info unused-suppression «too-slow»',
      'info unused-suppression «<!-- diagram-gates-disable-line -->»',
    ]);
    assert.deepEqual(
      findings.map(({ message }) => message),
      [
        'Nothing of `too-slow` is found where this comment suppresses it. Take it away.',
        'Nothing is found where this comment suppresses it. Take it away.',
      ],
    );
  });

  it('does not judge the suppression of a rule that did not run', async () => {
    assert.deepEqual(await find('<!-- diagram-gates-disable-file text-heavy -->\n'), []);
  });

  it('can itself be suppressed', async () => {
    const text =
      '<!-- diagram-gates-disable-file unused-suppression -->\n\n<!-- diagram-gates-disable-line syntax -->\n';
    assert.deepEqual(await find(text), []);
  });
});
