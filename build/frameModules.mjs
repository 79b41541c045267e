/**
 * Takes the frame's script apart: what every diagram needs, with the usual types of diagrams, stays in it; what is heavy or rare
 * becomes parts of its own, which the frame asks for when a diagram needs them. A policy that lets nothing in from outside lets
 * no module in either, so the modules that esbuild makes become functions in a table, as scripts can be brought in as text.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as acorn from 'acorn';
import * as esbuild from 'esbuild';

/** What decides where a module belongs: the first whose place one of its sources has. */
const places = [
  { part: 'elk', sources: /\/elkjs\// },
  { part: 'katex', sources: /\/katex\// },
  { part: 'cytoscape', sources: /\/cytoscape\/dist\/|\/cytoscape-cose-bilkent\// },
  { part: 'grammars', sources: /\/@mermaid-js\/parser\// },
];

/** Types of diagrams that most pages have, by Mermaid's names of their modules; the others are a part together. */
const usualDiagrams =
  /\/(?:flowDiagram|sequenceDiagram|classDiagram-v2|stateDiagram-v2|erDiagram|ganttDiagram|pieDiagram|dagre)-\w+\.mjs$/;
const rareDiagrams = 'diagrams';

/** Modules smaller than this, in bytes, are not worth a journey. */
const smallest = 6_000;

/** A function longer than this, in characters, holds a library and runs when its module does. */
const library = 50_000;

/** The table, and who looks into it. `bring` is given by the frame; see webview/frame/modules.ts. */
const table = (/** @type {object} */ needs) => `(() => {
const known = {}, made = {}, needs = ${JSON.stringify(needs)};
const require = (id) => {
  let module = made[id];
  if (module === undefined) {
    module = made[id] = { exports: {} };
    known[id](module, module.exports, require);
  }
  return module.exports;
};
globalThis.diagramGatesModules = {
  add: (modules) => void Object.assign(known, modules),
  start: require,
  load: async (id) => {
    await Promise.all((needs[id] ?? []).map((part) => diagramGatesModules.bring(part)));
    return require(id);
  },
};
})();
`;

/**
 * An esbuild plugin for a build with `splitting` and without `write`: writes the script to `script`, each part into `folder`.
 * @param {string} script
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
export function frameModules(script, folder) {
  return {
    name: 'frame-modules',
    setup(build) {
      build.onEnd(async ({ errors, metafile, outputFiles }) => {
        if (errors.length > 0 || metafile === undefined || outputFiles === undefined) return;
        const { outputs } = metafile;
        const entry = Object.keys(outputs).find((file) => outputs[file]?.entryPoint?.startsWith('webview/') ?? false);
        if (entry === undefined) throw new Error('the frame has no entry');
        const scripts = Object.keys(outputs).filter((file) => file.endsWith('.js'));
        const always = reachable(outputs, entry);
        const usual = new Set(
          scripts.flatMap((file) => (has(outputs[file], usualDiagrams) ? [...reachable(outputs, file)] : [])),
        );
        const partOf = (/** @type {string} */ file) => {
          if (always.has(file) || outputs[file].bytes < smallest) return undefined;
          const own = places.find(({ sources }) => has(outputs[file], sources))?.part;
          return own ?? (usual.has(file) ? undefined : rareDiagrams);
        };

        const contents = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
        /** @type {Map<string | undefined, string[]>} */
        const modules = new Map();
        /** @type {Record<string, readonly string[]>} */
        const needs = {};
        for (const file of scripts) {
          const imports = outputs[file].imports.filter(({ kind }) => kind === 'dynamic-import');
          for (const { path: wanted } of imports) {
            const parts = [...reachable(outputs, wanted)].flatMap((each) => partOf(each) ?? []);
            if (parts.length > 0) needs[idOf(wanted)] = [...new Set(parts)].toSorted();
          }
          const text = contents.get(path.basename(file)) ?? '';
          const part = partOf(file);
          const code = await moduleOf(idOf(file), text, imports.length);
          // What is rare, or a type of diagram of many, is compiled when it runs.
          const entryOf =
            part === rareDiagrams || (part === undefined && !always.has(file)) ? code : compiledOnce(code);
          modules.set(part, [...(modules.get(part) ?? []), `${JSON.stringify(idOf(file))}:${entryOf}`]);
        }

        await mkdir(folder, { recursive: true });
        for (const [part, list] of modules) {
          const added = `diagramGatesModules.add({\n${list.join(',\n')}\n});\n`;
          if (part !== undefined) await writeFile(path.join(folder, `${part}.js`), added);
          else await writeFile(script, `${table(needs)}${added}diagramGatesModules.start("${idOf(entry)}");\n`);
        }
        const licences = [
          ...new Set(outputFiles.filter(({ path: file }) => file.endsWith('.LEGAL.txt')).map(({ text }) => text)),
        ];
        await writeFile(`${script}.LEGAL.txt`, licences.join('\n'));
      });
    },
  };
}

/** As the modules name each other. @param {string} file */
const idOf = (file) => `./${path.basename(file)}`;

/**
 * All that has to be there before a module can run.
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {string} file
 * @param {Set<string>} found
 */
function reachable(outputs, file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const { kind, path: wanted } of outputs[file].imports) {
    if (kind === 'import-statement') reachable(outputs, wanted, found);
  }
  return found;
}

/** @param {import('esbuild').Metafile['outputs'][string]} output @param {RegExp} sources */
const has = (output, sources) => Object.keys(output.inputs).some((input) => sources.test(`/${input}`));

/**
 * One module as a function.
 * @param {string} id
 * @param {string} text
 * @param {number} loads How many modules it loads while it runs.
 */
async function moduleOf(id, text, loads) {
  let found = 0;
  const asked = text.replace(/\bimport\("(\.\/[\w-]+\.js)"\)/g, (_all, wanted) => {
    found += 1;
    return `diagramGatesModules.load("${wanted}")`;
  });
  if (found < loads) throw new Error(`${id} loads ${loads} modules, of which ${found} were found`);
  const { code } = await esbuild.transform(asked, {
    format: 'cjs',
    minify: true,
    target: 'es2023',
    legalComments: 'none',
  });
  return `(module,exports,require)=>{${code}}`;
}

/**
 * Functions in parentheses are compiled by V8 where they stand. It reads all others twice: once to see where they end, and
 * again when they run; so a library that is wrapped five times, as ELK is, would be read five times.
 * @param {string} code An expression.
 */
function compiledOnce(code) {
  /** @type {(readonly [place: number, parenthesis: string])[]} */
  const added = [];
  const look = (/** @type {unknown} */ node) => {
    if (Array.isArray(node)) node.forEach(look);
    if (!isNode(node) || node.end - node.start < library) return;
    if (/^(?:Arrow)?FunctionExpression$/.test(node.type)) added.push([node.start, '('], [node.end, ')']);
    Object.values(node).forEach(look);
  };
  const { expression } = /** @type {acorn.ExpressionStatement} */ (
    acorn.parse(code, { ecmaVersion: 'latest' }).body[0]
  );
  for (const part of Object.values(expression)) look(part);
  const hinted = added
    .toSorted(([one], [other]) => other - one)
    .reduce((text, [place, parenthesis]) => text.slice(0, place) + parenthesis + text.slice(place), code);
  return `(${hinted})`;
}

/** @param {unknown} value @returns {value is acorn.Node} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
