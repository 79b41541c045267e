/** What an author sees while typing: pictures, faults, what is drawn again and what is not. */
import assert from 'node:assert/strict';
import { brokenFlowchart, flowchart, pie, sequence, tangle } from './figures.ts';
import type { Preview } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import { usePreview } from './usePreview.ts';

describe('preview: live', function () {
  this.timeout(120_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options: PreviewOptions = {}): Promise<Preview> => {
    preview = await openPreview(options);
    return preview;
  };

  afterEach(() => {
    assert.deepEqual(preview.strayRequests, []);
  });

  it('says which protocol it speaks before anything else', async () => {
    await open();
    assert.deepEqual(preview.posted[0], { type: 'ready', protocol: 1 });
  });

  for (const [name, diagram, words] of [
    ['a flowchart', flowchart, ['Client, 97 RPS', 'Gateway', 'Orders, 12 GB']],
    ['a sequence diagram', sequence, ['order', 'insert, p99 45 ms', 'done']],
    ['a pie chart', pie, ['Monthly bill', 'Compute', '60%', 'Storage', '40%']],
  ] as const) {
    it(`draws ${name}`, async () => {
      await open();
      const shown = await preview.show([diagram]);
      assert.deepEqual(shown.failures, []);
      const text = await preview.drawnText();
      for (const word of words) assert.ok(text.includes(word), `"${word}" is missing in "${text}"`);
    });
  }

  it('keeps the last good picture at its size while the text is broken, and says what is wrong', async () => {
    await open();
    await preview.show([flowchart]);
    const [text, box] = [await preview.drawnText(), await preview.page.locator('.sheet').boundingBox()];
    await preview.show([brokenFlowchart]);
    assert.equal(await preview.drawnText(), text);
    assert.deepEqual(await preview.page.locator('.sheet').boundingBox(), box);
    assert.deepEqual(await preview.strips(), ['Flowchart\nThe label of Orders is not closed: add )]']);
    const opacity = await preview.page.locator('.picture').evaluate(async (picture) => {
      await Promise.all(picture.getAnimations().map((animation) => animation.finished));
      return getComputedStyle(picture).opacity;
    });
    assert.equal(opacity, '0.75');
  });

  it('never asks Mermaid to draw what its parser refused', async () => {
    await open();
    await preview.show([brokenFlowchart]);
    assert.deepEqual(await preview.renders(), []);
    assert.equal(
      await preview.page.locator('.card').innerText(),
      'No picture yet: it appears when the diagram renders.',
    );
  });

  it('clears the strip when the text is mended', async () => {
    await open();
    await preview.show([flowchart]);
    await preview.show([brokenFlowchart]);
    await preview.show([{ ...flowchart, text: flowchart.text.replace('Gateway\n', 'Proxy\n') }]);
    assert.deepEqual(await preview.strips(), ['Flowchart']);
    assert.match(await preview.drawnText(), /Proxy/);
    assert.equal(await preview.page.locator('.figure').getAttribute('data-state'), 'drawn');
  });

  it('shows a diagram that parses and yet does not render in the strip, and tells the host', async () => {
    await open();
    const remote = {
      type: 'flowchart-v2',
      text: 'flowchart LR\n  A@{ img: "https://pictures.test/a.png", label: "A" }',
    };
    const shown = await preview.show([remote]);
    assert.deepEqual(shown.failures, [{ diagram: 0, problem: { kind: 'remote-image' } }]);
    assert.deepEqual(await preview.strips(), [
      'Flowchart\nPictures from the network are not loaded: use a data: image or a shape',
    ]);
  });

  it('goes to the fault when the strip is clicked, and to the diagram when all is well', async () => {
    await open();
    await preview.show([flowchart, brokenFlowchart], 1);
    await preview.page.locator('.figure:not([hidden]) .strip-go').click();
    assert.deepEqual(await preview.said('reveal'), {
      type: 'reveal',
      seq: 1,
      uri: 'file:///work/page.md',
      version: 1,
      diagram: 1,
      target: 'fault',
    });
    await preview.moveTo(0);
    await preview.page.locator('.figure:not([hidden]) .strip-go').click();
    const asked = preview.posted.filter((message) => message.type === 'reveal');
    assert.deepEqual(
      asked.map(({ diagram, target }) => [diagram, target]),
      [
        [1, 'fault'],
        [0, 'diagram'],
      ],
    );
  });

  it('draws only the diagram under the cursor, and the others when they are looked at', async () => {
    await open();
    await preview.show([flowchart, sequence, pie], 1);
    assert.deepEqual(await preview.renders(), [sequence.text]);
    await preview.moveTo(2);
    await preview.page.locator('.figure:not([hidden])[data-state="drawn"]').filter({ hasText: 'Pie' }).waitFor();
    assert.deepEqual(await preview.renders(), [sequence.text, pie.text]);
  });

  it('draws only what changed', async () => {
    await open({ height: 1600 });
    await preview.show([flowchart, sequence, pie]);
    await preview.choose('Whole page');
    await preview.page.locator('.figure[data-state="drawn"]').nth(2).waitFor();
    const before = await preview.renders();
    assert.deepEqual([...before].sort(), [flowchart.text, pie.text, sequence.text]);
    const edited = { ...sequence, text: sequence.text.replace('45 ms', '46 ms') };
    await preview.show([flowchart, edited, pie]);
    assert.deepEqual((await preview.renders()).slice(before.length), [edited.text]);
    await preview.show([flowchart, sequence, pie]);
    assert.equal((await preview.renders()).length, before.length + 1, 'undo finds the old picture again');
  });

  it('draws a diagram that stands twice on the page once', async () => {
    await open({ height: 1200 });
    await preview.show([pie, pie]);
    await preview.choose('Whole page');
    await preview.page.locator('.figure[data-state="drawn"]').nth(1).waitFor();
    assert.deepEqual(await preview.renders(), [pie.text]);
    assert.equal((await preview.drawnText()).match(/Monthly bill/g)?.length, 2);
  });

  it('draws the newest text when edits come faster than drawings, and answers every request', async () => {
    await open();
    const texts = Array.from({ length: 12 }, (_, index) => flowchart.text.replace('97', String(100 + index)));
    const requests: number[] = [];
    for (const text of texts) requests.push(await preview.sendPage([{ ...flowchart, text }]));
    const answers = await Promise.all(requests.map((seq) => preview.settled(seq)));
    assert.equal(answers.at(-1)?.outcome, 'settled');
    assert.match(await preview.drawnText(), /Client, 111 RPS/);
    const drawn = await preview.renders();
    assert.equal(drawn.at(-1), texts.at(-1));
    assert.ok(drawn.length < texts.length, `${drawn.length} of ${texts.length} texts were drawn`);
  });

  it('ignores messages of another shape and a cursor of another version', async () => {
    await open();
    await preview.show([flowchart, pie]);
    await preview.page.evaluate(() => {
      window.postMessage({ type: 'show', seq: 'one' }, window.origin);
      window.postMessage({ type: 'cursor', uri: 'file:///work/page.md', version: 99, current: 1 }, window.origin);
    });
    await preview.said('note');
    assert.deepEqual(await preview.strips(), ['Flowchart, 1 of 2']);
  });

  it('ends a diagram that takes too long, stays responsive meanwhile and draws the next one', async () => {
    await open({ budget: 6_000 });
    await preview.show([pie]);
    await startPulse(preview);
    const shown = await preview.show([tangle(31)]);
    assert.deepEqual(shown.failures, [{ diagram: 0, problem: { kind: 'timeout', budget: 6_000 } }]);
    const { beats, late } = await pulseOf(preview);
    console.log(`      ${beats} beats while a diagram hung, late by ${Math.round(late)} ms at most`);
    assert.ok(beats > 20, `the shell had ${beats} beats while the diagram hung`);
    assert.deepEqual(await preview.strips(), ['Flowchart\nNot drawn within 6 s: make the diagram smaller']);
    assert.deepEqual((await preview.show([sequence])).failures, []);
    assert.match(await preview.drawnText(), /insert, p99 45 ms/);
    assert.equal(await preview.page.locator('iframe').count(), 1, 'the frame was replaced, not joined by another');
  });

  it('ends a drawing that nobody wants any more', async () => {
    await open({ budget: 60_000 });
    await preview.show([pie]);
    const stale = await preview.sendPage([tangle(31)]);
    await preview.page.locator('.figure[data-state="drawing"]').waitFor();
    const shown = await preview.show([sequence]);
    assert.equal((await preview.settled(stale)).outcome, 'superseded');
    assert.deepEqual(shown.failures, []);
  });

  it('draws a diagram again that took too long when asked to', async () => {
    await open({ budget: 6_000 });
    await preview.show([tangle(31)]);
    await preview.page.getByRole('button', { name: 'Try again' }).click();
    await preview.page.locator('.figure[data-state="drawing"]').waitFor();
    await preview.page.locator('.figure[data-state="broken"]').waitFor();
    assert.equal((await preview.renders()).length, 2);
  });

  it('says so when the isolated frame cannot be started', async () => {
    await open();
    await preview.page.route('**/frame.js', (route) => route.abort());
    await preview.page.reload();
    await preview.show([pie]);
    assert.match((await preview.strips())[0] ?? '', /Mermaid could not be started/);
  });
});

/** Counts how often the page's own timers run, and by how many milliseconds they are late; a blocked page has no beat. */
async function startPulse(preview: Preview): Promise<void> {
  await preview.page.evaluate(() => {
    const state = { beats: 0, last: performance.now(), late: 0 };
    Reflect.set(window, 'pulse', state);
    setInterval(() => {
      const now = performance.now();
      state.beats += 1;
      state.late = Math.max(state.late, now - state.last - 20);
      state.last = now;
    }, 20);
  });
}

const pulseOf = (preview: Preview): Promise<{ readonly beats: number; readonly late: number }> =>
  preview.page.evaluate(() => Reflect.get(window, 'pulse') as { readonly beats: number; readonly late: number });
