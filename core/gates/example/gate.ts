/** Gate 4: does the page name a real example? Its rules' ids are DG401 to DG499. */
import { LineTable } from '../../document/lines.ts';
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { exampleMissing } from './example-missing.ts';
import { asksForExample } from './facts/asksForExample.ts';
import { examplesOf } from './facts/examples.ts';
import { genericComponent } from './generic-component.ts';
import { placeholder } from './placeholder.ts';

export const exampleGate: Gate = {
  id: 'example',
  ...gateWords.example,
  rules: [exampleMissing, genericComponent, placeholder],
  judge(facts) {
    const { tied } = examplesOf(facts);
    const lines = new LineTable(facts.model.text);
    const examples = tied.map(({ name, span }) => ({ name, line: lines.lineAt(span.start) + 1 }));
    if (!asksForExample(facts)) return { verdict: 'not-applicable', evidence: { examples } };
    return { verdict: examples.length > 0 ? 'pass' : 'fail', evidence: { examples } };
  },
};
