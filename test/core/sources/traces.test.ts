import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { convert } from '../../../core/sources/convert.ts';
import { criticalPath } from '../../../core/sources/traces/criticalPath.ts';
import { percentile } from '../../../core/sources/traces/latency.ts';
import type { Call } from '../../../core/sources/traces/model.ts';
import { assertHolds, hostileName } from '../../support/hostileNames.ts';
import { assertGreen, convertText, hurried, made, madeFrom, problemIn, sourceOf } from '../../support/madePages.ts';

const title = 'Nordlicht checkout';

interface Told {
  readonly id: string;
  readonly parent?: string;
  readonly name?: string;
  readonly service?: string;
  readonly peer?: string;
  readonly kind?: 'CLIENT' | 'SERVER' | 'PRODUCER' | 'CONSUMER';
  /** In microseconds. */
  readonly start: number;
  readonly duration: number;
  readonly error?: string;
  readonly trace?: string;
}

/** Spans as Zipkin writes them, one a line from line 2 on. */
function zipkin(spans: readonly Told[]): string {
  const lines = spans.map(
    ({ id, parent, name = 'op', service = 'a', peer, kind, start, duration, error, trace = 't1' }) =>
      JSON.stringify({
        traceId: trace,
        id,
        parentId: parent,
        name,
        kind,
        timestamp: 1_780_000_000_000_000 + start,
        duration,
        localEndpoint: { serviceName: service },
        remoteEndpoint: peer === undefined ? undefined : { serviceName: peer },
        tags: error === undefined ? undefined : { error },
      }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** The lines of the diagram that begins with `header`, without indentation. */
function diagramOf(page: string, header: string): readonly string[] {
  const lines = page.split('\n');
  const start = lines.indexOf(header);
  assert(start !== -1, page);
  return lines.slice(start, lines.indexOf('```', start)).map((line) => line.trim());
}

describe('traces', function () {
  this.timeout(60_000);

  for (const file of ['checkout-otlp.json', 'search-otlp.jsonl', 'dispatch-jaeger.json', 'rides-zipkin.json']) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('traces', `traces/${file}`, { title }));
    });
  }

  it('become a sequence of calls with the times their callers measured, each with the lines of both sides', async () => {
    const page = await madeFrom('traces', 'traces/checkout-otlp.json', { title });
    assert(page.startsWith('## Nordlicht checkout: where the latency budget goes\n\n```mermaid\nsequenceDiagram\n'));
    const sequence = diagramOf(page, 'sequenceDiagram');
    const from = sequence.indexOf('par Reserve');
    assert.deepEqual(sequence.slice(from, from + 15), [
      'par Reserve',
      '%% checkout-otlp.json:130,281',
      'checkout->>+inventory: Reserve',
      '%% checkout-otlp.json:292',
      'inventory->>+postgresql: SELECT stock FOR UPDATE',
      'postgresql-->>-inventory: 97.7 ms',
      'inventory-->>-checkout: 121.7 ms',
      'and Quote',
      '%% checkout-otlp.json:148,350',
      'checkout->>+shipping: Quote',
      'shipping-->>-checkout: 67.5 ms',
      'end',
      '%% checkout-otlp.json:166,395',
      'checkout->>+payments: Authorize',
      'payments--x-checkout: 300.6 ms – deadline exceeded after 300 ms',
    ]);
    assert(sequence.includes('checkout->>+payments: Authorize (retry 1)'));
    assert(sequence.includes('checkout-)mailer: orders process, 3.6 ms'));
  });

  it('become a waterfall, with what the request waited for marked as critical', async () => {
    const page = await madeFrom('traces', 'traces/checkout-otlp.json', { title });
    const bars = diagramOf(page, 'gantt');
    assert.deepEqual(bars.slice(0, 7), [
      'gantt',
      'title Nordlicht checkout: 1043.5 ms, axis in ms',
      'dateFormat x',
      'axisFormat %Q',
      'tickInterval 200millisecond',
      'section edge-gateway',
      '%% checkout-otlp.json:33',
    ]);
    assert(bars.includes('Reserve, 121.7 ms :crit, 20, 142'));
    assert(bars.includes('Quote, 67.5 ms :21, 88'));
    assert(bars.includes('Authorize, 300.6 ms, failed :crit, 143, 444'));
  });

  it('tell what the request waited for: the parts add up to the whole', async () => {
    const page = await madeFrom('traces', 'traces/checkout-otlp.json', { title });
    assert(page.includes('| POST /charges | payments | 348.6 | 38.2% |\n'), page);
    assert(page.includes('| **Total** | | **912.4** | **100%** |\n'), page);
    assert(!page.includes('Operations in'), 'one trace has no percentiles');
  });

  it('have percentiles over all traces, and the slowest one drawn, or the one asked for', async () => {
    const page = await madeFrom('traces', 'traces/search-otlp.jsonl', { title });
    assert(page.includes('### Waterfall of the slowest of 24 traces, trace 5ea7c4000000000000000000000040e1\n'));
    assert(page.includes('### Operations in 24 traces\n'));
    assert(page.includes('| Query | index | 24 | 2 | 20.05 | 46.94 | 595.36 | 595.36 |\n'), page);
    const other = await madeFrom('traces', 'traces/dispatch-jaeger.json', { trace: '6E0C' });
    assert(other.includes('### Waterfall of trace 6e0c63257de34c92\n'));
    assert.equal(
      await problemIn('traces', zipkin([{ id: 'a', start: 0, duration: 5 }]), { trace: 'ff' }),
      '-: there is no trace ff among the 1 in it',
    );
  });

  it('take both sides of a call that share an id as Zipkin writes it', async () => {
    const page = await madeFrom('traces', 'traces/rides-zipkin.json', { title });
    assert(diagramOf(page, 'sequenceDiagram').includes('rides->>+fares: get /fares'));
    assert(page.includes('%% rides-zipkin.json:14,34\n'));
    assert(page.includes('profiles--x-rides: 3.90 ms – 503\n'));
  });

  it('draw who was called on the way where the server recorded only its own calls', async () => {
    const page = await made(
      'traces',
      zipkin([
        { id: 'r', kind: 'SERVER', start: 0, duration: 90 },
        { id: 'c', parent: 'r', name: 'reserve', kind: 'CLIENT', peer: 'seats:8080', start: 5, duration: 80 },
        {
          id: 'd',
          parent: 'c',
          name: 'select',
          service: 'seats',
          kind: 'CLIENT',
          peer: 'postgres',
          start: 9,
          duration: 70,
        },
      ]),
      'x.json',
    );
    const calls = diagramOf(page, 'sequenceDiagram').filter((line) => line.includes('->>+'));
    assert.deepEqual(calls, ['Client->>+a: op', 'a->>+seats: reserve', 'seats->>+postgres: select']);
  });

  it('draw the calls that failed and the longest where there are too many, and say how many are left out', async () => {
    const many = Array.from({ length: 60 }, (_, index): Told => ({
      id: `c${index}`,
      parent: 'r',
      name: `call ${index}`,
      kind: 'CLIENT',
      peer: 'b',
      start: 10 + index * 100,
      duration: index === 7 ? 1 : 10 + index,
      ...(index === 7 ? { error: 'refused' } : {}),
    }));
    const page = await made(
      'traces',
      zipkin([{ id: 'r', kind: 'SERVER', start: 0, duration: 9000 }, ...many]),
      'x.json',
    );
    const sequence = diagramOf(page, 'sequenceDiagram');
    assert.equal(sequence.filter((line) => line.includes('->>+')).length, 30);
    assert(sequence.includes('a->>+b: call 7'));
    assert(sequence.includes('Note over Client: 31 shorter calls are left out'));
  });

  it('stand what spans say of each other: parents that are missing, circles, the same id twice', async () => {
    const page = await made(
      'traces',
      zipkin([
        { id: 'a', parent: 'gone', start: 0, duration: 50 },
        { id: 'b', parent: 'c', start: 5, duration: 5 },
        { id: 'c', parent: 'b', start: 6, duration: 5 },
        { id: 'd', parent: 'd', start: 7, duration: 5 },
        { id: 'a', parent: 'a', start: 8, duration: 0 },
      ]),
      'x.json',
    );
    await assertHolds(page, ['heading', 'diagram', 'heading', 'diagram', 'heading', 'table', 'comment']);
  });

  it('say when callers are missing and clocks differ', async () => {
    const span = (id: string, parent: string, start: number, took: number): string =>
      JSON.stringify({
        traceId: 't',
        id,
        parentId: parent,
        name: id,
        timestamp: start,
        duration: took,
        localEndpoint: { serviceName: id },
      });
    const page = await made('traces', `[${span('a', '', 1_000, 900)},\n${span('b', 'a', 990, 500)},\n${span('c', 'gone', 1_500, 100)}]`, 'x.json'); // prettier-ignore
    assert.match(page, /### Waterfall of trace t, the caller of 1 of 3 spans is missing, 1 of 3 spans begins before what called it: clocks differ\n/); // prettier-ignore
    const whole = await made('traces', `[${span('a', '', 1_000, 900)},\n${span('b', 'a', 1_100, 500)}]`, 'x.json');
    assert.match(whole, /### Waterfall of trace t\n/);
  });

  it('name the line of what is wrong', async () => {
    const broken = zipkin([
      { id: 'a', start: 0, duration: 5 },
      { id: 'b', start: 1, duration: 5 },
    ]);
    assert.equal(await problemIn('traces', broken.replace('"duration":5}', '"duration":"soon"}').replace(/"duration":5(?![\s\S]*"duration":5)/, '"duration":-5')), '3: this span does not say how long it took, written in digits'); // prettier-ignore
    assert.equal(await problemIn('traces', broken.replace('\n]', '')), '1: this is no JSON: what opens here is not closed'); // prettier-ignore
    assert.equal(await problemIn('traces', broken.replace('},\n', '}\n')), '3: this is no JSON: a comma or the end is missing'); // prettier-ignore
    assert.equal(await problemIn('traces', '{\n"a": tru\n}'), '2: this is no JSON: “tru” cannot be read');
    assert.equal(await problemIn('traces', '{"resourceSpans": []}'), '1: there is no span in it');
    assert.match(await problemIn('traces', '[{"a": 1}]'), /^1: these are no traces: neither OTLP JSON/);
    const otlp = (end: string): string =>
      `{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"1","spanId":"2","name":"x",\n"startTimeUnixNano":"50",\n"endTimeUnixNano":"${end}"}]}]}]}`;
    assert.equal(await problemIn('traces', otlp('40')), '3: this span ends before it starts');
    assert.equal(await problemIn('traces', otlp('')), '3: this span does not say when it ends, written in digits');
    assert.equal(await problemIn('traces', otlp('99999999999999999999')), '3: this span takes longer than a month');
    assert.equal(await problemIn('traces', '['.repeat(300)), '1: this is no JSON: it is nested more than 200 levels deep'); // prettier-ignore
  });

  it('are read in steps that can be stopped', async () => {
    const text = zipkin(
      Array.from({ length: 3000 }, (_, index): Told => ({ id: `s${index}`, start: index, duration: 5 })),
    );
    const cancel = { cancelled: false };
    let rests = 0;
    const pace = {
      cancel,
      rest: (done: number) => {
        rests += 1;
        assert(done >= 0 && done <= 1);
        cancel.cancelled = rests === 2;
        return Promise.resolve();
      },
    };
    const input = { text, name: 'x.json', firstLine: 1 };
    assert.deepEqual(await convert(sourceOf('traces'), input, {}, pace), { kind: 'cancelled' });
    assert.equal(rests, 2);
    assert.equal((await convert(sourceOf('traces'), input, {}, hurried)).kind, 'page');
  });

  it('hold any number of spans in any shape', async () => {
    const deep = zipkin(Array.from({ length: 5000 }, (_, index): Told => ({ id: `s${index}`, parent: `s${index - 1}`, service: `v${index % 7}`, start: index, duration: 10_000 - index }))); // prettier-ignore
    const wide = zipkin(Array.from({ length: 30_000 }, (_, index): Told => ({ id: `s${index}`, ...(index > 0 ? { parent: 's0' } : {}), start: index, duration: index === 0 ? 50_000 : 3 }))); // prettier-ignore
    for (const text of [deep, wide]) assert.equal((await convertText('traces', text, 'x.json')).kind, 'page');
  });

  it('show any names as words: every diagram renders, and the page is made of the same parts', async () => {
    const names = fc.record({ operation: hostileName, caller: hostileName, callee: hostileName, peer: hostileName, error: hostileName }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(names, async ({ operation, caller, callee, peer, error }) => {
        const text = zipkin([
          { id: '1', name: operation, service: caller, kind: 'SERVER', start: 0, duration: 900 },
          { id: '2', parent: '1', name: operation, service: caller, kind: 'CLIENT', start: 10, duration: 200 },
          {
            id: '3',
            parent: '2',
            name: `${operation}x`,
            service: callee,
            kind: 'SERVER',
            start: 12,
            duration: 150,
            error,
          },
          { id: '4', parent: '3', name: operation, service: callee, kind: 'CLIENT', peer, start: 20, duration: 50 },
          {
            id: '5',
            parent: '3',
            name: operation,
            service: callee,
            kind: 'PRODUCER',
            peer: 'q',
            start: 30,
            duration: 50,
          },
          { id: '6', name: operation, service: peer, kind: 'SERVER', start: 30, duration: 50, trace: 't2' },
        ]);
        const page = await made('traces', text, 'x.json', { title: 'Nordlicht' });
        await assertHolds(page, ['heading', 'diagram', 'heading', 'diagram', 'heading', 'table', 'comment', 'heading', 'table', 'comment']); // prettier-ignore
      }),
      { numRuns: 150 },
    );
  });
});

describe('the critical path', () => {
  const span = (start: number, end: number, children: readonly Call[] = []): Call => ({
    span: { trace: 't', id: 'i', parent: undefined, service: 's', operation: `${start}-${end}`, kind: 'internal', start, end, error: undefined, peer: undefined, isShared: false, line: 1 }, // prettier-ignore
    children,
  });
  const own = (call: Call): readonly string[] => criticalPath(call).map(({ span: { operation }, own: time }) => `${operation}: ${time}`); // prettier-ignore

  it('goes through the child that ended last, and not through what ran beside it or after the answer', () => {
    assert.deepEqual(own(span(0, 100, [span(10, 60), span(10, 50), span(60, 90, [span(65, 95)])])), ['0-100: 20', '10-60: 50', '60-90: 30']); // prettier-ignore
  });

  it('adds up to the whole, whatever ran when', () => {
    // A list of spans, each below one that stands before it.
    const shape = fc.record({
      start: fc.nat({ max: 1000 }),
      length: fc.nat({ max: 1000 }),
      above: fc.nat({ max: 1000 }),
    });
    const tree = fc.array(shape, { minLength: 1, maxLength: 30 }).map((shapes) => {
      const children = shapes.map((): Call[] => []);
      const calls = shapes.map(({ start, length }, index) => span(start, start + length, children[index]));
      calls.slice(1).forEach((call, index) => children[(shapes[index + 1]?.above ?? 0) % (index + 1)]?.push(call));
      return calls[0] ?? span(0, 0);
    });
    fc.assert(
      fc.property(tree, (call) => {
        const parts = criticalPath(call);
        assert.equal(parts.reduce((sum, part) => sum + part.own, 0), call.span.end - call.span.start); // prettier-ignore
        assert(parts.every((part) => part.own > 0));
      }),
    );
  });

  it('has percentiles that were measured', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    assert.deepEqual([0.5, 0.95, 0.99, 1].map((share) => percentile(ten, share)), [5, 10, 10, 10]); // prettier-ignore
  });
});
