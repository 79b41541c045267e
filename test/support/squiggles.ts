/** Reads the squiggles that a code editor shows, as a reader of the screen would. */
import type { Page } from 'playwright-core';

/** A wavy line under some text on the screen. */
export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'info';
  /** The 1-based number in the editor's margin. */
  readonly line: number;
  /** The underlined characters. */
  readonly text: string;
}

/** The squiggles in all editors on the screen, from top to bottom; one that wraps counts once for each row it is on. */
export const readSquiggles = (page: Page): Promise<readonly Squiggle[]> => page.evaluate(readInPage);

/** Runs in the page, so it can use nothing from outside. */
const readInPage = (): Squiggle[] => {
  const severities = ['error', 'warning', 'info'] as const;
  const middle = (box: DOMRect): number => (box.top + box.bottom) / 2;

  const rowAt = (rows: NodeListOf<Element>, y: number): Element | undefined =>
    [...rows].find((row) => {
      const box = row.getBoundingClientRect();
      return box.top <= y && y < box.bottom;
    });

  // The further rows of a wrapped line have no number; theirs is the last one above.
  const numberAt = (numbers: NodeListOf<Element>, y: number): number =>
    Math.max(
      0,
      ...[...numbers].filter((row) => row.getBoundingClientRect().top <= y).map((row) => Number(row.textContent)),
    );

  const textWithin = (line: Element, left: number, right: number): string => {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let text = '';
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const characters = node.textContent ?? '';
      for (let at = 0; at < characters.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        const center = (box.left + box.right) / 2;
        // VS Code draws spaces as no-break spaces.
        if (left <= center && center <= right) text += characters.charAt(at).replace('\u00a0', ' ');
      }
    }
    return text;
  };

  return [...document.querySelectorAll('.monaco-editor')].flatMap((editor) => {
    const lines = editor.querySelectorAll('.view-lines > .view-line');
    const numbers = editor.querySelectorAll('.margin-view-overlays .line-numbers');
    return severities
      .flatMap((severity) =>
        [...editor.querySelectorAll(`.view-overlays .squiggly-${severity}`)].map((mark) => {
          const box = mark.getBoundingClientRect();
          const line = rowAt(lines, middle(box));
          return {
            severity,
            line: numberAt(numbers, middle(box)),
            text: line === undefined ? '' : textWithin(line, box.left, box.right),
          };
        }),
      )
      .sort((a, b) => a.line - b.line);
  });
};
