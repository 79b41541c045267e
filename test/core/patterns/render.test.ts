import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { answerProblem } from '../../../core/patterns/formula.ts';
import type { Part, Pattern } from '../../../core/patterns/pattern.ts';
import { fill, fillDefaults, renderSnippet } from '../../../core/patterns/render.ts';
import {
  choice,
  clock,
  computed,
  date,
  diagram,
  heading,
  number,
  prose,
  shell,
  table,
  text,
} from '../../../core/patterns/write.ts';
import { expandSnippet } from './snippetSyntax.ts';

function patternOf(...body: Pattern['body']): Pattern {
  return { id: 'p', family: 'system', title: 'P', trigger: 'dg-p', description: '', when: '', inputs: [], body };
}

const name = text('name', 'Name', 'Orders');
const web = number('web', 'Web', '1.25');
const data = number('data', 'Data', '0.5');
const total = computed('total', 'Total', { op: 'sum', of: [web, data] });

describe('writing a pattern', () => {
  it('removes the indentation that all lines share and keeps the rest', () => {
    const block = diagram`
      flowchart LR
          a["${name}"]

          ${'b --> c'}
    `;
    assert.equal(fillDefaults(patternOf(block), 'diagram'), 'flowchart LR\n    a["Orders"]\n\n    b --> c');
  });

  it('keeps a line that begins with a value at its place', () => {
    const block = diagram`
      ${name} -->
        ${web}
    `;
    assert.equal(fillDefaults(patternOf(block), 'diagram'), 'Orders -->\n  1.25');
  });
});

describe('rendering a pattern', () => {
  const pattern = patternOf(
    heading`## ${name}`,
    diagram`pie
    "${name}" : ${total}`,
    table`| ${web} | ${data} | ${total} |`,
    shell`echo ${name}`,
    prose`Done.`,
  );

  it('puts a blank line between blocks and fences around diagrams and code', () => {
    assert.equal(
      fillDefaults(pattern),
      '## Orders\n\n```mermaid\npie\n    "Orders" : 1.75\n```\n\n| 1.25 | 0.5 | 1.75 |\n\n```bash\necho Orders\n```\n\nDone.',
    );
  });

  it('gives the diagram alone, without a fence', () => {
    assert.equal(fillDefaults(pattern, 'diagram'), 'pie\n    "Orders" : 1.75');
  });

  it('numbers fields by place, figures after them, and mirrors what was shown before', () => {
    assert.equal(
      renderSnippet(pattern),
      '## ${1:Orders}\n\n```mermaid\npie\n    "${1}" : ${4:1.75}\n```\n\n' +
        '| ${2:1.25} | ${3:0.5} | ${4} |\n\n```bash\necho ${1}\n```\n\nDone.$0',
    );
  });

  it('numbers the diagram alone from one', () => {
    assert.equal(renderSnippet(pattern, { target: 'diagram' }), 'pie\n    "${1:Orders}" : ${2:1.75}$0');
  });

  it('takes answers as the new defaults and computes figures from them', () => {
    assert.equal(fill(pattern, { target: 'diagram', answers: { name: 'Bill', web: '10' } }), 'pie\n    "Bill" : 10.5');
    assert.equal(
      renderSnippet(pattern, { target: 'diagram', answers: { name: 'Bill', web: '10' } }),
      'pie\n    "${1:Bill}" : ${2:10.5}$0',
    );
  });

  it('refuses an answer that is no number where a number belongs', () => {
    assert.throws(() => fill(pattern, { answers: { web: '1,250' } }), /web: Write a number such as 33\.4/);
  });

  it('puts the answer of a choice first and keeps the other options', () => {
    const zone = choice('zone', 'Zone', 'UTC', 'CET', 'a, b|c\\d $}');
    const chosen = patternOf(prose`${zone}, ${zone}`);
    assert.equal(renderSnippet(chosen), '${1|UTC,CET,a\\, b\\|c\\\\d $}|}, ${1}$0');
    assert.equal(renderSnippet(chosen, { answers: { zone: 'CET' } }), '${1|CET,UTC,a\\, b\\|c\\\\d $}|}, ${1}$0');
    assert.equal(fillDefaults(chosen), 'UTC, UTC');
  });

  it('escapes what the snippet syntax would read', () => {
    const money = patternOf(prose`$5 \\ {} ${text('path', 'Path', '${x}\\')}`);
    assert.equal(renderSnippet(money), '\\$5 \\\\ {\\} ${1:\\${x\\}\\\\}$0');
    assert.equal(fillDefaults(money), '$5 \\ {} ${x}\\');
  });

  it('expands to the filled text whatever literals, defaults and options hold', () => {
    const awkward = fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '|', ',', ':', '1', '/', 'a', ' ', '\n') });
    const line = awkward.map((value) => value.replaceAll('\n', ' '));
    const part: fc.Arbitrary<Part> = fc.oneof(
      awkward,
      line.map((value) => text('free', 'Free', value)),
      // An option is never empty: VS Code would not show it.
      fc
        .array(
          line.filter((option) => option !== ''),
          { minLength: 1, maxLength: 4 },
        )
        .map(([first = '-', ...more]) => choice('picked', 'Picked', first, ...new Set(more))),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const one = new Map<string, Part>();
        for (const each of parts) if (typeof each !== 'string' && !one.has(each.name)) one.set(each.name, each);
        const same = parts.map((each) => (typeof each === 'string' ? each : (one.get(each.name) ?? each)));
        const pattern = patternOf({ kind: 'text', parts: same });
        assert.equal(expandSnippet(renderSnippet(pattern)).text, fillDefaults(pattern));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the reader of snippets that checks the writer', () => {
  it('refuses a dollar that begins nothing, and a tab stop with two defaults', () => {
    assert.throws(() => expandSnippet('costs $x'), /not a tab stop at 6/);
    assert.throws(() => expandSnippet('${1:a} ${1:b}'), /tab stop 1 has two defaults/);
  });

  it('sees a default that was not escaped', () => {
    assert.notEqual(expandSnippet('${1:a}b}').text, 'a}b');
  });
});

