/** The configuration a check runs under, merged from its layers: defaults, settings, files, front matter. */
import { defaultPlanes } from './lexicon/planes.ts';
import type { Plane } from './lexicon/planes.ts';
import type { OwnWords } from './lexicon/ownWords.ts';
import type { Severity } from './model.ts';

export const profiles = ['off', 'syntax', 'standard', 'strict'] as const;
/** `off` reports nothing, `syntax` gate 0 only, `standard` everything, `strict` makes every finding an error. */
export type Profile = (typeof profiles)[number];

export const targets = ['mermaid-12', 'mermaid-11', 'both'] as const;
/** Which Mermaid must take a diagram: ours, the one GitHub, GitLab and the editor's built-in preview use, or both. */
export type Target = (typeof targets)[number];

/** What one layer may say; absent means "as the layer below". Keys of `rules` are ids or aliases, in any case. */
export interface SettingsLayer {
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly visualThreshold?: number;
  readonly threeAmThreshold?: number;
  readonly fenceLanguages?: readonly string[];
  readonly target?: Target;
  readonly planes?: readonly Plane[];
  readonly words?: OwnWords;
}

/** A complete configuration. */
export interface Config {
  readonly profile: Profile;
  /** Keys are rule ids, such as `DG001`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The least share of visual units a page must have, 0 to 1. */
  readonly visualThreshold: number;
  /** The least points a page must give to somebody woken at 3 AM, 0 to 100. */
  readonly threeAmThreshold: number;
  /** Fence languages that mean Mermaid besides `mermaid` itself. */
  readonly fenceLanguages: readonly string[];
  readonly target: Target;
  /** What architecture diagrams are coloured by; a layer that says them says them all. */
  readonly planes: readonly Plane[];
  /** What is added to the lists of the gates; absent when nothing is. */
  readonly words?: OwnWords;
}

export const defaultConfig: Config = {
  profile: 'standard',
  rules: {},
  visualThreshold: 0.8,
  threeAmThreshold: 70,
  fenceLanguages: [],
  target: 'mermaid-12',
  planes: defaultPlanes,
};

/** What is checked at most; a finding says so where a limit bites. */
export const limits = {
  /** The longest document that is read, in UTF-16 units. */
  documentLength: 5_000_000,
  /** How long Mermaid may take for one diagram unless a setting says otherwise, in milliseconds. */
  diagramBudgetMs: 2_000,
} as const;
