/** Brings every derived file up to date: `npm run derive`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { planDerivedFiles } from './core/derive/plan.ts';
import { manifest } from './extension/manifest.ts';

const root = import.meta.dirname;
const files = planDerivedFiles({ ...manifest, read: (file) => readFileSync(path.join(root, file), 'utf8') });
for (const { path: file, content } of files) {
  const target = path.join(root, file);
  let present: string | undefined;
  try {
    present = readFileSync(target, 'utf8');
  } catch {
    // A file that is not there yet is written.
  }
  if (present === content) continue;
  writeFileSync(target, content);
  console.log(`derived ${file}`);
}
