/** What case studies lack, by the twelve diagrams that *Insert Case Study…* writes and by phrases of one's own. */
import assert from 'node:assert/strict';
import { caseStudyFolder, caseStudyPage } from '../../../core/patterns/caseStudy/write.ts';
import type { CaseStudies } from '../../../core/goals/goal.ts';
import type { OracleVerdict } from '../../../core/ports.ts';
import { judgeCaseStudies } from '../../../core/report/completeness.ts';
import type { PlannedPage } from '../../../core/report/completeness.ts';
import { checkText, FakeOracle, pageWith } from '../../support/checkText.ts';

/** Tells sequences from other diagrams, as Mermaid does. */
class TypedOracle extends FakeOracle {
  override async parse(text: string): Promise<OracleVerdict> {
    const verdict = await super.parse(text);
    return verdict.renders && text.startsWith('sequenceDiagram') ? { renders: true, type: 'sequence' } : verdict;
  }
}

const pagesOf = (texts: Readonly<Record<string, string>>): Promise<readonly PlannedPage[]> =>
  Promise.all(
    Object.entries(texts).map(async ([local, text]) => ({
      path: `docs/${local}`,
      local,
      checked: await checkText(text, { deps: { oracle: new TypedOracle() } }),
    })),
  );

/** Each part as `name: found/wanted, lacking …`. */
const judge = async (entry: CaseStudies, texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  judgeCaseStudies(entry, await pagesOf(texts)).map(
    ({ name, pages, required, complete }) =>
      `${name}: ${pages} pages, ${required?.found ?? '–'}/${required?.wanted ?? '–'}${complete ? ', complete' : ''}${(required?.lacking ?? []).map((each) => `, no ${each}`).join('')}`,
  );
const twelve = (files: string): CaseStudies => ({ files, requires: undefined });
const folder = (name: string, without: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(
    caseStudyFolder()
      .filter(({ file }) => !without.includes(file))
      .map(({ file, text }) => [`${name}/${file}`, text]),
  );

describe('the completeness of case studies', () => {
  it('is that of the twelve diagrams, for each folder', async () => {
    const texts = {
      ...folder('s/whole'),
      ...folder('s/torn', ['requests.md', 'scale.md']),
      's/index.md': '# Studies\n',
    };
    assert.deepEqual(await judge(twelve('s/*/'), texts), [
      'docs/s/whole: 5 pages, 12/12, complete',
      'docs/s/torn: 3 pages, 7/12, no Requests as sequences (0/3), no Growth and scale (0/2)',
    ]);
  });

  it('is that of a page and those of its folder that it leads to', async () => {
    const texts = { ...folder('s'), 'one.md': caseStudyPage(), 's/notes.md': pageWith('flowchart LR\n  a --> b') };
    assert.deepEqual(await judge(twelve('{one.md,s/README.md}'), texts), [
      'docs/s/README.md: 5 pages, 12/12, complete',
      'docs/one.md: 1 pages, 12/12, complete',
    ]);
  });

  it('counts a diagram that does not render as not there', async () => {
    const whole = folder('s');
    const texts = {
      ...whole,
      's/regions.md': (whole['s/regions.md'] ?? '').replace(/```mermaid\n/, '```mermaid\nBROKEN\n'),
    };
    const [part] = judgeCaseStudies(twelve('s/'), await pagesOf(texts));
    assert.deepEqual(part?.required, { found: 11, wanted: 12, lacking: ['Regions'] });
    assert.deepEqual([part.broken, part.brokenPage, part.complete], [1, 'docs/s/regions.md', false]);
  });

  it('is that of phrases of one’s own: whole words of a heading above a diagram', async () => {
    const entry = { files: '*/', requires: ['Request flow', 'Cost', 'Map'] };
    const page = (title: string): string => pageWith('flowchart LR\n  a --> b').replace('Part 1', title);
    const texts = {
      'a/1.md': page('The request-flow of A'),
      'a/2.md': page('COST: what A pays'),
      'a/3.md': '# Map\n\nNothing is drawn.\n',
      'b/deep/1.md': page('Costs, mapped'),
    };
    assert.deepEqual(await judge(entry, texts), [
      'docs/a: 3 pages, 2/3, no Map',
      'docs/b: 1 pages, 0/3, no Request flow, no Cost, no Map',
    ]);
  });

  it('is incomplete where a link leads nowhere', async () => {
    const [page] = await pagesOf({ 'a.md': caseStudyPage() });
    assert(page !== undefined);
    const finding = { rule: 'DG701', alias: 'link-missing-file', gate: 'references', severity: 'warning' } as const;
    const rest = { message: '', span: { start: 0, end: 1 }, fixes: [], related: [] };
    const checked = { ...page.checked, findings: [...page.checked.findings, { ...finding, ...rest }] };
    const [part] = judgeCaseStudies(twelve('a.md'), [{ ...page, checked }]);
    assert.deepEqual(
      [part?.required?.found, part?.badLinks, part?.badLinkPage, part?.complete],
      [12, 1, 'docs/a.md', false],
    );
  });

  it('of a glob that matches nothing is said, too', async () => {
    assert.deepEqual(await judge(twelve('gone/*/'), { 'a.md': '# A\n' }), ['gone/*/: 0 pages, –/–']);
  });
});
