/** The rules that explain why Mermaid refuses a diagram, and repair it where that is safe. */
import type { FaultRule } from '../rule.ts';
import { badActivation } from './bad-activation.ts';
import { badArrow } from './bad-arrow.ts';
import { badComment } from './bad-comment.ts';
import { badDate } from './bad-date.ts';
import { badFrontMatter } from './bad-front-matter.ts';
import { badNumber } from './bad-number.ts';
import { duplicateDefinition } from './duplicate-definition.ts';
import { htmlEntity } from './html-entity.ts';
import { incompleteLink } from './incomplete-link.ts';
import { misplacedHeader } from './misplaced-header.ts';
import { missingHeader } from './missing-header.ts';
import { missingQuotes } from './missing-quotes.ts';
import { misspeltHeader } from './misspelt-header.ts';
import { misspeltKeyword } from './misspelt-keyword.ts';
import { nestedQuotes } from './nested-quotes.ts';
import { oddCharacters } from './odd-characters.ts';
import { reservedWord } from './reserved-word.ts';
import { strayBracket } from './stray-bracket.ts';
import { strayEnd } from './stray-end.ts';
import { timelineColon } from './timeline-colon.ts';
import { typeNameInText } from './type-name-in-text.ts';
import { twoStatements } from './two-statements.ts';
import { unclosedBlock } from './unclosed-block.ts';
import { unclosedBracket } from './unclosed-bracket.ts';
import { unclosedQuote } from './unclosed-quote.ts';
import { unknownShape } from './unknown-shape.ts';
import { unknownTarget } from './unknown-target.ts';
import { unquotedLabel } from './unquoted-label.ts';
import { unsupportedDirection } from './unsupported-direction.ts';
import { unsupportedTitle } from './unsupported-title.ts';
import { wrongSeparator } from './wrong-separator.ts';

export const faultRules: readonly FaultRule[] = [
  unquotedLabel,
  nestedQuotes,
  unclosedQuote,
  oddCharacters,
  missingQuotes,
  htmlEntity,
  unclosedBracket,
  unclosedBlock,
  strayEnd,
  misspeltKeyword,
  badArrow,
  reservedWord,
  missingHeader,
  misspeltHeader,
  strayBracket,
  timelineColon,
  unsupportedDirection,
  badComment,
  misplacedHeader,
  wrongSeparator,
  badNumber,
  incompleteLink,
  badFrontMatter,
  unsupportedTitle,
  badActivation,
  typeNameInText,
  unknownShape,
  twoStatements,
  badDate,
  unknownTarget,
  duplicateDefinition,
];
