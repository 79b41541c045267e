/** An independent reading of VS Code's snippet syntax, so that the writer is not checked against itself. */

export interface Stop {
  readonly number: number;
  readonly choices: readonly string[] | undefined;
}

export interface ExpandedSnippet {
  /** What is inserted when no tab stop is touched. */
  readonly text: string;
  /** Every place of a tab stop, mirrors included, in order of place. */
  readonly stops: readonly Stop[];
}

/** Expands tab stops, placeholders with plain defaults, choices and mirrors. Throws on anything else that begins with `$`. */
export function expandSnippet(snippet: string): ExpandedSnippet {
  const defaults = new Map<number, string>();
  const pieces: (string | number)[] = [];
  const stops: Stop[] = [];
  let at = 0;
  while (at < snippet.length) {
    const character = snippet.charAt(at);
    if (character === '\\' && /[\\$}]/.test(snippet.charAt(at + 1))) {
      pieces.push(snippet.charAt(at + 1));
      at += 2;
    } else if (character === '$') {
      const stop = readStop(snippet, at);
      stops.push({ number: stop.number, choices: stop.choices });
      if (stop.value !== undefined) {
        if (defaults.has(stop.number)) throw new Error(`tab stop ${stop.number} has two defaults`);
        defaults.set(stop.number, stop.value);
      }
      pieces.push(stop.number);
      at = stop.end;
    } else {
      pieces.push(character);
      at += 1;
    }
  }
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : (defaults.get(piece) ?? ''))).join('');
  return { text, stops };
}

interface ReadStop extends Stop {
  readonly value: string | undefined;
  readonly end: number;
}

function readStop(snippet: string, start: number): ReadStop {
  const rest = snippet.slice(start);
  const bare = /^\$(\d+)|^\$\{(\d+)\}/.exec(rest);
  if (bare !== null) {
    return { number: Number(bare[1] ?? bare[2]), choices: undefined, value: undefined, end: start + bare[0].length };
  }
  const choice = /^\$\{(\d+)\|((?:\\[\\,|]|[^\\,|]|\\(?![\\,|])|,)+)\|\}/.exec(rest);
  if (choice !== null) {
    const choices = splitChoices(choice[2] ?? '');
    return { number: Number(choice[1]), choices, value: choices[0], end: start + choice[0].length };
  }
  const placeholder = /^\$\{(\d+):((?:\\[\\$}]|[^\\$}])*)\}/.exec(rest);
  if (placeholder === null) throw new Error(`not a tab stop at ${start}: ${rest.slice(0, 40)}`);
  const value = (placeholder[2] ?? '').replaceAll(/\\([\\$}])/g, '$1');
  return { number: Number(placeholder[1]), choices: undefined, value, end: start + placeholder[0].length };
}

function splitChoices(written: string): readonly string[] {
  const choices: string[] = [];
  let choice = '';
  for (const [token] of written.matchAll(/\\[\\,|]|[\s\S]/g)) {
    if (token !== ',') {
      choice += token.length === 2 ? token.charAt(1) : token;
      continue;
    }
    choices.push(choice);
    choice = '';
  }
  return [...choices, choice];
}
