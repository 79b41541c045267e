/** What reports count of a page beside its verdicts. */
import assert from 'node:assert/strict';
import type { PageContent } from '../../core/model.ts';
import { checkText, pageWith } from '../support/checkText.ts';

const contentOf = async (text: string): Promise<PageContent> => {
  const { content } = await checkText(text, { gates: [] });
  assert(content !== undefined);
  return content;
};
const flow = pageWith('flowchart LR\n  a --> b').replace('# Part 1\n\n', '');

describe('what a page holds', () => {
  it('is its tables, amounts of money in what it shows, and the pages of its folder that it leads to', async () => {
    const table = '| part | price |\n| --- | --- |\n| pump | $40 |\n';
    const page = `# Pumps\n\n${flow}\n${table}\n> ${table.replaceAll('\n', '\n> ')}\n\n[Hoses](hoses.md#long), [Far](../far.md)\n`;
    assert.deepEqual(await contentOf(page), { tables: 2, about: [], showsCosts: true, leadsTo: ['hoses.md'] });
    const drawn = pageWith('flowchart LR\n  a["Pump<br/>$40 a month"] --> b');
    assert.equal((await contentOf(drawn)).showsCosts, true);
    assert.equal((await contentOf(`# Pumps\n\nThey cost $40.\n\n${flow}`)).showsCosts, false, 'told, not shown');
  });

  for (const [page, about] of [
    ['# The outage of 3 May\n', ['incident']],
    ['# Harbour postmortem\n', ['incident']],
    ['---\ntype: incident\n---\n\n# The third of May\n', ['incident']],
    ['---\ntitle: The outage of 3 May\n---\n', ['incident']],
    ['# How we do incident response\n', []],
    ['# What fuel costs\n', ['cost']],
    ['---\ncategory: finops\n---\n\n# Fuel\n', ['cost']],
    ['# What the outage cost us: the budget of May\n', ['incident', 'cost']],
    ['# Engines\n\n## The outage of 3 May\n', []],
  ] as const) {
    it(`is about ${about.join(' and ') || 'neither'}: ${page.trim().split('\n').join(' ')}`, async () => {
      assert.deepEqual((await contentOf(`${page}\n${flow}`)).about, about);
    });
  }

  it('is about what most of its diagrams depict', async () => {
    const fuel = 'flowchart LR\n  a["Fuel: $40"] --> b["Crew: $90"]';
    assert.deepEqual((await contentOf(pageWith(fuel))).about, ['cost']);
    assert.deepEqual((await contentOf(pageWith(fuel, 'flowchart LR\n  a --> b'))).about, []);
  });

  it('tells the headings a diagram stands under, the nearest first', async () => {
    const page = `# Ferry\n\n## Engine *room*\n\n### Pumps\n\n${flow}\n## Deck\n\n${flow}`;
    const { diagrams } = await checkText(page);
    assert.deepEqual(
      diagrams.map(({ headings }) => headings),
      [
        ['Pumps', 'Engine room', 'Ferry'],
        ['Deck', 'Ferry'],
      ],
    );
    assert.equal((await checkText(flow)).diagrams[0]?.headings, undefined);
  });
});
