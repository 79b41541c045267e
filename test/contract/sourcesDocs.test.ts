/** What `docs/sources.md` shows is what is made: each example is made anew and compared. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { made } from '../support/madePages.ts';
import { projectRoot } from '../support/paths.ts';

/** A fence whose info string is `text KIND FILE`, and what is shown of it up to the next heading. */
const example = /^````text ([\w-]+) (\S+)\n([\s\S]*?)^````\n\nbecomes\n\n([\s\S]*?)(?=^## |^### |(?![\s\S]))/gm;

/** The page has headings of its own, so those of an example are bold. */
const asShown = (markdown: string): string => markdown.replaceAll(/^#{2,3} (.*)$/gm, '**$1**');

describe('the examples of docs/sources.md', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/sources.md'), 'utf8');
  const examples = [...page.matchAll(example)];

  it('are there', () =>
    assert.deepEqual(
      examples.map(([, kind]) => kind),
      ['postmortem', 'costs', 'plan', 'metrics'],
    ));

  for (const [, kind = '', file = '', text = '', shown] of examples) {
    it(`are what is made: ${kind}`, async () => {
      assert.equal(shown?.trim(), asShown(await made(kind, text, file)));
    });
  }
});
