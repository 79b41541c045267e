/**
 * Checks every fixture with Mermaid's own parser. A file `pass-*` has no finding; a file `fail-*` has exactly those of
 * its `.expected.json`, and where a fix is offered the first one leads to its `.fixed` text and leaves nothing to find.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../core/document/edits.ts';
import { LineTable } from '../../core/document/lines.ts';
import { gateIds } from '../../core/model.ts';
import type { CheckedDocument, Finding, FindingGate } from '../../core/model.ts';
import type { Oracle } from '../../core/ports.ts';
import { placeOf } from '../../core/report/json.ts';
import { KnownPlaces } from '../../core/workspace/places.ts';
import { loadBuiltOlder, loadBuiltOracle } from '../support/builtOracle.ts';
import { checkText, gatesAbout } from '../support/checkText.ts';
import { exampleWorkspace } from '../support/fakeWorkspace.ts';

const root = import.meta.dirname;

/** Paths of the fixtures, `<gate>/<rule>/<file>`. */
const fixtures = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /^[^/]+\/[^/]+\/(?:pass|fail)-[^/.]+\.(?:md|mmd)$/.test(file))
  .sort();

/** A finding as fixtures write it: `line:column-line:column`, 1-based, the end exclusive, and the text there. */
interface Expected {
  readonly rule: string;
  readonly severity: string;
  readonly place: string;
  readonly text: string;
  readonly message: string;
}

function describeFinding(finding: Finding, text: string, lines: LineTable): Expected {
  const { line, column, endLine, endColumn } = placeOf(finding.span, lines);
  return {
    rule: finding.alias,
    severity: finding.severity,
    place: `${line}:${column}-${endLine}:${endColumn}`,
    text: text.slice(finding.span.start, finding.span.end),
    message: finding.message,
  };
}

/** The gate a fixture is about: the folder it stands in. */
function gateOf(file: string): FindingGate {
  const [folder] = file.split('/');
  const gate = gateIds.find((id) => id === folder);
  assert.ok(gate !== undefined, `${file}: there is no such gate`);
  return gate;
}

const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('fixtures', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  const check = (file: string, text: string): Promise<CheckedDocument> =>
    checkText(text, {
      request: {
        kind: file.endsWith('.mmd') ? 'mermaid' : 'markdown',
        place: { root: exampleWorkspace.root, path: 'docs/page.md' },
      },
      deps: { oracle, older: loadBuiltOlder, places: new KnownPlaces(exampleWorkspace) },
      gates: gatesAbout(gateOf(file)),
    });

  it('are all found', () => {
    assert.ok(fixtures.length >= 17, `only ${fixtures.length}`);
    for (const rule of ['renders/syntax', 'renders/unknown-diagram', 'visual/text-heavy']) {
      for (const kind of ['pass', 'fail']) {
        assert.ok(
          fixtures.some((file) => file.startsWith(`${rule}/${kind}-`)),
          `${rule} has no ${kind}`,
        );
      }
    }
  });

  for (const file of fixtures) {
    const [, rule = '', name = ''] = file.split('/');
    it(file, async () => {
      const text = readText(file);
      const { findings } = await check(file, text);
      const lines = new LineTable(text);
      const found = findings.map((finding) => describeFinding(finding, text, lines));
      if (name.startsWith('pass-')) {
        assert.deepEqual(found, []);
        return;
      }
      const expected = JSON.parse(readText(file.replace(/\.\w+$/, '.expected.json'))) as readonly Expected[];
      assert.deepEqual(found, expected);
      assert.ok(expected.length > 0 && expected.every((each) => each.rule === rule));

      const fix = findings.find(({ fixes }) => fixes.length > 0)?.fixes[0];
      if (fix === undefined) return;
      const fixed = applyEdits(text, fix.edits);
      assert.equal(fixed, readText(file.replace(/\.(\w+)$/, '.fixed.$1')));
      // A form that waits for its author changes nothing yet; that it helps once filled in is for its rule's tests.
      if (fix.byHand === true && /\[enter [^\]]+\]/.test(fixed)) return;
      assert.deepEqual((await check(file, fixed)).findings, []);
    });
  }
});
