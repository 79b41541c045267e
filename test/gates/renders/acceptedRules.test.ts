/** What holds for all rules about diagrams that Mermaid accepts: they are silent on good ones and survive any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Config } from '../../../core/config.ts';
import { defaultConfig } from '../../../core/config.ts';
import { acceptedRules } from '../../../core/gates/renders/acceptedRules.ts';
import { faultRules } from '../../../core/gates/renders/faultRules.ts';
import type { DiagramFacts } from '../../../core/gates/rule.ts';
import { readSymbols } from '../../../core/mermaid/symbols/read.ts';
import type { Oracle } from '../../../core/ports.ts';
import { readAcceptedFaults } from '../../bench/faults/accepted.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';
import { readSamples } from '../../support/mermaidSamples/samples.ts';
import { readRealDiagrams } from '../../support/realDiagrams.ts';

/** Gate 0 alone: where another gate is asked, it says some of this itself. */
const syntaxOnly: Config = { ...defaultConfig, profile: 'syntax' };

interface Report {
  readonly rule: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What the rules say of a text that is taken for an accepted diagram of the type; those that are off only when asked. */
function judge(text: string, type: string, all = false): readonly Report[] {
  const facts: DiagramFacts = {
    text,
    verdict: { renders: true, type },
    faults: [],
    symbols: readSymbols(text, type),
  };
  return [...acceptedRules, ...faultRules]
    .filter(({ meta }) => all || meta.severity !== 'off')
    .flatMap((rule) =>
      [...(rule.check?.(facts, syntaxOnly) ?? [])].map(({ span, message }) => ({
        rule: rule.meta.alias,
        line: text.slice(0, span.start).split('\n').length,
        ...span,
        message,
      })),
    );
}

const samples = readSamples();

/** A sample with a few of its characters taken out, doubled, or replaced by ones that mean something. */
const mutated = fc
  .record({
    sample: fc.constantFrom(...samples),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(6),
        text: fc.constantFrom(
          '',
          '"',
          '[',
          ']',
          '{',
          '}',
          '(',
          ':',
          ':::',
          '@{',
          '-->',
          '\n',
          '%%',
          ';',
          '#',
          '“',
          '🚨',
          '\r\n',
        ),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ sample, cuts }) => ({
    type: sample.type,
    text: cuts.reduce((text, { at, length, text: inserted }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + inserted + text.slice(start + length);
    }, sample.text),
  }));

describe('the rules about what Mermaid accepts', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  it('are silent on every valid sample', () => {
    const found = samples.flatMap(({ id, type, text }) => judge(text, type).map((each) => ({ id, ...each })));
    assert.deepEqual(found, []);
  });

  it('never throw, and point into the diagram, whatever the text', () => {
    fc.assert(
      fc.property(mutated, ({ text, type }) => {
        for (const { start, end, message } of judge(text, type, true)) {
          assert.ok(start >= 0 && start < end && end <= text.length, `${start}-${end} of ${text.length}: ${message}`);
          assert.notEqual(message.trim(), '');
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('find nearly everything that was planted, on the line where it was planted', async () => {
    const planted = readAcceptedFaults();
    const missed: string[] = [];
    for (const { file, line, text, arguable } of planted) {
      const verdict = await oracle.parse(text);
      assert.ok(verdict.renders, `${file} is refused`);
      const isFound = judge(text, verdict.type).some((each) => each.line === line);
      if (!isFound && arguable === undefined) missed.push(file);
    }
    assert.ok(planted.length >= 100);
    assert.deepEqual(missed, [
      'agentflow-removed-shape.mmd',
      'eventmodeling-wrong-source.mmd',
      'treemap-second-root.mmd',
    ]);
  });

  it('speak of few real diagrams', async function () {
    const diagrams = readRealDiagrams();
    if (diagrams.length === 0) return;
    const counts = new Map<string, number>();
    let accepted = 0;
    let named = 0;
    for (const { text } of diagrams) {
      const verdict = await oracle.parse(text);
      if (!verdict.renders) continue;
      accepted += 1;
      const found = judge(text, verdict.type);
      if (found.length > 0) named += 1;
      for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    const list = [...counts].map(([rule, count]) => `${rule} ${count}`).sort();
    console.log(`      ${named} of ${accepted} accepted diagrams: ${list.join(', ')}`);
    // 16 of 660 when this was written, each of them read and found right.
    assert.ok(named / accepted <= 0.04, `${named} of ${accepted}`);
  });
});
