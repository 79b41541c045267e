/** What a case study asks for, used on several of its pages; all its figures are of one invented music service. */
import { difference, number, percent, product, sum, text } from '../write.ts';

export const system = text('system', 'System', 'Tonewave');
export const service = text('service', 'Its name in commands and dashboards', 'tonewave');
export const users = text('users', 'Who uses it', 'Listeners');
export const play = number('play', 'Requests to play, in thousand a second', '61.0');
export const search = number('search', 'Searches, in thousand a second', '14.0');
export const library = number('library', 'Requests for libraries, in thousand a second', '25.0');
export const all = sum('all', 'All requests, in thousand a second', play, search, library);
export const origin = number('origin', 'Of these, how many reach the origin, in thousand a second', '18.0');
const answered = difference('answered', 'Answered by the edge, in thousand a second', all, origin);
export const hits = percent('hits', 'Answered by the edge, in percent', answered, all, 0);
export const limit = number('limit', 'What it bore in a load test, in thousand requests a second', '160');
export const events = number('events', 'Events, in thousand a second', '340');
export const failover = number('failover', 'Time to fail over the database, in seconds', '38');
export const evacuation = number('evacuation', 'Time to leave a region, in minutes', '7');
export const tested = text('tested', 'When that was measured', '14 May 2026');

export const firstLoad = number('firstLoad', 'Requests of Ireland, in thousand a second', '44.0');
export const secondLoad = number('secondLoad', 'Requests of Virginia, in thousand a second', '38.0');
export const thirdLoad = number('thirdLoad', 'Requests of Tokyo, in thousand a second', '18.0');
export const regions = sum(
  'regions',
  'Requests of all regions, in thousand a second',
  firstLoad,
  secondLoad,
  thirdLoad,
);

export const growth = number('growth', 'Growth in a year, as a factor', '1.30');
export const year1 = product('year1', 'Peak in a year, in thousand requests a second', all, growth, 1);
export const year2 = product('year2', 'Peak in two years, in thousand requests a second', year1, growth, 1);
export const axis = product('axis', 'Where the axis ends', limit, 2, 0);
