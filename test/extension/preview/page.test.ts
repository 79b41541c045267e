/** What the preview is sent of a checked document. */
import assert from 'node:assert/strict';
import type { CheckedDiagram, CheckedDocument, Finding, GateResult } from '../../../core/model.ts';
import { parseHostToShell, parsePreviewState } from '../../../core/protocol.ts';
import { diagramAt, pageOf, renderFinding, stayAt } from '../../../extension/preview/page.ts';

const diagram = (start: number, text: string, renders = true): CheckedDiagram => ({
  span: { start, end: start + 50 },
  text,
  lines: [{ start: start + 11, end: start + 11 + text.length }],
  key: `#${text}`.slice(0, 100),
  type: 'pie',
  renders,
  architecture: false,
});

const finding = (start: number, message: string, gate: Finding['gate'] = 'renders'): Finding => ({
  rule: 'DG001',
  alias: 'unquoted-label',
  gate,
  severity: 'error',
  message,
  span: { start, end: start + 1 },
  fixes: [],
  related: [],
});

const document = (diagrams: readonly CheckedDiagram[], findings: readonly Finding[] = []): CheckedDocument => ({
  uri: 'file:///a.md',
  version: 7,
  kind: 'markdown',
  diagrams,
  findings,
  gates: [],
  score: undefined,
});

const parts = {
  name: 'a.md',
  lineOf: (offset: number) => offset / 10,
  knows: () => false,
  describeGate: ({ id, verdict }: GateResult) => ({ title: id.toUpperCase(), words: `it is a ${verdict}` }),
  sayFinding: (line: number, message: string) => `${line}: ${message}`,
  unexplained: 'Refused.',
};

describe('a locked preview', () => {
  const before = [diagram(100, 'pie'), diagram(200, 'gantt')];

  it('follows the cursor inside its diagram only', () => {
    assert.equal(stayAt(before, 210, before, 230), 230);
    assert.equal(stayAt(before, 210, before, 120), 200);
  });

  it('stays with its diagram when others come or go before it, and when it is edited', () => {
    assert.equal(stayAt(before, 210, [diagram(10, 'new'), diagram(110, 'pie'), diagram(220, 'gantt')], 15), 220);
    assert.equal(stayAt(before, 210, [diagram(50, 'gantt'), diagram(150, 'pie')], 160), 50);
    assert.equal(stayAt(before, 210, [diagram(100, 'pie'), diagram(200, 'gantt now')], 0), 200);
  });

  it('has nowhere to stay on a page without diagrams', () => {
    assert.equal(stayAt(before, 210, [], 7), 7);
    assert.equal(stayAt([], 0, before, 120), 120);
  });
});

