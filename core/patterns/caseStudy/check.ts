/**
 * Says what a case study still lacks of its twelve diagrams. It is asked for by a command and is no rule: the set spans
 * several pages, and a page that never meant to be a case study would be told that it lacks eleven diagrams.
 */
import { matchesOf } from '../../matches.ts';
import { outlineOf } from '../outline.ts';

/** A part of the set, with the pattern that can be inserted for it. */
interface Role {
  readonly title: string;
  readonly wanted: number;
  readonly patternId: string;
}

const planeNames = ['edge', 'service', 'state', 'control', 'stream'] as const;

const global: Role = { title: 'Global architecture', wanted: 1, patternId: 'global-flow' };
const planeRoles = planeNames.map((name) => ({
  heading: new RegExp(`\\b${name}\\b.{0,20}\\bplane\\b`, 'i'),
  role: planeRole(name),
}));
const requests: Role = { title: 'Requests as sequences', wanted: 3, patternId: 'request-flow' };
const regions: Role = { title: 'Regions', wanted: 1, patternId: 'multi-region' };
const scale: Role = { title: 'Growth and scale', wanted: 2, patternId: 'scale-evolution' };
const roles: readonly Role[] = [global, ...planeRoles.map(({ role }) => role), requests, regions, scale];

export interface RoleResult extends Role {
  readonly found: number;
}

/** Every part of the set with how many diagrams of it the pages have. */
export function checkCaseStudy(pages: readonly string[], isDiagram: (info: string) => boolean): readonly RoleResult[] {
  return countRoles(pages.flatMap((page) => diagramsOf(page, isDiagram)));
}

/** Every part of the set with how many of `diagrams` there are for it. */
export function countRoles(diagrams: readonly FoundDiagram[]): readonly RoleResult[] {
  const found = new Map<Role, number>();
  for (const diagram of diagrams) {
    const role = roleOf(diagram);
    if (role !== undefined) found.set(role, (found.get(role) ?? 0) + 1);
  }
  return roles.map((role) => ({ ...role, found: found.get(role) ?? 0 }));
}

/** The pages of the same folder that a page leads to, by name. */
export function linkedPages(text: string): readonly string[] {
  const names = matchesOf(/\]\((?:\.\/)?([\w.-]{1,100}\.md)(?:#[^)\s]{0,200})?\)/g, text).map(([, name]) => name ?? '');
  return [...new Set(names)];
}

export interface FoundDiagram {
  /** The headings it stands below, the nearest first. */
  readonly headings: readonly string[];
  /** The first word that is no front matter and no comment, such as `flowchart`, or Mermaid's own name of the type. */
  readonly type: string;
}

function planeRole(name: string): Role {
  return { title: `${name.charAt(0).toUpperCase()}${name.slice(1)} plane`, wanted: 1, patternId: 'plane-detail' };
}

function roleOf({ headings, type }: FoundDiagram): Role | undefined {
  if (type === 'sequenceDiagram' || type === 'sequence') return requests;
  for (const heading of headings) {
    const plane = planeRoles.find((each) => each.heading.test(heading));
    if (plane !== undefined) return plane.role;
    if (/\bregions?\b|\bmulti-?region/i.test(heading)) return regions;
    if (/\b(?:scale|scaling|growth|grew|evolution|capacity)\b|\bwhen it is full\b/i.test(heading)) return scale;
    if (/\b(?:architecture|overview|global)\b/i.test(heading)) return global;
  }
  return undefined;
}

function diagramsOf(page: string, isDiagram: (info: string) => boolean): readonly FoundDiagram[] {
  const lines = page.split(/\r?\n/);
  const { regions: blocks } = outlineOf(lines, isDiagram);
  const diagrams: FoundDiagram[] = [];
  /** The heading of each level that is open. */
  const open: string[] = [];
  let line = 0;
  for (const block of blocks) {
    for (; line < block.first; line += 1) {
      const heading = /^(#{1,6})[ \t]+(.*)$/.exec(lines[line] ?? '');
      if (heading === null) continue;
      const above = (heading[1]?.length ?? 1) - 1;
      while (open.length < above) open.push('');
      open.splice(above, open.length, heading[2] ?? '');
    }
    line = block.last + 1;
    if (block.kind !== 'diagram') continue;
    const headings = [...open].reverse();
    diagrams.push({ headings, type: typeOf(lines.slice(block.first + 1, block.last)) });
  }
  return diagrams;
}

function typeOf(lines: readonly string[]): string {
  const start =
    lines[0]?.trim() === '---' ? lines.findIndex((each, index) => index > 0 && each.trim() === '---') + 1 : 0;
  const first = lines.slice(start).find((each) => each.trim() !== '' && !each.trim().startsWith('%%'));
  return /^\s*([\w-]+)/.exec(first ?? '')?.[1] ?? '';
}
