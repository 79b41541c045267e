/** Diagrams that several of the preview's tests show. */
import type { TestDiagram } from './preview.ts';

export const flowchart: TestDiagram = {
  type: 'flowchart-v2',
  text: 'flowchart LR\n  Client["Client, 97 RPS"] --> Gateway\n  Gateway --> Orders[("Orders, 12 GB")]',
};

export const sequence: TestDiagram = {
  type: 'sequence',
  text: 'sequenceDiagram\n  Client->>Gateway: order\n  Gateway->>Orders: insert, p99 45 ms\n  Orders-->>Client: done',
};

export const pie: TestDiagram = {
  type: 'pie',
  text: 'pie title Monthly bill\n  "Compute" : 60\n  "Storage" : 40',
};

export const journey: TestDiagram = {
  type: 'journey',
  text: 'journey\n  title A refund\n  section Desk\n    Ask for it, 2 min: 3: Guest\n    Wait, 40 min: 1: Guest, Clerk',
};

/** As `flowchart` while somebody types: the label's bracket is not closed. */
export const brokenFlowchart: TestDiagram = {
  type: 'flowchart-v2',
  text: 'flowchart LR\n  Client["Client, 97 RPS"] --> Gateway\n  Gateway --> Orders[("Orders',
  fault: 'The label of Orders is not closed: add )]',
};

/** Takes Mermaid's layout many seconds: every node is connected with every other. */
export function tangle(nodes: number): TestDiagram {
  const names = Array.from({ length: nodes }, (_, index) => `n${index}`);
  const edges = names.flatMap((from, index) => names.slice(index + 1).map((to) => `  ${from} --> ${to}`));
  return { type: 'flowchart-v2', text: ['flowchart TD', ...edges].join('\n') };
}
