import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertHolds, hostileName } from '../../support/hostileNames.ts';
import { assertGreen, convertText, made, madeFrom, problemIn } from '../../support/madePages.ts';

const title = 'Nordlicht process';

/** A text as it stands in XML; what XML cannot hold at all is left out. */
const xmlText = (text: string): string =>
  text.replaceAll(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'); // prettier-ignore

const definitions = (inside: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">\n${inside}\n</definitions>`;

const process = (inside: string): string => definitions(`<process id="p">\n${inside}\n</process>`);

describe('BPMN', function () {
  this.timeout(60_000);

  for (const file of ['refund.bpmn', 'onboarding.bpmn']) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('bpmn', `bpmn/${file}`, { title }));
    });
  }

  it('becomes a flowchart with lanes as subgraphs, gateways as diamonds and conditions on the edges', async () => {
    const page = await madeFrom('bpmn', 'bpmn/refund.bpmn');
    assert(page.startsWith('## Nordlicht refund: 13 steps, 14 flows\n\n```mermaid\nflowchart LR\n'), page);
    for (const lines of [
      '    %% refund.bpmn:6\n    subgraph Service_desk["Service desk"]\n        %% refund.bpmn:26\n        Refund_requested(("Refund requested<br/>message"))\n',
      '        %% refund.bpmn:31\n        Amount_above_limit{"Amount above limit?"}\n',
      '        parallel_gateway{"+"}\n',
      '        Refunded((("Refunded")))\n    end\n',
      '    %% refund.bpmn:50\n    Amount_above_limit -->|"yes"| Approve_refund\n',
      '    %% refund.bpmn:53\n    Amount_above_limit -->|"otherwise"| parallel_gateway\n',
      '    %% refund.bpmn:56\n    Approved -->|"approved and amount #lt; 5000"| parallel_gateway\n',
      '        No_answer(["No answer<br/>timer PT48H"])\n',
      '    %% refund.bpmn:33\n    Approve_refund -.-> No_answer\n',
    ]) {
      assert(page.includes(lines), lines);
    }
  });

  it('has a table of its steps: what each is, who does it, and what comes next', async () => {
    const page = await madeFrom('bpmn', 'bpmn/refund.bpmn');
    assert(page.includes('| Step | What it is | Who | Next |\n'));
    assert(page.includes('| Amount above limit? | exclusive gateway | Service desk | Approve refund (yes: amount > 250); parallel gateway (otherwise) |\n'), page); // prettier-ignore
    assert(page.includes('| Refused | end event, error Error_refused | Service desk | |\n'), page); // prettier-ignore
  });

  it('keeps pools, subprocesses and messages, and draws one process where it is asked to', async () => {
    const page = await madeFrom('bpmn', 'bpmn/onboarding.bpmn');
    assert(page.startsWith('## Onboarding: 16 steps, 17 flows\n'), page);
    assert(page.includes('    Merchant -.->|"application"| Application_received\n'));
    assert(page.includes('        subgraph Background_checks["Background checks"]\n'));
    assert(page.includes('    Background_checks -.-> Fraud_found\n'));
    assert(page.includes('            event_based_gateway{"⬠"}\n'));
    const one = await madeFrom('bpmn', 'bpmn/onboarding.bpmn', { process: 'Process_register' });
    assert(one.startsWith('## Onboarding: 2 steps, 1 flow\n'), one);
    assert(!one.includes('Merchant'));
  });

  it('calls errors by their names, and counts what stands beside the steps', async () => {
    const process = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
<process id="p"><startEvent id="s"/><userTask id="check" name="Check"/><endEvent id="e"/>
<boundaryEvent id="b" attachedToRef="check"><errorEventDefinition errorRef="Error_0x1"/></boundaryEvent>
<sequenceFlow id="f1" sourceRef="s" targetRef="check"/><sequenceFlow id="f2" sourceRef="check" targetRef="e"/><sequenceFlow id="f3" sourceRef="b" targetRef="e"/>
<dataStoreReference id="d" name="Berths"/><textAnnotation id="t1"/><textAnnotation id="t2"/></process>
<error id="Error_0x1" name="No berth" errorCode="42"/></definitions>`;
    const page = await made('bpmn', process, 'x.bpmn');
    assert(page.includes('### Steps, without 1 data store and 2 notes\n'), page);
    assert(page.includes('(["error No berth"])'), page);
  });

  it('names the line of what is wrong', async () => {
    assert.equal(await problemIn('bpmn', process('<task id="a" />\n<sequenceFlow id="f" sourceRef="a" targetRef="b" />')), '4: this flow leads from or to b, which is no step'); // prettier-ignore
    assert.equal(await problemIn('bpmn', process('<task id="a" />\n<task id="a" />')), '4: the id a is given twice');
    assert.equal(await problemIn('bpmn', process('<task />')), '3: this step has no id');
    assert.equal(await problemIn('bpmn', process('')), '2: the process has no steps');
    assert.equal(await problemIn('bpmn', process('<task id="a">\n')), '5: this is no XML: closing tag mismatch');
    assert.equal(await problemIn('bpmn', '<html>\n</html>'), '1: this is no BPMN: it has no definitions with a process'); // prettier-ignore
    assert.equal(await problemIn('bpmn', 'words'), '1: this is no XML: missing start tag');
    assert.equal(await problemIn('bpmn', process('<task id="a" />'), { process: 'q' }), '-: there is no process q in it, only p'); // prettier-ignore
    assert.equal(
      await problemIn('bpmn', process(`<subProcess id="s"><task id="a" />\n<sequenceFlow sourceRef="a" targetRef="s" /></subProcess>`)), // prettier-ignore
      '4: this flow crosses the border of its own subprocess or pool',
    );
    assert.match(
      await problemIn('bpmn', process(Array.from({ length: 201 }, (_, index) => `<task id="t${index}" />`).join('\n'))),
      /^2: it has 201 steps and 0 flows, and at most 200 and 400 can be read as one diagram/,
    );
  });

  it('reads whatever the prefix, past comments, CDATA and entities, and ends with every nesting', async () => {
    const page = await made('bpmn', `<!DOCTYPE x>\n<!-- <task id="no"/>\n -->\n<x:definitions xmlns:x="http://www.omg.org/spec/BPMN/20100524/MODEL"><x:process id="p">\n<![CDATA[<a>]]><x:task id="a" name="A &#x26; B" /></x:process></x:definitions>`, 'p.bpmn'); // prettier-ignore
    assert(page.includes('    %% p.bpmn:5\n    A_B["A & B"]\n'), page);
    const deep = '<subProcess id="a">'.repeat(5000);
    assert.equal((await convertText('bpmn', process(deep), 'x.bpmn')).kind, 'problem');
  });

  it('shows any names as words: every diagram renders, and the page is made of the same parts', async () => {
    const names = fc.record({ pool: hostileName, lane: hostileName, step: hostileName, other: hostileName, flow: hostileName, condition: hostileName }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(names, async ({ pool, lane, step, other, flow, condition }) => {
        const text = definitions(
          `<collaboration id="c"><participant id="q" name="${xmlText(pool)}" processRef="p" /><participant id="r" name="${xmlText(other)}" />
          <messageFlow sourceRef="r" targetRef="a" name="${xmlText(flow)}" /></collaboration>
          <process id="p"><laneSet><lane id="l" name="${xmlText(lane)}"><flowNodeRef>a</flowNodeRef></lane></laneSet>
          <startEvent id="a" name="${xmlText(step)}" /><exclusiveGateway id="g" name="${xmlText(other)}" /><endEvent id="z" name="${xmlText(lane)}" />
          <subProcess id="s" name="${xmlText(step)}"><callActivity id="i" name="${xmlText(flow)}" /></subProcess>
          <intermediateThrowEvent id="e" name="${xmlText(pool)}" />
          <sequenceFlow sourceRef="a" targetRef="g" name="${xmlText(flow)}" />
          <sequenceFlow sourceRef="g" targetRef="s"><conditionExpression>${xmlText(condition)}</conditionExpression></sequenceFlow></process>`,
        );
        const page = await made('bpmn', text, 'x.bpmn', { title: 'Nordlicht' });
        await assertHolds(page, ['heading', 'diagram', 'heading', 'table', 'comment']);
      }),
      { numRuns: 150 },
    );
  });
});
