/** Every kind of fault we know how to plant, in one list. */
import { arrowFaults } from './kinds/arrows.ts';
import { blockFaults } from './kinds/blocks.ts';
import { labelFaults } from './kinds/labels.ts';
import { referenceFaults } from './kinds/references.ts';
import { valueFaults } from './kinds/values.ts';
import { wordFaults } from './kinds/words.ts';
import type { Mutation } from './planting.ts';

export const mutations: readonly Mutation[] = [
  ...labelFaults,
  ...wordFaults,
  ...blockFaults,
  ...arrowFaults,
  ...valueFaults,
  ...referenceFaults,
];
