/** Where the patterns' pictures are, and which text each was drawn from. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Pattern } from '../../core/patterns/pattern.ts';
import { fillDefaults } from '../../core/patterns/render.ts';
import { projectRoot } from './paths.ts';

export const picturesFolder = path.join(projectRoot, 'docs/images/patterns');
/** What each picture shows, as a hash by the pattern's id: a pattern that changed asks for a new picture. */
export const drawnFile = path.join(projectRoot, 'test/webview/pictures.json');

export const pictureLooks = ['light', 'dark'] as const;

export function pictureFile(id: string, look: (typeof pictureLooks)[number]): string {
  return path.join(picturesFolder, `${id}-${look}.webp`);
}

export function drawnFrom(pattern: Pattern): string {
  return createHash('sha256').update(fillDefaults(pattern, 'diagram')).digest('hex').slice(0, 16);
}
