import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DeriveInput } from '../../core/derive/plan.ts';
import { planDerivedFiles } from '../../core/derive/plan.ts';
import { findingLine } from '../../core/report/text.ts';
import { settings } from '../../extension/contributions.ts';
import { manifest } from '../../extension/manifest.ts';
import { projectRoot } from '../support/paths.ts';

const committed = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

const input: DeriveInput = { ...manifest, read: committed };

/** The derived files that are not what `present` holds. */
const differing = (given: DeriveInput, present: (file: string) => string): readonly string[] =>
  planDerivedFiles(given)
    .filter(({ path: file, content }) => present(file) !== content)
    .map(({ path: file }) => file);

describe('derived files', () => {
  it('are what `npm run derive` writes', () => {
    assert.deepEqual(differing(input, committed), []);
  });

  it('would be found different if a setting, a command or a page changed', () => {
    const right = new Map(planDerivedFiles(input).map(({ path: file, content }) => [file, content]));
    const found = (given: DeriveInput): readonly string[] => differing(given, (file) => right.get(file) ?? '');
    const first = settings[0];
    assert.ok(first !== undefined);
    const changed = [{ ...first, description: 'Something else.' }, ...settings.slice(1)];
    assert.deepEqual(found({ ...input, contributions: { ...input.contributions, settings: changed } }), [
      'package.json',
      'docs/configuration.md',
    ]);
    const more = [...input.contributions.commands, { id: 'diagramGates.planted', title: 'Planted' }];
    assert.deepEqual(found({ ...input, contributions: { ...input.contributions, commands: more } }), ['package.json']);
    assert.deepEqual(found({ ...input, pageLanguages: ['markdown'] }), ['snippets/patterns.code-snippets']);
  });

  it('need a page with a place for them', () => {
    const read = (file: string): string => (file.endsWith('README.md') ? '# No place\n' : committed(file));
    assert.throws(() => planDerivedFiles({ ...input, read }), /the page has no place for rules/);
  });

  it('name files that exist', () => {
    // The manifest is our own; a shape that is not this one fails the assertions.
    const { contributes } = JSON.parse(committed('package.json')) as {
      contributes: {
        languages: { configuration?: string }[];
        grammars: { path: string }[];
        snippets: { path: string }[];
        jsonValidation: { url: string }[];
      };
    };
    const files = [
      ...contributes.languages.flatMap(({ configuration }) => configuration ?? []),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.snippets.map((snippet) => snippet.path),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    assert.equal(files.length, 5);
    for (const file of files) assert.ok(committed(file).length > 0, file);
  });
});

describe('the problem matcher', () => {
  const { contributes } = JSON.parse(committed('package.json')) as {
    contributes: { problemMatchers: { pattern: { regexp: string } & Record<string, number> }[] };
  };
  const pattern = contributes.problemMatchers[0]?.pattern;

  it('reads the text report’s lines', () => {
    assert.ok(pattern !== undefined);
    assert.equal(pattern.regexp, findingLine.source);
    const match = new RegExp(pattern.regexp).exec('docs/a:b.md:12:3 error DG001/syntax Mermaid: no `(`.');
    assert.deepEqual(
      ['file', 'line', 'column', 'severity', 'code', 'message'].map((part) => match?.[pattern[part] ?? 0]),
      ['docs/a:b.md', '12', '3', 'error', 'DG001/syntax', 'Mermaid: no `(`.'],
    );
  });
});
