/** DG402: a box that names a category and nothing that stands in it. */
import { depictedBy, isTier } from '../../depiction/depicts.ts';
import { namesTechnology, recogniseComponent } from '../../lexicon/components.ts';
import { vendorWords } from '../../lexicon/componentWords.ts';
import {
  activities,
  cloudProducts,
  cloudWords,
  genericParts,
  namedInstances,
  protocols,
  sizes,
  specificWords,
} from '../../lexicon/genericParts.ts';
import type { GenericPart } from '../../lexicon/genericParts.ts';
import type { OwnComponents } from '../../lexicon/ownWords.ts';
import { operators, vendors } from '../../lexicon/organisations.ts';
import { remember } from '../../memo.ts';
import type { DiagramSymbols, GroupSymbol, NodeSymbol } from '../../mermaid/symbols/model.ts';
import type { Fix, Span } from '../../model.ts';
import { hasMetric } from '../../quantities/concrete.ts';
import { shownLabelsOf } from '../../words/labelLines.ts';
import type { LabelLine, ShownLabel } from '../../words/labelLines.ts';
import type { DiagramFacts, DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG402',
  alias: 'generic-component',
  gate: 'example',
  severity: 'warning',
  title: 'A component is only a category.',
  why: 'What to run at 3 AM depends on what it is: there is no command for "Database", and there is one for PostgreSQL.',
  fixable: true,
};

export const genericComponent: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const { symbols, text, words } = facts;
    if (symbols === undefined) return;
    const allAreParts = showsParts(facts, symbols);
    const isInCloud = cloudWords.test(text);
    for (const label of shownLabelsOf(facts)) {
      const [name] = label.lines;
      const { node } = label;
      if (node === undefined || name === undefined) continue;
      const part = readPart(label, name, isInCloud, words?.components);
      if (part === undefined || !(allAreParts || isDrawnAsPart(node, name, facts))) continue;
      if (isInSpecificGroup(node, symbols.groups, words?.components)) continue;
      const span = trim(name);
      yield {
        message: `"${text.slice(span.start, span.end)}" is only a category: name the technology, its version, size or load, such as "${part.choices[0]}".`,
        span,
        fixes: proposeFixes(facts, node, part, span),
      };
    }
  },
};

/** Participants are parts wherever anything is measured; boxes may be steps or ideas, unless the whole is a system. */
function showsParts(facts: DiagramFacts, { type }: DiagramSymbols): boolean {
  const depicted = depictedBy(facts);
  return depicted === 'system' || (type === 'sequence' && depicted !== 'other');
}

/** Whatever the whole is: a cylinder, or a thing in a plane or layer, or beside a product. "Monitoring" there may be what somebody does. */
function isDrawnAsPart({ shape, group }: NodeSymbol, name: LabelLine, facts: DiagramFacts): boolean {
  if (namesOf(name.text).some((each) => activities.test(each))) return false;
  return shape === 'cylinder' || (group !== undefined && groupsOfParts(facts).has(group));
}

/** The subgraphs that are planes or layers, and those in which a product stands, by their place in the list. */
const groupsOfParts: (facts: DiagramFacts) => ReadonlySet<number> = remember(({ symbols, words }) => {
  const tiers = (symbols?.groups ?? []).flatMap((group, index) => (isTier(group) ? [index] : []));
  const withProducts = (symbols?.nodes ?? []).flatMap(({ group, label, id }) =>
    group !== undefined && recogniseComponent(label?.text ?? id, words?.components)?.specificity === 'technology'
      ? [group]
      : [],
  );
  return new Set([...tiers, ...withProducts]);
});

/** What kind of part a label names, when it says nothing more; undefined for what is specific, or not surely a part. */
function readPart(
  { node, lines }: ShownLabel,
  name: LabelLine,
  isInCloud: boolean,
  own: OwnComponents | undefined,
): GenericPart | undefined {
  const label = lines.map(({ text }) => text.trim()).join('\n');
  if (node?.shape === 'diamond' || label.includes('?') || isSpecific(label, lines, own)) return undefined;
  const component = recogniseComponent(label, own);
  if (component?.specificity !== 'category' || component.qualifiers.length > 0) return undefined;
  const part = genericParts[component.kind];
  const bare = part === undefined ? undefined : namesOf(name.text).find((each) => part.names.includes(each));
  if (part === undefined || bare === undefined || (isInCloud && cloudProducts.has(bare))) return undefined;
  const isNamed =
    ownName.test(name.text) ||
    (namedInstances.has(component.kind) && lines.slice(1).some(({ text }) => ownName.test(text)));
  return isNamed ? undefined : part;
}

/** What somebody called it, and nothing else: `edge-gateway`, or "failed-orders" below "Dead Letter Queue", but not "read-only". */
const ownName = /^\s*(?!(?:at|first|high|in|low|multi|on|read|real|write)-)[a-z][a-z\d]*(?:[-_.][a-z\d]+)+\s*$/;

