/** Writes the parts of the frame that few diagrams need; their names are in core/frameParts.ts. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

const packs = ['logos', 'mdi'];

/** Where the icons come from, for their licences. */
export const iconPackages = packs.map((pack) => path.dirname(require.resolve(`@iconify-json/${pack}/package.json`)));

/** The script that leaves the ZenUML plug-in's loader behind. */
export const zenumlSource = `import plugin from '@mermaid-js/mermaid-zenuml'; export const load = plugin.loader;`;

/**
 * An esbuild plugin that writes a pack's icons into a file for each first character, so that a diagram with one logo does not
 * load two thousand.
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
export function iconFiles(folder) {
  return {
    name: 'icon-files',
    setup(build) {
      build.onEnd(async () => {
        for (const pack of packs) await writePack(pack, path.join(folder, pack));
      });
    },
  };
}

/** @param {string} pack @param {string} folder */
async function writePack(pack, folder) {
  const {
    icons,
    aliases = {},
    width,
    height,
  } = JSON.parse(await readFile(require.resolve(`@iconify-json/${pack}/icons.json`), 'utf8'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  /** @type {Map<string, { icons: Record<string, object>, aliases: Record<string, string> }>} */
  const files = new Map();
  const fileOf = (/** @type {string} */ name) => {
    const character = name.charAt(0);
    const file = files.get(character) ?? { icons: {}, aliases: {} };
    files.set(character, file);
    return file;
  };
  for (const [name, icon] of Object.entries(icons)) fileOf(name).icons[name] = icon;
  for (const [name, alias] of Object.entries(aliases)) {
    const { parent, ...changes } = alias;
    // None of them turns its parent; one that did would have to be written out here.
    if (Object.keys(changes).length > 0) throw new Error(`${pack}:${name} is an alias of another kind`);
    fileOf(name).aliases[name] = parent;
  }
  for (const [character, file] of files) {
    await writeFile(path.join(folder, `${character}.json`), JSON.stringify({ ...file, width, height }));
  }
}
