/** The goals: each with its figures in words, a bar for each, and its state in a word and a sign. */
import type { DashboardReport, DashboardTexts } from '../../core/dashboardProtocol.ts';
import { bar, element, section } from './parts.ts';
import { dayOf, fill } from './words.ts';

type Goal = DashboardReport['goals'][number];

const signs = { reached: '✓', open: '◐', late: '!', upcoming: '○' } as const;

export function goalsSection(goals: readonly Goal[], texts: DashboardTexts): HTMLElement {
  const items = goals.map((goal, at) => {
    const due = goal.due === null ? [] : [element('span', { class: 'due', text: fill(texts.dueBy, dayOf(goal.due)) })];
    return element('li', { class: `goal ${goal.state}`, key: `goal ${at}` }, [
      element('div', { class: 'goalHead' }, [
        element('h3', { text: nameOf(goal, texts) }),
        element('span', { class: 'state' }, [
          element('span', { class: 'sign', text: signs[goal.state], hidden: true }),
          element('span', { text: stateOf(goal.state, texts) }),
        ]),
      ]),
      ...due,
      ...goal.measures.map((each) => measureLine(each, texts)),
    ]);
  });
  return section(texts.goals, [element('ul', { class: 'goals' }, items)]);
}

function measureLine({ id, have, want, reached }: Goal['measures'][number], texts: DashboardTexts): HTMLElement {
  const share = want === 0 ? 0 : Math.min(100, Math.floor((100 * (have ?? 0)) / want));
  const isShare = id === 'score' || id.endsWith('Share');
  const figure = (value: number): string => (isShare ? `${value} %` : String(value));
  const words = fill(texts.haveOfWant, have === null ? '–' : figure(have), figure(want));
  return element('div', { class: 'measure' }, [
    element('span', { class: 'what', text: texts[`measure_${id}`] }),
    element('span', { class: 'have' }, [
      element('span', { text: words }),
      ...(isShare ? [] : [document.createTextNode(' '), element('span', { class: 'share', text: `${share} %` })]),
    ]),
    bar(share, reached ? 'good' : 'going'),
  ]);
}

function nameOf({ name, period }: Goal, texts: DashboardTexts): string {
  if (period === null) return name ?? '';
  const now = fill(texts[`every_${period.every}`], period.number);
  return name === null ? now : `${name}: ${now}`;
}

function stateOf(state: Goal['state'], texts: DashboardTexts): string {
  return texts[`state_${state}`];
}
