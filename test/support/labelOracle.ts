/** A parser for tests of repairs: it refuses a label in brackets with a bracket in it and no quotes, and the word BROKEN. */
import type { Oracle, OracleVerdict } from '../../core/ports.ts';

export class LabelOracle implements Oracle {
  readonly version = 'labels';

  parse(text: string): Promise<OracleVerdict> {
    const type = 'flowchart-v2';
    const label = /\[[^"\]\n]*?\(|BROKEN/.exec(text);
    if (label === null) return Promise.resolve({ renders: true, type });
    const isLabel = label[0] !== 'BROKEN';
    const start = isLabel ? label.index + label[0].length - 1 : label.index;
    const found = isLabel ? '(' : 'BROKEN';
    const fault = { message: 'Parse error', span: { start, end: start + found.length }, found, expected: ['SQE'] };
    return Promise.resolve({ renders: false, type, faults: [fault] });
  }
}
