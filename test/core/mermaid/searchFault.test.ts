import assert from 'node:assert/strict';
import { narrow, searchFault } from '../../../core/mermaid/searchFault.ts';

const message = 'Branch "fix" is unknown';

/** Answers as a parser that objects to every text with `word` in it, and counts how often it is asked. */
const objectTo = (
  word: string,
  said = message,
): { ask: (text: string) => Promise<string | undefined>; asked: () => number } => {
  let count = 0;
  return {
    ask: (text) => {
      count++;
      return Promise.resolve(text.includes(word) ? said : undefined);
    },
    asked: () => count,
  };
};

describe('the search for a fault without a place', () => {
  const lines = Array.from({ length: 100 }, (_, index) => (index === 61 ? '  checkout fix' : `  commit ${index}`));
  const text = ['gitGraph', ...lines].join('\n');

  it('finds the line that brings the message, with few questions', async () => {
    const { ask, asked } = objectTo('checkout fix');
    const span = await searchFault(text, 0, message, ask);
    assert.equal(text.slice(span.start, span.end), 'fix');
    assert.equal(text.slice(0, span.start).split('\n').length, 63);
    assert.ok(asked() <= 7, `asked ${asked()} times`);
  });

  it('shows the whole line when the message names nothing in it', async () => {
    const said = 'Something is wrong';
    const span = await searchFault(text, 0, said, objectTo('checkout fix', said).ask);
    assert.equal(text.slice(span.start, span.end), 'checkout fix');
  });

  it('ends at the last line when no part of the text brings the message', async () => {
    const span = await searchFault('a\nb\nc', 0, message, () => Promise.resolve(undefined));
    assert.deepEqual(span, { start: 4, end: 5 });
  });

  it('looks into the block that is judged at its end', async () => {
    const block = 'sequenceDiagram\n  loop\n    A->>B: x\n    B-->>-A: y\n    A->>B: z\n  end';
    const said = 'Trying to inactivate an inactive participant (B)';
    const ask = (part: string): Promise<string | undefined> => {
      if (part.includes('loop') && !part.includes('end')) return Promise.resolve('unfinished');
      return Promise.resolve(part.includes('-->>-') ? said : undefined);
    };
    const span = await searchFault(block, 0, said, ask);
    assert.equal(block.slice(span.start - 4, span.end + 7), '    B-->>-A:');
  });

  it('takes a name only where it is a word of its own', () => {
    const line = 'fixed prefix fix';
    assert.deepEqual(narrow(line, { start: 0, end: line.length }, message), { start: 13, end: 16 });
    assert.equal(narrow('fixed', { start: 0, end: 5 }, message), undefined);
  });
});
