/**
 * How the work of each rule grows with texts made to be hard: `npm run bench:hostile`. Every shape is checked at one size
 * and at four times that; where a rule's time grows more than sixfold, it is listed. Prints; nothing here passes or fails.
 */
import { gates } from '../../core/gates/index.ts';
import type { DiagramRule, DocumentRule, Gate, Rule } from '../../core/gates/rule.ts';
import { checkText } from '../support/checkText.ts';
import { hostileShapes } from '../support/hostileShapes.ts';
import { table } from './faults/table.ts';

const factor = 4;
const mostGrowth = 6;
/** What takes less is measured too badly to say anything of its growth, in milliseconds. */
const leastTime = 40;

/** Of this process alone, so that a busy machine tells as much. */
const milliseconds = (): number => process.cpuUsage().user / 1000;

/** The gates, with the time of each rule and of each verdict added to `spent`. */
function watch(spent: Map<string, number>): readonly Gate[] {
  const timed = <Result>(name: string, work: () => Result): Result => {
    const start = milliseconds();
    const result = work();
    spent.set(name, (spent.get(name) ?? 0) + milliseconds() - start);
    return result;
  };
  const watchRule = (rule: Rule): Rule => {
    const { alias } = rule.meta;
    switch (rule.scope) {
      case 'document': {
        const check: DocumentRule['check'] = (...of) => timed(alias, () => [...rule.check(...of)]);
        return { ...rule, check };
      }
      case 'diagram': {
        const check: DiagramRule['check'] = (...of) => timed(alias, () => [...rule.check(...of)]);
        return { ...rule, check };
      }
      case 'fault':
        return rule;
    }
  };
  return gates.map((gate) => ({
    ...gate,
    rules: gate.rules.map(watchRule),
    judge: (...of) => timed(`verdict of ${gate.id}`, () => gate.judge(...of)),
  }));
}

async function measure(text: string, type: string): Promise<ReadonlyMap<string, number>> {
  const spent = new Map<string, number>();
  const parse = (): Promise<{ renders: true; type: string }> => Promise.resolve({ renders: true, type });
  const start = milliseconds();
  await checkText(text, { gates: watch(spent), deps: { oracle: { version: 'none', parse } } });
  const whole = milliseconds() - start;
  const ofRules = [...spent.values()].reduce((sum, each) => sum + each, 0);
  return spent.set('reading', whole - ofRules);
}

const slow: (readonly string[])[] = [];
for (const { name, type, make, size } of hostileShapes) {
  const small = await measure(make(size), type);
  for (const [rule, time] of await measure(make(size * factor), type)) {
    const before = small.get(rule) ?? 0;
    const growth = time / Math.max(before, leastTime / factor);
    if (time < leastTime || growth <= mostGrowth) continue;
    slow.push([name, rule, `${before.toFixed(0)} ms`, `${time.toFixed(0)} ms`, `${growth.toFixed(1)}x`]);
  }
}
console.log(`${hostileShapes.length} shapes, each at one size and at ${factor} times that`);
console.log(
  slow.length === 0
    ? `no rule grew more than ${mostGrowth}x`
    : `\n${table([['shape', 'rule', 'small', 'large', 'growth'], ...slow])}`,
);
