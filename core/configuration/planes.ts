/** Reads the `planes` of a configuration: which planes there are, what lives in them and how they are coloured. */
import { formatColour, parseColour } from '../colour/colour.ts';
import { defaultPlanes } from '../lexicon/planes.ts';
import type { Plane } from '../lexicon/planes.ts';

export type ParsedPlanes = { readonly planes: readonly Plane[] } | { readonly problem: string };

/** Class names are made of a plane's name, so it is one word. */
const nameForm = /^[a-z][\w-]*$/i;

/** Reads `raw`, which may be anything; a problem ends a sentence that begins with the key. What a usual plane leaves out is as usual. */
export function parsePlanes(raw: unknown): ParsedPlanes {
  if (!Array.isArray(raw)) return { problem: 'must be a list of planes' };
  if (raw.length === 0) return { planes: defaultPlanes };
  const planes: Plane[] = [];
  const owners = new Map<string, string>();
  for (const entry of raw as readonly unknown[]) {
    const parsed = parsePlane(entry);
    if ('problem' in parsed) return parsed;
    const { plane } = parsed;
    if (planes.some(({ name }) => name === plane.name)) return { problem: `names the plane \`${plane.name}\` twice` };
    for (const fill of plane.fills) {
      const owner = owners.get(fill);
      if (owner !== undefined) return { problem: `gives \`${fill}\` to \`${owner}\` and to \`${plane.name}\`` };
      owners.set(fill, plane.name);
    }
    planes.push(plane);
  }
  return { planes };
}

function parsePlane(entry: unknown): { readonly plane: Plane } | { readonly problem: string } {
  if (typeof entry !== 'object' || entry === null) return { problem: 'must hold objects with a `name`' };
  const { name, words, fills, optional, ...others } = entry as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(others);
  if (typeof name !== 'string' || !nameForm.test(name)) {
    return { problem: 'must give each plane a `name` of one word, such as `edge`' };
  }
  if (unknown !== undefined)
    return { problem: `knows no \`${unknown}\` of a plane, only \`name\`, \`words\`, \`fills\` and \`optional\`` };
  const usual = defaultPlanes.find((plane) => plane.name === name);
  const ownWords = words === undefined ? (usual?.words ?? []) : isTexts(words) ? words : undefined;
  if (ownWords === undefined) return { problem: `must give \`${name}\` a list of words as \`words\`` };
  const colours = fills === undefined ? usual?.fills : isTexts(fills) ? fills : undefined;
  const ownFills = colours
    ?.map((fill) => parseColour(fill))
    .flatMap((colour) => (colour?.alpha === 1 ? [formatColour(colour)] : []));
  if (ownFills === undefined || ownFills.length === 0 || ownFills.length !== colours?.length) {
    return { problem: `must give \`${name}\` a list of colours as \`fills\`, such as \`["#3B82F6"]\`` };
  }
  if (optional !== undefined && typeof optional !== 'boolean')
    return { problem: `must say true or false as \`optional\` of \`${name}\`` };
  const plane = { name, words: ownWords.map((word) => word.trim().toLowerCase()), fills: ownFills };
  return { plane: optional === true ? { ...plane, optional } : plane };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' && each.trim() !== '');
