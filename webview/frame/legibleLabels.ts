/**
 * Authors give nodes a fill and leave the text its default colour, which was dark when they wrote it. Where the editor's
 * colour makes such a label hard to read on its fill, the label becomes black or white. Colours that authors chose stay.
 */
import type { Palette } from '../../core/protocol.ts';
import { contrast, parseRgb } from './colours.ts';

/** WCAG's least contrast for text. */
const leastContrast = 4.5;

const shapes = ':is(rect, polygon, path, circle, ellipse)';
const groups = 'g.node, g.cluster, g.block, g.swimlane, g.usecase, g.agentflow-node';
const labels = 'foreignObject span, foreignObject p, foreignObject div, text, tspan';

/** The picture with legible labels; the same text where no fill was chosen. `stage` is where it can be measured. */
export function withLegibleLabels(svg: string, stage: HTMLElement, palette: Palette): string {
  if (!/style="[^"]*fill\s*:/.test(svg)) return svg;
  stage.innerHTML = svg;
  let changed = false;
  for (const shape of stage.querySelectorAll<SVGElement>(`${shapes}[style*="fill"]`)) {
    const fill = parseRgb(getComputedStyle(shape).fill);
    const group = shape.closest(groups);
    if (fill === undefined || group === null || contrast(fill, palette.ink) >= leastContrast) continue;
    const legible = contrast(fill, '#000000') > contrast(fill, '#ffffff') ? '#000000' : '#ffffff';
    // All are looked at before the first is changed, because a change shows in those inside.
    const pale = [...group.querySelectorAll<HTMLElement | SVGElement>(labels)].filter(
      (label) => parseRgb(getComputedStyle(label)[propertyOf(label)]) === palette.ink && !isChosen(label, group),
    );
    for (const label of pale) label.style.setProperty(propertyOf(label), legible, 'important');
    changed ||= pale.length > 0;
  }
  return changed ? stage.innerHTML : svg;
}

const propertyOf = (label: Element): 'fill' | 'color' => (label instanceof SVGElement ? 'fill' : 'color');

/** Mermaid writes a chosen text colour into the style of the label or of something around it, and `fill` for SVG text. */
function isChosen(label: Element, group: Element): boolean {
  for (let node: Element | null = label; node !== null && node !== group; node = node.parentElement) {
    const style = node.getAttribute('style') ?? '';
    if (/(?:^|[;\s])color\s*:/.test(style) || (node === label && /(?:^|[;\s])fill\s*:/.test(style))) return true;
  }
  return false;
}
