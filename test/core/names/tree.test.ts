import assert from 'node:assert/strict';
import { treeOf } from '../../../core/names/tree.ts';
import type { TreeEntry } from '../../../core/names/tree.ts';

const lines = (entries: readonly TreeEntry[], indent = ''): readonly string[] =>
  entries.flatMap(({ kind, title, detail, children }) => [
    `${indent}${kind} ${title}${detail === '' ? '' : ` (${detail})`}`,
    ...lines(children, `${indent}  `),
  ]);

describe('the tree of a diagram', () => {
  it('has groups with what stands in them, in order of place', () => {
    const text = `flowchart LR
  user[A reader] --> shop
  subgraph shop[The shop]
    cart --> stock[(Stock)]
    subgraph back
      desk
    end
  end
  after
`;
    assert.deepEqual(lines(treeOf({ text, type: 'flowchart-v2' })), [
      'node A reader (user)',
      'group The shop (shop)',
      '  node cart',
      '  node Stock (stock)',
      '  group back (subgraph)',
      '    node desk',
      'node after',
    ]);
  });

  it('has attributes below their entity and tasks below their section', () => {
    const entities = 'erDiagram\n  BOOK {\n    int pages\n  }\n  BOOK ||--o{ SHELF : on\n';
    assert.deepEqual(lines(treeOf({ text: entities, type: 'er' })), ['node BOOK', '  row int pages', 'node SHELF']);
    const plan = 'gantt\n  section Build\n  Frame :a1, 2024-01-01, 3d\n';
    assert.deepEqual(lines(treeOf({ text: plan, type: 'gantt' })), [
      'group Build (section)',
      '  row Frame (2024-01-01, 3d)',
    ]);
  });

  it('keeps each place inside of its span, and stays flat where groups are nested without end', () => {
    const depth = 3000;
    const text = `flowchart LR\n${'subgraph g\n'.repeat(depth)}a\n${'end\n'.repeat(depth)}`;
    const entries = treeOf({ text, type: 'flowchart-v2' });
    const depthOf = ({ children }: TreeEntry): number => 1 + Math.max(0, ...children.map(depthOf));
    assert.ok(entries.length > 0 && Math.max(...entries.map(depthOf)) <= 21);
    const check = ({ span, place, children }: TreeEntry): void => {
      assert.ok(span.start <= place.start && place.end <= span.end);
      children.forEach(check);
    };
    entries.forEach(check);
  });

  it('is empty where nobody reads the type', () => {
    assert.deepEqual(treeOf({ text: 'nonsense', type: undefined }), []);
  });
});
