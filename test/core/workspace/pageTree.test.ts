import assert from 'node:assert/strict';
import type { CheckedDocument, Finding, GateResult } from '../../../core/model.ts';
import { pageTree } from '../../../core/workspace/pageTree.ts';

const diagram = {
  span: { start: 0, end: 1 },
  text: '',
  lines: [],
  key: '',
  type: undefined,
  renders: true,
  architecture: false,
};
const error: Finding = {
  ...{ rule: 'DG001', alias: 'syntax', gate: 'renders', severity: 'error', message: 'no' },
  ...{ span: { start: 0, end: 1 }, fixes: [], related: [] },
};
const gate = (id: GateResult['id'], verdict: GateResult['verdict']): GateResult => ({ id, verdict, evidence: {} });

function page(path: string, part: Partial<CheckedDocument>): { path: string; checked: CheckedDocument } {
  const whole = { uri: path, version: 1, kind: 'markdown', diagrams: [diagram], findings: [], gates: [], score: 100 };
  return { path, checked: { ...whole, ...part } as CheckedDocument };
}

const good = { gates: [gate('renders', 'pass'), gate('planes', 'not-applicable')], score: 100 };
const poor = { gates: [gate('renders', 'fail'), gate('visual', 'pass')], score: 50 };

describe('the tree of pages', () => {
  it('has the worst page and the folder with the worst page first', () => {
    const folders = pageTree([
      page('a/good.md', good),
      page('b/good.md', good),
      page('b/poor.md', poor),
      page('b/worse.md', { ...poor, findings: [error, error] }),
      page('top.md', good),
    ]);
    assert.deepEqual(
      folders.map(({ path, failing, pages }) => [path, failing, pages.map((each) => each.path)]),
      [
        ['b', 2, ['b/worse.md', 'b/poor.md', 'b/good.md']],
        ['a', 0, ['a/good.md']],
        ['', 0, ['top.md']],
      ],
    );
  });

  it('counts the gates that apply, and names those that fail', () => {
    const [folder] = pageTree([page('poor.md', poor), page('good.md', good)]);
    assert.deepEqual(
      folder?.pages.map(({ failed, passed, applicable }) => ({ failed, passed, applicable })),
      [
        { failed: ['renders'], passed: 1, applicable: 2 },
        { failed: [], passed: 1, applicable: 1 },
      ],
    );
  });

  it('lists a page of which only the baseline knows, and does not count it as failing', () => {
    const known = { gates: [gate('renders', 'not-applicable')], score: undefined, baseline: { hidden: 12, gone: [] } };
    const [folder] = pageTree([page('known.md', known), page('poor.md', poor)]);
    assert.deepEqual(
      folder?.pages.map(({ path, applicable, known: hidden }) => [path, applicable, hidden]),
      [
        ['poor.md', 2, 0],
        ['known.md', 0, 12],
      ],
    );
    assert.equal(folder.failing, 1);
  });

  it('leaves out what no gate applies to', () => {
    assert.deepEqual(pageTree([page('text.md', { ...good, diagrams: [] }), page('off.md', { gates: [] })]), []);
  });
});
