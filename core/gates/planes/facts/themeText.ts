/** The colour of a label that nobody chose: the theme's. */
import { parseColour } from '../../../colour/colour.ts';
import type { Colour } from '../../../colour/colour.ts';
import { readOptions } from '../../../mermaid/directives.ts';

/** The label colours of Mermaid 12.3's themes; test/gates/planes/themes.test.ts holds them against Mermaid's own. */
export const themeTextColours: Readonly<Record<string, string>> = {
  base: '#333',
  dark: '#ccc',
  default: '#333',
  forest: '#000000',
  neutral: '#000000',
  neo: '#333',
  'neo-dark': '#e0dfdf',
  redux: '#28253D',
  'redux-dark': '#e0dfdf',
  'redux-color': '#28253D',
  'redux-dark-color': '#e0dfdf',
};

/** What Mermaid 12 and Mermaid 11 draw with when nobody says. */
const usual = ['redux-color', 'default'];

/** The colours the label may have, where no class or style says; empty where that cannot be known. */
export function themeTextOf(text: string): readonly Colour[] {
  if (!/theme|darkMode/.test(text)) return colours(usual);
  const { keys } = readOptions(text);
  const valueOf = (...path: readonly string[]): unknown =>
    keys.find(({ path: own }) => own.length === path.length && own.every((key, at) => key === path[at]))?.value;
  if (valueOf('themeCSS') !== undefined || valueOf('themeVariables', 'darkMode') !== undefined) return [];
  for (const variable of ['nodeTextColor', 'primaryTextColor', 'textColor']) {
    const value = valueOf('themeVariables', variable);
    if (typeof value === 'string') return [parseColour(value) ?? []].flat();
  }
  // Of other variables some decide what the labels look like.
  if (keys.some(({ path: [first] }) => first === 'themeVariables')) return [];
  const theme = valueOf('theme');
  if (theme === undefined) return colours(usual);
  return typeof theme === 'string' ? colours([theme]) : [];
}

const colours = (themes: readonly string[]): readonly Colour[] =>
  themes.flatMap((theme) => parseColour(themeTextColours[theme] ?? '') ?? []);
