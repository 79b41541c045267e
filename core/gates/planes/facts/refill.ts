/** The edits that give a statement another fill, and labels that read on it. */
import { contrastOf, formatColour, inkOn, leastContrast, parseColour } from '../../../colour/colour.ts';
import type { TextEdit } from '../../../model.ts';
import type { GivenColour } from './nodeColours.ts';

export function refill({ declaration, statement }: GivenColour, fill: string): readonly TextEdit[] {
  const edits = [{ span: declaration.valueSpan, text: fill }];
  const ground = parseColour(fill);
  const label = statement.declarations.findLast(({ property }) => property === 'color');
  const ink = label && parseColour(label.value);
  if (label !== undefined && ground !== undefined && ink !== undefined && contrastOf(ink, ground) < leastContrast) {
    edits.push({ span: label.valueSpan, text: formatColour(inkOn(ground)) });
  }
  return edits.sort((one, other) => one.span.start - other.span.start);
}
