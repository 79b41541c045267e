/** A name for what decides the verdicts: the version people know, and the very scripts, which hold Mermaid and all rules. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Two builds of one version are not the same. */
export async function identifyScripts(version: string, scripts: readonly URL[]): Promise<string> {
  const hash = createHash('sha256').update(version);
  for (const script of scripts) hash.update(await readFile(script));
  return hash.digest('hex');
}
