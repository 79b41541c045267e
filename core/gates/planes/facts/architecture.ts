/** Reads a diagram as an architecture: which of its nodes are components, and in which plane each lives. */
import { kindsNamed, recogniseComponent } from '../../../lexicon/components.ts';
import type { OwnComponents } from '../../../lexicon/ownWords.ts';
import { defaultPlanes } from '../../../lexicon/planes.ts';
import type { Plane } from '../../../lexicon/planes.ts';
import { remember } from '../../../memo.ts';
import type { DiagramSymbols, GroupSymbol, NodeSymbol } from '../../../mermaid/symbols/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { rememberByPlanes } from './byPlanes.ts';
import { arePaintedByPlane } from './classPlane.ts';
import { planesOfGroups, planesOfKind } from './groupPlanes.ts';
import type { GroupPlane } from './groupPlanes.ts';
import { isCostTree, isDecision, isList, isOtherDiagram } from './otherDiagrams.ts';

export interface Component {
  readonly node: NodeSymbol;
  /** Where it may live; the first is the one it is given. */
  readonly planes: readonly [Plane, ...Plane[]];
  /** What says so: the name of its subgraph, its shape, or its own name. */
  readonly by: 'named' | 'shape' | 'name';
}

export interface Architecture {
  /** Whether the diagram depicts a system whose parts have planes. */
  readonly isArchitecture: boolean;
  /** In order of place. */
  readonly components: readonly Component[];
  /** The planes it was read under. */
  readonly planes: readonly Plane[];
}

const leastComponents = 3;
const leastShare = 0.5;

const flowcharts: ReadonlySet<string> = new Set(['flowchart', 'flowchart-v2', 'flowchart-elk', 'block']);
const stores: ReadonlySet<string> = new Set([
  'cylinder',
  'cyl',
  'db',
  'database',
  'lin-cyl',
  'lined-cylinder',
  'disk',
  'das',
  'horizontal-cylinder',
  'h-cyl',
]);

/** Reads a diagram under some planes. */
export const readArchitecture = rememberByPlanes(read);

function read({ symbols, words }: DiagramFacts, planes: readonly Plane[]): Architecture {
  // Also of what does not render: a bracket too many makes it no less of an architecture.
  if (symbols === undefined) return { isArchitecture: false, components: [], planes };
  // Its parts cannot be coloured one by one: Mermaid takes no styles there.
  if (symbols.type === 'architecture')
    return { isArchitecture: symbols.nodes.length >= leastComponents, components: [], planes };
  if (!flowcharts.has(symbols.type)) return { isArchitecture: false, components: [], planes };
  const legends = findLegends(symbols.groups);
  const subgraphs = new Set(symbols.groups.map(({ id }) => id));
  const drawn = symbols.nodes.filter(
    // What a link leads to may be a subgraph.
    ({ group, id, label }) =>
      (group === undefined || !legends.has(group)) && (label !== undefined || !subgraphs.has(id)),
  );
  const byGroup = planesOfGroups(symbols.groups, planes, words?.components);
  const components = drawn.flatMap((node) => readComponent(node, byGroup, planes, words?.components) ?? []);
  const isArchitecture =
    components.length >= leastComponents &&
    components.length / drawn.length >= leastShare &&
    !isOtherDiagram({ ...symbols, nodes: drawn }) &&
    // Components with their prices, painted by plane, are an architecture that tells what it costs.
    (arePaintedByPlane(drawn, planes) || !isAboutPrices(symbols, drawn, components));
  return { isArchitecture, components, planes };
}

function isAboutPrices(
  { edges }: DiagramSymbols,
  drawn: readonly NodeSymbol[],
  components: readonly Component[],
): boolean {
  if (isCostTree({ edges, nodes: drawn })) return true;
  return !components.some(({ by }) => by === 'named') && isList({ edges, nodes: components.map(({ node }) => node) });
}

function readComponent(
  node: NodeSymbol,
  byGroup: readonly (readonly GroupPlane[])[],
  planes: readonly Plane[],
  components: OwnComponents | undefined,
): Component | undefined {
  if (isDecision(node)) return undefined;
  const label = node.label?.text ?? node.id;
  const own = planesOfWords(label, planes, components);
  const [group, ...outer] = node.group === undefined ? [] : (byGroup[node.group] ?? []);
  if (group?.by === 'named') {
    // What a part is may speak for another colour than where it stands: then either is right.
    const mentioned = kindsNamed(label.split('\n', 1)[0] ?? '', components).flatMap((kind) =>
      planesOfKind(kind, planes),
    );
    return {
      node,
      planes: distinct([group.plane, ...outer.map(({ plane }) => plane), ...(own ?? []), ...mentioned]),
      by: 'named',
    };
  }
  if (own !== undefined) return { node, planes: own, by: 'name' };
  if (stores.has(node.shape)) {
    const [state] = planesOfKind('database', planes);
    return state === undefined ? undefined : { node, planes: [state], by: 'shape' };
  }
  return undefined;
}

/** The planes a name speaks of: by a configured word, else by what the lexicon knows. */
function planesOfWords(
  label: string,
  planes: readonly Plane[],
  components: OwnComponents | undefined,
): Component['planes'] | undefined {
  const [name = ''] = label.toLowerCase().split(/\n|[:(]|\s[-–—]\s/, 1);
  const configured = ownWords(planes).find(({ word }) => name.trim() === word || name.trim().endsWith(` ${word}`));
  if (configured !== undefined) return [configured.plane];
  const component = recogniseComponent(label, components);
  const [first, ...others] = component === undefined ? [] : planesOfKind(component.kind, planes);
  return first === undefined ? undefined : distinct([first, ...others]);
}

const distinct = ([first, ...others]: Component['planes']): Component['planes'] => [
  first,
  ...new Set(others.filter((plane) => plane !== first)),
];

const usualWords = new Set(defaultPlanes.flatMap(({ words }) => words));

/** The words somebody added to the usual ones. */
const ownWords = remember((planes: readonly Plane[]) =>
  planes.flatMap((plane) => plane.words.filter((word) => !usualWords.has(word)).map((word) => ({ word, plane }))),
);

/** Groups that explain colours, by index. */
export function findLegends(groups: readonly GroupSymbol[]): ReadonlySet<number> {
  const isLegend = ({ id, label }: GroupSymbol): boolean =>
    /\blegend\b|^(?:colou?rs?|planes|key)$/i.test(label?.text ?? id ?? '') || id === 'planeLegend';
  return new Set(groups.flatMap((group, index) => (isLegend(group) ? [index] : [])));
}
