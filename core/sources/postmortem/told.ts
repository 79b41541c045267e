/** Which entries of a log tell something. */
import type { Entry } from './model.ts';

/** A time with nothing behind it, or with figures alone, tells nothing that happened. */
export const isTold = ({ label }: Entry): boolean => /\p{L}{2}/u.test(label);
