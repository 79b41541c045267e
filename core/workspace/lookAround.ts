/** Asks once for everything the gates have to know of a document's workspace. */
import { mostPlaces } from '../checking/protocol.ts';
import type { DocumentFacts, Gate } from '../gates/rule.ts';
import type { Place } from '../ports.ts';
import type { KnownPlaces } from './places.ts';

interface Surveyed {
  readonly facts: DocumentFacts;
  /** The places that were asked about; a change there may change what is found. */
  readonly lookedAt: readonly string[];
}

/** The facts with what is known of the workspace; as they are where there is none, or nobody asks. */
export async function lookAround(
  facts: DocumentFacts,
  place: Place | undefined,
  gates: readonly Gate[],
  known: Pick<KnownPlaces, 'learn'> | undefined,
): Promise<Surveyed> {
  if (place === undefined || known === undefined) return { facts, lookedAt: [] };
  const { root, path } = place;
  const asked = gates.flatMap((gate) => ask(gate, facts, path));
  // What is beyond the limit stays unknown, and rules are silent about it.
  const folders = unique(asked.flatMap((each) => each.folders)).slice(0, mostPlaces);
  const pages = unique(asked.flatMap((each) => each.pages)).slice(0, mostPlaces);
  if (folders.length + pages.length === 0) return { facts, lookedAt: [] };
  const places = await known.learn({ root, folders, pages });
  return { facts: { ...facts, surroundings: { path, places } }, lookedAt: unique([...folders, ...pages]) };
}

function ask(gate: Gate, facts: DocumentFacts, path: string): readonly ReturnType<NonNullable<Gate['asks']>>[] {
  try {
    return gate.asks === undefined ? [] : [gate.asks(facts, path)];
  } catch {
    // Its rules stumble over the same place, and are reported for it.
    return [];
  }
}

const unique = (paths: readonly string[]): readonly string[] => [...new Set(paths)];
