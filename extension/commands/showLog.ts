/** The command *Show Log*. */
import type { ExtensionLog } from '../log.ts';

export function showLog(log: ExtensionLog): void {
  log.show();
}
