/** The rest of Mermaid, which the build took out of this script: a diagram that needs some of it waits until it is there. */
import type { Parts } from './parts.ts';

/** What build/frameModules.mjs puts around the modules. */
interface Modules {
  /** Asked before a module runs that stands in this part. */
  bring: (part: string) => Promise<unknown>;
}

export function bringModules(parts: Parts): void {
  // The build wrote it at the top of the script that runs now.
  const modules = Reflect.get(globalThis, 'diagramGatesModules') as Modules;
  modules.bring = (part) => parts.run(part);
}
