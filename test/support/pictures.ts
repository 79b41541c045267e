/** Where the pictures of the documentation are, and which text each was drawn from. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './paths.ts';

/** Of the patterns in docs/patterns.md, and of the examples in docs/sources.md. */
export type PictureSet = 'patterns' | 'sources';

export const picturesFolder = (set: PictureSet): string => path.join(projectRoot, 'docs/images', set);

/** What each picture shows, as a hash by the picture's name: a text that changed asks for a new picture. */
export const drawnFile = (set: PictureSet): string => path.join(projectRoot, 'test/webview/pictures', `${set}.json`);

export const pictureLooks = ['light', 'dark'] as const;
export type PictureLook = (typeof pictureLooks)[number];

export function pictureFile(set: PictureSet, name: string, look: PictureLook): string {
  return path.join(picturesFolder(set), `${name}-${look}.webp`);
}

export function drawnFrom(diagram: string): string {
  return createHash('sha256').update(diagram).digest('hex').slice(0, 16);
}

export const readDrawn = (set: PictureSet): unknown => JSON.parse(readFileSync(drawnFile(set), 'utf8'));

/** Whether this run draws the pictures anew: `npm run pictures`. */
export const arePicturesKept = process.env['DIAGRAM_GATES_PICTURES'] === 'keep';
