/** What figures on a page say of each other, and rules that check one kind of it. */
import { createSpanMapper, mapEditToSource } from '../../../document/edits.ts';
import type { DocumentModel } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts, DocumentFacts, DocumentRule, RuleFinding, RuleMeta } from '../../rule.ts';

/** A relation between figures that was checked. `claim` and `parts` are the figures that can break it. */
export interface Relation {
  /** The figure that says what the others amount to; undefined where all are equal partners, as shares are. */
  readonly claim: Quantity | undefined;
  readonly parts: readonly Quantity[];
  /** What is reported when the relation does not hold. */
  readonly contradiction: RuleFinding | undefined;
  /** By which factor a figure may be off before it is wrong, where that is more than rounding. */
  readonly within?: number;
}

/** A rule of gate 6: it can say what it has checked, not only what is wrong. */
export interface NumberRule extends DocumentRule {
  /** Every relation that was checked, its spans in the document. */
  relate(facts: DocumentFacts): readonly Relation[];
}

/** Where a rule looks for relations. Spans are offsets into the diagram's text, or the document's. */
export interface RelationFinders {
  readonly inDiagram?: (facts: DiagramFacts) => readonly Relation[];
  readonly inDocument?: (model: DocumentModel, facts: DocumentFacts) => readonly Relation[];
}

/** A rule that reports the relations which do not hold; relations within a diagram are kept with the diagram. */
export function numberRule(meta: RuleMeta, { inDiagram, inDocument }: RelationFinders): NumberRule {
  const keptOfDiagram = inDiagram && remember(inDiagram);
  const relate = remember((facts: DocumentFacts): readonly Relation[] => {
    // The gate is about pages with diagrams.
    if (facts.diagrams.length === 0) return [];
    const { model } = facts;
    const relations = [...(inDocument?.(model, facts) ?? [])];
    if (keptOfDiagram === undefined) return relations;
    for (const diagram of facts.diagrams) {
      const place = createSpanMapper(diagram.block);
      for (const relation of keptOfDiagram(diagram.facts)) {
        relations.push({
          ...relation,
          claim: relation.claim && moveQuantity(relation.claim, place),
          parts: relation.parts.map((part) => moveQuantity(part, place)),
          contradiction: relation.contradiction && {
            message: relation.contradiction.message,
            span: place(relation.contradiction.span),
            fixes: (relation.contradiction.fixes ?? []).map((fix) => ({
              ...fix,
              edits: fix.edits.map((edit) => mapEditToSource(diagram.block, edit, model.text)),
            })),
            related: (relation.contradiction.related ?? []).map((note) => ({ ...note, span: place(note.span) })),
          },
        });
      }
    }
    return relations;
  });
  return {
    scope: 'document',
    meta,
    relate,
    check: (facts) => relate(facts).flatMap(({ contradiction }) => contradiction ?? []),
  };
}

/** A quantity with its spans elsewhere: in the document instead of in one diagram. */
export function moveQuantity<Some extends Quantity>(quantity: Some, place: (span: Span) => Span): Some {
  const { span, qualified, digits } = quantity;
  return { ...quantity, span: place(span), qualified: place(qualified), digits: place(digits) };
}
