/** What the user set, parsed from what the editor hands out: wrong types fall back, numbers are clamped. Pure. */
import { defaultConfig, limits, profiles, targets } from '../core/config.ts';
import type { SettingsLayer } from '../core/config.ts';
import { parsePlanes } from '../core/configuration/planes.ts';
import { severities } from '../core/model.ts';
import { exportBackgrounds, exportColours, imageScales, mouseNavigations, pictureLooks } from '../core/protocol.ts';
import type { ImageWish, MouseNavigation, PictureLook } from '../core/protocol.ts';
import type { Severity } from '../core/model.ts';

const workspaceChecks = ['onDemand', 'onOpen'] as const;
/** When all pages of the workspace are checked for the first time. */
export type WorkspaceCheck = (typeof workspaceChecks)[number];

const runs = ['onType', 'onSave'] as const;
/** When a document is checked. */
export type Run = (typeof runs)[number];

/** Everything the extension reads from the settings of one resource. */
export interface SettingsSnapshot {
  /** What goes to the checker. */
  readonly layer: SettingsLayer;
  readonly run: Run;
  readonly workspaceCheck: WorkspaceCheck;
  readonly codeLens: boolean;
  readonly statusBar: boolean;
  /** Whether the explorer shows how many gates a page fails. */
  readonly badges: boolean;
  /** What the preview's pictures look like. */
  readonly look: PictureLook;
  /** When the mouse moves and zooms the preview's pictures. */
  readonly mouseNavigation: MouseNavigation;
  /** How pictures are exported. */
  readonly images: Pick<ImageWish, 'scale' | 'paper' | 'colours'>;
  /** How long Mermaid may think about one diagram, in milliseconds. */
  readonly budgetMs: number;
}

/**
 * Parses settings; `read` returns the raw value of a key, such as `diagramGates.profile`, and `readSet` only one that somebody
 * set.
 */
export function parseSettings(
  read: (key: string) => unknown,
  readSet: (key: string) => unknown = read,
): SettingsSnapshot {
  return {
    layer: {
      profile: oneOf(profiles, read('diagramGates.profile'), defaultConfig.profile),
      rules: { ...leftToEditor(read('markdown.validate.enabled')), ...parseRules(read('diagramGates.rules')) },
      visualThreshold: clamped(read('diagramGates.visualThreshold'), 0, 1, defaultConfig.visualThreshold),
      threeAmThreshold: clamped(read('diagramGates.threeAmThreshold'), 0, 100, defaultConfig.threeAmThreshold),
      target: oneOf(targets, read('diagramGates.target'), defaultConfig.target),
      ...planesOf(read('diagramGates.planes')),
      fenceLanguages: parseLanguages(read('markdown-mermaid.languages')),
    },
    run: oneOf(runs, read('diagramGates.run'), 'onType'),
    workspaceCheck: oneOf(workspaceChecks, read('diagramGates.workspace.check'), 'onDemand'),
    codeLens: boolean(read('diagramGates.codeLens.enabled'), true),
    statusBar: boolean(read('diagramGates.statusBar.enabled'), true),
    badges: boolean(read('diagramGates.explorer.badges'), false),
    look: oneOf(pictureLooks, read('diagramGates.preview.lookLike'), 'editor'),
    // Whoever chose for the built-in preview means this one as well, unless he says otherwise.
    mouseNavigation: oneOf(
      mouseNavigations,
      readSet('diagramGates.preview.mouseNavigation') ?? readSet('markdown-mermaid.mouseNavigation.enabled'),
      'always',
    ),
    images: {
      scale: clamped(read('diagramGates.export.scale'), imageScales.least, imageScales.most, imageScales.usual),
      paper: oneOf(exportBackgrounds, read('diagramGates.export.background'), 'theme') === 'theme',
      colours: oneOf(exportColours, read('diagramGates.export.colours'), 'preview'),
    },
    budgetMs: clamped(read('diagramGates.checker.budgetMs'), 100, 60_000, limits.diagramBudgetMs),
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, fallback: T): T {
  return allowed.find((one) => one === value) ?? fallback;
}

function boolean(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function clamped(value: unknown, least: number, most: number, fallback: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fallback;
  return Math.min(most, Math.max(least, value));
}

/** VS Code checks links itself where it is told to: then ours would say everything twice, unless somebody asks for them. */
function leftToEditor(isValidating: unknown): Readonly<Record<string, 'off'>> {
  return isValidating === true ? { 'link-missing-file': 'off', 'link-missing-anchor': 'off' } : {};
}

/** Keys in lower case; values that mean nothing are left out, so that one typing error spoils one rule only. */
function parseRules(value: unknown): Readonly<Record<string, Severity | 'off'>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const rules: Record<string, Severity | 'off'> = {};
  for (const [name, setting] of Object.entries(value)) {
    const parsed = ([...severities, 'off'] as const).find((one) => one === setting);
    if (parsed !== undefined) rules[name.toLowerCase()] = parsed;
  }
  return rules;
}

/** Planes that mean nothing are as none: the usual ones hold. */
function planesOf(value: unknown): Pick<SettingsLayer, 'planes'> {
  const parsed = parsePlanes(value);
  return 'planes' in parsed ? { planes: parsed.planes } : {};
}

function parseLanguages(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];
}
