/** A Chromium for Linux on x64 out of the npm package `@sparticuz/chromium`, for machines with nothing else. */
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { installPackages } from './npmPackages.ts';
import { downloads } from './paths.ts';
import { runProcess } from './processes.ts';

const version = '153.0.0';

/** A browser and what its process needs in its environment. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Installs and unpacks the browser on first use. Rejects on other platforms and without the npm registry. */
export const installPackagedBrowser = async (): Promise<BrowserProgram> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chrome, Chromium or Edge found; install one or name it in CHROME_PATH');
  }
  const folder = path.join(downloads, 'chromium', version);
  console.log('no browser found; taking the one of @sparticuz/chromium …');
  await installPackages({ folder, packages: [`@sparticuz/chromium@${version}`] });
  const unpacked = path.join(folder, 'unpacked');
  if (!existsSync(unpacked)) await unpack(folder, unpacked);
  return {
    executablePath: path.join(unpacked, 'chromium'),
    env: {
      // The package brings the libraries (NSS and its kind) that a bare system lacks, and a font.
      LD_LIBRARY_PATH: path.join(unpacked, 'al2023/lib'),
      FONTCONFIG_PATH: path.join(unpacked, 'fonts'),
    },
  };
};

const unpack = async (folder: string, target: string): Promise<void> => {
  const draft = await mkdtemp(`${target}.`);
  try {
    // The package unpacks into the temporary folder, and the libraries only where it believes itself on Lambda.
    const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    const args = ['--input-type=module', '--eval', script];
    const { code, output } = await runProcess(process.execPath, args, { cwd: folder, env });
    if (code !== 0) throw new Error(`@sparticuz/chromium ${version} could not be unpacked\n${output.trim()}`);
    await rename(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};
