/** What opens when somebody clicks in a diagram: the addresses of `click`, `link` and `links`. */
import { matchesOf } from '../../../matches.ts';
import type { StatementSymbol } from '../../../mermaid/symbols/model.ts';
import type { Span } from '../../../model.ts';

export interface WrittenHref {
  readonly href: string;
  readonly span: Span;
}

/** By keyword: `click a "…"`, `click a, b href "…"`; `link a "…"`, `link a: name @ …`; `links a: {"name": "…"}`. */
const patterns: Readonly<Partial<Record<StatementSymbol['keyword'], readonly RegExp[]>>> = {
  click: [/^click\s+[^",\s]+(?:\s*,\s*[^",\s]+)*\s+(?:href\s+)?"([^"]*)"/dg],
  link: [/^link\s+[^\s:]+\s+"([^"]*)"/dg, /^link\s+[^:"]+:[^@]*@\s*([^\s"]+)/dg],
  links: [/:\s*"([^"]*)"/dg],
};

/** The addresses in `statements`; a click that calls a function has none. Spans are offsets into the diagram's `text`. */
export function readClicks(statements: readonly StatementSymbol[], text: string): readonly WrittenHref[] {
  return statements.flatMap(({ keyword, span }) =>
    (patterns[keyword] ?? []).flatMap((pattern) =>
      matchesOf(pattern, text.slice(span.start, span.end)).flatMap((match) => {
        const place = match.indices?.[1];
        if (place === undefined) return [];
        return [{ href: match[1] ?? '', span: { start: span.start + place[0], end: span.start + place[1] } }];
      }),
    ),
  );
}
