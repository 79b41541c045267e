/** Says of each phase and case study what it still lacks: required diagrams, valid syntax, links that lead somewhere. */
import { matcherOf } from '../configuration/glob.ts';
import type { CaseStudies } from '../goals/goal.ts';
import { countRoles } from '../patterns/caseStudy/check.ts';
import { foldersAbove } from '../workspace/paths.ts';
import { addUp, figuresOf } from './figures.ts';
import type { CountedDocument, CountedPage } from './figures.ts';

/** A page under the name it goes by in reports, and its path as seen from the configuration file. */
export interface PlannedPage extends CountedPage {
  readonly local: string;
}

export interface SetPart {
  readonly kind: 'phase' | 'case-study';
  readonly name: string;
  readonly pages: number;
  readonly diagrams: number;
  /** Null where no diagrams are asked for. */
  readonly required: { readonly found: number; readonly wanted: number; readonly lacking: readonly string[] } | null;
  /** Diagrams that do not render, and the first page with one. */
  readonly broken: number;
  readonly brokenPage: string | null;
  /** References that lead nowhere, and the first page with one. */
  readonly badLinks: number;
  readonly badLinkPage: string | null;
  readonly complete: boolean;
}

/** `isReached` says what else must hold for it to be complete. */
export function judgePart(
  { kind, name, required, isReached }: Pick<SetPart, 'kind' | 'name' | 'required'> & { readonly isReached: boolean },
  pages: readonly PlannedPage[],
): SetPart {
  const { diagrams, broken } = addUp(pages.map(({ checked }) => figuresOf(checked)));
  const withBroken = pages.find(({ checked }) => figuresOf(checked).broken > 0);
  const withBadLink = pages.find(({ checked }) => badLinksOf(checked) > 0);
  const badLinks = pages.reduce((sum, { checked }) => sum + badLinksOf(checked), 0);
  return {
    kind,
    name,
    pages: pages.length,
    diagrams,
    required,
    broken,
    brokenPage: withBroken?.path ?? null,
    badLinks,
    badLinkPage: withBadLink?.path ?? null,
    complete: isReached && pages.length > 0 && broken === 0 && badLinks === 0,
  };
}

const badLinksOf = ({ findings }: CountedDocument): number =>
  findings.filter(({ gate }) => gate === 'references').length;

/** The case studies that one entry of the configuration means; one without pages where it means none. */
export function judgeCaseStudies(entry: CaseStudies, pages: readonly PlannedPage[]): readonly SetPart[] {
  const groups = groupPages(entry, pages);
  if (groups.length === 0) {
    return [judgePart({ kind: 'case-study', name: entry.files, required: null, isReached: false }, [])];
  }
  return groups.map(({ name, members }) => {
    const required = entry.requires === undefined ? countTwelve(members) : countPhrases(entry.requires, members);
    const isReached = required.lacking.length === 0;
    return judgePart({ kind: 'case-study', name, required, isReached }, members);
  });
}

interface Group {
  readonly name: string;
  readonly members: readonly PlannedPage[];
}

function groupPages({ files }: CaseStudies, pages: readonly PlannedPage[]): readonly Group[] {
  if (!files.endsWith('/')) {
    const matches = matcherOf([files]);
    const known = new Map(pages.map((page) => [page.local, page]));
    return pages
      .filter(({ local }) => matches(local))
      .map((page) => ({ name: page.path, members: [page, ...ledToFrom(page, known)] }));
  }
  // With a slash, it counts from the file's folder, as every glob with one does.
  const matches = matcherOf([`./${files.replace(/\/+$/, '')}`]);
  const groups = new Map<string, PlannedPage[]>();
  for (const page of pages) {
    for (const folder of foldersAbove(page.local)) {
      if (folder === '' || !matches(folder)) continue;
      const name = page.path.slice(0, page.path.length - (page.local.length - folder.length));
      const members = groups.get(name);
      if (members === undefined) groups.set(name, [page]);
      else members.push(page);
    }
  }
  return [...groups].map(([name, members]) => ({ name, members }));
}

/** The pages of its folder that a page leads to. */
function ledToFrom({ local, checked }: PlannedPage, known: ReadonlyMap<string, PlannedPage>): readonly PlannedPage[] {
  const folder = local.slice(0, local.lastIndexOf('/') + 1);
  return (checked.content?.leadsTo ?? [])
    .map((name) => folder + name)
    .filter((path) => path !== local)
    .flatMap((path) => known.get(path) ?? []);
}

type Required = NonNullable<SetPart['required']>;

const drawn = (members: readonly PlannedPage[]) =>
  members.flatMap(({ checked }) => checked.diagrams.filter(({ renders }) => renders));

function countTwelve(members: readonly PlannedPage[]): Required {
  const roles = countRoles(drawn(members).map(({ headings = [], type = '' }) => ({ headings, type })));
  const lacking = roles.flatMap(({ title, found, wanted }) =>
    found >= wanted ? [] : [wanted === 1 ? title : `${title} (${found}/${wanted})`],
  );
  const sum = (of: (role: (typeof roles)[number]) => number): number => roles.reduce((all, role) => all + of(role), 0);
  return { found: sum(({ found, wanted }) => Math.min(found, wanted)), wanted: sum(({ wanted }) => wanted), lacking };
}

function countPhrases(phrases: readonly string[], members: readonly PlannedPage[]): Required {
  const headings = drawn(members).flatMap((diagram) => (diagram.headings ?? []).map(wordsOf));
  const lacking = phrases.filter((phrase) => !headings.some((heading) => heading.includes(wordsOf(phrase))));
  return { found: phrases.length - lacking.length, wanted: phrases.length, lacking };
}

/** Whole words in any case: ` request flow `. */
const wordsOf = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
