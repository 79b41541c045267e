/** Broken diagrams of real pages, where they are at hand: how many of them *Fix all* repairs. They are no part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from '../../../core/document/parse.ts';
import { projectRoot } from '../../support/paths.ts';
import type { Judges } from './measure.ts';
import { percent, table } from './table.ts';
import type { Figure } from './report.ts';
import { wordsOf } from './words.ts';

const folders = ['corpus', 'samples'].map((name) => path.join(projectRoot, '../shared', name));

export interface CorpusResult {
  /** `<page>#<number of the diagram in it>`. */
  readonly id: string;
  readonly findings: number;
  readonly renders: boolean;
  readonly wordsKept: boolean;
}

/** Repairs every broken diagram of the pages; undefined where there are no pages. */
export async function measureCorpus({ oracle, subject }: Judges): Promise<readonly CorpusResult[] | undefined> {
  const present = folders.filter((folder) => existsSync(folder));
  if (present.length === 0) return undefined;
  const results: CorpusResult[] = [];
  for (const { id, text } of present.flatMap(diagramsIn)) {
    if ((await oracle.parse(text)).renders) continue;
    const fixed = await subject.fix(text, 'mermaid');
    results.push({
      id,
      findings: (await subject.check(text, 'mermaid')).findings.length,
      renders: (await oracle.parse(fixed)).renders,
      wordsKept: wordsOf(fixed) === wordsOf(text),
    });
  }
  return results;
}

function diagramsIn(folder: string): readonly { id: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) =>
      parseDocument(readFileSync(path.join(folder, file), 'utf8'), 'markdown', { fenceLanguages: [] })
        .blocks.filter((block) => block.kind === 'diagram')
        .map(({ text }, index) => ({ id: `${file}#${index + 1}`, text })),
    );
}

export function describeCorpus(results: readonly CorpusResult[]): { text: string; figures: readonly Figure[] } {
  const rendering = results.filter(({ renders }) => renders);
  const kept = rendering.filter(({ wordsKept }) => wordsKept);
  const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : (100 * part) / whole);
  return {
    text: table([
      ['real pages', 'broken', 'findings', 'renders after Fix all', 'with the same words'],
      [
        'all',
        String(results.length),
        String(results.reduce((sum, { findings }) => sum + findings, 0)),
        percent(rendering.length, results.length),
        percent(kept.length, rendering.length),
      ],
    ]),
    figures: [
      { name: 'real pages: renders after Fix all', value: share(rendering.length, results.length) },
      { name: 'real pages: words kept', value: share(kept.length, rendering.length) },
    ],
  };
}
