/** The examples of docs/sources.md: what is given, and what the page shows of what is made of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { made, sourceOf } from './madePages.ts';
import { projectRoot } from './paths.ts';

export const sourcesPage = path.join(projectRoot, 'docs/sources.md');

export interface SourceExample {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  /** What was asked for besides. */
  readonly options: Readonly<Record<string, string>>;
  /** What the page shows as made of it. */
  readonly shown: string;
}

/** A fence whose info string is `text KIND FILE`, an option where one is needed, and what is made, up to the next heading. */
const example =
  /^````text ([\w-]+) (\S+)\n([\s\S]*?)^````\n\nbecomes(?:, with `([\w-]+)` (\S+))?\n\n([\s\S]*?)(?=^## |^### |(?![\s\S]))/gm;
const diagram = /^```mermaid\n([\s\S]*?)\n```$/gm;

export function sourceExamples(): readonly SourceExample[] {
  const page = readFileSync(sourcesPage, 'utf8');
  return [...page.matchAll(example)].map(([, kind = '', file = '', text = '', option, value = '', shown = '']) => ({
    kind,
    file,
    text,
    options: option === undefined ? {} : { [option]: value },
    shown,
  }));
}

export const madeOf = ({ kind, text, file, options }: SourceExample): Promise<string> =>
  made(kind, text, file, options);

/** The diagrams of a page, as Mermaid takes them. */
export const diagramsIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(diagram)].map(([, text = '']) => text);

/** Each diagram of an example has a picture of its own. */
export const pictureName = (kind: string, index: number): string => (index === 0 ? kind : `${kind}-${index + 1}`);

/** A made page as the documentation shows it: pictures for the diagrams, and bold lines for headings, since it has its own. */
export function asShown(kind: string, markdown: string): string {
  let count = 0;
  const pictured = markdown.replaceAll(diagram, () => {
    const name = pictureName(kind, count);
    const alt = `${sourceOf(kind).title}${count === 0 ? '' : `, diagram ${count + 1}`}`;
    count += 1;
    return ['light', 'dark']
      .map((look) => `![${alt}](images/sources/${name}-${look}.webp#gh-${look}-mode-only)`)
      .join('\n');
  });
  return pictured.replaceAll(/^#{2,3} (.*)$/gm, '**$1**');
}
