/** Runs the examples of the rules' pages through the real engine and Mermaid's own parser. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../../core/gates/index.ts';
import type { RuleMeta } from '../../core/gates/rule.ts';
import type { Oracle } from '../../core/ports.ts';
import { examplesIn } from '../../core/rulePage.ts';
import { KnownPlaces } from '../../core/workspace/places.ts';
import { loadBuiltOlder, loadBuiltOracle } from '../support/builtOracle.ts';
import { checkText, gatesAbout } from '../support/checkText.ts';
import { exampleWorkspace } from '../support/fakeWorkspace.ts';
import { projectRoot } from '../support/paths.ts';

const folder = path.join(projectRoot, 'docs/gates');

/** Rules whose failing example fits on no page; test/gates makes one. */
const unshowable: ReadonlySet<string> = new Set(['too-large', 'too-slow', 'document-too-large']);

/** What is wrong with a page's examples, for people. */
async function problemsOf(rule: RuleMeta, page: string, oracle: Oracle): Promise<readonly string[]> {
  const problems: string[] = [];
  const failing = examplesIn(page, 'fails');
  const passing = examplesIn(page, 'passes');
  if (failing.length === 0 && !unshowable.has(rule.alias)) problems.push('no failing example');
  if (passing.length === 0) problems.push('no passing example');
  const find = async (text: string): Promise<readonly string[]> =>
    (
      await checkText(text, {
        request: { place: { root: exampleWorkspace.root, path: 'docs/page.md' } },
        deps: { oracle, older: loadBuiltOlder, places: new KnownPlaces(exampleWorkspace) },
        gates: gatesAbout(rule.gate),
      })
    ).findings.map(({ alias }) => alias);
  for (const text of failing) {
    const found = [...new Set(await find(text))];
    if (found.join() !== rule.alias) problems.push(`a failing example has ${found.join(', ') || 'no finding'}`);
  }
  for (const text of passing) {
    const found = await find(text);
    if (found.length > 0) problems.push(`a passing example has ${found.join(', ')}`);
  }
  return problems;
}

describe('the rules’ pages', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  it('are there for every rule, and for nothing else', () => {
    const pages = readdirSync(folder).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), allRules.map(({ alias }) => `${alias}.md`).sort());
  });

  for (const rule of allRules) {
    it(`show what ${rule.id} ${rule.alias} finds and what passes`, async () => {
      const page = readFileSync(path.join(folder, `${rule.alias}.md`), 'utf8');
      assert.equal(page.split('\n', 1)[0], `# ${rule.id} ${rule.alias}`);
      assert.ok(page.includes(`| ${rule.gate} | ${rule.severity} |`), 'gate and severity as they are');
      assert.deepEqual(await problemsOf(rule, page, oracle), []);
    });
  }

  it('would be found wrong if their examples were swapped or missing', async () => {
    const rule = allRules.find(({ alias }) => alias === 'unknown-diagram');
    assert.ok(rule !== undefined);
    const page = readFileSync(path.join(folder, 'unknown-diagram.md'), 'utf8');
    const swapped = page
      .replace('markdown fails', 'markdown ?')
      .replace('markdown passes', 'markdown fails')
      .replace('markdown ?', 'markdown passes');
    assert.deepEqual(await problemsOf(rule, swapped, oracle), [
      'a failing example has no finding',
      'a passing example has unknown-diagram',
    ]);
    assert.deepEqual(await problemsOf(rule, '# Nothing here\n', oracle), ['no failing example', 'no passing example']);
  });
});

describe('the rules', () => {
  it('have ids and aliases of their own, in the form of their gate', () => {
    const names = allRules.flatMap(({ id, alias }) => [id, alias]);
    assert.equal(new Set(names).size, names.length);
    const digits: Readonly<Record<string, string>> = { renders: '0', visual: '1', configuration: '9' };
    for (const { id, alias, gate } of allRules) {
      assert.match(id, new RegExp(`^DG${digits[gate] ?? '[2-7]'}\\d\\d$`));
      assert.match(alias, /^[a-z]+(-[a-z]+)*$/);
    }
  });
});
