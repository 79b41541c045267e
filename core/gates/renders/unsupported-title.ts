/** DG057: a `title` line in a diagram type that has none. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { insertAt, removeLine, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG057',
  alias: 'unsupported-title',
  gate: 'renders',
  severity: 'error',
  title: 'The diagram type knows no `title` line.',
  why: 'Some types take a `title` statement, others read it as a node or a row. A title in the front matter works for every type.',
  fixable: true,
};

export const unsupportedTitle: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, type }: BrokenDiagram): Iterable<Proposal> {
    if (type === undefined || !/^(?:flowchart|swimlane|agentflow|mindmap|sankey|block|kanban|class|state)/.test(type))
      return;
    const line = contentLines(masked)
      .slice(1)
      .find((each) => /^title[:\s]\s*\S/.test(each.text));
    if (line === undefined || /^\s*---/.test(text)) return;
    const title = line.text.replace(/^title[:\s]\s*/, '');
    const value = /^[\w][\w ,.()/+-]*$/.test(title) ? title : JSON.stringify(title);
    yield {
      span: within(line.span, 0, 5),
      message: 'This diagram type knows no `title` line: put the title into front matter above the diagram.',
      edits: [insertAt(0, `---\ntitle: ${value}\n---\n`), removeLine(text, line.span)],
      fix: 'Move the title to the front matter',
      weight: 8,
    };
  },
};
