/** The command `render`: draws the diagrams of a page, or one of them, as pictures for files. */
import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { limits } from '../../core/config.ts';
import type { CheckedDiagram, CheckedDocument } from '../../core/model.ts';
import { fileNamesOf } from '../../core/pictureNames.ts';
import type { DrawOrder } from '../../core/renderProtocol.ts';
import { describeFinding } from '../../core/report/text.ts';
import { LineTable } from '../../core/document/lines.ts';
import { describeIoProblem, readText } from '../readText.ts';
import { describeProblem, startRun } from '../run.ts';
import type { RunOptions } from '../run.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { writeBytes } from '../textFile.ts';
import { describeRenderProblem } from './describeProblem.ts';
import { Drawer } from './drawer.ts';
import { findBrowser } from './findBrowser.ts';

export interface RenderOptions extends RunOptions {
  /** A file, or a folder for all diagrams of the page. */
  readonly output: string;
  readonly isFolder: boolean;
  /** Only this diagram of the page, counted from 1. */
  readonly diagram: number | undefined;
  readonly browser: string | undefined;
  readonly picture: Omit<DrawOrder, 'type' | 'seq' | 'text'>;
}

/** One picture to be made. */
interface Wanted {
  readonly diagram: CheckedDiagram;
  /** Absolute. */
  readonly file: string;
}

/** Longer than in the preview, where somebody waits. */
const budget = 10 * limits.diagramBudgetMs;

export async function render(options: RenderOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { stderr } = surroundings;
  const fail = (problem: string): ExitCode => {
    stderr.write(`diagram-gates: ${problem}\n`);
    return 2;
  };
  const page = await readPage(options, surroundings);
  if ('problem' in page) return fail(page.problem);
  const wanted = wantedOf(page, options, surroundings.cwd);
  if ('problem' in wanted) return fail(`${page.path}: ${wanted.problem}`);
  const healthy = wanted.pictures.filter(({ diagram }) => diagram.renders);
  for (const { diagram } of wanted.pictures) if (!diagram.renders) stderr.write(describeFaults(page, diagram));
  if (healthy.length === 0) return 1;
  const { cwd, env } = surroundings;
  const program = await findBrowser({ cwd, env, platform: process.platform, wanted: options.browser });
  if (typeof program !== 'string') return fail(program.problem);
  const failures = await drawAll(healthy, { program, page, options }, surroundings);
  if (typeof failures === 'string') return fail(failures);
  return failures > 0 || healthy.length < wanted.pictures.length ? 1 : 0;
}

interface Page {
  readonly path: string;
  readonly text: string;
  readonly checked: CheckedDocument;
}

async function readPage(
  options: RenderOptions,
  surroundings: Surroundings,
): Promise<Page | { readonly problem: string }> {
  const run = await startRun(options, surroundings);
  try {
    const [source, ...others] = run.sources;
    const [problem] = run.pathProblems;
    if (problem !== undefined) return { problem };
    if (source === undefined || others.length > 0) return { problem: 'render takes one Markdown or Mermaid file' };
    const read = await readText(source.absolute);
    if ('problem' in read) return { problem: `${source.path}: ${read.problem}` };
    return { path: source.path, text: read.text, checked: await run.check(source, read.text) };
  } catch (problem) {
    return { problem: `it could not be checked: ${describeProblem(problem)}` };
  } finally {
    await run.close();
  }
}

/** Which pictures go where; a text says why that cannot be said. */
function wantedOf(
  { path, checked: { diagrams } }: Page,
  { output, isFolder, diagram: only, picture: { format } }: RenderOptions,
  cwd: string,
): { readonly pictures: readonly Wanted[] } | { readonly problem: string } {
  const many = diagrams.length;
  if (many === 0) return { problem: 'there is no diagram' };
  if (only !== undefined && only > many) return { problem: `there is no diagram ${only}, only ${many}` };
  const target = resolve(cwd, output);
  if (!isFolder) {
    if (only === undefined && many > 1) {
      return { problem: `there are ${many} diagrams: name one with --diagram, or a folder with -o` };
    }
    const diagram = diagrams[(only ?? 1) - 1];
    return { pictures: diagram === undefined ? [] : [{ diagram, file: target }] };
  }
  const names = fileNamesOf(basename(path), diagrams);
  const pictures = diagrams.map((diagram, index) => ({
    diagram,
    file: join(target, `${names[index] ?? `diagram-${index + 1}`}.${format}`),
  }));
  return { pictures: only === undefined ? pictures : pictures.slice(only - 1, only) };
}

interface Drawing {
  readonly program: string;
  readonly page: Page;
  readonly options: RenderOptions;
}

/** How many could not be drawn; a text says why nothing more can be done. */
async function drawAll(
  pictures: readonly Wanted[],
  { program, page, options }: Drawing,
  surroundings: Surroundings,
): Promise<number | string> {
  const { cwd, clock, stdout, stderr } = surroundings;
  const drawer = new Drawer({ program, readAsset: (name) => surroundings.readAsset(name), clock, budget });
  const lines = new LineTable(page.text);
  let failures = 0;
  try {
    if (options.isFolder) await mkdir(resolve(cwd, options.output), { recursive: true });
    for (const { diagram, file } of pictures) {
      const drawn = await drawer.draw({ ...options.picture, text: diagram.text });
      if ('problem' in drawn) {
        const line = lines.lineAt(diagram.span.start) + 1;
        stderr.write(`${page.path}:${line}: not drawn: ${describeRenderProblem(drawn.problem)}\n`);
        failures += 1;
        continue;
      }
      const encoding = options.picture.format === 'svg' ? 'utf8' : 'base64';
      const problem = await writeBytes(file, Buffer.from(drawn.data, encoding));
      if (problem !== undefined) return `${file}: ${problem}`;
      stdout.write(`${options.isFolder ? join(options.output, basename(file)) : options.output}\n`);
    }
    return failures;
  } catch (problem) {
    return `${program} cannot draw: ${describeIoProblem(problem)}`;
  } finally {
    await drawer.close();
  }
}

/** What the gates say of a diagram that does not render. */
function describeFaults({ path, text, checked }: Page, { span }: CheckedDiagram): string {
  const lines = new LineTable(text);
  const faults = checked.findings.filter(
    ({ gate, severity, span: { start } }) =>
      gate === 'renders' && severity === 'error' && start >= span.start && start <= span.end,
  );
  if (faults.length === 0) return `${path}:${lines.lineAt(span.start) + 1}: the diagram does not render\n`;
  return faults.map((finding) => `${describeFinding(path, finding, lines)}\n`).join('');
}
