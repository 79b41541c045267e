/**
 * Makes a timeline of every real incident page and prints it, to be read by eye beside the page: `npm run bench:timelines`.
 * The pages are not part of the repository; where they are missing, this says so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/paths.ts';
import { assertGreen, convertText } from '../support/madePages.ts';

const folder = path.join(projectRoot, '../shared/corpus/incidents');
const wholePages = process.argv.includes('--pages');

if (!existsSync(folder)) console.log(`skipped: ${folder} is missing`);
else {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).sort(); // prettier-ignore
  let made = 0;
  let green = 0;
  for (const file of files) {
    const converted = await convertText(
      'postmortem',
      readFileSync(path.join(folder, file), 'utf8'),
      path.basename(file),
    );
    if (converted.kind !== 'page') {
      console.log(`${file}: ${converted.kind === 'problem' ? converted.problem : converted.kind}`);
      continue;
    }
    made += 1;
    const problem = await assertGreen(`# Netflix, 2024: 5 min\n\n${converted.markdown}\n`).then(() => undefined, (error: unknown) => String(error)); // prettier-ignore
    if (problem === undefined) green += 1;
    console.log(`\n=== ${file}${problem === undefined ? '' : `\nNOT GREEN ${problem.slice(0, 600)}`}`);
    const lines = converted.markdown.split('\n').filter((line) => !/^\s*%%/.test(line));
    console.log((wholePages ? lines : lines.filter((line) => /title|^\| (?:Det|Mit|Res|First)/.test(line))).join('\n'));
  }
  console.log(`\n${files.length} pages: ${made} have a timeline, ${green} of them pass every gate that applies`);
}
