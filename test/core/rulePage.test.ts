/** What is read of a rule's page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { allRules } from '../../core/gates/index.ts';
import { readRulePage } from '../../core/rulePage.ts';
import { projectRoot } from '../support/paths.ts';

const pageOf = (alias: string): string => readFileSync(path.join(projectRoot, 'docs/gates', `${alias}.md`), 'utf8');

describe('a rule’s page', () => {
  it('says why, and shows what passes, for every rule', () => {
    for (const { alias } of allRules) {
      const page = readRulePage(pageOf(alias));
      assert.ok((page?.why.length ?? 0) > 40, alias);
      assert.doesNotMatch(page?.passes ?? '', /markdown passes/, alias);
    }
  });

  it('gives the example as it stands between its fences', () => {
    const passes = readRulePage(pageOf('unquoted-label'))?.passes;
    assert.match(passes ?? '', /^# Checkout\n\n```mermaid\n[^`]*```\n$/);
  });

  it('is not read where it is none', () => {
    assert.equal(readRulePage('# Something else\n\nText.\n'), undefined);
  });
});
