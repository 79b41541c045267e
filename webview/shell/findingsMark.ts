/** A small sign of what the gates found in a diagram: the gravest kind, and how many there are. */
import type { DiagramFindings } from '../../core/protocol.ts';
import { element } from './elements.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import type { Texts } from './texts.ts';

export interface FoundContent {
  readonly gravest: 'error' | 'warning' | 'info';
  readonly count: number;
  /** How many there are of each kind, in words. */
  readonly label: string;
  /** The gravest of them, in words. */
  readonly words: readonly string[];
}

const icons: Readonly<Record<FoundContent['gravest'], IconName>> = { error: 'error', warning: 'warning', info: 'info' };

/** `undefined` where nothing was found. */
export function foundContent(findings: DiagramFindings | undefined, texts: Texts): FoundContent | undefined {
  if (findings === undefined) return undefined;
  const { error, warning, info, words } = findings;
  const count = error + warning + info;
  if (count === 0) return undefined;
  const gravest = error > 0 ? 'error' : warning > 0 ? 'warning' : 'info';
  return { gravest, count, label: texts('findings', error, warning, info), words };
}

/** The number is for those who see; how many there are of each kind is for those who listen. */
export function findingsMark({ gravest, count, label }: FoundContent): HTMLElement {
  const mark = element('span', {
    class: 'found',
    children: [
      icon(icons[gravest]),
      element('span', { text: String(count) }),
      element('span', { class: 'visually-hidden', text: ` ${label}` }),
    ],
  });
  mark.dataset['gravest'] = gravest;
  return mark;
}
