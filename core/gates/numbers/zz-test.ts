import { numberRule } from './facts/relation.ts';
import { columnFormulas } from './facts/columnFormulas.ts';
import { sharesOfTotalInDiagram, sharesOfTotalInDocument } from './facts/sharesOfTotal.ts';
export const zz = numberRule({ id: 'DG699', alias: 'zz', gate: 'numbers', severity: 'warning', title: '', why: '', fixable: false }, { inDiagram: sharesOfTotalInDiagram, inDocument: sharesOfTotalInDocument });
