/** The fingerprints of places during one run of the command line. */
import { createHash, randomUUID } from 'node:crypto';
import type { SeenPlace } from '../core/workspace/placePrints.ts';

export interface PlacePrints {
  /** How a place is now, or was when it was first looked at in this run. */
  of(root: string, kind: SeenPlace['kind'], path: string): Promise<string>;
  /** What was told of `paths`; undefined where that cannot be said. */
  seen(root: string, paths: readonly string[]): readonly SeenPlace[] | undefined;
}

/** Of a place that changed during the run nobody can say what the checker was told of it. */
export const changing = (): string => `changing ${randomUUID()}`;

export const hashPlace = (text: string): string => createHash('sha256').update(text).digest('base64url');
