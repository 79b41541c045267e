/** The command line draws pictures for files in a real browser: what is in them, how large they are, and that nothing is fetched. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { Project } from '../support/commandLine.ts';
import { projectRoot } from '../support/paths.ts';
import { runProcess } from '../support/processes.ts';

const page = `# Checkout

\`\`\`mermaid
---
title: Checkout at Nordlicht
---
flowchart LR
  web["Web, 40 RPS"] --> orders[("Orders, 2 TB")]
\`\`\`

\`\`\`mermaid
pie title Cost by part ($)
  "Compute" : 40
  "Storage" : 60
\`\`\`

\`\`\`mermaid
zenuml
  Shop->Payments: charge(42 EUR)
\`\`\`
`;

describe('diagram-gates render, in a real browser', function () {
  this.timeout(240_000);
  let project: Project;
  let browser: Browser;
  let env: NodeJS.ProcessEnv;

  before(async () => {
    const targets = ['checker', 'cli', 'frame', 'frame-parts', 'rendering'];
    const built = await runProcess(process.execPath, ['build.mjs', ...targets], { cwd: projectRoot });
    assert.equal(built.code, 0, built.output);
    const found = await findBrowser();
    env = { ...process.env, ...found.env, CHROME_PATH: found.executablePath };
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    project = await Project.with({ 'checkout.md': page });
  });
  afterEach(() => project.dispose());
  const at = (file: string): string => path.join(project.root, file);
  const render = async (...argv: readonly string[]) => {
    const program = path.join(projectRoot, 'dist/cli.mjs');
    return runProcess(process.execPath, [program, 'render', ...argv], { cwd: project.root, env });
  };

  /** What a browser makes of an SVG file. */
  const readSvg = async (file: string) => {
    const tab = await browser.newPage();
    try {
      return await tab.evaluate(
        (svg) => {
          const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
          const root = read.documentElement;
          for (const style of root.querySelectorAll('style')) style.remove();
          return {
            root: root.localName,
            words: root.textContent.replace(/\s+/g, ' '),
            width: Number(root.getAttribute('width')),
            height: Number(root.getAttribute('height')),
            isHtml: root.querySelector('foreignObject') !== null,
          };
        },
        readFileSync(at(file), 'utf8'),
      );
    } finally {
      await tab.close();
    }
  };

  it('draws all diagrams of a page into a folder, named as they are', async () => {
    const { code, output } = await render('checkout.md', '-o', 'pictures/of pages');
    assert.equal(code, 0, output);
    const names = ['checkout-3.svg', 'checkout-checkout-at-nordlicht.svg', 'checkout-cost-by-part.svg'];
    assert.deepEqual(readdirSync(at('pictures/of pages')).sort(), names);
    assert.deepEqual(
      output.trimEnd().split('\n').sort(),
      names.map((name) => path.join('pictures/of pages', name)),
    );
    const labels = [
      /Shop.*Payments.*charge/,
      /Web, 40 RPS.*Orders, 2 TB.*Checkout at Nordlicht/,
      /Cost by part.*Compute/,
    ];
    for (const [index, name] of names.entries()) {
      const { root, words, width, height } = await readSvg(`pictures/of pages/${name}`);
      assert.equal(root, 'svg');
      assert.match(words, labels[index] ?? /$^/);
      assert.ok(width > 50 && height > 50, name);
    }
  });

  it('draws one as PNG in the size, the colours and on the paper that are asked for', async () => {
    await render('checkout.md', '--diagram', '2', '-o', 'cost.svg');
    const { width, height } = await readSvg('cost.svg');
    for (const [theme, scale, background] of [
      ['light', 1, 'theme'],
      ['dark', 3, 'theme'],
      ['mermaid', 2, 'transparent'],
    ] as const) {
      const argv = ['--theme', theme, '--scale', String(scale), '--background', background];
      const { code, output } = await render('checkout.md', '--diagram', '2', ...argv, '-o', 'cost.png');
      assert.equal(code, 0, output);
      const { size, corner } = await readPng(browser, readFileSync(at('cost.png')));
      const expected = [width * scale, height * scale];
      // Themes measure text a little differently.
      for (const [index, side] of size.entries()) assert.ok(Math.abs(side / (expected[index] ?? 0) - 1) < 0.1, theme);
      assert.deepEqual(corner, { light: [255, 255, 255, 255], dark: [31, 31, 31, 255], mermaid: [0, 0, 0, 0] }[theme]);
    }
    assert.deepEqual(readdirSync(project.root).sort(), ['.diagram-gates-cache', 'checkout.md', 'cost.png', 'cost.svg']);
  });

  it('writes labels as text for programs that read no HTML', async () => {
    await render('checkout.md', '--diagram', '1', '-o', 'html.svg');
    await render('checkout.md', '--diagram', '1', '--labels', 'text', '-o', 'text.svg');
    const [html, text] = [await readSvg('html.svg'), await readSvg('text.svg')];
    assert.deepEqual([html.isHtml, text.isHtml], [true, false]);
    assert.match(text.words, /Web, 40 RPS/);
  });

  it('writes a PDF of the size of the picture', async () => {
    await render('checkout.md', '--diagram', '1', '--labels', 'text', '-o', 'web.svg');
    const { code, output } = await render('checkout.md', '--diagram', '1', '-o', 'web.pdf');
    assert.equal(code, 0, output);
    const { width, height } = await readSvg('web.svg');
    const bytes = readFileSync(at('web.pdf')).toString('latin1');
    assert.match(bytes, /^%PDF-.*%%EOF\s*$/s);
    const sides = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes)?.slice(1).map(Number) ?? [];
    for (const [index, side] of [width, height].entries()) {
      assert.ok(Math.abs((sides[index] ?? 0) - 0.75 * side) < 1, `${sides.join()} and ${width}, ${height}`);
    }
  });

  it('fetches nothing, whatever a diagram asks for', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('seen');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const hostile = [
        `flowchart LR\n  a["<img src='${origin}/label.png'>"] --> b["<style>@import '${origin}/import.css'</style>plain"]`,
        `flowchart LR\n  a --> b\n  style a fill:url(${origin}/fill.svg#x)\n  classDef c background-image:url(${origin}/class.png)\n  class b c`,
        `flowchart LR\n  a@{ img: "${origin}/shape.png", label: "x" }`,
        `---\nconfig:\n  themeCSS: "@import url('${origin}/theme.css'); .node { background: url('${origin}/theme.png') }"\n---\nflowchart LR\n  a --> b`,
        `flowchart LR\n  a --> b\n  click a "${origin}/click" "go"`,
        `flowchart LR\n  a["<iframe src='${origin}/frame'></iframe><script>fetch('${origin}/script')</script>x"]`,
        `sequenceDiagram\n  participant a as <img src=x onerror="fetch('${origin}/onerror')">\n  a->>a: x`,
      ];
      const project2 = await Project.with({
        'hostile.md': hostile.map((text) => `\`\`\`mermaid\n${text}\n\`\`\`\n`).join('\n'),
      });
      try {
        const program = path.join(projectRoot, 'dist/cli.mjs');
        for (const format of ['svg', 'png']) {
          const argv = [program, 'render', 'hostile.md', '-o', 'out', '--format', format];
          await runProcess(process.execPath, argv, { cwd: project2.root, env });
        }
        const made = readdirSync(path.join(project2.root, 'out'));
        assert.ok(made.filter((name) => name.endsWith('.svg')).length >= 4, made.join());
        assert.deepEqual(asked, []);
        // What is drawn fetches nothing where it is shown, either; only the link may say where it leads.
        const tab = await browser.newPage();
        for (const name of made.filter((each) => each.endsWith('.svg'))) {
          await tab.setContent(readFileSync(path.join(project2.root, 'out', name), 'utf8'));
          await tab.evaluate(() => document.fonts.ready);
        }
        assert.deepEqual(asked, []);
        // The planted request shows that one would have been seen.
        await tab.setContent(`<img src="${origin}/planted.png">`);
        await tab.close();
        assert.deepEqual(asked, ['/planted.png']);
      } finally {
        project2.dispose();
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('says which diagram could not be drawn, and draws the others', async () => {
    const wide = `flowchart LR\n  a["${'x'.repeat(6_000)}"] --> b`;
    const mixed = await Project.with({
      'mixed.md': `${page}\n\`\`\`mermaid\nflowchart LR\n  a[Call (twice)]\n\`\`\`\n\n\`\`\`mermaid\n${wide}\n\`\`\`\n`,
    });
    try {
      const program = path.join(projectRoot, 'dist/cli.mjs');
      const argv = [program, 'render', 'mixed.md', '-o', 'out'];
      const { code, output } = await runProcess(process.execPath, argv, { cwd: mixed.root, env });
      assert.equal(code, 1, output);
      assert.match(output, /^mixed\.md:\d+:\d+ error DG010\/unquoted-label /m);
      assert.match(
        output,
        /^mixed\.md:\d+: not drawn: line 2 of the diagram is longer than 5000 characters: break it$/m,
      );
      assert.equal(readdirSync(path.join(mixed.root, 'out')).length, 3);
    } finally {
      mixed.dispose();
    }
  });
});

/** The size of a PNG, and the colour of its first pixel with its opacity. */
async function readPng(browser: Browser, png: Buffer): Promise<{ size: [number, number]; corner: number[] }> {
  const tab = await browser.newPage();
  try {
    return await tab.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const corner = [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
      return { size: [image.naturalWidth, image.naturalHeight] as [number, number], corner };
    }, png.toString('base64'));
  } finally {
    await tab.close();
  }
}
