/** What *Fix all* and every single fix must never do, on real pages and on every sample with a fault planted anywhere in it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { applyEdits } from '../../core/document/edits.ts';
import { lettersOf } from '../../core/mermaid/diagnosis/keepsWords.ts';
import { readSymbols } from '../../core/mermaid/symbols/read.ts';
import type { CheckedDocument, DocumentKind } from '../../core/model.ts';
import type { Oracle } from '../../core/ports.ts';
import type { Repair } from '../../core/repair.ts';
import { repairDocument } from '../../core/repair.ts';
import { mutations } from '../bench/faults/mutations.ts';
import { plant, plantings } from '../bench/faults/planting.ts';
import { loadBuiltOracle } from '../support/builtOracle.ts';
import { checkText } from '../support/checkText.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { projectRoot } from '../support/paths.ts';

const samples = readSamples();

/** A sample with one fault at some place: what is broken, and what it was before. */
const planted = fc
  .record({ sample: fc.constantFrom(...samples), kind: fc.nat(), place: fc.nat() })
  .map(({ sample, kind, place }) => {
    const suited = mutations.filter(({ types }) => types.includes(sample.type));
    const mutation = suited[kind % Math.max(1, suited.length)];
    const places = mutation === undefined ? [] : plantings(mutation, sample.text);
    const planting = places[place % Math.max(1, places.length)];
    return planting === undefined ? undefined : { ...plant(sample.text, [planting]), valid: sample.text };
  })
  .filter((mutant) => mutant !== undefined);

const lettersIn = (texts: readonly string[]): string => lettersOf(texts.map((text) => text.toLowerCase()));

/** The nodes and edges of a text and the letters of its labels, in no order; of a type nobody reads, all its letters. */
function meaningOf(text: string, type: string): string {
  const symbols = readSymbols(text, type);
  // Direction words and headers are no words of the diagram.
  if (symbols === undefined) return lettersIn(text.split('\n').slice(1));
  const { nodes, edges, groups, rows, statements } = symbols;
  const names = new Set(nodes.map(({ id }) => id));
  const labelled = [
    ...nodes.flatMap(({ labels }) => labels),
    ...[...edges, ...groups, ...rows, ...statements].map(({ label }) => label),
  ];
  const labels = labelled.flatMap((label) => (label === undefined ? [] : [label.text]));
  return [...names, ...edges.map(({ from, to }) => `${from} to ${to}`), lettersIn(labels)].sort().join('\n');
}

describe('repair', function () {
  // Hundreds of diagrams through the real parser, several times each.
  this.timeout(300_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  const check = (text: string, kind: DocumentKind): Promise<CheckedDocument> =>
    checkText(text, { request: { kind, settings: { profile: 'syntax' } }, deps: { oracle } });

  const repair = async (text: string, kind: DocumentKind): Promise<Repair> => {
    const done = await repairDocument({ text, check: (candidate) => check(candidate, kind) });
    assert.ok(done !== undefined);
    return done;
  };

  const errorsIn = ({ findings }: CheckedDocument): number =>
    findings.filter(({ gate, severity }) => gate === 'renders' && severity === 'error').length;

  it('changes no diagram that renders, and has nothing left to do the second time, on every page there is', async () => {
    let valid = 0;
    let changed = 0;
    let repaired = 0;
    for (const text of pages()) {
      const before = await check(text, 'markdown');
      const after = (await repair(text, 'markdown')).checked;
      assert.equal(after.diagrams.length, before.diagrams.length);
      for (const [index, diagram] of before.diagrams.entries()) {
        const now = after.diagrams[index];
        if (diagram.renders) valid += 1;
        else if (now?.renders === true) repaired += 1;
        if (diagram.renders && now?.key !== diagram.key) changed += 1;
      }
      if (errorsIn(after) < errorsIn(before)) {
        const fixed = (await repair(text, 'markdown')).text;
        assert.equal((await repair(fixed, 'markdown')).text, fixed);
      }
    }
    console.log(`      ${valid} valid diagrams, ${changed} changed; ${repaired} broken ones repaired`);
    assert.equal(changed, 0);
  });

  it('changes no valid sample', async () => {
    for (const { id, text } of samples) assert.equal((await repair(text, 'mermaid')).text, text, id);
  });

  it('made twice is what it is made once', () =>
    fc.assert(
      fc.asyncProperty(planted, async ({ text }) => {
        const once = (await repair(text, 'mermaid')).text;
        assert.equal((await repair(once, 'mermaid')).text, once);
      }),
      { numRuns: 150 },
    ));

  it('leads to a diagram that renders or has fewer faults, whichever fix is made alone', () =>
    fc.assert(
      fc.asyncProperty(planted, async ({ text }) => {
        const before = await check(text, 'mermaid');
        for (const { alias, fixes } of before.findings) {
          for (const { edits, byHand, title } of fixes) {
            if (byHand === true) continue;
            const after = await check(applyEdits(text, edits), 'mermaid');
            const isBetter = after.diagrams.every(({ renders }) => renders) || errorsIn(after) < errorsIn(before);
            assert.ok(isBetter, `${alias}: ${title}\n${text}\nbecomes\n${applyEdits(text, edits)}`);
          }
        }
      }),
      { numRuns: 150 },
    ));

  it('keeps the nodes, the edges and the words of the diagram', () =>
    fc.assert(
      fc.asyncProperty(planted, async ({ text, repaired, valid }) => {
        const fixed = (await repair(text, 'mermaid')).text;
        const verdict = await oracle.parse(fixed);
        if (fixed === text || !verdict.renders) return;
        const meant = [repaired, valid, text].map((each) => meaningOf(each, verdict.type));
        assert.ok(meant.includes(meaningOf(fixed, verdict.type)), `${text}\nbecomes\n${fixed}`);
      }),
      { numRuns: 300 },
    ));
});

/** The product's own pages, and the real ones where they are at hand. */
function* pages(): Iterable<string> {
  const shared = path.resolve(projectRoot, '../shared');
  const folders = ['samples', 'docs', ...['corpus', 'samples'].map((name) => path.join(shared, name))];
  for (const folder of folders) {
    const root = path.resolve(projectRoot, folder);
    if (!existsSync(root)) {
      console.log(`      skipped: there is no ${path.relative(projectRoot, root)}`);
      continue;
    }
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    for (const file of files.sort()) yield readFileSync(path.join(root, file), 'utf8');
  }
}
