/** The licences of everything that is bundled and thereby published, in one text. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The folders of the packages that went into these bundles.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {readonly string[]}
 */
export function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    ),
  );
  return [...new Set(inputs.flatMap((file) => packageFolder.exec(file)?.[1] ?? []))].toSorted();
}

/**
 * @param {readonly string[]} folders
 * @returns {Promise<string>}
 */
export async function noticesOf(folders) {
  const notices = await Promise.all(folders.map(noticeOf));
  const head =
    'Diagram Gates contains the following packages, each under its own licence. Where a package comes without the text of\n' +
    'its licence, the text stands below with another package under the same licence.\n';
  return [head, ...new Set(notices)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} folder */
async function noticeOf(folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license = 'the licence below', homepage = '' } = manifest;
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).toSorted();
  if (manifest.license === undefined && files.length === 0) throw new Error(`${name} does not say its licence`);
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return [`${name} ${version}\n${license}\n${homepage}\n`, ...texts].join('\n');
}
