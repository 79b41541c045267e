/** DG035: a keyword of the diagram type is used as the name of a node. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { ContentLine } from '../../mermaid/symbols/lines.ts';
import type { Span } from '../../model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG035',
  alias: 'reserved-word',
  gate: 'renders',
  severity: 'error',
  title: 'A keyword is used as a name.',
  why: 'A node called `end` ends the subgraph, or the diagram. With a capital letter it is a name like any other.',
  fixable: true,
};

const reserved: Readonly<Record<string, readonly string[]>> = {
  flowchart: [
    'end',
    'graph',
    'flowchart',
    'subgraph',
    'style',
    'linkStyle',
    'classDef',
    'class',
    'call',
    'href',
    'click',
    'interpolate',
    '_self',
    '_blank',
    '_parent',
    '_top',
  ],
  sequence: [
    'end',
    'loop',
    'alt',
    'note',
    'par',
    'opt',
    'rect',
    'box',
    'and',
    'else',
    'over',
    'off',
    'create',
    'destroy',
    'activate',
    'participant',
    'actor',
    'autonumber',
  ],
  usecase: ['end', 'actor', 'note', 'direction'],
  class: ['note', 'link', 'click', 'callback', 'href'],
  state: ['note', 'default', 'class', 'click', 'style', 'scale'],
  er: ['one', 'many', 'to', 'style', 'class', 'end', 'subgraph'],
  gitGraph: ['commit', 'branch', 'merge', 'checkout', 'cherry-pick'],
};

const family = (type = ''): string =>
  /^(?:flowchart|swimlane|agentflow)/.test(type) ? 'flowchart' : type.replace(/Diagram$|-v2$/, '');

/** What may stand before and behind a node's name in a statement. */
const places = (word: string): RegExp =>
  new RegExp(
    `(?<=^|[-=.][->xo-]\\s*|[-=]{2}[>xo]?\\|[^|]*\\|\\s*|&\\s*|\\.->\\s*|->>\\s*|^actor\\s+|^participant\\s+)${word}(?=\\s*(?:$|[-=]{2}|-\\.|-?->|<-|<--|&|[[({>](?!-)|:|;|@\\{|~~~))`,
    'g',
  );

export const reservedWord: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    const lines = contentLines(masked).slice(1);
    for (const word of reserved[family(type)] ?? []) {
      // Most words stand nowhere, and looking for a word is far cheaper than looking for its places.
      const holders = lines.filter(({ text }) => text.includes(word) && text.trim().replace(/;$/, '') !== word);
      if (holders.length === 0) continue;
      const pattern = places(word);
      const uses = holders.flatMap(({ text, span }) =>
        matchesOf(pattern, text).map(({ index }) => within(span, index, word.length)),
      );
      if (uses.length === 0) continue;
      const name = freeName(lines, word);
      for (const use of uses) yield propose(word, name, use, uses);
    }
  },
};

function propose(word: string, name: string, span: Span, uses: readonly Span[]): Proposal {
  return {
    span,
    message: `\`${word}\` is a keyword here: another name is needed, such as \`${name}\`.`,
    edits: uses.map((use) => replaceBy(use, name)),
    fix: `Rename to ${name}`,
    hidden: true,
    weight: 3,
  };
}

/** The word with a capital letter, which is shown nearly as it was; with a number where that names something else. */
function freeName(lines: readonly ContentLine[], word: string): string {
  const letters = word.replace(/^_/, '');
  const name = letters.charAt(0).toUpperCase() + letters.slice(1);
  const isTaken = (candidate: string): boolean => {
    const pattern = places(candidate);
    return lines.some(({ text }) => text.includes(candidate) && text.search(pattern) >= 0);
  };
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}${number}`;
  return free;
}
