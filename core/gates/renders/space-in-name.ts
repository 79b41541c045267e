/** DG063: a class or state whose name has a space in it. */
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG063',
  alias: 'space-in-name',
  gate: 'renders',
  severity: 'warning',
  title: 'A name has a space in it.',
  why: 'Mermaid joins the words to another name, or draws a box for each, so the links lead elsewhere.',
  fixable: false,
};

const classNames = /^class\s+([\p{L}_][\p{L}\p{N}_]*(?:\s+(?!as\b)[\p{L}\p{N}_]+)+)\s*(?:\{|$)/du;
const stateNames =
  /^(?:\[\*\]|[\p{L}\p{N}_]+)\s*-->\s*([\p{L}\p{N}_]+(?:\s+[\p{L}\p{N}_]+)+)\s*(?::(?!:)|$)|^([\p{L}\p{N}_]+(?:\s+[\p{L}\p{N}_]+)+)\s*-->/du;

export const spaceInName: DiagramRule = {
  scope: 'diagram',
  meta,
  *check({ text, verdict }): Iterable<RuleFinding> {
    if (!verdict.renders || !/^(?:class|state)/.test(verdict.type)) return;
    const isClass = verdict.type.startsWith('class');
    for (const line of contentLines(text).slice(1)) {
      const match = (isClass ? classNames : stateNames).exec(line.text);
      const place = match?.indices?.[1] ?? match?.indices?.[2];
      if (place === undefined) continue;
      const span = { start: line.span.start + place[0], end: line.span.start + place[1] };
      const name = text.slice(span.start, span.end);
      const id = name.replace(/\s+/g, '_');
      const advice = isClass ? `\`class ${id}["${name}"]\`` : `\`state "${name}" as ${id}\``;
      yield { message: `A name is one word: Mermaid does not draw \`${name}\` as one. Write ${advice}.`, span };
    }
  },
};
