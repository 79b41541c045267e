/** Writes the case study: as one page, or as a folder of pages that lead to each other. */
import type { Answers } from '../formula.ts';
import { evaluate } from '../formula.ts';
import { anchorOf } from '../page.ts';
import { fillBlock } from '../render.ts';
import { system } from './fields.ts';
import { caseStudyPages } from './study.ts';
import type { CaseStudyPage } from './study.ts';

export interface WrittenPage {
  /** The file's name. */
  readonly file: string;
  readonly text: string;
}

/** A file for each page; each ends with the way to the others. */
export function caseStudyFolder(answers: Answers = {}): readonly WrittenPage[] {
  return caseStudyPages.map((page, index) => {
    const [title = '', ...rest] = page.blocks.map((block) => fillBlock(block, answers));
    const contents = index === 0 ? [contentsOf((each) => each.file)] : [];
    const blocks = [title, ...contents, ...rest, wayOf(page)];
    return { file: page.file, text: `${blocks.join('\n\n')}\n` };
  });
}

/** The same in one page, each file a chapter of it. */
export function caseStudyPage(answers: Answers = {}): string {
  const chapters = caseStudyPages.flatMap((page) => [
    `## ${page.title}`,
    ...page.blocks.slice(1).map((block) => {
      const filled = fillBlock(block, answers);
      return block.kind === 'heading' ? `#${filled}` : filled;
    }),
  ]);
  const title = `# ${evaluate(system, answers)}: case study of its architecture`;
  return `${[title, contentsOf((page) => `#${anchorOf(page.title)}`), ...chapters].join('\n\n')}\n`;
}

function contentsOf(target: (page: CaseStudyPage) => string): string {
  const rows = caseStudyPages.map((page) => `| [${page.title}](${target(page)}) | ${page.shows} |`);
  return ['| Page | What it shows |', '| --- | --- |', ...rows].join('\n');
}

function wayOf(here: CaseStudyPage): string {
  const links = caseStudyPages.map((page) => (page === here ? page.title : `[${page.title}](${page.file})`));
  return `| ${links.join(' | ')} |\n|${' --- |'.repeat(links.length)}`;
}
