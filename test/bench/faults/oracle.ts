/** Mermaid's parser in this process, as `node build.mjs oracle` bundles it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Oracle } from '../../../core/ports.ts';
import { projectRoot } from '../../support/paths.ts';

const bundle = path.join(projectRoot, 'dist/oracle.mjs');

export const oracleIsBuilt = (): boolean => existsSync(bundle);

let loaded: Promise<Oracle> | undefined;

/** Loads the bundle once; the parser keeps its configuration for the whole process. */
export function loadOracle(): Promise<Oracle> {
  // The bundle is built, not compiled, so its shape is known from checker/oracle.ts only.
  loaded ??= (import(pathToFileURL(bundle).href) as Promise<{ createOracle(): Promise<Oracle> }>).then((module) =>
    module.createOracle(),
  );
  return loaded;
}
