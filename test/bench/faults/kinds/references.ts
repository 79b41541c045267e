/** Faults of references that Mermaid's parsers follow themselves: names nobody has declared, or declared twice. */
import type { Mutation } from '../planting.ts';

export const referenceFaults: readonly Mutation[] = [
  {
    kind: 'bad-activation',
    types: ['sequence'],
    find: /(?<=\n)([ \t]*)([A-Z])(->>)([A-Z]: )/g,
    write: '$1deactivate ⟦$2⟧\n$1$2$3$4',
    repair: '$1$2$3$4',
  },
  {
    kind: 'bad-activation',
    types: ['sequence'],
    find: /(?<=[A-Z])(->>)(?=[A-Z]: )/g,
    write: '$1⟦-⟧',
    repair: '$1',
  },
  {
    kind: 'created-without-message',
    types: ['sequence'],
    find: /(?<=\n)(?=[ \t]*[A-Z]->>[A-Z]: )/g,
    write: '  create participant ⟦Nobody⟧\n',
    repair: '',
  },
  {
    kind: 'merge-into-itself',
    types: ['gitGraph'],
    find: /(?<=checkout main\n[ \t]*merge )([\w-]+)/g,
    write: '⟦main⟧',
  },
  {
    kind: 'unknown-branch',
    types: ['gitGraph'],
    find: /(?<=(?:checkout|merge) )([a-z][\w-]*)/g,
    write: '⟦nightly⟧',
  },
  {
    kind: 'duplicate-branch',
    types: ['gitGraph'],
    find: /(?<=branch )([a-z][\w-]*)/g,
    write: '⟦main⟧',
  },
  {
    kind: 'unknown-commit',
    types: ['gitGraph'],
    find: /(?<=cherry-pick id: )"[^"\n]+"/g,
    write: '⟦"no such commit"⟧',
  },
  {
    kind: 'unknown-reference',
    types: ['venn'],
    find: /(?<=union \w+,)(\w+)/g,
    write: '⟦Nobody⟧',
  },
  {
    kind: 'unknown-reference',
    types: ['architecture'],
    find: /(?<=\n[ \t]*\w+:[LRTB] (?:-->|--|<-->) [LRTB]:)(\w+)/g,
    write: '⟦nobody⟧',
    repeats: true,
  },
  {
    kind: 'unknown-reference',
    types: ['architecture'],
    find: /(?<=\] in )(\w+)/g,
    write: '⟦nowhere⟧',
  },
  {
    kind: 'unknown-reference',
    types: ['usecase'],
    find: /(?<=note for )(\w+)/g,
    write: '⟦Nobody⟧',
  },
  {
    kind: 'unknown-reference',
    types: ['radar'],
    find: /(?<=\{ )([a-z])(?=: )/g,
    write: '⟦zz⟧',
  },
  {
    kind: 'unknown-side',
    types: ['architecture'],
    find: /(?<=\n[ \t]*\w+:)([LRTB])(?= )/g,
    write: '⟦X⟧',
    repeats: true,
  },
  {
    kind: 'duplicate-definition',
    types: ['architecture'],
    find: /(\n[ \t]*service )(\w+)([^\n]*)(?=\n)/g,
    write: '$1$2$3$1⟦$2⟧$3',
    repair: '$1$2$3',
  },
  {
    kind: 'duplicate-definition',
    types: ['eventmodeling'],
    find: /(?<=tf )(03|12)(?= )/g,
    write: '⟦01⟧',
  },
  {
    kind: 'unknown-reference',
    types: ['block'],
    find: /(?<=\n[ \t]*style )(\w+)/g,
    write: '⟦nobody⟧',
  },
  {
    kind: 'missing-argument',
    types: ['c4'],
    find: /(?<=\n[ \t]*(Rel)\(\w+, \w+), "[^)\n]*(?=\))/g,
    write: '⟦⟧',
  },
];
