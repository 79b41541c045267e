/** A title that counts its nodes, one of which stands for the others: "93 pipelines" over three of them and "89 more". */
import type { DiagramFacts } from '../../rule.ts';
import { readBranches } from './branches.ts';
import type { Branch } from './branches.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue } from './report.ts';

const others = /^\+?\s*[\d,]+\+?\s+(?:more|others?)\b/i;

export function countedNodes(facts: DiagramFacts): readonly Relation[] {
  return readBranches(facts).flatMap((branch) => relateCount(facts.text, branch));
}

function relateCount(text: string, { title, groups, nodes }: Branch): readonly Relation[] {
  const [claim, second] = title?.amounts ?? [];
  const rests = nodes.filter((node) => others.test(node.text));
  const [rest] = rests;
  const [more] = rest?.amounts ?? [];
  if (claim?.unit.dimension !== 'count' || claim.unit.period !== undefined || claim.magnitude !== 1) return [];
  if (second !== undefined || rests.length !== 1 || rest === undefined || more === undefined || groups.length > 0)
    return [];
  // "89 more pipelines" of "93 pipelines"; "4 more alerts" is of something else.
  const isOfKind =
    claim.unit.name === '' || !/more\s+[a-z]/i.test(rest.text) || rest.text.toLowerCase().includes(claim.unit.name);
  const named = nodes.length - 1;
  const isRound = claim.atLeast || claim.atMost || claim.approximate || more.atLeast || more.approximate;
  if (!isOfKind || isRound || claim.value === 0 || named === 0) return [];
  const sum = named + more.value;
  if (claim.value === sum) return [{ claim, parts: [more], contradiction: undefined }];
  // The title may count something else altogether.
  if (claim.value < sum / 2 || claim.value > sum * 2) return [];
  return [
    {
      claim,
      parts: [more],
      contradiction: {
        message: `${named} named and ${more.value} more are ${sum}, the title says ${quote(text, claim)}: correct whichever is wrong.`,
        span: claim.span,
        fixes: [replaceValue(text, 'Replace the count', claim, sum)],
        related: [{ span: more.span, message: 'The others' }],
      },
    },
  ];
}
