/** How much is done: "7/9 (78%)" in itself, and beside the checklist it speaks of. */
import type { Block, DocumentModel } from '../../../document/model.ts';
import { matchesOf } from '../../../matches.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { bareUnit } from '../../../quantities/units.ts';
import { passagesOfPage } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';

/** "7/9", "7 of 9", "7 out of 9". */
interface Ratio {
  readonly done: Quantity;
  readonly all: Quantity;
  /** What stands in front of it on its line, and behind it. */
  readonly before: string;
  readonly after: string;
}

const ratios = /(?<![\w.,/:$#-])(?<done>\d{1,6})(?<between>[ ]?\/[ ]?|[ ](?:out[ ])?of[ ](?:the[ ]|all[ ])?)(?<all>\d{1,6})(?![\w/:-]|[.,%]\d|[ ]?[%×x])/gi; // prettier-ignore

function ratiosOf({ text, start }: Passage): readonly Ratio[] {
  if (!/\d/.test(text)) return [];
  return matchesOf(ratios, text).map((match) => {
    const { done = '', between = '', all = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    return {
      done: countAt(start + match.index, done),
      all: countAt(start + match.index + done.length + between.length, all),
      before: text.slice(0, match.index),
      after: text.slice(end),
    };
  });
}

function countAt(start: number, digits: string): Quantity {
  const span = { start, end: start + digits.length };
  return {
    span,
    qualified: span,
    digits: span,
    value: Number(digits),
    high: Number(digits),
    precision: 0.5,
    magnitude: 1,
    sign: undefined,
    unit: bareUnit,
    approximate: false,
    atLeast: false,
    atMost: false,
  };
}

/** "7/9 (78%)", "7 of 9 tasks (78%)", "7/9 = 78%". */
const percentBehind = /^(?<gap>(?:[ ][A-Za-z-]{1,20}){0,3}[ ]?[(=:–—-][ ]?)(?<percent>\d{1,3}(?:\.\d{1,2})?)[ ]?%(?![ ]*(?:for|of|if|on|at|more|less|faster|p\d))/; // prettier-ignore
/** "78% (7/9)". */
const percentBefore = /(?<percent>\d{1,3}(?:\.\d{1,2})?)[ ]?%(?<gap>[ ](?:[A-Za-z]{1,12}[ ])?\()$/;

/** A ratio whose percentage stands beside it. */
export function completionsOfPassage(passage: Passage): readonly Relation[] {
  return ratiosOf(passage).flatMap((ratio) => {
    const { done, all, before, after } = ratio;
    const behind = percentBehind.exec(after)?.groups;
    const front = behind === undefined ? percentBefore.exec(before)?.groups : undefined;
    const { percent, gap = '' } = behind ?? front ?? {};
    // "24/7 (100%)" counts nothing.
    if (percent === undefined || done.value > all.value || all.value === 0) return [];
    const at =
      behind === undefined
        ? done.span.start - gap.length - percentWidth(before, percent, gap)
        : all.span.end + gap.length;
    return [relatePercent(ratio, percentAt(at, percent))];
  });
}

/** From the start of the percentage to its sign, which a blank may stand in front of. */
function percentWidth(before: string, percent: string, gap: string): number {
  return before.length - gap.length - before.lastIndexOf(percent, before.length - gap.length - percent.length);
}

function percentAt(start: number, digits: string): Quantity {
  const point = digits.indexOf('.');
  const decimals = point === -1 ? 0 : digits.length - point - 1;
  return {
    ...countAt(start, digits),
    precision: 0.5 * 10 ** -decimals,
    unit: { ...bareUnit, dimension: 'percent', name: '%' },
  };
}

function relatePercent({ done, all }: Ratio, claim: Quantity): Relation {
  const share = (100 * done.value) / all.value;
  // Rounded up or down.
  const holds = Math.abs(share - claim.value) < 2 * claim.precision;
  const right = Number(share.toFixed(share % 1 === 0 ? 0 : 1));
  return {
    claim,
    parts: [done, all],
    contradiction: holds
      ? undefined
      : {
          message: `${done.value} of ${all.value} is ${right} %, the page says ${claim.value} %: correct whichever is wrong.`,
          span: { start: claim.span.start, end: claim.span.end + 1 },
          related: [{ span: { start: done.span.start, end: all.span.end }, message: 'The count' }],
        },
  };
}

/** The boxes of one list, those in lists below left out. */
interface Checklist {
  readonly boxes: readonly { readonly isDone: boolean; readonly text: string }[];
  /** The line or heading directly above and the line directly below. */
  readonly around: readonly Passage[];
}

const box = /^\[(?<mark>[ xX])\][ ]/;

export function completionsOfPage(model: DocumentModel): readonly Relation[] {
  return [
    ...passagesOfPage(model).flatMap((passage) => completionsOfPassage(passage)),
    ...checklistsOf(model).flatMap(relateChecklist),
  ];
}

function checklistsOf(model: DocumentModel): readonly Checklist[] {
  const passages = new Map(passagesOfPage(model).map((passage) => [passage.start, passage]));
  const lists: Checklist[] = [];
  let depth = 0;
  let boxes: Checklist['boxes'][number][] = [];
  let above: Passage | undefined;
  for (const block of model.blocks) {
    const mark = boxOf(block);
    if (mark !== undefined && block.kind === 'text') {
      if (boxes.length === 0) depth = block.depth;
      if (block.depth === depth) boxes.push({ isDone: mark !== ' ', text: block.text });
      continue;
    }
    if (boxes.length > 0 && block.kind === 'text' && block.depth > depth) continue;
    const line = lineOf(block, passages);
    if (boxes.length > 0) lists.push({ boxes, around: [above, block.kind === 'heading' ? undefined : line].filter((each) => each !== undefined) }); // prettier-ignore
    boxes = [];
    above = line;
  }
  if (boxes.length > 0) lists.push({ boxes, around: above === undefined ? [] : [above] });
  return lists;
}

function boxOf(block: Block): string | undefined {
  if (block.kind !== 'text' || block.container !== 'list-item') return undefined;
  return box.exec(block.text)?.groups?.['mark'];
}

function lineOf(block: Block, passages: ReadonlyMap<number, Passage>): Passage | undefined {
  if (block.kind === 'heading') return passages.get(block.content.start);
  return block.kind === 'text' ? passages.get(block.lines[0]?.start ?? -1) : undefined;
}

const aboutProgress = /\b(?:complet|done|finish|progress|status|checked|closed|shipped|target|goal|remaining)/i;
const aboutTarget = /\b(?:target|goal|plan|aim)/i;

/** What a line beside a checklist says of its boxes. */
function relateChecklist({ boxes, around }: Checklist): readonly Relation[] {
  return around.flatMap((passage) => {
    const [ratio, ...others] = ratiosOf(passage);
    if (ratio === undefined || !aboutProgress.test(`${ratio.before} ${ratio.after}`)) return [];
    const checked = boxes.filter(({ isDone }) => isDone).length;
    const isTarget = aboutTarget.test(ratio.before);
    return [
      relateCount(ratio.all, boxes.length, `The list has ${count(boxes.length, 'box')}`),
      ...(isTarget ? [] : [relateCount(ratio.done, checked, `${count(checked, 'box')} of the list ${checked === 1 ? 'is' : 'are'} checked`)]), // prettier-ignore
      ...others.flatMap((other) => relateWithout(other, boxes)),
    ];
  });
}

function relateCount(claim: Quantity, counted: number, words: string): Relation {
  const contradiction = {
    message: `${words}, the page says ${claim.value}: correct whichever is wrong.`,
    span: claim.span,
  };
  return { claim, parts: [], contradiction: claim.value === counted ? undefined : contradiction };
}

const count = (many: number, what: string): string => `${many} ${many === 1 ? what : `${what}es`}`;

/** "5/7 if P2 deferred": the boxes that do not carry the tag. */
function relateWithout({ done, all, after }: Ratio, boxes: Checklist['boxes']): readonly Relation[] {
  const tag = /^[ ](?:if|without|when|with)[ ](?:the[ ])?(?<tag>[A-Z]+\d+)(?:s|[ ](?:items?|tasks?))?(?:[ ](?:is|are))?[ ]?(?:deferred|dropped|skipped|postponed|left out|excluded)?\b/.exec(after)?.groups?.['tag']; // prettier-ignore
  if (tag === undefined || all.value !== boxes.length) return [];
  const tagged = boxes.filter(({ text }) => new RegExp(String.raw`\b${tag}\b`).test(text)).length;
  if (tagged === 0) return [];
  return [relateCount(done, boxes.length - tagged, `${count(boxes.length - tagged, 'box')} of the list ${boxes.length - tagged === 1 ? 'is' : 'are'} not ${tag}`)]; // prettier-ignore
}
