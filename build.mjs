/**
 * Builds every bundle with esbuild: `node build.mjs [--watch] [--production] [target...]`.
 * Without targets it builds all of them. The table below is the whole list.
 */
import { rmSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { globSync } from 'tinyglobby';

const args = process.argv.slice(2);
const watch = args.includes('--watch');
const production = args.includes('--production');
const wanted = args.filter((arg) => !arg.startsWith('--'));

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'external',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"' },
};
// Some packages' `main` is UMD, whose inner `require`s cannot be bundled; their `module` can.
const node = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', target: 'es2023' };

// Packages written as CommonJS ask for Node's modules with `require`, which a module has not.
const requireBanner = {
  js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
};

/** @type {Record<string, () => Promise<esbuild.BuildOptions> | esbuild.BuildOptions>} */
const targets = {
  extension: () => ({
    ...node,
    entryPoints: ['extension/entryNode.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  'extension-web': () => ({
    ...browser,
    entryPoints: ['extension/entryWeb.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  checker: async () => {
    const { mermaidParser } = await import('./build/mermaidParser.mjs');
    // Runs in Node worker threads and in Web Workers alike, so nothing of either platform is assumed.
    return {
      ...browser,
      entryPoints: ['checker/worker.ts'],
      outfile: 'dist/checker.js',
      format: 'iife',
      minify: true,
      plugins: [mermaidParser()],
    };
  },
  // The same parser for tests and benchmarks in their own process.
  oracle: async () => {
    const { mermaidParser } = await import('./build/mermaidParser.mjs');
    return {
      ...browser,
      entryPoints: ['checker/oracle.ts'],
      outfile: 'dist/oracle.mjs',
      format: 'esm',
      minify: true,
      plugins: [mermaidParser()],
    };
  },
  // Mermaid 11, which the checker loads when a configuration asks for it: a script that leaves a global behind.
  mermaid11: async () => {
    const { mermaid11Parser } = await import('./build/mermaidParser.mjs');
    return {
      ...browser,
      entryPoints: ['checker/oracle.ts'],
      outfile: 'dist/mermaid11.js',
      format: 'iife',
      globalName: 'diagramGatesMermaid11',
      minify: true,
      plugins: [mermaid11Parser()],
    };
  },
  shell: () => ({
    ...browser,
    // The page of the preview, and the page of a comparison.
    entryPoints: { shell: 'webview/shell/shell.ts', comparison: 'webview/shell/comparison/comparison.ts' },
    outdir: 'dist/webview',
    format: 'iife',
    // The style sheet travels inside the script: the page's policy lets no other file in.
    loader: { '.css': 'text' },
  }),
  // The page in which the command line has diagrams drawn.
  rendering: () => ({
    ...browser,
    entryPoints: ['webview/shell/rendering/rendering.ts'],
    outfile: 'dist/webview/rendering.js',
    format: 'iife',
    minify: true,
  }),
  dashboard: () => ({
    ...browser,
    entryPoints: ['webview/dashboard/dashboard.ts'],
    outdir: 'dist/webview',
    format: 'iife',
    loader: { '.css': 'text' },
  }),
  frame: async () => {
    const { frameModules } = await import('./build/frameModules.mjs');
    const { fasterCopies } = await import('./build/fasterCopies.mjs');
    return {
      ...browser,
      entryPoints: ['webview/frame/frame.ts'],
      outdir: 'dist/webview',
      format: 'esm',
      splitting: true,
      write: false,
      sourcemap: false,
      minify: true,
      plugins: [fasterCopies(), frameModules('dist/webview/frame.js', 'dist/webview/parts')],
    };
  },
  // What the frame brings in when a diagram needs it; see core/frameParts.ts.
  'frame-parts': async () => {
    const { iconFiles, zenumlSource } = await import('./build/parts.mjs');
    return {
      ...browser,
      stdin: { contents: zenumlSource, resolveDir: import.meta.dirname, sourcefile: 'zenuml.js' },
      outfile: 'dist/webview/parts/zenuml.js',
      format: 'iife',
      globalName: 'diagramGatesPart_zenuml',
      minify: true,
      plugins: [iconFiles('dist/webview/parts/icons')],
    };
  },
  'pdf-part': () => ({
    ...browser,
    entryPoints: ['webview/frame/pdf/printer.ts'],
    outfile: 'dist/webview/parts/pdf.js',
    format: 'iife',
    globalName: 'diagramGatesPart_pdf',
    minify: true,
    // For pages of HTML, of which there are none here; nothing ever asks for them.
    external: ['canvg', 'html2canvas', 'dompurify'],
  }),
  cli: () => ({
    ...node,
    entryPoints: ['cli/bin.ts'],
    outfile: 'dist/cli.mjs',
    format: 'esm',
    banner: { js: `#!/usr/bin/env node\n${requireBanner.js}` },
  }),
  // The server for agents, with its protocol: only `diagram-gates mcp` loads it.
  mcp: () => ({
    ...node,
    entryPoints: ['cli/mcp/serve.ts'],
    outfile: 'dist/mcp.mjs',
    format: 'esm',
    banner: requireBanner,
  }),
  // What the workspace benchmark runs inside VS Code.
  'bench-host': () => ({
    ...node,
    entryPoints: ['test/bench/workspace/host.ts'],
    outfile: 'dist/test/bench/workspace/host.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  'host-tests': () => {
    // The suite runs every file it finds there, so tests that were removed or renamed must not linger.
    rmSync('dist/test/host', { recursive: true, force: true });
    return {
      ...node,
      // Page tests drive VS Code from outside and run in Node as they stand.
      entryPoints: ['test/host/index.ts', ...globSync('test/host/**/*.test.ts', { ignore: '**/*.page.test.ts' })],
      outbase: 'test/host',
      outdir: 'dist/test/host',
      format: 'cjs',
      external: ['vscode', 'mocha'],
      // The command line, which a test compares the editor with, is written for modules.
      define: { ...common.define, 'import.meta.url': 'fileUrlOfThis' },
      banner: { js: "const fileUrlOfThis = require('node:url').pathToFileURL(__filename).href;" },
    };
  },
};

const unknown = wanted.filter((name) => !(name in targets));
if (unknown.length > 0) {
  console.error(`build: no target ${unknown.join(', ')}; there are ${Object.keys(targets).join(', ')}`);
  process.exit(2);
}

const chosen = Object.entries(targets).filter(([name]) => wanted.length === 0 || wanted.includes(name));

/** Says when all bundles are fresh, in the words that .vscode/tasks.json waits for. */
const unfinished = new Set(chosen.map(([name]) => name));
const announce = (/** @type {string} */ name) => ({
  name: 'announce',
  setup(/** @type {esbuild.PluginBuild} */ build) {
    build.onStart(() => {
      if (unfinished.size === 0) console.log('build: started');
      unfinished.add(name);
    });
    build.onEnd(() => {
      unfinished.delete(name);
      if (unfinished.size === 0) console.log('build: finished');
    });
  },
});

/** @type {esbuild.Metafile[]} */
const published = [];
if (watch) console.log('build: started');
for (const [name, options] of chosen) {
  const resolved = await options();
  if (watch) {
    const context = await esbuild.context({ ...resolved, plugins: [...(resolved.plugins ?? []), announce(name)] });
    await context.watch();
  } else {
    const { metafile } = await esbuild.build(resolved);
    if (metafile !== undefined && !['host-tests', 'bench-host'].includes(name)) published.push(metafile);
  }
}

// Only a build of everything knows everything.
if (!watch && wanted.length === 0) {
  const { bundledPackages, noticesOf } = await import('./build/notices.mjs');
  const { iconPackages } = await import('./build/parts.mjs');
  writeFileSync('dist/ThirdPartyNotices.txt', await noticesOf([...bundledPackages(published), ...iconPackages]));
}