describe('preview page', () => {
  it('sends each diagram with its text, type and line', () => {
    assert.deepEqual(pageOf(document([diagram(100, 'pie')]), parts), {
      uri: 'file:///a.md',
      version: 7,
      name: 'a.md',
      diagrams: [
        {
          ...{ key: '#pie', text: 'pie', outline: undefined, type: 'pie', line: 10 },
          ...{ title: undefined, fault: undefined, findings: undefined, planes: undefined },
        },
      ],
      gates: [],
    });
  });

  it('sends each gate in words, with how many findings it leads to', () => {
    const findings = [finding(100, 'Told.', 'visual'), finding(120, 'Told again.', 'visual'), finding(130, 'Refused.')];
    const gates = [{ id: 'visual', verdict: 'fail', evidence: {} }] as const;
    assert.deepEqual(pageOf({ ...document([], findings), gates }, parts).gates, [
      { id: 'visual', title: 'VISUAL', verdict: 'fail', words: 'it is a fail', findings: 2 },
    ]);
  });

  it('sends what a diagram says, as much as anybody listens to', () => {
    const slices = Array.from({ length: 2_000 }, (_, index) => `  "Slice ${index}" : ${index + 1}`);
    const [sent] = pageOf(document([diagram(100, ['pie', ...slices].join('\n'))]), parts).diagrams;
    assert.equal(sent?.outline?.length, 500);
    assert.deepEqual(sent.outline.slice(0, 2), ['Data:', '  Slice 0: 1']);
  });

  it('sends what a diagram is called and which of its nodes live in which plane', () => {
    const planes = [{ name: 'edge', fill: '#3B82F6', nodes: ['cdn', 'x'.repeat(400)] }];
    const [sent] = pageOf(document([{ ...diagram(100, 'pie'), title: 'Costs', planes }]), parts).diagrams;
    assert.equal(sent?.title, 'Costs');
    assert.deepEqual(sent.planes, [{ name: 'edge', fill: '#3B82F6', nodes: ['cdn', 'x'.repeat(300)] }]);
  });

  it('sends what was found in each diagram: how many of each kind, and the gravest in words', () => {
    const findings = [
      { ...finding(90, 'before'), severity: 'error' as const },
      { ...finding(110, 'a remark'), severity: 'info' as const },
      { ...finding(130, 'a warning', 'planes'), severity: 'warning' as const },
      { ...finding(170, 'between'), severity: 'error' as const },
      ...Array.from({ length: 8 }, (_, index) => finding(210 + index, `fault ${index}`)),
    ];
    const sent = pageOf(document([diagram(100, 'pie'), diagram(200, 'gantt'), diagram(300, 'x')], findings), parts);
    assert.deepEqual(
      sent.diagrams.map((each) => each.findings),
      [
        { error: 0, warning: 1, info: 1, words: ['13: a warning', '11: a remark'] },
        {
          error: 8,
          warning: 0,
          info: 0,
          words: [0, 1, 2, 3, 4, 5].map((index) => `${21 + index / 10}: fault ${index}`),
        },
        undefined,
      ],
    );
  });

  it('sends the repair of a fault only where it is the one to prefer', () => {
    const fix = { title: 'Close it', edits: [] };
    const faultOf = (fixes: Finding['fixes']): unknown =>
      pageOf(document([diagram(200, 'gantt', false)], [{ ...finding(220, 'open'), fixes }]), parts).diagrams[0]?.fault;
    assert.deepEqual(faultOf([fix]), { message: 'open', fix: 'Close it', line: 22 });
    assert.deepEqual(faultOf([{ ...fix, byHand: true }]), { message: 'open', fix: undefined, line: 22 });
  });

  it('sends no text twice', () => {
    const checked = document([diagram(100, 'pie'), diagram(200, 'gantt'), diagram(300, 'gantt')]);
    const page = pageOf(checked, { ...parts, knows: (key) => key === '#pie' });
    assert.deepEqual(
      page.diagrams.map(({ text }) => text),
      [undefined, 'gantt', undefined],
    );
  });

  it('says what is wrong with a diagram that does not render', () => {
    const checked = document(
      [diagram(100, 'pie'), diagram(200, 'gantt', false)],
      [finding(110, 'another diagram'), finding(220, 'about numbers', 'numbers'), finding(230, 'the label')],
    );
    assert.deepEqual(
      pageOf(checked, parts).diagrams.map(({ fault }) => fault),
      [undefined, { message: 'the label', fix: undefined, line: 23 }],
    );
    assert.equal(renderFinding(checked, diagram(400, 'x')), undefined);
  });

  it('does not pretend that a diagram renders whose finding was silenced', () => {
    const [sent] = pageOf(document([diagram(200, 'gantt', false)]), parts).diagrams;
    assert.deepEqual(sent?.fault, { message: 'Refused.', fix: undefined, line: 20 });
  });

  it('sends what the preview accepts, however long a page is', () => {
    const many = Array.from({ length: 2_100 }, (_, index) => diagram(100 * index, `pie ${index}`));
    const checked = document([diagram(0, 'x'.repeat(300_000)), ...many]);
    const message = {
      type: 'show',
      seq: 1,
      current: diagramAt(checked.diagrams, 1e9),
      marked: [],
      document: pageOf(checked, { ...parts, lineOf: () => 1 }),
    };
    const read = parseHostToShell(message);
    assert.ok(read?.type === 'show');
    assert.deepEqual(
      [read.document.diagrams.length, read.document.diagrams[0]?.text?.length, read.current],
      [2_000, 200_000, 1_999],
    );
  });

  it('takes the diagram around the cursor, else the one before it, else the first', () => {
    const diagrams = [diagram(100, 'a'), diagram(200, 'b')];
    assert.deepEqual(
      [0, 100, 150, 199, 200, 900].map((offset) => diagramAt(diagrams, offset)),
      [0, 0, 0, 0, 1, 1],
    );
    assert.equal(diagramAt([], 5), undefined);
  });
});

describe('preview state', () => {
  it('is read only in the shape the shell wrote', () => {
    const before = {
      protocol: 1,
      uri: 'file:///a.md',
      version: 1,
      name: 'a.md',
      mode: 'one',
      current: 0,
      pictures: [],
    };
    // States of before there were locks stay valid.
    assert.deepEqual(parsePreviewState(before), { ...before, locked: undefined, listed: undefined });
    const state = { ...before, locked: true, listed: false };
    assert.deepEqual(parsePreviewState(state), state);
    for (const broken of [
      undefined,
      null,
      {},
      { ...state, protocol: 2 },
      { ...state, mode: 'some' },
      { ...state, uri: 7 },
    ]) {
      assert.equal(parsePreviewState(broken), undefined);
    }
  });
});
