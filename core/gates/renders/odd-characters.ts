/** DG013: typographic quotes and invisible characters that came with a copy from a web page or a word processor. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG013',
  alias: 'odd-characters',
  gate: 'renders',
  severity: 'error',
  title: 'A character looks like another one, or like nothing, and Mermaid does not take it for that.',
  why: 'A curly quote or a no-break space looks right on the screen, so nobody finds it by looking.',
  fixable: true,
};

interface OddCharacter {
  readonly name: string;
  readonly instead: string;
  readonly shown: string;
}

const quote = { instead: '"', shown: 'a straight `"`' };
const gap = { instead: ' ', shown: 'an ordinary space' };
const nothing = { instead: '', shown: 'nothing' };

const odd: Readonly<Record<string, OddCharacter>> = {
  '\u201c': { name: 'a curly quote', ...quote },
  '\u201d': { name: 'a curly quote', ...quote },
  '\u201e': { name: 'a curly quote', ...quote },
  '\u00ab': { name: 'an angle quote', ...quote },
  '\u00bb': { name: 'an angle quote', ...quote },
  '\u00a0': { name: 'a no-break space', ...gap },
  '\u202f': { name: 'a narrow no-break space', ...gap },
  '\u3000': { name: 'a wide space', ...gap },
  '\u200b': { name: 'a zero-width space', ...nothing },
  '\u200c': { name: 'a zero-width character', ...nothing },
  '\u200d': { name: 'a zero-width character', ...nothing },
  '\u2060': { name: 'a zero-width character', ...nothing },
  '\ufeff': { name: 'a byte order mark', ...nothing },
  '\u00ad': { name: 'a soft hyphen', ...nothing },
  '\uff1a': { name: 'a full-width colon', instead: ':', shown: 'an ordinary `:`' },
};

export const oddCharacters: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked }: BrokenDiagram): Iterable<Proposal> {
    const header = masked.search(/\S/);
    for (const line of matchesOf(/[^\n]+/g, masked)) {
      const edits = matchesOf(/[^ -~]/g, line[0]).flatMap(({ 0: char, index }) => {
        const start = line.index + index;
        const instead = odd[char]?.instead;
        return instead === undefined ? [] : [{ span: { start, end: start + 1 }, text: instead }];
      });
      const [edit] = edits;
      const first = edit === undefined ? undefined : odd[masked.charAt(edit.span.start)];
      if (edit === undefined || first === undefined) continue;
      yield {
        span: edit.span,
        message: `This is ${first.name}: write ${first.shown} instead.`,
        edits,
        fix: 'Replace with plain characters',
        // Where the header hides behind one, everything else would be guessed.
        weight: line.index <= header && header < line.index + line[0].length ? 40 : 6.5,
      };
    }
  },
};
