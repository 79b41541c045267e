/** Which plane a subgraph is, by its name. */
import { recogniseComponent } from '../../../lexicon/components.ts';
import { componentKinds } from '../../../lexicon/componentTerms.ts';
import type { ComponentKind } from '../../../lexicon/componentTerms.ts';
import type { OwnComponents } from '../../../lexicon/ownWords.ts';
import type { Plane } from '../../../lexicon/planes.ts';
import type { GroupSymbol } from '../../../mermaid/symbols/model.ts';

/** `named`: the name says it ("Data layer"); `meant`: it names what lives there ("Redis cluster"). */
export interface GroupPlane {
  readonly plane: Plane;
  readonly by: 'named' | 'meant';
}

const layerWords: ReadonlySet<string> = new Set(['plane', 'layer', 'tier', 'planes', 'layers', 'tiers']);
const fillers: ReadonlySet<string> = new Set([
  'the',
  'a',
  'and',
  'services',
  'systems',
  'stack',
  'infrastructure',
  'global',
]);

/** The plane of a subgraph by its own name; what encloses it is for `planeOfGroup`. */
function planeOfName(title: string, planes: readonly Plane[], own: OwnComponents | undefined): GroupPlane | undefined {
  const words = wordsOf(title);
  const at = words.findIndex((word) => layerWords.has(word));
  if (at > 0) {
    // "Control plane bottlenecks" is about a plane, and none.
    if (words.length > at + 1 && !/^(?:a|b|\d)$/.test(words[at + 1] ?? '')) return undefined;
    const plane = findPlane(words.slice(0, at), planes);
    return plane === undefined ? undefined : { plane, by: 'named' };
  }
  const said = words.filter((word) => !fillers.has(word));
  const [only] = said;
  const plane = said.length === 1 && only !== undefined ? findPlane([only], planes) : undefined;
  if (plane !== undefined) return { plane, by: 'meant' };
  const component = recogniseComponent(title, own);
  const [meant] = component === undefined ? [] : planesOfKind(component.kind, planes);
  return meant === undefined ? undefined : { plane: meant, by: 'meant' };
}

/** "Edge", "Edge and network", "Business logic": the plane all known words agree on. */
function findPlane(words: readonly string[], planes: readonly Plane[]): Plane | undefined {
  const phrase = words.join(' ');
  const whole = planes.find((plane) => namesPlane(phrase, plane));
  if (whole !== undefined) return whole;
  const found = new Set(words.flatMap((word) => planes.find((plane) => namesPlane(word, plane)) ?? []));
  const [first] = found;
  return found.size === 1 ? first : undefined;
}

function namesPlane(phrase: string, { name, words }: Plane): boolean {
  const singular = phrase.replace(/s$/, '');
  return [phrase, singular].some((form) => form === name.toLowerCase() || words.includes(form));
}

/** The planes in which a kind of component may live, by its own name and by those of its usual planes; the first is the one it is given. */
export function planesOfKind(kind: ComponentKind, planes: readonly Plane[]): readonly Plane[] {
  const names = [kind.replaceAll('-', ' '), ...componentKinds[kind].planes];
  const found = names.flatMap((name) => planes.find((plane) => namesPlane(name, plane)) ?? []);
  return [...found.filter(({ optional }) => optional !== true), ...found.filter(({ optional }) => optional === true)];
}

/** "Storage - #F59E0B": the planes whose colours stand in titles, by title. A key names each plane once, in order; less is decoration. */
function planesOfColours(
  groups: readonly GroupSymbol[],
  planes: readonly Plane[],
): ReadonlyMap<string, GroupPlane & { readonly by: 'named' }> {
  const found = new Map<string, GroupPlane & { readonly by: 'named' }>();
  for (const { label } of groups) {
    const colour = /#[\da-f]{6}\b/i.exec(label?.text ?? '')?.[0].toUpperCase();
    const plane = colour === undefined ? undefined : planes.find(({ fills }) => fills.includes(colour));
    if (label !== undefined && plane !== undefined) found.set(label.text, { plane, by: 'named' });
  }
  const named = [...found.values()].map(({ plane }) => plane);
  const key = planes.filter((plane) => plane.optional !== true || named.includes(plane));
  return named.length === key.length && key.every((plane, index) => named[index] === plane) ? found : new Map();
}

/** What stands before a remark: "Edge plane - global traffic", "State plane (#F59E0B)". */
function wordsOf(title: string): readonly string[] {
  const [head = ''] = title.split(/\s[-–—]\s|[:(\n#]|<br/, 1);
  return (
    head
      .replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

/**
 * The planes of each group, by index: those that its name and the names of what encloses it say, the innermost first;
 * where none says one, what the innermost that means one means.
 */
export function planesOfGroups(
  groups: readonly GroupSymbol[],
  planes: readonly Plane[],
  components: OwnComponents | undefined,
): readonly (readonly GroupPlane[])[] {
  const byColours = planesOfColours(groups, planes);
  const found: (readonly GroupPlane[])[] = [];
  for (const { id, label, parent } of groups) {
    const title = label?.text ?? id ?? '';
    const byTitle = byColours.get(title) ?? planeOfName(title, planes, components);
    const byId = byTitle?.by === 'named' ? undefined : planeOfName(id ?? '', planes, components);
    // `StatePlane[Kafka]` is a plane, whatever its title means.
    const own = byId?.by === 'named' ? byId : (byTitle ?? byId);
    // An outer group stands before its inner ones.
    const outer = parent === undefined ? [] : (found[parent] ?? []);
    if (own === undefined) found.push(outer);
    else if (own.by === 'named') found.push([own, ...outer.filter(({ by }) => by === 'named')]);
    else found.push(outer.some(({ by }) => by === 'named') ? outer : [own]);
  }
  return found;
}