/** "🗄️ Global Edge Caches 2 (EU)" is an "edge cache" and a "cache": without the places before it, and without any. */
function namesOf(name: string): readonly string[] {
  const words = (
    name
      .toLowerCase()
      .replace(/\([^()]*\)|:.*|\s[-–—]\s.*/g, ' ')
      .match(/[\p{L}][\p{L}\d]*/gu) ?? []
  ).slice(0, mostWords);
  const first = words.findIndex((word) => !places.has(word));
  const shorter = words.slice(0, Math.max(first, 0) + 1).map((_, start) => words.slice(start));
  return [...shorter, words.filter((word) => !places.has(word))].flatMap((each) => {
    const written = each.join(' ');
    const singular = written.replace(/ies$/, 'y').replace(/(?<=[a-rt-z])s$/, '');
    return written === singular ? [written] : [written, singular];
  });
}

/** Longer ones are sentences. */
const mostWords = 8;

/** Which one, and where: not what. */
const places: ReadonlySet<string> = new Set(
  'a advanced b basic c active apac asia central edge eu europe external global internal leader local main master new old passive primary private public regional replica secondary shared slave source standby target us west east north south'.split(
    ' ',
  ),
);

const organisation = new RegExp(
  `\\b(?:${[...operators, ...vendors].map((name) => name.replace(/[.+]/g, '\\$&')).join('|')})\\b`,
);

/** A technology, a maker, a version, a size, a count or a load; a timeout says nothing of what it is. */
function isSpecific(label: string, [name, ...below]: readonly LabelLine[], own: OwnComponents | undefined): boolean {
  if (namesTechnology(label, own) || specificWords.test(label) || organisation.test(label)) return true;
  if ((label.toLowerCase().match(/[a-z]+/g) ?? []).some((word) => vendorWords.has(word))) return true;
  // The name's own figure may be its number: "Read Replica 2".
  if (name !== undefined && hasMetric(name.text)) return true;
  return below.some(
    ({ text }) =>
      (hasDigit(text) && !aboutWaiting.test(text)) || sizes.test(text) || awsBalancers.test(text) || brand.test(text),
  );
}

/** Of a version, a size or a load: "OAuth2" and "E2E encryption" say none. */
const hasDigit = (text: string): boolean => /\d/.test(text.replace(protocols, ''));

const awsBalancers = /\b[AEN]LB\b/;

const aboutWaiting = /\btime-?out|\bTTL\b|\bretr(?:y|ies)\b/i;

/** A word with capitals inside is somebody's product: `BoltDB`, but not the words everybody writes so. */
const brand = /\b(?!WebSocket|DDoS|OAuth|SaaS|DevOps|GraphQL)[A-Z][a-z]+[A-Z]\w*/;

function isInSpecificGroup(node: NodeSymbol, groups: readonly GroupSymbol[], own: OwnComponents | undefined): boolean {
  const label = node.group === undefined ? undefined : groups[node.group]?.label?.text;
  return label !== undefined && (namesTechnology(label, own) || cloudWords.test(label));
}

/** The name without blanks and pictures around it. */
function trim({ text, span }: LabelLine): Span {
  const start = text.search(/[\p{L}\p{N}]/u);
  return { start: span.start + Math.max(start, 0), end: span.start + text.trimEnd().length };
}

/** One fix a technology: its name in front of the category's. */
function proposeFixes({ text }: DiagramFacts, node: NodeSymbol, part: GenericPart, name: Span): readonly Fix[] {
  const write = writerFor(text, node, name);
  if (write === undefined) return [];
  return part.choices.map((choice) => ({
    title: `Specify component: ${choice}`,
    edits: [write(choice)],
    byHand: true,
  }));
}

type Writer = (choice: string) => { readonly span: Span; readonly text: string };

function writerFor(text: string, node: NodeSymbol, name: Span): Writer | undefined {
  if (node.label !== undefined)
    return (choice) => ({ span: { start: name.start, end: name.start }, text: `${choice} ` });
  // What follows at once (`@{ … }`) has a label of its own, or takes none in front.
  if (text.charAt(node.span.end) === '@') return undefined;
  const end = { start: node.span.end, end: node.span.end };
  const line = text.slice(text.lastIndexOf('\n', node.span.start - 1) + 1, node.span.start);
  if (/^\s*(?:participant|actor)\s+$/.test(line)) return (choice) => ({ span: end, text: ` as ${choice} ${node.id}` });
  // Elsewhere a name without a label may be a flowchart's box, which takes one in brackets.
  return node.shape === 'rect' ? (choice) => ({ span: end, text: `["${choice} ${node.id}"]` }) : undefined;
}
