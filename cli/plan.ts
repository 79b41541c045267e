/** Finds the goals and case studies that the pages of a report are held against. */
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readPlan } from '../core/configuration/configFile.ts';
import { configFileNames } from '../core/configuration/fileNames.ts';
import type { CountedPage } from '../core/report/figures.ts';
import type { PlacedPlan, SetPlan } from '../core/report/plan.ts';
import { findRepository } from './gitIgnore.ts';
import { readText } from './readText.ts';
import type { Surroundings } from './surroundings.ts';

/** The plans of every configuration file above one of the pages, within the repository if there is one; of `named` alone where one is named. */
export async function findPlan(
  documents: readonly CountedPage[],
  named: string | undefined,
  { cwd, today }: Pick<Surroundings, 'cwd' | 'today'>,
): Promise<SetPlan> {
  const top = await findRepository(cwd);
  const folders = new Set<string>();
  for (const { path } of documents) addFoldersAbove(dirname(resolve(cwd, path)), top, folders);
  const places =
    named === undefined
      ? (await Promise.all([...folders].sort().map(configIn))).flatMap((place) => place ?? [])
      : [resolve(cwd, named)];
  const plans = await Promise.all(places.map((place) => readOne(place, named !== undefined, cwd)));
  return { plans: plans.flatMap((plan) => plan ?? []), today };
}

function addFoldersAbove(folder: string, top: string | undefined, folders: Set<string>): void {
  if (folders.has(folder)) return;
  folders.add(folder);
  if (folder !== top && dirname(folder) !== folder) addFoldersAbove(dirname(folder), top, folders);
}

/** Of several files in a folder the name that comes first counts. */
async function configIn(folder: string): Promise<string | undefined> {
  for (const name of configFileNames) {
    const place = join(folder, name);
    if ((await stat(place).catch(() => undefined))?.isFile() === true) return place;
  }
  return undefined;
}

/** A file that cannot be read was complained about by the check already. */
async function readOne(place: string, isNamed: boolean, cwd: string): Promise<PlacedPlan | undefined> {
  const read = await readText(place);
  if ('problem' in read) return undefined;
  const { goals, caseStudies } = readPlan(read.text);
  if (goals.length + caseStudies.length === 0) return undefined;
  return {
    path: relative(cwd, place).replaceAll(sep, '/'),
    goals,
    caseStudies,
    pathFrom: (page) => {
      const local = relative(dirname(place), resolve(cwd, page)).replaceAll(sep, '/');
      return isNamed || !local.startsWith('../') ? local : undefined;
    },
  };
}
