import assert from 'node:assert/strict';
import { applyEdits } from '../../../core/document/edits.ts';
import { namesOf } from '../../../core/names/names.ts';
import { renameIn } from '../../../core/names/rename.ts';

/** The text after a renaming, or why there is none. */
const renamed = (text: string, type: string, from: string, to: string): string => {
  const name = namesOf({ text, type }).find((each) => each.name === from);
  assert(name !== undefined, `the diagram has ${from}`);
  const renaming = renameIn({ text, type }, name, to);
  return 'problem' in renaming ? renaming.problem : applyEdits(text, renaming.edits);
};

const flowchart = `flowchart LR
  api[The api] --> db[(api data)]
  api -->|api calls| cache:::fast
  classDef fast fill:#0f0
  style api fill:#fff
`;

describe('renaming in a diagram', () => {
  it('changes every place that speaks of a node, and no label', () => {
    assert.equal(
      renamed(flowchart, 'flowchart-v2', 'api', 'gateway'),
      flowchart
        .replace('  api[', '  gateway[')
        .replace('  api -->', '  gateway -->')
        .replace('style api', 'style gateway'),
    );
  });

  it('changes a class of styles and a group', () => {
    assert.equal(renamed(flowchart, 'flowchart-v2', 'fast', 'quick'), flowchart.replaceAll('fast', 'quick'));
    const grouped = 'flowchart LR\n  subgraph a [aa]\n    b\n  end\n  c --> a\n';
    assert.equal(
      renamed(grouped, 'flowchart-v2', 'a', 'z'),
      grouped.replace('subgraph a', 'subgraph z').replace('--> a', '--> z'),
    );
  });

  it('changes participants, not what they say', () => {
    const sequence = 'sequenceDiagram\n  participant A as A\n  A->>+B: A calls B\n  B-->>-A: A\n';
    assert.equal(
      renamed(sequence, 'sequence', 'A', 'Clerk'),
      'sequenceDiagram\n  participant Clerk as A\n  Clerk->>+B: A calls B\n  B-->>-Clerk: A\n',
    );
  });

  it('refuses a name that is taken, is no name, or makes the diagram say something else', () => {
    assert.equal(renamed(flowchart, 'flowchart-v2', 'api', 'db'), 'taken');
    assert.equal(renamed(flowchart, 'flowchart-v2', 'api', 'the api'), 'not-a-name');
    assert.equal(renamed(flowchart, 'flowchart-v2', 'api', 'a[b'), 'not-a-name');
    assert.equal(renamed(flowchart, 'flowchart-v2', 'api', ''), 'not-a-name');
    // A relation of C4 names its ends where no reader looks for them.
    assert.equal(renamed('C4Context\n  Person(u, "User")\n  Rel(u, u, "asks")\n', 'c4', 'u', 'v'), 'unsafe');
  });
});
