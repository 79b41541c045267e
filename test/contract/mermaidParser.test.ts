import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { mermaid11Parser, mermaidParser } from '../../build/mermaidParser.mjs';
import { preprocess } from '../../core/mermaid/preprocess.ts';
import { readGrammarPlace } from '../../core/mermaid/thrown.ts';
import type { LoadedBundle } from '../support/mermaidBundle.ts';
import { loadMermaidBundle } from '../support/mermaidBundle.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { makeTemporaryFolder } from '../support/paths.ts';
import { readRealDiagrams } from '../support/realDiagrams.ts';

interface Diagram {
  readonly id: string;
  readonly text: string;
}

/** What is done to texts before parsing, each in its own way. */
const dressings: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `---\ntitle: x\nconfig:\n  theme: dark\n---\n\n${text}`,
  (text) => `%% note\n\n\n${text}\n\n  %% end\n`,
  (text) => `%%{init: {\n  "theme": "forest"\n}}%%\n${text}`,
  (text) => `  ---\n  title: x\n  ---\n${text}`,
  (text) => `---\ntitle: x\n${text}`,
  (text) => `${text}\n  a["#9829; <b class="x">#amp;</b>"] }   \n\n  style a fill:#fff;\n`,
];

describe("Mermaid's parser, bundled", function () {
  this.timeout(600_000);
  let shared: LoadedBundle;
  let diagrams: readonly Diagram[];

  before(async () => {
    shared = await loadMermaidBundle('shared');
    const samples = readSamples();
    assert.ok(samples.length > 100, 'the samples are there');
    diagrams = [...samples, ...readRealDiagrams()];
  });

  it('leaves the renderers out', () => {
    const [output] = Object.values(shared.metafile.outputs);
    const inputs = Object.keys(output?.inputs ?? {}).filter(
      (input) => (output?.inputs[input]?.bytesInOutput ?? 0) > 500,
    );
    const renderers = inputs.filter((input) =>
      /elkjs|cytoscape|katex|roughjs|dagre|\/(elk|swimlanes|dagre)-/.test(input),
    );
    assert.deepEqual(renderers, []);
    assert.ok((output?.bytes ?? 0) < 2_500_000, `the bundle has ${output?.bytes} bytes`);
  });

  it('fails to build when a place to patch is gone', async () => {
    for (const [name, plugin] of [
      ['mermaid', mermaidParser()],
      ['mermaid-11', mermaid11Parser()],
    ] as const) {
      const folder = path.join(await makeTemporaryFolder('patches'), name, 'dist');
      await mkdir(folder, { recursive: true });
      const entry = path.join(folder, 'mermaid.core.mjs');
      await writeFile(entry, 'export const parse = () => undefined;');
      const options: BuildOptions = { entryPoints: [entry], bundle: true, write: false, logLevel: 'silent' };
      await assert.rejects(build({ ...options, plugins: [plugin] }), /applied 0 times instead of 1/, name);
      await build(options);
    }
  });

  it('is given the text that our preprocessing foresees', async () => {
    let compared = 0;
    const compare = async ({ id, text }: Diagram): Promise<void> => {
      const read = await shared.bundle.parse(text).then(() => undefined, readGrammarPlace);
      const given = shared.bundle.lastParserInput();
      if (given === undefined) return;
      const steps = preprocess(text, given.type);
      assert.equal(steps.given.text, given.text, id);
      assert.equal(steps.cleaned.text.length, given.size, id);
      // Only where a grammar objects it says what it was reading.
      if (read !== undefined) assert.equal(steps.parsed.text, read.input, id);
      compared++;
    };
    for (const diagram of diagrams) await compare(diagram);
    for (const { id, text } of readSamples()) {
      for (const [index, dress] of dressings.entries())
        await compare({ id: `${id}, dressed ${index}`, text: dress(text) });
      await compare({ id: `${id}, broken`, text: `${text}\n  ]]} ??? {\n` });
    }
    console.log(`      ${compared} texts compared`);
    assert.ok(compared > 1_000);
  });

  describe('sharing its configuration', () => {
    it('says what it says when it copies it', async () => {
      const copied = await (await loadMermaidBundle('copied')).bundle.createOracle();
      const oracle = await shared.bundle.createOracle();
      const samples = readSamples().flatMap(({ id, text }) => [
        { id, text },
        { id: `${id}, broken`, text: `${text}\n  ]]} ??? {\n` },
        { id: `${id}, in the dark`, text: `%%{init: {"theme": "dark", "wrap": true}}%%\n${text}` },
      ]);
      // Copying is slow: of the real diagrams every fifth is enough.
      const real = diagrams.slice(readSamples().length).filter((_, index) => index % 5 === 0);
      for (const { id, text } of [...samples, ...real]) {
        assert.deepEqual(await oracle.parse(text), await copied.parse(text), id);
      }
    });

    it('never changes what it shares', async () => {
      const frozen = await (await loadMermaidBundle('frozen')).bundle.createOracle();
      const oracle = await shared.bundle.createOracle();
      for (const { id, text } of diagrams) assert.deepEqual(await frozen.parse(text), await oracle.parse(text), id);
    });
  });
});
