/** What each phase and case study lacks; the figures of what is wrong lead to the first page where it is. */
import type { DashboardReport, DashboardTexts } from '../../core/dashboardProtocol.ts';
import { element, link, section, table } from './parts.ts';
import type { Shorten } from './parts.ts';
import { fill } from './words.ts';

type Part = DashboardReport['parts'][number];

export function completenessSection(parts: readonly Part[], texts: DashboardTexts, shorten: Shorten): HTMLElement {
  const sorted = parts.toSorted((a, b) => Number(a.complete) - Number(b.complete));
  const { shown, more } = shorten('parts', sorted);
  const columns = [
    { title: texts.part },
    { title: texts.complete },
    { title: texts.required },
    { title: texts.broken, isNumber: true },
    { title: texts.badLinks, isNumber: true },
    { title: texts.pages, isNumber: true, isLesser: true },
    { title: texts.diagrams, isNumber: true, isLesser: true },
  ];
  const rows = shown.map((part) => ({
    key: `${part.kind} ${part.name}`,
    cells: [
      element('span', {}, [
        element('span', { text: part.name }),
        element('span', { class: 'note', text: part.kind === 'phase' ? texts.phase : texts.caseStudy }),
      ]),
      stateOf(part, texts),
      requiredOf(part, texts),
      leadTo(part.broken, part.brokenPage, 'renders', `${part.name}: ${texts.broken}`),
      leadTo(part.badLinks, part.badLinkPage, 'references', `${part.name}: ${texts.badLinks}`),
      String(part.pages),
      String(part.diagrams),
    ],
  }));
  return section(texts.completeness, [table(texts.completeness, columns, rows), ...more]);
}

const stateOf = ({ complete, pages }: Part, texts: DashboardTexts): HTMLElement =>
  element('span', { class: complete ? 'state reached' : 'state open' }, [
    element('span', { class: 'sign', text: complete ? '✓' : '◐', hidden: true }),
    element('span', { text: pages === 0 ? texts.noPage : complete ? texts.yes : texts.notYet }),
  ]);

const requiredOf = ({ required }: Part, texts: DashboardTexts): string | HTMLElement => {
  if (required === null) return '–';
  const lacking =
    required.lacking.length === 0
      ? []
      : [element('span', { class: 'note', text: fill(texts.lacking, required.lacking.join(', ')) })];
  const found = fill(texts.haveOfWant, required.found, required.wanted);
  return element('span', {}, [element('span', { text: found }), ...lacking]);
};

/** A figure that leads to the first page where something is wrong. */
const leadTo = (many: number, path: string | null, gate: string, key: string): string | HTMLElement =>
  path === null ? String(many) : link(String(many), key, { type: 'open', path, gate }, `${key}: ${many}, ${path}`);
