/** Finds bars below a ruler: runs of blocks, and boxes between `├` and `┤` with a name in them. */
import { matchesOf } from '../../matches.ts';
import { plainWords } from '../plainWords.ts';
import { isMilestone } from './milestones.ts';
import type { Bar } from './model.ts';
import { readRuler } from './ruler.ts';
import type { Ruler } from './ruler.ts';

const filled = /[█▓▒■▬▇▆#=]/u;
const run = /[█▓▒■▬▇▆]+|#{3,}|={3,}>?/gu;
const frame = /[│|┃║░·]/gu;

export function findBars(lines: readonly string[]): readonly Bar[] {
  const bars: Bar[] = [];
  let ruler: Ruler | undefined;
  let section = '';
  let name = '';
  /** Whether the lines we are on are inside the box of the last bar, and whether one was already. */
  let isInBox = false;
  let hasMore = false;
  for (const [index, line] of lines.entries()) {
    const heading = /^ {0,3}#{1,6} +(.+?)#* *$/.exec(line)?.[1];
    const found = readRuler(line);
    if (heading !== undefined || /^\s*(?:```|~~~)/.test(line)) {
      section = heading === undefined ? section : plainWords(heading);
      ruler = undefined;
      name = '';
      isInBox = false;
    } else if (found !== undefined) ruler = found;
    else if (ruler !== undefined) {
      const blocks = readBlocks(line, ruler);
      const own = blocks ?? readSegment(line, ruler);
      if (own !== undefined) {
        bars.push({ ...own, name: own.name === '' ? name : own.name, unit: ruler.unit, section, line: index + 1 });
        name = '';
        isInBox = blocks === undefined;
        continue;
      }
      const words = isMilestone(line) ? '' : plainWords(line.replaceAll(/[─━┌┐└┘├┤┬┴┼│┃|]/gu, ' '));
      const last = bars.at(-1);
      if (words === '') isInBox = false;
      else if (isInBox && last !== undefined) {
        // Further lines in a box go on with its name.
        const joint = hasMore ? ' ' : ' – ';
        bars[bars.length - 1] = { ...last, name: `${last.name}${joint}${words}` };
      } else name = words;
      hasMore = isInBox && words !== '';
    }
  }
  return bars.filter((bar) => bar.name !== '' && bar.to > bar.from);
}

type Read = Pick<Bar, 'name' | 'from' | 'to' | 'note'>;

/** `│ ████░░░ │ 2-3 days`, `Stream 1  ████`. */
function readBlocks(line: string, { at }: Ruler): Read | undefined {
  if (!filled.test(line) || line.length > 2_000) return undefined;
  const runs = matchesOf(run, line);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const before = line.slice(0, first.index);
  // A frame in front of the first block moves all of them by its own width.
  const shift = /^\s*[│|┃║] (?=[█▓▒■▬▇▆░])/u.test(line) ? 2 : 0;
  const column = Array.from(before).length - shift;
  const end = -shift + Array.from(line.slice(0, last.index + last[0].length)).length;
  const behind = line.slice(last.index + last[0].length).replaceAll(frame, ' ');
  return {
    name: plainWords(before.replaceAll(frame, ' ')),
    from: at(column),
    to: at(end),
    note: plainWords(behind),
  };
}

/** `Stream 2  ├───────┤`, with its name before it. */
function readBareSegment(line: string, at: Ruler['at']): Read | undefined {
  const found = /^(.*?\p{L}.*?)(├[─━┼]+┤)(.*)$/u.exec(line.length > 2_000 ? '' : line);
  const [, before = '', bar = '', behind = ''] = found ?? [];
  const name = plainWords(before.replaceAll(frame, ' '));
  if (name === '') return undefined;
  const column = Array.from(before).length;
  return { name, from: at(column), to: at(column + Array.from(bar).length - 1), note: plainWords(behind.replaceAll(frame, ' ')) }; // prettier-ignore
}

/** `├─ Stream 2 ──┼───────┤` */
function readSegment(line: string, { at }: Ruler): Read | undefined {
  const found = /├[─━]*\s*([^─━┼┤├│]+?)\s*[─━]+[─━┼]*┤/u.exec(line.length > 2_000 ? '' : line);
  const inside = plainWords(found?.[1] ?? '');
  if (found === null || inside === '') return readBareSegment(line, at);
  const name = inside;
  const column = Array.from(line.slice(0, found.index)).length;
  const end = column + Array.from(found[0]).length - 1;
  return { name, from: at(column), to: at(end), note: '' };
}
