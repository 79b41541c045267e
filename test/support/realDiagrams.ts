/** The diagrams of the real pages beside the repository, where there are any; they never become part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineTable } from '../../core/document/lines.ts';
import { parseDocument } from '../../core/document/parse.ts';
import { projectRoot } from './paths.ts';

export interface RealDiagram {
  /** The page, relative to the folder of real pages, and the 1-based line of the diagram's first line. */
  readonly id: string;
  readonly text: string;
}

/** All of them, in the order of their pages; none, with a printed reason, where the pages are missing. */
export function readRealDiagrams(): readonly RealDiagram[] {
  const shared = path.resolve(projectRoot, '../shared');
  return ['samples', 'corpus'].flatMap((folder) => {
    const root = path.join(shared, folder);
    if (!existsSync(root)) {
      console.log(`      skipped: there are no pages in ../shared/${folder}`);
      return [];
    }
    const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((page) => page.endsWith('.md'));
    return pages.sort().flatMap((page) => readDiagrams(`${folder}/${page}`, path.join(root, page)));
  });
}

function readDiagrams(name: string, file: string): readonly RealDiagram[] {
  const text = readFileSync(file, 'utf8');
  const lines = new LineTable(text);
  return parseDocument(text, 'markdown').blocks.flatMap((block) =>
    block.kind === 'diagram'
      ? [{ id: `${name}:${lines.lineAt(block.lines[0]?.start ?? block.span.start) + 1}`, text: block.text }]
      : [],
  );
}
