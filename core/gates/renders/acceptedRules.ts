/** The rules about what Mermaid accepts and then draws differently from what was meant. */
import type { DiagramRule } from '../rule.ts';
import { curlyQuotes } from './curly-quotes.ts';
import { cutText } from './cut-text.ts';
import { emptyBlock } from './empty-block.ts';
import { impossibleDate } from './impossible-date.ts';
import { missingAccessibility } from './missing-accessibility.ts';
import { misspeltName } from './misspelt-name.ts';
import { neverDeactivated } from './never-deactivated.ts';
import { notANumber } from './not-a-number.ts';
import { notAStatement } from './not-a-statement.ts';
import { renderError } from './render-error.ts';
import { seriesLength } from './series-length.ts';
import { spaceInName } from './space-in-name.ts';
import { styleList } from './style-list.ts';
import { swallowedLetter } from './swallowed-letter.ts';
import { surplusValues } from './surplus-values.ts';
import { tooWide } from './too-wide.ts';
import { undeclaredParticipant } from './undeclared-participant.ts';
import { undefinedClass } from './undefined-class.ts';
import { unknownStyle } from './unknown-style.ts';
import { unknownOption } from './unknown-option.ts';
import { unknownTask } from './unknown-task.ts';
import { unknownValue } from './unknown-value.ts';
import { unreachableState } from './unreachable-state.ts';
import { unusedClass } from './unused-class.ts';
import { unusedParticipant } from './unused-participant.ts';

export const acceptedRules: readonly DiagramRule[] = [
  styleList,
  undefinedClass,
  unusedClass,
  swallowedLetter,
  unknownTask,
  seriesLength,
  notANumber,
  cutText,
  emptyBlock,
  unusedParticipant,
  undeclaredParticipant,
  neverDeactivated,
  unreachableState,
  unknownOption,
  impossibleDate,
  notAStatement,
  renderError,
  misspeltName,
  unknownValue,
  unknownStyle,
  curlyQuotes,
  spaceInName,
  tooWide,
  surplusValues,
  missingAccessibility,
];
