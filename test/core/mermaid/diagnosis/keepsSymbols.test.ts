import assert from 'node:assert/strict';
import { applyEdits } from '../../../../core/document/edits.ts';
import { keepsSymbols } from '../../../../core/mermaid/diagnosis/keepsSymbols.ts';

/** Whether replacing the first `from` by `to` keeps what the diagram says. */
function keeps(text: string, from: string, to: string, type = 'flowchart-v2'): boolean {
  const start = text.indexOf(from);
  assert.ok(start >= 0, from);
  const edits = [{ span: { start, end: start + from.length }, text: to }];
  return keepsSymbols(text, edits, applyEdits(text, edits), type);
}

describe('a repair keeps what a diagram says', () => {
  it('when it quotes a label, corrects an arrow or closes a bracket', () => {
    assert.ok(keeps('flowchart LR\n  a[Orders (EU)] --> b\n', 'Orders (EU)', '"Orders (EU)"'));
    assert.ok(keeps('flowchart LR\n  a => b\n', '=>', '==>'));
    assert.ok(keeps('flowchart LR\n  a[Orders --> b[Payments]\n', 'Orders', 'Orders]'));
  });

  it('when a keyword or a header is corrected, or a keyword gets another name', () => {
    assert.ok(keeps('flowchart LR\n  subgrpah one\n    a --> b\n  end\n', 'subgrpah', 'subgraph'));
    assert.ok(keeps('flowchrat LR\n  a --> b\n', 'flowchrat', 'flowchart'));
    assert.ok(keeps('flowchart LR\n  a --> end\n', 'end', 'End'));
  });

  it('and not when a quote swallows the lines below it', () => {
    const text = 'flowchart LR\n  a[Orders] --> b\n  c["Payments"] --> d["Ledger"]\n';
    assert.ok(!keeps(text, '[Orders]', '["Orders]'));
  });

  it('and not when a name is new, or was the word of a link', () => {
    assert.ok(!keeps('flowchart LR\n  a --> b\n', 'b', 'cache'));
    assert.ok(!keeps('flowchart LR\n  a -- yes --> b\n', '--', '-->'));
  });

  it('whatever is done where nobody reads the type', () => {
    assert.ok(keeps('info\n  a\n', 'a', 'b', 'info'));
  });
});
