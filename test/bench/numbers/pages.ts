/** The pages the benchmark reads, and what gate 6 is given of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from '../../../core/document/parse.ts';
import type { DocumentFacts } from '../../../core/gates/rule.ts';
import { readSymbols } from '../../../core/mermaid/symbols/read.ts';
import type { Oracle, OracleVerdict } from '../../../core/ports.ts';
import { projectRoot } from '../../support/paths.ts';

export interface Page {
  readonly name: string;
  readonly text: string;
  /** What Mermaid says of each of its diagrams; a figure that changes does not change it. */
  readonly verdicts: readonly OracleVerdict[];
}

const shared = path.resolve(projectRoot, '../shared');

/** The folders there are: real pages beside the repository, else the project's own samples. */
export function pageFolders(): readonly string[] {
  const real = ['corpus', 'samples'].map((name) => path.join(shared, name)).filter((folder) => existsSync(folder));
  return real.length > 0 ? real : [path.join(projectRoot, 'samples')];
}

/** Every page with a diagram: the gate is not about others. */
export async function readPages(oracle: Oracle): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const folder of pageFolders()) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    for (const name of names.sort()) {
      const page = await readPage(name, readFileSync(path.join(folder, name), 'utf8'), oracle);
      if (page.verdicts.length > 0) pages.push(page);
    }
  }
  return pages;
}

async function readPage(name: string, text: string, oracle: Oracle): Promise<Page> {
  const verdicts: OracleVerdict[] = [];
  for (const block of parseDocument(text, 'markdown').blocks) {
    if (block.kind === 'diagram') verdicts.push(await oracle.parse(block.text));
  }
  return { name, text, verdicts };
}

/** The facts of the page as it would be with `text`. */
export function factsOf(page: Page, text: string): DocumentFacts {
  const model = parseDocument(text, 'markdown');
  const blocks = model.blocks.filter((block) => block.kind === 'diagram');
  const diagrams = blocks.flatMap((block, index) => {
    const verdict = page.verdicts[index];
    if (verdict === undefined) return [];
    return { block, facts: { text: block.text, verdict, faults: [], symbols: readSymbols(block.text, verdict.type) } };
  });
  return { model, diagrams };
}
