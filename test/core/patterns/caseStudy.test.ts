import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { LineTable } from '../../../core/document/lines.ts';
import { gates as allGates } from '../../../core/gates/index.ts';
import { checkCaseStudy, linkedPages } from '../../../core/patterns/caseStudy/check.ts';
import { caseStudyFolder, caseStudyPage } from '../../../core/patterns/caseStudy/write.ts';
import type { Oracle } from '../../../core/ports.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';
import { checkText } from '../../support/checkText.ts';

const isMermaid = (info: string): boolean => info.trim() === 'mermaid';
const answers = { system: 'Podwave', play: '71.0', origin: '20.0', firstLoad: '50.0', growth: '1.10' };

/** What is lacking, such as `Edge plane 0/1`. */
const lacking = (pages: readonly string[]): readonly string[] =>
  checkCaseStudy(pages, isMermaid)
    .filter(({ found, wanted }) => found < wanted)
    .map(({ title, found, wanted }) => `${title} ${found}/${wanted}`);

describe('the case study', function () {
  this.timeout(60_000);
  let oracle: Oracle;
  before(async () => {
    oracle = await loadBuiltOracle();
  });

  async function findings(text: string): Promise<readonly string[]> {
    const checked = await checkText(text, { deps: { oracle }, gates: allGates });
    const table = new LineTable(text);
    const failed = checked.gates.filter(({ verdict }) => verdict === 'fail').map(({ id }) => `failed: ${id}`);
    return [
      ...checked.findings.map(({ alias, span, message }) => `${table.lineAt(span.start) + 1} ${alias} ${message}`),
      ...failed,
    ];
  }

  for (const [name, given] of [
    ['as it is', {}],
    ['with other figures', answers],
  ] as const) {
    it(`stands before the gates as one page, ${name}`, async () => {
      assert.deepEqual(await findings(caseStudyPage(given)), []);
    });
    for (const { file, text } of caseStudyFolder(given)) {
      it(`stands before the gates as ${file} of a folder, ${name}`, async () =>
        assert.deepEqual(await findings(text), []));
    }
  }

  it('has its twelve diagrams, in a folder as on one page', () => {
    const pages = caseStudyFolder().map(({ text }) => text);
    for (const set of [pages, [caseStudyPage()]]) {
      assert.equal(set.join('\n').split('```mermaid').length - 1, 12);
      assert.deepEqual(lacking(set), []);
    }
  });

  it('leads from each page to all others', () => {
    const pages = caseStudyFolder();
    for (const { file, text } of pages) {
      const others = pages.map((page) => page.file).filter((other) => other !== file);
      const linked = linkedPages(text).filter((other) => other !== file);
      assert.deepEqual([...linked].sort(), others.sort());
    }
  });

  it('is called what its author calls it, on every page', () => {
    for (const { text } of caseStudyFolder(answers)) assert.match(text, /^# Podwave: /);
    assert.doesNotMatch(caseStudyPage(answers), /Tonewave/);
  });
});

describe('the check of a case study', () => {
  it('names what is lacking', () => {
    const [readme = '', planes = ''] = caseStudyFolder().map(({ text }) => text);
    const noStream = planes.replace('## Stream plane', '## Events');
    assert.deepEqual(lacking([readme, noStream]), [
      'Stream plane 0/1',
      'Requests as sequences 0/3',
      'Regions 0/1',
      'Growth and scale 0/2',
    ]);
  });

  it('knows a diagram by the nearest heading that says what it is', () => {
    const page =
      '# Architecture\n\n## Edge plane\n\n```mermaid\nflowchart LR\n```\n\n## Other\n\n```mermaid\n%% x\nflowchart LR\n```\n';
    const found = checkCaseStudy([page], isMermaid).filter((role) => role.found > 0);
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Global architecture', 'Edge plane'],
    );
  });

  it('takes no code for a diagram, and a heading in code for none', () => {
    assert.equal(lacking(['# Regions\n\n```yaml\nregion: a\n```\n']).length, 9);
    const code = '```text\n# Regions\n```\n\n```mermaid\nflowchart LR\n```\n';
    assert.ok(lacking([code]).includes('Regions 0/1'));
  });

  it('follows links to pages of the same folder only', () => {
    assert.deepEqual(
      linkedPages('[a](planes.md) [b](../x.md) [c](./b.md#top) [d](https://x.org/c.md) [a](planes.md)'),
      ['planes.md', 'b.md'],
    );
  });
});
