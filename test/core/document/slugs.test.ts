import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDocument } from '../../../core/document/parse.ts';
import { headingSlugs } from '../../../core/document/slugs.ts';

const slugsOf = (text: string): string[] => [...headingSlugs(parseDocument(text, 'markdown')).keys()];

describe('heading slugs', () => {
  it('are lower case, with hyphens for spaces and no punctuation', () => {
    assert.deepEqual(slugsOf('# What *is* it, really? (v2.0)\n'), ['what-is-it-really-v20']);
  });

  it('leave pictures out, but not the blanks around them', () => {
    assert.deepEqual(slugsOf('# Status ![passing](a.svg) ![new](b.svg)\n'), ['status--']);
  });

  it('read what is shown: no emphasis, code marks, link targets, tags or escapes', () => {
    assert.deepEqual(slugsOf('# `kubectl get` [the docs](a.md) **now**\n'), ['kubectl-get-the-docs-now']);
    assert.deepEqual(slugsOf('# a <b>c</b> \\*d\\* &amp; e\n'), ['a-c-d--e']);
    assert.deepEqual(slugsOf('# [the docs][d] and [x][none]\n\n[d]: a.md\n'), ['the-docs-and-xnone']);
  });

  it('number repeated headings from 1', () => {
    assert.deepEqual(slugsOf('# Run\n\n## Run\n\nRun\n===\n'), ['run', 'run-1', 'run-2']);
  });

  it('lead to the first heading when a number collides with a written one', () => {
    const model = parseDocument('# Run 1\n\n# Run\n\n# Run\n', 'markdown');
    assert.deepEqual(
      [...headingSlugs(model)].map(([slug, heading]) => [slug, heading.span.start]),
      [
        ['run-1', 0],
        ['run', 9],
      ],
    );
  });

  it('keep letters of every script and drop emoji', () => {
    assert.deepEqual(slugsOf('# Über 東京 🚀 naïve_x\n'), ['über-東京--naïve_x']);
  });

  it('take no anchors from headings inside code', () => {
    assert.deepEqual(slugsOf('```\n# no\n```\n'), []);
  });
});
