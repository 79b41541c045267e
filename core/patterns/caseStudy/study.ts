/** The case study as a set of pages: twelve diagrams of one system, from the whole to each part, its requests, regions and growth. */
import type { Field, PatternBlock } from '../pattern.ts';
import { growth, library, limit, origin, play, search, service, system, users } from './fields.ts';
import { overview } from './overview.ts';
import { planes } from './planes.ts';
import { regionsPage } from './regions.ts';
import { requests } from './requests.ts';
import { scale } from './scale.ts';

/** A page of the folder, or a chapter of the one page. */
export interface CaseStudyPage {
  /** The file's name in the folder. */
  readonly file: string;
  readonly title: string;
  /** What it shows, for the table of contents. */
  readonly shows: string;
  /** Begins with the page's heading of level 1. */
  readonly blocks: readonly PatternBlock[];
}

export const caseStudyInputs: readonly Field[] = [system, service, users, play, search, library, origin, limit, growth];

/** In the order in which they are read; the first is where a reader begins. */
export const caseStudyPages: readonly CaseStudyPage[] = [
  {
    file: 'README.md',
    title: 'Global architecture',
    shows: 'The whole in one picture, its limits, what breaks',
    blocks: overview,
  },
  {
    file: 'planes.md',
    title: 'Five planes',
    shows: 'Edge, service, state, control and stream, a picture each',
    blocks: planes,
  },
  {
    file: 'requests.md',
    title: 'Three requests',
    shows: 'Play, search and publish, as they go well and as they fail',
    blocks: requests,
  },
  {
    file: 'regions.md',
    title: 'Three regions',
    shows: 'Who serves whom, replication lag, how a region is left',
    blocks: regionsPage,
  },
  { file: 'scale.md', title: 'Growth and scale', shows: 'How it got here, and when it is full', blocks: scale },
];
