/** Reads the editor's colours, and says when they change. */
import { pictureLooks } from '../../core/protocol.ts';
import type { ImageWish, Palette } from '../../core/protocol.ts';

/** Text keeps at least this contrast to the paper; on the areas of diagrams, which are tinted, 4.5 remain. */
const leastContrast = 7.5;

type Rgb = readonly [number, number, number];

/** The colours in which diagrams are drawn that do not choose a theme themselves. */
export function readPalette(): Palette {
  const kind = kindOf(document.body.classList);
  const isDark = kind === 'dark' || kind === 'high-contrast';
  const variables = getComputedStyle(document.documentElement);
  const colour = (fallback: string, ...names: readonly string[]): string =>
    names.map((name) => variables.getPropertyValue(name).trim()).find((value) => value !== '') ?? fallback;

  const paper = toRgb(colour(isDark ? '#1f1f1f' : '#ffffff', '--vscode-editor-background'), [0, 0, 0]);
  const ink = toRgb(colour(isDark ? '#cccccc' : '#3b3b3b', '--vscode-editor-foreground'), paper);
  const accentNames = kind.startsWith('high-contrast')
    ? ['--vscode-contrastBorder', '--vscode-focusBorder']
    : ['--vscode-charts-blue', '--vscode-textLink-foreground', '--vscode-focusBorder'];
  const accent = toRgb(colour(isDark ? '#4daafc' : '#0069cc', ...accentNames), paper);
  const look = pictureLooks.find((name) => name === document.body.dataset['look']) ?? 'editor';
  return {
    look,
    kind,
    paper: hexOf(paper),
    ink: hexOf(legible(ink, paper)),
    accent: hexOf(accent),
    font: colour('system-ui, sans-serif', '--vscode-font-family').slice(0, 500),
    labels: 'html',
  };
}

/** What goes out to other people is drawn in these, whatever the editor around it looks like. */
const exported = {
  light: { kind: 'light', paper: '#ffffff', ink: '#1f1f1f', accent: '#005fb8' },
  dark: { kind: 'dark', paper: '#1f1f1f', ink: '#cccccc', accent: '#4daafc' },
} as const;

/** Programs other than browsers have fonts of these widths, if not of these names. */
const widelyKnownFont = 'Helvetica, Arial, "Liberation Sans", sans-serif';

/** What a picture for a file is drawn in, where the preview is drawn in `palette`. */
export function exportPalette(palette: Palette, { colours, labels }: Pick<ImageWish, 'colours' | 'labels'>): Palette {
  const coloured = colours === 'preview' ? palette : { ...palette, ...exported[colours] };
  return labels === 'html' ? coloured : { ...coloured, labels, font: widelyKnownFont };
}

/** Calls `changed` after VS Code switched its theme; it changes classes and hundreds of variables at once. */
export function watchPalette(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id', 'data-look'],
  });
}

/** Whether pictures are to stand still. */
export const wantsStillness = (): boolean =>
  document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;

function kindOf(classes: DOMTokenList): Palette['kind'] {
  // VS Code marks the light one with both high-contrast classes.
  if (classes.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classes.contains('vscode-high-contrast')) return 'high-contrast';
  return classes.contains('vscode-light') ? 'light' : 'dark';
}

/** Any CSS colour on an opaque background; the canvas knows every way to write one. */
function toRgb(css: string, under: Rgb): Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return under;
  for (const fill of [`rgb(${under.join(' ')})`, css]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Some themes have pale text; diagrams put it on tinted areas too, so it is moved towards black or white. */
function legible(ink: Rgb, paper: Rgb): Rgb {
  const target: Rgb = luminance(paper) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; share < 1; share += 0.1) {
    const mixed: Rgb = [0, 1, 2].map((index) => {
      const from = ink[index] ?? 0;
      return Math.round(from + ((target[index] ?? 0) - from) * share);
    }) as unknown as Rgb; // three indices give three channels
    if (contrast(mixed, paper) >= leastContrast) return mixed;
  }
  return target;
}

function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const hexOf = (rgb: Rgb): string => `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
