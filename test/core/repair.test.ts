import assert from 'node:assert/strict';
import { applyEdits } from '../../core/document/edits.ts';
import type { CheckedDocument, Finding, TextEdit } from '../../core/model.ts';
import { repairDocument } from '../../core/repair.ts';
import { hashText } from '../../core/document/hash.ts';
import { findingAt } from '../support/findings.ts';

/**
 * Documents whose lines are diagrams, and `!`-words faults in them: `!a>b` is a fault whose fix replaces it by `b`, `!x` one
 * without a fix, `!?>b` one whose fix is to be chosen by hand. A diagram renders when it has none.
 */
const fault = /!(\S*?)(?:>(\S*))?(?=\s|$)/g;

interface Script {
  /** Texts checked so far. */
  readonly asked: string[];
  readonly check: (text: string) => Promise<CheckedDocument>;
}

function scripted(): Script {
  const asked: string[] = [];
  const check = (text: string): Promise<CheckedDocument> => {
    asked.push(text);
    const diagrams = [...text.matchAll(/.+/g)].map(({ index, 0: line }) => ({
      span: { start: index, end: index + line.length },
      text: line,
      lines: [],
      key: hashText(line),
      type: 'flowchart-v2',
      renders: !line.includes('!'),
      architecture: false,
    }));
    const findings = [...text.matchAll(fault)].map(({ index, 0: word, 1: name, 2: better }): Finding => {
      const span = { start: index, end: index + word.length };
      const edits: readonly TextEdit[] = [{ span, text: (better ?? '').replaceAll('_', ' ').replaceAll('|', '\n') }];
      const fix = { title: 'Fix', edits, ...(name === '?' ? { byHand: true as const } : {}) };
      return findingAt(span, {
        rule: name === 'q' ? 'DG010' : 'DG001',
        message: word,
        fixes: better === undefined ? [] : [fix],
      });
    });
    return Promise.resolve({ uri: 'x', version: 1, kind: 'markdown', diagrams, findings, gates: [], score: 1 });
  };
  return { asked, check };
}

async function repair(text: string, wants?: (finding: Finding, diagram: number) => boolean) {
  const script = scripted();
  const result = await repairDocument({ text, check: script.check, ...(wants === undefined ? {} : { wants }) });
  assert(result !== undefined);
  return { ...result, asked: script.asked, messages: result.repaired.map(({ finding }) => finding.message) };
}

describe('repairing a document', () => {
  it('makes every fix at once and checks the result once', async () => {
    const { text, repaired, asked } = await repair('a !b>B !c>C\nd !e>E\n');
    assert.equal(text, 'a B C\nd E\n');
    assert.deepEqual(
      repaired.map(({ span }) => span),
      [
        { start: 2, end: 6 },
        { start: 7, end: 11 },
        { start: 14, end: 18 },
      ],
    );
    assert.equal(asked.length, 2);
  });

  it('asks for nothing where there is no fault, and changes nothing', async () => {
    const { text, repaired, asked } = await repair('a\nb\n');
    assert.deepEqual([text, repaired, asked.length], ['a\nb\n', [], 1]);
  });

  it('goes on until nothing more can be repaired, and tells places in the text it was given', async () => {
    // The first repair shows a second fault in its place; both together are one fault fewer.
    const { text, repaired } = await repair('a !b>!bb>BB !q>Q\n');
    assert.equal(text, 'a BB Q\n');
    assert.deepEqual(
      repaired.map(({ span }) => span.start),
      [2, 2, 12],
    );
  });

  it('leaves alone a fix that makes more faults, and makes the others', async () => {
    const { text, messages } = await repair('a !b>!x_!y\nc !d>D\ne !f>F !g>!x_!y\n');
    assert.equal(text, 'a !b>!x_!y\nc D\ne F !g>!x_!y\n');
    assert.deepEqual(messages, ['!d>D', '!f>F']);
  });

  it('makes fixes behind which as many faults come to light that were not seen before', async () => {
    const { check } = scripted();
    // Only the first two faults are ever reported.
    const firstTwo = async (text: string): Promise<CheckedDocument> => {
      const checked = await check(text);
      return { ...checked, findings: checked.findings.slice(0, 2) };
    };
    const result = await repairDocument({ text: 'a !b>B !c>C !q>Q !e>E !f\n', check: firstTwo });
    assert.equal(result?.text, 'a B C Q E !f\n');
  });

  it('leaves alone a fix that trades a fault for one of another kind', async () => {
    assert.equal((await repair('a !b>!q !c\n')).text, 'a !b>!q !c\n');
  });

  it('leaves alone a fix that splits or ends its diagram', async () => {
    assert.equal((await repair('a !b>B|C\nd !e>E\n')).text, 'a !b>B|C\nd E\n');
  });

  it('leaves alone what is to be chosen by hand', async () => {
    assert.equal((await repair('a !?>B !c>C\n')).text, 'a !?>B C\n');
  });

  it('repairs only what is wanted', async () => {
    assert.equal((await repair('a !b>B !q>Q\n', ({ rule }) => rule === 'DG010')).text, 'a !b>B Q\n');
    assert.equal((await repair('a !b>B\na !b>B\n', (_, diagram) => diagram === 1)).text, 'a !b>B\na B\n');
  });

  it('never changes a diagram that renders, whatever is found in it', async () => {
    const { check } = scripted();
    const text = 'valid text\n';
    const finding = findingAt(
      { start: 0, end: 5 },
      { fixes: [{ title: 'Harm', edits: [{ span: { start: 0, end: 5 }, text: 'broken' }] }] },
    );
    const result = await repairDocument({
      text,
      check: async (asked) => ({ ...(await check(asked)), findings: [finding] }),
    });
    assert.equal(result?.text, text);
    assert.equal(applyEdits(text, finding.fixes[0]?.edits ?? []), 'broken text\n', 'the fix would do something');
  });

  it('is nothing when the check was given up', async () => {
    assert.equal(await repairDocument({ text: 'a', check: () => Promise.resolve(undefined) }), undefined);
  });

  it('ends, whatever the fixes do', async () => {
    const endless = async (text: string): Promise<CheckedDocument> => {
      const checked = await scripted().check(text);
      // A fix that always leaves the same fault a bit further on.
      const span = { start: text.length - 2, end: text.length - 2 };
      const edits = [{ span: { start: 0, end: 0 }, text: 'x' }];
      return {
        ...checked,
        diagrams: checked.diagrams.map((diagram) => ({ ...diagram, renders: false, key: text })),
        findings: [findingAt(span, { fixes: [{ title: 'Fix', edits }] })],
      };
    };
    let checks = 0;
    const result = await repairDocument({
      text: 'abc\n',
      check: (text) => {
        checks++;
        return endless(text);
      },
    });
    assert.deepEqual([result?.text, checks], ['abc\n', 2]);
  });
});
