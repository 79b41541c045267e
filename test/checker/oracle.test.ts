import assert from 'node:assert/strict';
import type { OracleVerdict, ParserFault } from '../../core/ports.ts';
import { loadBuiltOracle } from '../support/builtOracle.ts';

const judge = async (text: string): Promise<OracleVerdict> => (await loadBuiltOracle()).parse(text);

/** Judges a text whose expected faults are marked `⟦so⟧`, and finds exactly these. */
const refuse = async (marked: string): Promise<Extract<OracleVerdict, { renders: false }>> => {
  const text = marked.replaceAll(/[⟦⟧]/g, '');
  const verdict = await judge(text);
  assert.ok(!verdict.renders, 'the diagram renders');
  assert.equal(mark(text, verdict.faults), marked);
  return verdict;
};

const mark = (text: string, faults: readonly ParserFault[]): string =>
  faults
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (marked, { span }) =>
        `${marked.slice(0, span.start)}⟦${marked.slice(span.start, span.end)}⟧${marked.slice(span.end)}`,
      text,
    );

describe('oracle', function () {
  this.timeout(30_000);

  describe('verdict', () => {
    it('is the type Mermaid gives a diagram that renders', async () => {
      assert.deepEqual(await judge('flowchart LR\n  edge --> orders'), { renders: true, type: 'flowchart-v2' });
    });

    it('is the same for the same text, whatever was judged in between', async () => {
      const dark = '%%{init: {"theme": "dark"}}%%\npie\n  "paid" : 3';
      const first = await judge('pie\n  "paid" : 3');
      await judge(dark);
      await judge('pie\n  paid : 3');
      assert.deepEqual(await judge('pie\n  "paid" : 3'), first);
    });

    it('answers calls that overlap in their order, each about its own text', async () => {
      const verdicts = await Promise.all([judge('pie\n  "a" : 1'), judge('nothing'), judge('info')]);
      assert.deepEqual(
        verdicts.map(({ renders, type }) => [renders, type]),
        [
          [true, 'pie'],
          [false, undefined],
          [true, 'info'],
        ],
      );
    });

    it('accepts a box whatever its colour, as a browser does', async () => {
      const text = 'sequenceDiagram\n  box rgb(33,66,99) Shop\n    participant A\n  end\n  A->>A: ok';
      assert.equal((await judge(text)).renders, true);
    });

    it('accepts details of an actor that no page holds, as a browser does', async () => {
      assert.equal((await judge('sequenceDiagram\n  participant A\n  details A: nowhere\n  A->>A: ok')).renders, true);
    });

    it('refuses a text that is longer than Mermaid draws, though its parser takes it', async () => {
      const long = `sequenceDiagram\n${'  A->>B: twenty characters here\n'.repeat(1_700)}`;
      const verdict = await judge(long);
      assert.deepEqual(verdict, {
        renders: false,
        type: 'sequence',
        faults: [
          {
            message: `The diagram has ${long.length} characters; Mermaid draws at most 50000. Split it into smaller diagrams.`,
            span: { start: 0, end: 15 },
            found: undefined,
            expected: [],
          },
        ],
      });
    });

    it('counts no comments and no front matter against that length', async () => {
      const comments = '%% nothing to see here, only words about words\n'.repeat(1_200);
      assert.ok(comments.length > 50_000);
      assert.equal((await judge(`---\ntitle: long\n---\nflowchart LR\n${comments}  a --> b`)).renders, true);
    });

    it('accepts ZenUML, which Mermaid draws with its plug-in', async () => {
      assert.deepEqual(await judge('%% orders\nzenuml\n  A->B: pay'), { renders: true, type: 'zenuml' });
      assert.equal((await judge(`zenuml\n${'  A->B: pay\n'.repeat(5_000)}`)).renders, false, 'too long');
      assert.equal((await judge('---\ntitle: [\n---\nzenuml\n  A->B: pay')).renders, false, 'broken front matter');
    });

    it('refuses more edges than Mermaid draws, at the edge that is too many', async () => {
      const edges = Array.from({ length: 502 }, (_, index) => `  n${index} --> n${index + 1}`);
      const text = ['flowchart LR', ...edges].join('\n');
      const verdict = await judge(text);
      assert.ok(!verdict.renders);
      const [fault] = verdict.faults;
      assert.match(fault.message, /^Edge limit exceeded\. 500 edges found, but the limit is 500\./);
      assert.equal(text.slice(fault.span.start, fault.span.end), 'n500 --> n501');
    });
  });

  describe('place of a fault', () => {
    it('is the token a flowchart does not expect', async () => {
      const { type, faults } = await refuse('flowchart LR\n  a[orders ⟦(⟧new)] --> b');
      assert.equal(type, 'flowchart-v2');
      assert.equal(faults[0].found, '(');
      assert.ok(faults[0].expected.includes('SQE'));
      assert.match(faults[0].message, /^Expecting 'SQE', .*, got 'PS'$/);
    });

    it('is the token of a flowchart of the first kind as well', () => refuse('graph TD\n  a --> ⟦-->⟧ b'));

    it('is a quoted text together with its quotes', () => refuse('flowchart LR\n  a[the ⟦"big"⟧ one]'));

    it('is the stray quote when it swallows the lines below', () =>
      refuse('flowchart LR\n  subgraph Shop"\n    a[x<br/>y⟦"⟧\n  end\n  b[z"\n  c[w'));

    it('is the arrow that leads nowhere', () => refuse('flowchart LR\n  a --> b\n  b ⟦-->⟧'));

    it('is the last word where the text ends too early', () => refuse('flowchart LR\n  subgraph shop\n    a --> ⟦b⟧'));

    it('is the wrong shape name', async () => {
      const { faults } = await refuse('flowchart LR\n  a@{ shape: ⟦blob⟧ }');
      assert.equal(faults[0].message, 'No such shape: blob.');
    });

    it('is the word that a sequence diagram does not expect', () =>
      refuse('sequenceDiagram\n  A->>B: hello\n  B ⟦answers⟧\n  A->>B: bye'));

    it('is the message that ends an activation nobody began', async () => {
      const { faults } = await refuse('sequenceDiagram\n  A->>B: hello\n  ⟦B⟧-->>-A: done\n  A->>B: bye');
      assert.equal(faults[0].message, 'Trying to inactivate an inactive participant (B)');
    });

    it('is inside the loop that is judged at its end', () =>
      refuse('sequenceDiagram\n  A->>B: hello\n  loop each hour\n    A->>B: ping\n    ⟦B⟧-->>-A: pong\n  end'));

    it('is the brace too many of a class diagram', () => refuse('classDiagram\n  class Order {\n    +pay()\n  }\n⟦}⟧'));

    it('is the label of a transition that leads nowhere', () =>
      refuse('stateDiagram-v2\n  [*] --> Idle\n  Idle --> ⟦: go⟧'));

    it('is the cardinality that an entity diagram does not know', () =>
      refuse('erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER ⟦|⟧--| LINE : has'));

    it('is the colon in a time of a timeline', () =>
      refuse('timeline\n  title Outage\n  section Detection\n    09⟦:⟧37 : first page'));

    it('is the row without a number in a Sankey diagram', () => refuse('sankey-beta\n⟦web,api,⟧\napi,db,3'));

    it('is the character that an XY chart does not know', () =>
      refuse('xychart-beta\n  x-axis [time ⟦(⟧min), cost]\n  bar [1, 2]'));

    it('is the value of a pie that is not a number', () => refuse('pie\n  "paid" : 3\n  "open" : ⟦many⟧'));

    it('is the name of a branch that does not exist', async () => {
      const { faults } = await refuse('gitGraph\n  commit\n  branch fix\n  checkout ⟦main2⟧\n  commit');
      assert.match(faults[0].message, /main2/);
    });

    it('is the branch that cannot be merged', async () => {
      const { faults } = await refuse('gitGraph\n  commit\n  merge ⟦nowhere⟧');
      assert.equal(faults[0].message, 'Incorrect usage of "merge". Branch to be merged (nowhere) does not exist');
    });

    it('is the second frame of a name', async () => {
      const { faults } = await refuse('eventmodeling\n  tf 01 evt Start\n  tf ⟦01⟧ evt End');
      assert.equal(faults[0].message, 'Duplicate event modeling frame ID "01"');
    });

    it('is the branch of a tree that has no name', async () => {
      const { faults } = await refuse('treeView-beta\nroot\n⟦├──⟧\n└── b');
      assert.match(faults[0].message, /^Empty node/);
    });

    it('is the token a use case diagram does not expect', async () => {
      const { faults } = await refuse('%% who\n\nusecase-beta\n  actor A\n  ⟦?⟧?? b');
      assert.equal(faults[0].message, 'Error parsing usecase diagram: Redundant input, expecting EOF but found: ?');
    });

    it('is every line of a pie that its grammar cannot read', () =>
      refuse('pie\n  ⟦paid⟧ : 3\n  "due" : 1\n  ⟦open⟧ : 2'));

    it('is the packet that overlaps', () => refuse('packet-beta\n  0-7: "type"\n  ⟦9-15: "length"⟧'));

    it('is the label without quotes in a block diagram', () => refuse('block-beta\n  columns 2\n  a["one"] b[⟦t⟧wo]'));

    it('is the service whose group an architecture does not know', () =>
      refuse('architecture-beta\n  service ⟦db⟧(database)[Orders] in shop'));

    it('is the point outside a quadrant chart', () =>
      refuse('quadrantChart\n  x-axis low --> high\n  pay: [1⟦.⟧5, 0.2]'));

    it('is the unclosed list of a mind map', () => refuse('mindmap\n  root((order\n    ⟦pay⟧'));

    it('is the score of a journey that is missing', () =>
      refuse('journey\n  title Pay\n  section Shop\n    look ⟦around⟧'));

    it('is the task of a Gantt chart without a colon', () =>
      refuse('gantt\n  dateFormat YYYY-MM-DD\n  section Build\n  ⟦design⟧'));
  });

  describe('place of a fault below what Mermaid takes away', () => {
    const broken = 'flowchart LR\n  a[x ⟦(⟧y)] --> b';

    it('counts front matter and the blank lines after it', () =>
      refuse(`---\ntitle: Orders\nconfig:\n  theme: dark\n---\n\n\n${broken}`));

    it('counts comments and the blank lines above them', () =>
      refuse('%% first\n\n\nflowchart LR\n\n  %% second\n\n\n  %% third\n  a[x ⟦(⟧y)] --> b'));

    it('counts directives, also those of several lines', () =>
      refuse(`%%{init: {\n  "theme": "dark"\n}}%%\n\n${broken}`));

    it('counts line endings of two characters', () =>
      refuse(`---\ntitle: x\n---\n%% a\n\n${broken}`.replaceAll('\n', '\r\n')));

    it('counts characters of two units', () => refuse('%% 🚀\nflowchart LR\n  a["🚀🔥"] --> b\n  c[🧯 ⟦(⟧y)]'));

    it('counts entities, and shows them as they were written', async () => {
      const { faults } = await refuse('flowchart LR\n  a[#9829; #amp; ⟦(⟧y)] --> b');
      assert.ok(!/[ﬂ¶ß]/.test(faults[0].message));
    });

    it('shows the entity that is itself the fault', async () => {
      const { faults } = await refuse('flowchart LR\n  a --> b ⟦#⟧9829;');
      assert.equal(faults[0].found, '#');
    });

    it('counts the quotes of attributes', () => refuse('flowchart LR\n  a[<a href="x">y</a> ⟦(⟧z)]'));

    it('counts the space after a brace that ends a line', () => refuse('flowchart LR\n  a{ok}   \n\n\n  b[x ⟦(⟧y)]'));

    it('counts the blank lines of a Sankey diagram', () => refuse('sankey-beta\n\n\nweb,api,2\n\napi ⟦db⟧\n'));
  });

  describe('place of a fault without one', () => {
    it('is the header nobody knows', async () => {
      const { type, faults } = await refuse('%% orders\n\n⟦flowchrt⟧ LR\n  a --> b');
      assert.equal(type, undefined);
      assert.equal(faults[0].message, 'No diagram type detected matching given configuration.');
    });

    it('is the header below front matter', () => refuse('---\ntitle: x\n---\n⟦flow⟧\n  a --> b'));

    it('is the opening of front matter that is not closed', () => refuse('⟦---⟧\ntitle: x\nflowchart LR\n  a --> b'));

    it('is the only thing there is', () => refuse('⟦%% nothing but a comment⟧'));

    it('is nowhere in an empty text', async () => {
      const verdict = await judge('');
      assert.ok(!verdict.renders);
      assert.deepEqual(verdict.faults[0].span, { start: 0, end: 0 });
    });

    it('is the line of the front matter that YAML refuses, and the type is known all the same', async () => {
      const { type, faults } = await refuse('---\ntitle: Orders\n⟦config: [dark⟧\n---\nflowchart LR\n  a --> b');
      assert.equal(type, 'flowchart-v2');
      assert.match(faults[0].message, /^The front matter is not valid YAML: /);
    });
  });
});
