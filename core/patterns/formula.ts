/** Evaluates the values of a pattern: what a field holds, and what a computed figure comes to. */
import { assertNever } from '../model.ts';
import type { Field, Formula, Value } from './pattern.ts';

/** What an author answered, by field name; a field without an answer keeps its default. */
export type Answers = Readonly<Record<string, string>>;

/** What is wrong with an answer, in words for a person; undefined when it can be used. */
export function answerProblem(field: Field, answer: string): string | undefined {
  if (/[\r\n]/.test(answer)) return 'Write it on one line.';
  switch (field.kind) {
    case 'text':
      return answer.trim() === '' ? 'Write something.' : undefined;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(answer) ? undefined : 'Write a number such as 33.4, without grouping.';
    case 'clock':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(answer) ? undefined : 'Write a time of day such as 09:47.';
    case 'date':
      return isDay(answer) ? undefined : 'Write a day such as 2026-06-08.';
    case 'choice':
      return field.options.includes(answer) ? undefined : `Choose one of: ${field.options.join(', ')}.`;
    default:
      return assertNever(field);
  }
}

/** Whether it is a day of the calendar: the thirtieth of February is none. */
function isDay(answer: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(answer);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.toISOString().startsWith(answer);
}

/** The text a value stands for. Throws where an answer has a problem that `answerProblem` would have named. */
export function evaluate(value: Value, answers: Answers): string {
  if (value.kind === 'computed') return calculate(value.formula, answers);
  const answer = answers[value.name];
  if (answer === undefined) return value.kind === 'choice' ? value.options[0] : value.default;
  const problem = answerProblem(value, answer);
  if (problem !== undefined) throw new Error(`${value.name}: ${problem}`);
  return answer;
}

function calculate(formula: Formula, answers: Answers): string {
  const read = (value: Value): Decimal => decimal(evaluate(value, answers));
  const factor = (by: Value | number): number => (typeof by === 'number' ? by : read(by).amount);
  switch (formula.op) {
    case 'sum':
      return add(formula.of.map(read));
    case 'difference': {
      const less = read(formula.less);
      return add([read(formula.from), { ...less, amount: -less.amount }]);
    }
    case 'product':
      return (read(formula.of).amount * factor(formula.by)).toFixed(formula.decimals);
    case 'quotient':
      return (read(formula.of).amount / read(formula.by).amount).toFixed(formula.decimals);
    case 'percent':
      return ((100 * read(formula.part).amount) / read(formula.whole).amount).toFixed(formula.decimals);
    case 'minutes':
      return String(minutesBetween(evaluate(formula.from, answers), evaluate(formula.to, answers)));
    default:
      return assertNever(formula);
  }
}

interface Decimal {
  readonly amount: number;
  /** How many digits were written after the point. */
  readonly decimals: number;
}

function decimal(written: string): Decimal {
  return { amount: Number(written), decimals: written.split('.')[1]?.length ?? 0 };
}

function add(terms: readonly Decimal[]): string {
  const decimals = Math.max(0, ...terms.map((term) => term.decimals));
  return terms.reduce((total, term) => total + term.amount, 0).toFixed(decimals);
}

function minutesBetween(from: string, to: string): number {
  const day = 24 * 60;
  return (minuteOfDay(to) - minuteOfDay(from) + day) % day;
}

function minuteOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
