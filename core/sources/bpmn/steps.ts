/** What the elements of BPMN are: how they are drawn, what they are called, and what an event waits for. */
import { attributeOf } from '../xml/read.ts';
import type { Element } from '../xml/read.ts';
import type { StepShape } from './model.ts';

export interface StepKind {
  readonly shape: StepShape;
  readonly type: string;
  /** `names` are those of what events refer to, by id. */
  readonly markOf: (element: Element, names: ReadonlyMap<string, string>) => string;
}

const noMark = (): string => '';

/** `timer PT15M`, `message`, `error Invalid`. */
function eventMark({ children }: Element, names: ReadonlyMap<string, string>): string {
  const definition = children.find(({ name }) => name.endsWith('EventDefinition'));
  if (definition === undefined) return '';
  const what = definition.name.replace('EventDefinition', '').toLowerCase();
  const when = definition.children.find(({ name }) => /^time(?:Duration|Date|Cycle)$/.test(name))?.text.trim() ?? '';
  const which = ['errorRef', 'messageRef', 'signalRef', 'escalationRef'].map((name) => attributeOf(definition, name)).join(''); // prettier-ignore
  const name = names.get(which.slice(which.indexOf(':') + 1)) ?? '';
  return [what, when || name || which].filter((word) => word !== '').join(' ');
}

const task = (type: string): StepKind => ({ shape: 'task', type, markOf: noMark });
const call = (type: string): StepKind => ({ shape: 'call', type, markOf: noMark });
const gateway = (type: string, sign: string): StepKind => ({ shape: 'gateway', type, markOf: () => sign });
const event = (shape: StepShape, type: string): StepKind => ({ shape, type, markOf: eventMark });

const kinds: ReadonlyMap<string, StepKind> = new Map([
  ['startEvent', event('start', 'start event')],
  ['endEvent', event('end', 'end event')],
  ['intermediateCatchEvent', event('event', 'catching event')],
  ['intermediateThrowEvent', event('event', 'throwing event')],
  ['boundaryEvent', event('event', 'boundary event')],
  ['task', task('task')],
  ['userTask', task('user task')],
  ['manualTask', task('manual task')],
  ['serviceTask', task('service task')],
  ['scriptTask', task('script task')],
  ['businessRuleTask', task('business rule task')],
  ['sendTask', task('send task')],
  ['receiveTask', task('receive task')],
  ['callActivity', call('call activity')],
  ['subProcess', call('subprocess')],
  ['adHocSubProcess', call('ad-hoc subprocess')],
  ['transaction', call('transaction')],
  ['exclusiveGateway', gateway('exclusive gateway', '×')],
  ['parallelGateway', gateway('parallel gateway', '+')],
  ['inclusiveGateway', gateway('inclusive gateway', '○')],
  ['eventBasedGateway', gateway('event-based gateway', '⬠')],
  ['complexGateway', gateway('complex gateway', '✳')],
]);

/** What an element is, by its name; undefined for what is no step. */
export const stepOf = (name: string): StepKind | undefined => kinds.get(name);
