/** Draws who called whom, with the latencies the callers measured; calls at one time stand side by side. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { createIds } from '../ids.ts';
import { comment, oneLine } from '../labels.ts';
import { spoken } from '../spoken.ts';
import { hopsOf, longestHops, outside } from './hops.ts';
import type { Hop } from './hops.ts';
import { writeLatency } from './latency.ts';
import type { LatencyStyle } from './latency.ts';
import { durationOf } from './model.ts';
import type { Trace } from './model.ts';

/** A sequence with more calls is read by nobody. */
const mostCalls = 30;

export function drawSequence(trace: Trace, style: LatencyStyle, cite: Cite): Block {
  const { hops, left } = longestHops(hopsOf(trace.roots, durationOf(trace)), mostCalls);
  const names = participantsOf(hops);
  const idOf = createIds('service');
  const draw = (hop: Hop, depth: number): readonly string[] => {
    const indent = '    '.repeat(depth);
    const [from, to] = [idOf(hop.from), idOf(hop.to)];
    const again = hop.retry === 0 ? '' : ` (retry ${hop.retry})`;
    const called = `${spoken(hop.operation)}${again}`;
    const took = writeLatency(hop.latency, style);
    const failed = hop.error === undefined ? '' : ` – ${spoken(hop.error, 60)}`;
    const below = together(hop.children).flatMap((group) => drawGroup(group, depth, draw));
    const said = comment(cite(...hop.lines));
    if (hop.isAsync || hop.from === hop.to) {
      const arrow = hop.isAsync ? '-)' : '->>';
      return [`${indent}${said}`, `${indent}${from}${arrow}${to}: ${called}, ${took}${failed}`, ...below];
    }
    const answer = hop.error === undefined ? '-->>' : '--x';
    return [
      `${indent}${said}`,
      `${indent}${from}->>+${to}: ${called}`,
      ...below,
      `${indent}${to}${answer}-${from}: ${took}${failed}`,
    ];
  };
  const shorter = `Note over ${idOf(names[0] ?? outside)}: ${left} shorter ${left === 1 ? 'call is' : 'calls are'} left out`;
  return {
    kind: 'diagram',
    lines: [
      'sequenceDiagram',
      ...names.map((name) => `    ${name === outside ? 'actor' : 'participant'} ${idOf(name)} as ${spoken(name, 40)}`),
      ...together(hops).flatMap((group) => drawGroup(group, 1, draw)),
      ...(left > 0 ? [`    ${shorter}`] : []),
    ],
  };
}

/** In order of their first call. */
function participantsOf(hops: readonly Hop[]): readonly string[] {
  const names = new Set<string>();
  const visit = (hop: Hop): void => {
    names.add(hop.from).add(hop.to);
    hop.children.forEach(visit);
  };
  hops.forEach(visit);
  return [...names];
}

/** Calls that were under way at one time. */
function together(hops: readonly Hop[]): readonly (readonly Hop[])[] {
  const groups: Hop[][] = [];
  let end = -Infinity;
  for (const hop of hops) {
    const last = groups.at(-1);
    if (last !== undefined && hop.start < end && !hop.isAsync) last.push(hop);
    else groups.push([hop]);
    end = Math.max(end, hop.isAsync ? end : hop.end);
  }
  return groups;
}

function drawGroup(
  group: readonly Hop[],
  depth: number,
  draw: (hop: Hop, depth: number) => readonly string[],
): readonly string[] {
  const [only] = group;
  if (only !== undefined && group.length === 1) return draw(only, depth);
  const indent = '    '.repeat(depth);
  return [
    ...group.flatMap((hop, index) => [
      `${indent}${index === 0 ? 'par' : 'and'} ${spoken(oneLine(hop.operation, 40))}`,
      ...draw(hop, depth + 1),
    ]),
    `${indent}end`,
  ];
}
