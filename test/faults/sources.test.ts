/**
 * Damaged sources through Mermaid's own parser: whatever is made of one renders, says where its figures stand, and on
 * lines that are there. Nothing but a problem with its line, a page or a question comes of any text.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Oracle } from '../../core/ports.ts';
import { loadBuiltOracle } from '../support/builtOracle.ts';
import { convertText } from '../support/madePages.ts';
import { projectRoot } from '../support/paths.ts';
import { diagramsIn } from '../support/sourceExamples.ts';
import { sourceFixtures } from '../support/sourceFixtures.ts';

const read = (file: string): string => readFileSync(path.join(projectRoot, 'test/core/sources/fixtures', file), 'utf8');

/** What stands where something else was: parts of other formats, of Mermaid and of nothing. */
const splinters = [
  '',
  '"',
  "'",
  '\n',
  '\r\n',
  '{',
  '}',
  '[',
  ']',
  ':',
  ';',
  ',',
  '|',
  '-',
  '--',
  '0',
  '-1',
  '1e309',
  '9'.repeat(30),
  '\t',
  '<',
  '>',
  '</',
  '&amp;',
  '%%',
  '```\n',
  '#',
  'end',
  'NaN',
  'null',
  '\u0000',
  '\u202e',
  '🦊',
  '2026-02-30',
  '25:61',
  '$',
  '€5', // prettier-ignore
] as const;

describe('damaged sources', function () {
  this.timeout(240_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  /** Whether a page was made. */
  const hold = async (kind: string, text: string, name: string, options: object): Promise<boolean> => {
    const converted = await convertText(kind, text, name, options as Record<string, string>);
    const lines = text.split(/\r\n?|\n/).length;
    if (converted.kind === 'problem') {
      assert(converted.problem.length > 3);
      assert(
        converted.line === undefined || (converted.line >= 1 && converted.line <= lines),
        `line ${converted.line}`,
      );
    }
    if (converted.kind !== 'page') return false;
    for (const diagram of diagramsIn(converted.markdown)) {
      const verdict = await oracle.parse(diagram);
      assert(verdict.renders, `${JSON.stringify(verdict)}\n${diagram}`);
    }
    for (const [, cited = ''] of converted.markdown.matchAll(/(?:%%|<!--) [^\n]*?:(\d[\d,-]*)/g)) {
      for (const line of cited.split(/[,-]/).filter((part) => part !== '')) {
        assert(Number(line) >= 1 && Number(line) <= lines, `${cited} of ${lines} lines`);
      }
    }
    return true;
  };

  for (const { kind, file, options } of sourceFixtures) {
    const text = read(file);
    const name = path.basename(file);

    it(`of ${file} make no page that does not render, cut off anywhere or with something else in it`, async () => {
      assert(await hold(kind, text, name, options), 'the file as it is makes a page');
      const place = fc.double({ min: 0, max: 1, noNaN: true });
      const damage = fc.oneof(
        place.map((share) => text.slice(0, Math.floor(share * text.length))),
        fc
          .array(fc.record({ place, length: fc.nat({ max: 30 }), put: fc.constantFrom(...splinters) }), {
            minLength: 1,
            maxLength: 4,
          })
          .map((wounds) =>
            wounds.reduce((torn, { place: share, length, put }) => {
              const at = Math.floor(share * torn.length);
              return torn.slice(0, at) + put + torn.slice(at + length);
            }, text),
          ),
      );
      await fc.assert(
        fc.asyncProperty(damage, async (torn) => {
          await hold(kind, torn, name, options);
        }),
        { numRuns: 25 },
      );
    });
  }

  it('would be seen: a page that does not render is not let through', async () => {
    const verdict = await oracle.parse('pie showData\n    "a : 5\n');
    assert(!verdict.renders);
  });
});