describe('computed figures', () => {
  const from = clock('from', 'From', '23:50');
  const to = clock('to', 'To', '00:05');
  const figure = (formula: Parameters<typeof computed>[2], answers = {}): string =>
    fill(patternOf(prose`${computed('figure', 'Figure', formula)}`), { answers });

  it('add up without the errors of binary fractions', () => {
    const tenths = ['0.1', '0.2'].map((value, index) => number(`n${index}`, 'N', value));
    assert.equal(figure({ op: 'sum', of: tenths }), '0.3');
  });

  it('keep the decimals of the finest operand', () => {
    assert.equal(figure({ op: 'difference', from: web, less: data }), '0.75');
    assert.equal(figure({ op: 'difference', from: data, less: web }), '-0.75');
  });

  it('multiply, divide and take percentages to the decimals asked for', () => {
    assert.equal(figure({ op: 'product', of: web, by: 12, decimals: 1 }), '15.0');
    assert.equal(figure({ op: 'product', of: web, by: data, decimals: 2 }), '0.63');
    assert.equal(figure({ op: 'quotient', of: web, by: data, decimals: 2 }), '2.50');
    assert.equal(figure({ op: 'percent', part: data, whole: web, decimals: 0 }), '40');
  });

  it('count minutes across midnight', () => {
    assert.equal(figure({ op: 'minutes', from, to }), '15');
    assert.equal(figure({ op: 'minutes', from, to }, { from: '09:47', to: '12:35' }), '168');
  });

  it('follow other figures', () => {
    assert.equal(figure({ op: 'product', of: total, by: 2, decimals: 1 }, { web: '3' }), '7.0');
  });
});

describe('an answer that is a day', () => {
  it('is one of the calendar, written with the year first', () => {
    const start = date('start', 'Start', '2026-06-08');
    const problem = 'Write a day such as 2026-06-08.';
    assert.equal(answerProblem(start, '2028-02-29'), undefined);
    for (const wrong of ['2026-02-29', '2026-13-01', '8 June 2026', '0000-00-00']) {
      assert.equal(answerProblem(start, wrong), problem, wrong);
    }
  });
});
