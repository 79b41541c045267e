/** What a checked document says of its diagrams. */
import type { Config } from './config.ts';
import { mapEditToSource } from './document/edits.ts';
import { headingsOver, titlesOf } from './diagramTitle.ts';
import type { DiagramBlock, DocumentModel } from './document/model.ts';
import { readArchitecture } from './gates/planes/facts/architecture.ts';
import { sortByPlane } from './gates/planes/facts/byPlane.ts';
import { offerColours } from './gates/planes/facts/colouring.ts';
import { hasPlanes } from './gates/planes/facts/planeColours.ts';
import type { DiagramFacts } from './gates/rule.ts';
import type { JudgedDiagram } from './judgeDiagrams.ts';
import type { CheckedDiagram, Fix } from './model.ts';

/** In the order of the page. */
export function describeDiagrams(
  judged: readonly JudgedDiagram[],
  model: DocumentModel,
  config: Config,
): readonly CheckedDiagram[] {
  const titles = titlesOf(
    model,
    judged.map(({ block, known }) => ({ block, symbols: known.facts.symbols })),
  );
  const above = headingsOver(model);
  return judged.map(({ block, key, known: { facts } }, index) => {
    const { span, text, lines } = block;
    const { renders, type } = facts.verdict;
    const title = titles[index] ?? '';
    const headings = above.get(block) ?? [];
    return {
      ...{ span, text, lines, key, type },
      ...(title === '' ? {} : { title }),
      ...(headings.length === 0 ? {} : { headings }),
      renders,
      ...(isUnfinished(facts) ? { isUnfinished: true as const } : {}),
      ...readArchitectureSafely(facts, block, model.text, config),
    };
  });
}

const isUnfinished = ({ verdict, older }: DiagramFacts): boolean =>
  'unparsed' in verdict || (older !== undefined && 'unparsed' in older.verdict);

/** What throws here throws in gate 3's rules as well, which then say so: the diagram itself can still be described. */
function readArchitectureSafely(
  facts: DiagramFacts,
  block: DiagramBlock,
  source: string,
  { planes }: Config,
): Pick<CheckedDiagram, 'architecture' | 'offers' | 'planes'> {
  try {
    const { isArchitecture } = readArchitecture(facts, planes);
    const architecture = hasPlanes(facts, planes);
    const nodes = isArchitecture ? sortByPlane(facts, planes) : [];
    const found = { architecture, ...(nodes.length === 0 ? {} : { planes: nodes }) };
    const { colours, legend } = offerColours(facts, planes);
    if (colours === undefined && legend === undefined) return found;
    const place = ({ title, edits }: Fix): Fix => ({
      title,
      edits: edits.map((edit) => mapEditToSource(block, edit, source)),
    });
    const offers = {
      ...(colours === undefined ? {} : { colours: place(colours) }),
      ...(legend === undefined ? {} : { legend: place(legend) }),
    };
    return { ...found, offers };
  } catch {
    return { architecture: false };
  }
}
