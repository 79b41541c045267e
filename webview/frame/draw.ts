/** Draws one diagram with Mermaid: its configuration, its theme, its picture. */
import mermaid from 'mermaid';
import type { MermaidConfig } from 'mermaid';
import { longestDiagram } from '../../core/protocol.ts';
import type { Palette, RenderProblem } from '../../core/protocol.ts';
import { withLegibleLabels } from './legibleLabels.ts';
import { problemOf } from './problems.ts';
import { themeVariables } from './theme.ts';

/** What no diagram may change, besides what Mermaid itself protects: `initialize` adds these to its own list. */
const protectedKeys = [
  'themeCSS',
  'fontFamily',
  'altFontFamily',
  'logLevel',
  'dompurifyConfig',
  'arrowMarkerAbsolute',
  'deterministicIds',
  'deterministicIDSeed',
  'legacyMathML',
  'forceLegacyMathML',
];

const common = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  // The guard has limits of its own, which it says in words.
  maxTextSize: longestDiagram,
  deterministicIds: true,
  deterministicIDSeed: 'diagram',
  logLevel: 'fatal',
  secure: protectedKeys,
} as const satisfies MermaidConfig;

/** Every picture has the same id: the shell shows each in a shadow tree of its own. */
const pictureId = 'diagram';

export type Drawing =
  | { readonly svg: string; readonly diagramType: string; readonly paper: string; readonly ink: string }
  | { readonly problem: RenderProblem };

/** What text without a colour looks like in Mermaid's own themes: as on any web page. */
const defaultInk = '#333333';

/** Draws `text` inside `stage`, which is empty again afterwards; `prepare` brings in what it needs. Never throws. */
export async function draw(
  text: string,
  palette: Palette,
  stage: HTMLElement,
  prepare: () => Promise<void>,
): Promise<Drawing> {
  try {
    await prepare();
    const isOwn = (await choosesTheme(text)) || ignoresThemes(text);
    mermaid.initialize(withLabels(configuration(palette, isOwn), palette));
    const { svg, diagramType } = await mermaid.render(pictureId, text, stage);
    if (isOwn || palette.look !== 'editor') {
      return { svg, diagramType, paper: paperOf(palette), ink: isDark(palette) && !isOwn ? palette.ink : defaultInk };
    }
    return { svg: withLegibleLabels(svg, stage, palette), diagramType, paper: palette.paper, ink: palette.ink };
  } catch (thrown) {
    return { problem: problemOf(thrown, text) };
  } finally {
    stage.replaceChildren();
  }
}

/** C4 and ZenUML diagrams have colours of their own, made for white paper. */
const ignoresThemes = (text: string): boolean =>
  /^\s*(?:C4(?:Context|Container|Component|Dynamic|Deployment)\b|zenuml)/m.test(text);

const isDark = ({ kind }: Palette): boolean => kind === 'dark' || kind === 'high-contrast';

/** A diagram that picks its own theme is drawn as Mermaid draws it; ours would change what its author chose. */
function configuration(palette: Palette, ownTheme: boolean): MermaidConfig {
  const secure = [...protectedKeys];
  // Mermaid 11 knew neither another look nor another layout unless a diagram asked for it.
  const older = palette.look === 'github' ? ({ look: 'classic', layout: 'dagre' } as const) : {};
  if (ownTheme) return { ...common, secure, fontFamily: palette.font, ...older };
  const theme = isDark(palette) ? 'dark' : 'default';
  if (palette.look === 'github') return { ...common, secure, theme, ...older };
  if (palette.look === 'mermaid-12') return { ...common, secure, ...(isDark(palette) ? { theme } : {}) };
  return {
    ...common,
    secure,
    theme: 'base',
    look: 'classic',
    fontFamily: palette.font,
    themeVariables: themeVariables(palette),
    // The axis library draws a chart's grid in the colour of its text, over Mermaid's own grid colour.
    themeCSS: '.grid .tick line { stroke: inherit; }',
  };
}

/** Labels that programs other than browsers can read, whatever the diagram says. */
function withLabels(config: MermaidConfig, { labels }: Palette): MermaidConfig {
  if (labels === 'html') return config;
  return { ...config, htmlLabels: false, secure: [...(config.secure ?? []), 'htmlLabels'] };
}

/** Asks Mermaid itself, and only when the word stands somewhere in the text, because parsing costs. */
async function choosesTheme(text: string): Promise<boolean> {
  if (!text.includes('theme')) return false;
  const { config } = await mermaid.parse(text);
  return [config, ...(Object.values(config) as readonly unknown[])].some(
    (section) => typeof section === 'object' && section !== null && ('theme' in section || 'themeVariables' in section),
  );
}

/** The background of the theme the last picture was drawn with, which Mermaid keeps until the next one. */
function paperOf(palette: Palette): string {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way to ask which theme was used
  const variables: unknown = mermaid.mermaidAPI.getConfig().themeVariables;
  const background: unknown =
    typeof variables === 'object' && variables !== null ? Reflect.get(variables, 'background') : undefined;
  return typeof background === 'string' && CSS.supports('color', background) ? background.slice(0, 40) : palette.paper;
}
