/** DG038: front matter that does not open the diagram, does not end, or is not valid YAML. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { insertAt, replaceBy } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG038',
  alias: 'bad-front-matter',
  gate: 'renders',
  severity: 'error',
  title: 'The front matter is in the wrong place, not closed or not valid.',
  why: 'Front matter carries the title and the configuration. It stands between two lines of `---`, above everything else, comments included.',
  fixable: true,
};

const block = /^[^\S\n]*---[^\S\n]*\n(?:[^\S\n]*[\w-]+:[^\n]*\n|[^\S\n]+[^\n]*\n)*[^\S\n]*---[^\S\n]*(?:\n|$)/m;

export const badFrontMatter: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text }: BrokenDiagram): Iterable<Proposal> {
    const closed = block.exec(text);
    if (closed !== null && text.slice(0, closed.index).trim() !== '') yield proposeMove(text, closed.index, closed[0]);
    if (closed !== null) yield* proposeQuotes(closed.index, closed[0]);
    const open = /^\s*---[^\S\n]*\n((?:[^\S\n]*[\w-]+:[^\n]*\n)+)(?![^\S\n]*---)/.exec(text);
    if (open === null) return;
    const start = text.indexOf('---');
    const end = open[0].length;
    yield {
      span: { start, end: start + 3 },
      message: 'The front matter is not closed: a second line of `---` ends it.',
      edits: [insertAt(end, '---\n')],
      fix: 'Close the front matter',
      weight: 40,
      group: 'header',
    };
  },
};

function proposeMove(text: string, index: number, matter: string): Proposal {
  const start = text.indexOf('---', index);
  const whole = matter.endsWith('\n') ? matter : `${matter}\n`;
  return {
    span: { start, end: start + 3 },
    message: 'Front matter stands above everything else in the diagram: move it to the top.',
    edits: [insertAt(0, whole), replaceBy({ start: index, end: index + matter.length }, '')],
    fix: 'Move the front matter to the top',
    weight: 40,
    group: 'header',
  };
}

/** A value with a colon in it is taken for another key unless it is in quotes. */
function* proposeQuotes(start: number, matter: string): Iterable<Proposal> {
  for (const line of matchesOf(
    /^([^\S\n]*[\w-]+:[^\S\n]+)([^"'\n{[|>][^\n]*?)(:(?=\s|$)|\s#|@|`)([^\n]*)$/gm,
    matter,
  )) {
    const [, key = '', before = '', sign = '', behind = ''] = line;
    const from = start + line.index + key.length;
    const value = `${before}${sign}${behind}`;
    const at = from + before.length;
    yield {
      span: { start: at, end: at + sign.length },
      message: 'YAML reads this character as syntax: put the value in double quotes.',
      edits: [replaceBy({ start: from, end: from + value.length }, JSON.stringify(value.trimEnd()))],
      fix: 'Put the value in double quotes',
      weight: 30,
    };
  }
}
