/** Says something to whoever runs the suite, for example why a test is skipped. */
import { linePrefix } from '../support/hostRun.ts';

/** VS Code mixes its own log into the console and allows no other one; the prefix tells our lines from it. */
export const say = (line: string): void => console.log(linePrefix + line);
