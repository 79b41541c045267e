import assert from 'node:assert/strict';
import { suggestionsAt } from '../../../core/names/completion.ts';

/** What is suggested where `¦` stands: kinds with words, and what is replaced. */
const suggested = (marked: string, type?: string): string | undefined => {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = suggestionsAt({ text, type }, offset);
  if (found === undefined) return undefined;
  const words = (['type', 'keyword', 'direction', 'node', 'class'] as const).flatMap((kind) => {
    const list = found.list.filter((one) => one.kind === kind).map((one) => one.text);
    if (list.length === 0) return [];
    return kind === 'keyword' || kind === 'type' ? `${list.length} ${kind}s` : `${kind} ${list.join(' ')}`;
  });
  const replaced = text.slice(found.span.start, found.span.end);
  return `${words.join(', ')}${replaced === '' ? '' : ` for ${replaced}`}${found.isClosed ? ', at once' : ''}`;
};

const flowchart = 'flowchart-v2';

describe('suggestions in a diagram', () => {
  it('are types in the first line, below front matter and comments, too', () => {
    assert.match(suggested('¦') ?? '', /^\d+ types, at once$/);
    assert.match(suggested('flow¦') ?? '', /^\d+ types for flow, at once$/);
    assert.match(suggested('---\ntitle: x\n---\n%% note\nseq¦\n') ?? '', /^\d+ types for seq, at once$/);
    assert.equal(suggested('---\nti¦'), undefined);
    assert.equal(suggested('---\ntitle: x¦\n---\nflowchart LR\n', flowchart), undefined);
    const words = suggestionsAt({ text: '', type: undefined }, 0)?.list.map(({ text }) => text) ?? [];
    for (const word of ['flowchart', 'sequenceDiagram', 'xychart', 'architecture-beta'])
      assert.ok(words.includes(word));
    for (const old of ['graph', 'xychart-beta', 'stateDiagram']) assert.ok(!words.includes(old), old);
  });

  it('are directions behind the type and the keyword', () => {
    assert.equal(suggested('flowchart ¦'), 'direction LR TB RL BT, at once');
    assert.equal(suggested('flowchart LR\n  direction R¦', flowchart), 'direction LR TB RL BT for R, at once');
    assert.equal(suggested('pie ¦', 'pie'), undefined);
  });

  it('are nodes behind arrows and where they are spoken of', () => {
    const known = 'flowchart LR\n  one[First] --> two\n';
    assert.equal(suggested(`${known}  two --> ¦`, flowchart), 'node one two');
    assert.equal(suggested(`${known}  two -->|again| o¦`, flowchart), 'node one two for o');
    assert.equal(suggested(`${known}  one & ¦`, flowchart), 'node one two');
    assert.equal(suggested(`${known}  style ¦`, flowchart), 'node one two');
    assert.equal(suggested(`${known}  class one, t¦`, flowchart), 'node one two for t');
    assert.equal(suggested('sequenceDiagram\n  A->>B: x\n  B-->>-¦', 'sequence'), 'node A B');
    assert.equal(suggested('sequenceDiagram\n  A->>B: x\n  Note over ¦', 'sequence'), 'node A B');
    assert.equal(suggested('erDiagram\n  A ||--o{ B : x\n  B ||--o{ ¦', 'er'), 'node A B');
  });

  it('are classes behind three colons and in a class statement', () => {
    const known = 'flowchart LR\n  classDef hot fill:#f00\n  one --> two\n';
    assert.equal(suggested(`${known}  one:::¦`, flowchart), 'class hot, at once');
    assert.equal(suggested(`${known}  class one,two h¦`, flowchart), 'class hot for h, at once');
  });

  it('are keywords and nodes where a line begins', () => {
    assert.match(suggested('flowchart LR\n  one --> two\n  s¦', flowchart) ?? '', /^\d+ keywords, node one two for s$/);
    assert.match(suggested('gantt\n  ¦', 'gantt') ?? '', /^\d+ keywords$/);
  });

  it('are none inside of labels, texts and comments, nor of the word that is being written', () => {
    for (const place of ['one[Two ¦', 'one["Two ¦', 'one -->|t¦', 'one{a¦', '%% on¦', 'one -- t¦']) {
      assert.equal(suggested(`flowchart LR\n  one --> two\n  ${place}`, flowchart), undefined, place);
    }
    assert.equal(suggested('sequenceDiagram\n  A->>B: call ¦', 'sequence'), undefined);
    assert.equal(suggested('flowchart LR\n  one --> t¦', flowchart), 'node one for t');
  });
});
