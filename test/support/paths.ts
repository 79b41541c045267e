/** Where the tests find the project, keep what they download, and put what they make. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** The project's root folder, absolute. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Downloaded editors and browsers; ignored by git, safe to delete. */
export const downloads = path.join(projectRoot, '.vscode-test');

/** Results and screenshots of the last run; ignored by git. */
export const results = path.join(projectRoot, 'test-results');

/** Makes a fresh folder for one run, outside the project; it goes when its maker deletes it, or with this process. */
export const makeTemporaryFolder = async (purpose: string): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), `diagram-gates-${purpose}-`));
  if (made.length === 0) {
    process.once('exit', () => made.forEach((each) => rmSync(each, { recursive: true, force: true, maxRetries: 3 })));
  }
  made.push(folder);
  return folder;
};

/** The folders that go with the process. */
const made: string[] = [];
