/** The list of pages as somebody looks through it, and that it stays right when there are thousands. */
import assert from 'node:assert/strict';
import type { CheckedDocument, GateId } from '../../../core/model.ts';
import type { ReportedDocument } from '../../../core/report/json.ts';
import { listPages, rowsAtATime } from '../../../core/report/pageList.ts';
import type { PageView } from '../../../core/report/pageList.ts';
import { toSetReport } from '../../../core/report/set.ts';
import { checkText, pageWith } from '../../support/checkText.ts';

const usual: PageView = { text: '', gate: undefined, sort: 'score', descending: false, first: 0 };
const many = 5_000;

describe('the list of pages', () => {
  let pages: readonly ReportedDocument[];

  /** Page 0001 has 1 diagram and a score of 1, and so on up to 100, and again; every seventh fails a gate. */
  before(async () => {
    const sample = await checkText(pageWith('flowchart LR\n  a --> b'));
    const [diagram] = sample.diagrams;
    assert(diagram !== undefined);
    pages = Array.from({ length: many }, (_, at): ReportedDocument => {
      const score = at % 101;
      const checked: CheckedDocument = {
        ...sample,
        diagrams: Array.from({ length: 4 }, () => diagram),
        score,
        gates: [{ id: 'planes', verdict: at % 7 === 0 ? 'fail' : 'pass', evidence: {} }],
      };
      return { path: `area-${at % 50}/page-${String(at).padStart(4, '0')}.md`, text: '', checked };
    });
  });
  const paths = (view: Partial<PageView>): readonly string[] =>
    listPages(pages, { ...usual, ...view }).rows.map(({ path }) => path);

  it('begins with the worst, and shows a part at a time', () => {
    const list = listPages(pages, usual);
    assert.deepEqual([list.total, list.first, list.rows.length], [many, 0, rowsAtATime]);
    assert.ok(list.rows.every(({ score }) => score === 0));
    const seen = new Set<string>();
    for (let first = 0; first < many; first += rowsAtATime) for (const path of paths({ first })) seen.add(path);
    assert.equal(seen.size, many, 'every page is seen once');
  });

  it('stays within the list when it has become shorter', () => {
    const list = listPages(pages.slice(0, 30), { ...usual, first: 4_975 });
    assert.deepEqual([list.first, list.rows.length, list.total], [25, 5, 30]);
    assert.deepEqual(listPages([], usual), { rows: [], first: 0, total: 0 });
  });

  it('is filtered by path in any case, and by the gate that fails', () => {
    assert.deepEqual(paths({ text: 'PAGE-0042' }), ['area-42/page-0042.md']);
    const failing = listPages(pages, { ...usual, gate: 'planes' });
    assert.equal(failing.total, Math.ceil(many / 7));
    assert.ok(failing.rows.every(({ failed }) => failed.includes('planes' satisfies GateId)));
    assert.equal(listPages(pages, { ...usual, gate: 'renders' }).total, 0);
  });

  it('is sorted by any column, both ways; among equals the worst first, then by path', () => {
    assert.deepEqual(paths({ sort: 'path' }).slice(0, 2), ['area-0/page-0000.md', 'area-0/page-0050.md']);
    assert.deepEqual(paths({ sort: 'path', descending: true })[0], 'area-9/page-4959.md');
    assert.equal(listPages(pages, { ...usual, descending: true }).rows[0]?.score, 100);
    assert.deepEqual(paths({ sort: 'diagrams' }), paths({}), 'all have as many');
  });

  it('and the report on them agree', () => {
    const { whole, folders } = toSetReport(pages);
    assert.deepEqual([whole.documents, whole.diagrams, folders.length], [many, 20_000, 50]);
    assert.equal(
      folders.reduce((sum, { documents }) => sum + documents, 0),
      many,
    );
  });
});
