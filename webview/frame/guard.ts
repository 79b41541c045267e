/** Refuses texts known to hang or crash Mermaid, before Mermaid sees them. Works on the raw text, in linear time. */
import { longestDiagram } from '../../core/protocol.ts';
import type { LimitSet, RenderProblem } from '../../core/protocol.ts';

export interface GuardLimits {
  /** Characters of the whole text. Mermaid checks its own limit only after expensive work on the text. */
  readonly total: number;
  /** Characters of one line; several of Mermaid's expressions take quadratic time in it. */
  readonly line: number;
  /** Characters of a line with `style` or `classDef` and `#`: looked at in cubic time. */
  readonly styleLine: number;
  /** Digits of a number in a `block` diagram: columns and spaces are laid out one by one. */
  readonly digits: number;
  /** YAML aliases (`*name`) in the front matter: each may double what the one before it said. */
  readonly aliases: number;
}

export const guardLimits: GuardLimits = { total: 50_000, line: 5_000, styleLine: 1_000, digits: 4, aliases: 20 };

/** For the case that the frame shares the shell's thread, where no watchdog can help. */
export const strictGuardLimits: GuardLimits = { total: 20_000, line: 2_000, styleLine: 300, digits: 2, aliases: 5 };

/** For a text on which somebody insists: longer ones, and still nothing that is known to hang Mermaid by itself. */
const generousGuardLimits: GuardLimits = { ...guardLimits, total: longestDiagram, line: 20_000 };

export const limitsOf: Readonly<Record<LimitSet, GuardLimits>> = {
  strict: strictGuardLimits,
  usual: guardLimits,
  generous: generousGuardLimits,
};

const styling = /style|classDef/i;
const alias = /(?:^|[\s[{,:])\*[A-Za-z0-9_-]+/g;

/** The first limit that the text does not keep; `undefined` when it keeps all. */
export function guard(text: string, limits: GuardLimits = guardLimits): RenderProblem | undefined {
  if (text.length > limits.total) return refuse('total', limits.total);
  const lines = text.split(/\r\n?|\n/);
  const isBlock = lines.some((line) => /^\s*block(?:-beta)?\b/.test(line.slice(0, 200)));
  const longNumber = new RegExp(`\\d{${limits.digits + 1}}`);
  for (const [index, line] of lines.entries()) {
    if (line.length > limits.line) return refuse('line', limits.line, index + 1);
    if (line.length > limits.styleLine && line.includes('#') && styling.test(line)) {
      return refuse('styleLine', limits.styleLine, index + 1);
    }
    if (isBlock && longNumber.test(withoutQuotes(line))) return refuse('number', 10 ** limits.digits - 1, index + 1);
  }
  const aliases = frontMatter(lines).reduce((count, line) => count + (line.match(alias)?.length ?? 0), 0);
  return aliases > limits.aliases ? refuse('aliases', limits.aliases) : undefined;
}

/** The lines between the `---` lines at the top, or all of them where the closing one is missing. */
function frontMatter(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trim() !== '---') return [];
  const length = lines.slice(first + 1).findIndex((line) => line.trim() === '---');
  return lines.slice(first + 1, length === -1 ? undefined : first + 1 + length);
}

const refuse = (
  limit: Extract<RenderProblem, { kind: 'guard' }>['limit'],
  allowed: number,
  line?: number,
): RenderProblem => ({ kind: 'guard', limit, allowed, line });

/** Labels may hold long numbers; widths and columns stand outside quotes. Colours are not numbers. */
const withoutQuotes = (line: string): string => line.replace(/"[^"]*"/g, '""').replace(/#[0-9a-fA-F]{3,8}\b/g, '#');
