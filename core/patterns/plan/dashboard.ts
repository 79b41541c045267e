/** Sprint and quality dashboard: what is left, what broke, what is slow, each against its objective. */
import type { Pattern } from '../pattern.ts';
import { difference, diagram, heading, number, percent, product, sum, table, text } from '../write.ts';

const team = text('team', 'Team', 'Search team');
const sprint = text('sprint', 'Sprint', 'Sprint 31, 1 to 12 June 2026');
const planned = number('planned', 'Points planned', '48');
const axis = product('axis', 'Where the axis ends', planned, 1.25, 0);
const left2 = number('left2', 'Points left after day 2', '43');
const left4 = number('left4', 'Points left after day 4', '34');
const left6 = number('left6', 'Points left after day 6', '27');
const left8 = number('left8', 'Points left after day 8', '15');
const left10 = number('left10', 'Points left after day 10', '5');
const done = difference('done', 'Points done', planned, left10);
const doneShare = percent('doneShare', 'Points done, in percent', done, planned, 0);
const features = number('features', 'Hours on features', '214');
const faults = number('faults', 'Hours on faults', '62');
const upkeep = number('upkeep', 'Hours on upkeep', '84');
const hours = sum('hours', 'Hours in all', features, faults, upkeep);
const featureShare = percent('featureShare', 'On features, in percent', features, hours, 1);
const faultShare = percent('faultShare', 'On faults, in percent', faults, hours, 1);
const upkeepShare = percent('upkeepShare', 'On upkeep, in percent', upkeep, hours, 1);
const escaped = number('escaped', 'Faults that reached users', '3');
const coverage = number('coverage', 'Lines covered by tests, in percent', '86.4');
const lead = number('lead', 'From commit to production, median in hours', '5.2');

export const dashboard: Pattern = {
  id: 'sprint-dashboard',
  family: 'plan',
  title: 'Sprint and quality dashboard',
  trigger: 'dg-dashboard',
  description: 'A burndown chart, where the hours went, and each measure of quality against its objective',
  when: 'The page of a review: how far a team came, at what quality, and what it changes next.',
  inputs: [team, sprint, planned, left10, features, faults, upkeep],
  body: [
    heading`## ${team}: ${sprint}`,
    diagram`
      xychart
          title "${sprint}: points left, ${doneShare}% done"
          x-axis ["start", "day 2", "day 4", "day 6", "day 8", "day 10"]
          y-axis "Points" 0 --> ${axis}
          line [${planned}, ${left2}, ${left4}, ${left6}, ${left8}, ${left10}]
    `,
    table`
      | Measure | Now | Objective | When it misses |
      | --- | ---: | ---: | --- |
      | Points done | ${done} of ${planned} | ${planned} | ${left10} go on, the two largest are split |
      | Faults that reached users | ${escaped} | 2 or fewer | a test for each before the fix |
      | Lines covered by tests | ${coverage}% | 85% | no merge below 80% |
      | From commit to production, median | ${lead} h | 8 h | queue of reviews is looked at each day |
      | Build on main, median | 7 min | 10 min | slowest test goes first |
      | Flaky tests | 0.6% of runs | 1% | quarantined within 1 day, mended within 5 |
    `,
    heading`### Where the hours went`,
    table`
      | On | Hours | Share |
      | --- | ---: | ---: |
      | Features: synonyms, filters by price | ${features} | ${featureShare}% |
      | Faults: 11 mended, ${escaped} of them seen by users | ${faults} | ${faultShare}% |
      | Upkeep: OpenSearch 2.19, Java 21 | ${upkeep} | ${upkeepShare}% |
      | **Total** | **${hours}** | **100%** |
    `,
    heading`### Next`,
    table`
      | Change | Because | Owner | Looked at again |
      | --- | --- | --- | --- |
      | At most 3 stories at once | 4 of 9 were begun on day 8 | ${team} | next review |
      | Index built in CI with 1% of the data | 2 faults were seen with real data alone | Data | in 2 sprints |
      | Smaller releases | Etsy, 2014: 50 deploys a day, each easy to take back | ${team} | in 3 sprints |
    `,
  ],
};
