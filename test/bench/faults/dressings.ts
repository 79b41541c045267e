/** The surroundings in which authors write a diagram: what stands above it moves every line that Mermaid speaks of. */
import type { DocumentKind, Span } from '../../../core/model.ts';

export const dressingNames = ['bare', 'front matter and comments', 'long directive', 'list item, CRLF'] as const;
export type DressingName = (typeof dressingNames)[number];

/** A diagram as a document, and where each offset of the diagram stands in it. */
export interface Dressed {
  readonly kind: DocumentKind;
  readonly text: string;
  /** How many lines of the document stand above the diagram's text. */
  readonly linesAbove: number;
  readonly place: (span: Span) => Span;
}

const above: Record<Exclude<DressingName, 'list item, CRLF'>, string> = {
  bare: '',
  'front matter and comments':
    '---\ntitle: Written for the night shift\nconfig:\n  theme: neutral\n---\n\n%% drawn in March\n\n%% checked in June\n',
  'long directive': '%%{init: {\n  "theme": "base",\n  "themeVariables": {\n    "fontSize": "14px"\n  }\n}}%%\n',
};

/** True where `text` begins with something that must stand at the very top, such as its own front matter. */
export const mustStandFirst = (text: string): boolean => /^(?:---|%%)/.test(text);

export function dress(diagram: string, name: DressingName): Dressed {
  if (name === 'list item, CRLF') return inListItem(diagram);
  const prefix = above[name];
  const move = (offset: number): number => offset + prefix.length;
  return {
    kind: 'mermaid',
    text: prefix + diagram,
    linesAbove: 0,
    place: ({ start, end }) => ({ start: move(start), end: move(end) }),
  };
}

/** Fenced inside a numbered list of a Markdown page that was written on Windows. */
function inListItem(diagram: string): Dressed {
  const head = '# Steps\r\n\r\n1. First look at the picture.\r\n\r\n   ```mermaid\r\n';
  const indent = '   ';
  const starts: number[] = [];
  let text = head;
  const lines = diagram.replace(/\n$/, '').split('\n');
  for (const line of lines) {
    text += line === '' ? '' : indent;
    starts.push(text.length);
    text += `${line}\r\n`;
  }
  text += `${indent}\`\`\`\r\n\r\n2. Then go on.\r\n`;
  const move = (offset: number): number => {
    const before = diagram.slice(0, offset).split('\n');
    const line = Math.min(before.length, lines.length) - 1;
    return (starts[line] ?? 0) + Math.min((before.at(-1) ?? '').length, (lines[line] ?? '').length);
  };
  return {
    kind: 'markdown',
    text,
    linesAbove: head.split('\n').length - 1,
    place: ({ start, end }) => ({ start: move(start), end: move(end) }),
  };
}
