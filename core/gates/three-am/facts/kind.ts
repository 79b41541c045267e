/** Whether a page is about a running system or an incident: its front matter says so, its title, its headings, or its diagrams. */
import type { DocumentModel, HeadingBlock } from '../../../document/model.ts';
import { recogniseComponent } from '../../../lexicon/components.ts';
import { remember } from '../../../memo.ts';
import { findQuantities } from '../../../quantities/find.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import { findSigns } from './diagramSigns.ts';
import { kindKeys, operational, otherwise, runningKinds } from './kindWords.ts';
import { statementsOf } from './statement.ts';
import { anyOf } from './words.ts';

const runs = anyOf(operational);
const isOther = anyOf(otherwise);
const isRunning = anyOf(runningKinds);

/** With fewer parts of a system, a diagram depicts none. */
const fewestParts = 3;
/** So many headings with years of their own tell a history. */
const fewestYears = 3;

export const isAboutRunning = remember(({ model, diagrams }: DocumentFacts): boolean => {
  // One diagram alone is no page: it has nowhere to put a command or a link.
  if (model.kind !== 'markdown' || diagrams.length === 0) return false;
  const declared = readFrontMatter(model);
  if (declared !== undefined) return declared;
  const headings = model.blocks.filter((block) => block.kind === 'heading');
  const title = titleOf(headings, model);
  if (!runs.test(title) && (isOther.test(title) || isHistory(headings) || isMostlyOther(headings))) return false;
  const depicted = diagrams.map(({ facts }) => depict(facts));
  if (depicted.filter(({ isAside }) => isAside).length * 2 > diagrams.length && !runs.test(title)) return false;
  // Something fails in every kind of diagram; that it fails at night is for the title or the parts to say.
  return depicted.some(({ isSystem, isFailing }) => isSystem || (isFailing && runs.test(title)));
});

const titleOf = (headings: readonly HeadingBlock[], { blocks: [first], text }: DocumentModel): string => {
  const written = headings.find(({ level }) => level === 1)?.text;
  const matter = first?.kind === 'front-matter' ? text.slice(first.content.start, first.content.end) : '';
  return written ?? /^title\s*[:=]\s*(.*)$/m.exec(matter)?.[1] ?? headings[0]?.text ?? '';
};

/** "Phase 1: one server (2012)", "Phase 2: shards (2015)", … */
function isHistory(headings: readonly HeadingBlock[]): boolean {
  const chapters = headings.filter(({ level }) => level === 2);
  const years = chapters.flatMap(({ text }) => /\b(?:19|20)\d\d\b/.exec(text)?.[0] ?? []);
  return new Set(years).size >= fewestYears && years.length * 2 > chapters.length;
}

/** Whether most chapters are about costs, capacity or comparisons. */
function isMostlyOther(headings: readonly HeadingBlock[]): boolean {
  const chapters = headings.filter(({ level }) => level === 2);
  return chapters.filter(({ text }) => isOther.test(text)).length * 2 > chapters.length;
}

/** What a `type`, `category` or `tags` says; undefined where there is none that says anything. */
function readFrontMatter({ blocks, text }: DocumentModel): boolean | undefined {
  const [block] = blocks;
  if (block?.kind !== 'front-matter') return undefined;
  let isNaming = false;
  const words: string[] = [];
  for (const line of text.slice(block.content.start, block.content.end).split(/\r?\n/)) {
    const value = kindKeys.exec(line)?.[1];
    isNaming = value !== undefined || (isNaming && /^\s*-\s/.test(line));
    if (isNaming) words.push(value ?? line);
  }
  const said = words.join(' ');
  if (isRunning.test(said)) return true;
  return isOther.test(said) ? false : undefined;
}

interface Depicted {
  /** It shows parts of a running system. */
  readonly isSystem: boolean;
  readonly isFailing: boolean;
  /** It shows money or years rather than how something runs. */
  readonly isAside: boolean;
}

const depict = remember((facts: DiagramFacts): Depicted => {
  if (facts.symbols === undefined) return { isSystem: false, isFailing: false, isAside: false };
  const statements = statementsOf(facts.symbols);
  const parts = facts.symbols.nodes.filter(
    ({ label, id }) => recogniseComponent(label?.text ?? id, facts.words?.components) !== undefined,
  );
  const asides = statements.filter(({ lines }) => lines.some(({ text }) => isAside(text)));
  return {
    isSystem: parts.length >= fewestParts,
    isFailing: findSigns(facts).failure_path !== undefined,
    isAside: statements.length > 0 && asides.length * 2 > statements.length,
  };
});

const isAside = (text: string): boolean =>
  /\b(?:19|20)\d\d\b(?!-\d)/.test(text) || findQuantities(text).some(({ unit }) => unit.dimension === 'currency');
