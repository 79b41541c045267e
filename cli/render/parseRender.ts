/** Reads the arguments of `render`. */
import { extname } from 'node:path';
import { exportBackgrounds, imageFormats, imageScales } from '../../core/protocol.ts';
import { renderLabels, renderThemes } from '../optionTable.ts';
import type { RunOptions } from '../run.ts';
import type { RenderOptions } from './render.ts';

export interface RenderValues {
  readonly output?: string | undefined;
  readonly diagram?: string | undefined;
  readonly format?: string | undefined;
  readonly theme: string;
  readonly scale: string;
  readonly background: string;
  readonly labels: string;
  readonly browser?: string | undefined;
}

type Theme = (typeof renderThemes)[number];

/** Which look and colours of the preview each theme is. */
const themes: Readonly<Record<Theme, Pick<RenderOptions['picture'], 'look' | 'colours'>>> = {
  light: { look: 'editor', colours: 'light' },
  dark: { look: 'editor', colours: 'dark' },
  mermaid: { look: 'mermaid-12', colours: 'light' },
  github: { look: 'github', colours: 'light' },
};

/** What is asked for, or what is wrong with it; `wrongChoice` words a value that is none of its option's. */
export function parseRender(
  values: RenderValues,
  common: Pick<RunOptions, 'paths' | 'config' | 'cache'>,
  wrongChoice: (option: string, value: string, choices: readonly string[]) => string,
): { readonly options: RenderOptions } | { readonly problem: string } {
  const { output, browser, diagram: number } = values;
  if (common.paths.length !== 1) return { problem: 'Name one file to render: render FILE -o OUT' };
  if (output === undefined)
    return { problem: 'Say where to: -o with a file that ends in .svg, .png or .pdf, or a folder' };
  const ending = extname(output).slice(1).toLowerCase();
  const ofFile = imageFormats.find((each) => each === ending);
  const wanted = imageFormats.find((each) => each === values.format);
  if (values.format !== undefined && wanted === undefined) {
    return { problem: wrongChoice('--format', values.format, imageFormats) };
  }
  if (ofFile !== undefined && wanted !== undefined && ofFile !== wanted) {
    return { problem: `--format ${wanted} does not go with a file that ends in .${ofFile}` };
  }
  const theme = renderThemes.find((each) => each === values.theme);
  if (theme === undefined) return { problem: wrongChoice('--theme', values.theme, renderThemes) };
  const background = exportBackgrounds.find((each) => each === values.background);
  if (background === undefined) return { problem: wrongChoice('--background', values.background, exportBackgrounds) };
  const labels = renderLabels.find((each) => each === values.labels);
  if (labels === undefined) return { problem: wrongChoice('--labels', values.labels, renderLabels) };
  const scale = Number(values.scale);
  const { least, most } = imageScales;
  if (!(scale >= least && scale <= most)) {
    return { problem: `--scale is a number from ${least} to ${most}, not '${values.scale}'` };
  }
  const diagram = number === undefined ? undefined : Number(number);
  if (diagram !== undefined && (!Number.isInteger(diagram) || diagram < 1)) {
    return { problem: `--diagram is a number from 1, not '${number}'` };
  }
  const format = ofFile ?? wanted ?? 'svg';
  return {
    options: {
      ...common,
      failOn: 'error',
      profile: undefined,
      target: undefined,
      useBaseline: false,
      output,
      isFolder: ofFile === undefined,
      diagram,
      browser,
      picture: { format, scale, paper: background === 'theme', labels, ...themes[theme] },
    },
  };
}
