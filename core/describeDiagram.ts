/** What a checked document says of one of its diagrams. */
import type { Config } from './config.ts';
import { mapEditToSource } from './document/edits.ts';
import type { DiagramBlock } from './document/model.ts';
import { readArchitecture } from './gates/planes/facts/architecture.ts';
import { offerColours } from './gates/planes/facts/colouring.ts';
import type { DiagramFacts } from './gates/rule.ts';
import type { JudgedDiagram } from './judgeDiagrams.ts';
import type { CheckedDiagram, Fix } from './model.ts';

/** `source` is the document's text. */
export function describeDiagram({ block, key, known }: JudgedDiagram, source: string, config: Config): CheckedDiagram {
  const { span, text, lines } = block;
  const { renders, type } = known.facts.verdict;
  return { span, text, lines, key, type, renders, ...readArchitectureSafely(known.facts, block, source, config) };
}

/** What throws here throws in gate 3's rules as well, which then say so: the diagram itself can still be described. */
function readArchitectureSafely(
  facts: DiagramFacts,
  block: DiagramBlock,
  source: string,
  { planes }: Config,
): Pick<CheckedDiagram, 'architecture' | 'offers'> {
  try {
    const { isArchitecture: architecture } = readArchitecture(facts, planes);
    const { colours, legend } = offerColours(facts, planes);
    if (colours === undefined && legend === undefined) return { architecture };
    const place = ({ title, edits }: Fix): Fix => ({
      title,
      edits: edits.map((edit) => mapEditToSource(block, edit, source)),
    });
    const offers = {
      ...(colours === undefined ? {} : { colours: place(colours) }),
      ...(legend === undefined ? {} : { legend: place(legend) }),
    };
    return { architecture, offers };
  } catch {
    return { architecture: false };
  }
}
