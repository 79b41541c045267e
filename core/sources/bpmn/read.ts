/** Reads BPMN 2.0: collaborations, lanes, steps and flows. What is only drawn (shapes, colours, notes) is left out. */
import type { OptionValues, Read, SourceInput, SourceProblem } from '../source.ts';
import { attributeOf, childrenOf, readXml } from '../xml/read.ts';
import type { Element } from '../xml/read.ts';
import type { Flow, Group, Process, Step } from './model.ts';
import { stepOf } from './steps.ts';

/** A diagram with more of them is read by nobody, and Mermaid draws no more than 500 edges. */
const mostSteps = 200;
const mostFlows = 400;

export function readBpmn({ text }: SourceInput, options: OptionValues): Read<Process> {
  const root = readXml(text);
  if ('problem' in root) return root;
  const processes = childrenOf(root, 'process');
  if (root.name !== 'definitions' || processes.length === 0) {
    return { problem: 'this is no BPMN: it has no definitions with a process', line: root.line };
  }
  const wanted = options['process']?.trim();
  const chosen = processes.filter((process) => wanted === undefined || [attributeOf(process, 'id'), attributeOf(process, 'name')].includes(wanted)); // prettier-ignore
  if (chosen.length === 0) {
    const known = processes.slice(0, 8).map((process) => attributeOf(process, 'id'));
    return { problem: `there is no process ${wanted ?? ''} in it, only ${known.join(', ')}`, line: undefined };
  }
  const names = new Map(root.children.filter(({ name }) => /^(?:error|message|signal|escalation)$/.test(name)).map((each) => [attributeOf(each, 'id'), attributeOf(each, 'name') || attributeOf(each, 'errorCode')] as const)); // prettier-ignore
  const reader = new Reader(names);
  const collaborations = childrenOf(root, 'collaboration');
  const participants = collaborations.flatMap((collaboration) => childrenOf(collaboration, 'participant'));
  for (const process of chosen) {
    const pool = participants.find((each) => localId(attributeOf(each, 'processRef')) === attributeOf(process, 'id'));
    reader.readProcess(process, pool);
  }
  if (wanted === undefined) reader.readMessages(collaborations, participants);
  const [only] = chosen;
  const name = only !== undefined && chosen.length === 1 ? attributeOf(only, 'name') : '';
  return reader.finish(name === '' ? undefined : name, chosen[0]?.line);
}

/** References may be written with a namespace's prefix. */
const localId = (reference: string): string => reference.slice(reference.indexOf(':') + 1);

/** What stands beside the steps, and is counted. */
const beside: ReadonlyMap<string, string> = new Map([
  ['dataStoreReference', 'data store'],
  ['dataObjectReference', 'data object'],
  ['textAnnotation', 'note'],
]);

function repetitionOf({ children }: Element): string {
  if (children.some(({ name }) => name === 'multiInstanceLoopCharacteristics')) return ', for each';
  return children.some(({ name }) => name === 'standardLoopCharacteristics') ? ', repeated' : '';
}

class Reader {
  /** Of what events refer to, by id. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #others = new Map<string, number>();
  readonly #steps = new Map<string, Step>();
  readonly #groups: Group[] = [];
  readonly #flows: Flow[] = [];
  #problem: SourceProblem | undefined;

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = names;
  }

  readProcess(process: Element, pool: Element | undefined): void {
    let group: string | undefined;
    if (pool !== undefined) {
      group = attributeOf(pool, 'id');
      const name = attributeOf(pool, 'name') || attributeOf(process, 'name');
      this.#groups.push({ id: group, name, type: 'pool', parent: undefined, line: pool.line });
    }
    this.#readContents(process, group);
  }

  /** Steps and flows of a process or subprocess; lanes say in which group a step stands. */
  #readContents(element: Element, group: string | undefined): void {
    const laneOf = new Map<string, string>();
    for (const set of childrenOf(element, 'laneSet')) this.#readLanes(set, group, laneOf);
    const defaults = new Set(element.children.map((child) => attributeOf(child, 'default')).filter((id) => id !== ''));
    for (const child of element.children) {
      const id = attributeOf(child, 'id');
      const around = laneOf.get(id) ?? group;
      const inside = child.children.some(({ name }) => name === 'sequenceFlow' || stepOf(name) !== undefined);
      if (child.name === 'sequenceFlow') this.#readFlow(child, defaults.has(id));
      else if (inside && /subprocess|transaction$/i.test(child.name)) {
        this.#groups.push({ id, name: attributeOf(child, 'name'), type: 'subprocess', parent: around, line: child.line }); // prettier-ignore
        this.#readContents(child, id);
      } else this.#readStep(child, around);
    }
  }

  #readLanes(set: Element, parent: string | undefined, laneOf: Map<string, string>): void {
    for (const lane of childrenOf(set, 'lane')) {
      const id = attributeOf(lane, 'id');
      this.#groups.push({ id, name: attributeOf(lane, 'name'), type: 'lane', parent, line: lane.line });
      for (const reference of childrenOf(lane, 'flowNodeRef')) laneOf.set(localId(reference.text.trim()), id);
      for (const inner of childrenOf(lane, 'childLaneSet')) this.#readLanes(inner, id, laneOf);
    }
  }

  #readStep(element: Element, group: string | undefined): void {
    const kind = stepOf(element.name);
    const other = beside.get(element.name);
    if (other !== undefined) this.#others.set(other, (this.#others.get(other) ?? 0) + 1);
    if (kind === undefined) return;
    const id = attributeOf(element, 'id');
    if (id === '') {
      this.#fail('this step has no id', element.line);
      return;
    }
    if (this.#steps.has(id)) {
      this.#fail(`the id ${id} is given twice`, element.line);
      return;
    }
    const { shape } = kind;
    const type = `${kind.type}${repetitionOf(element)}`;
    this.#steps.set(id, { id, name: attributeOf(element, 'name'), shape, type, mark: kind.markOf(element, this.#names), group, line: element.line }); // prettier-ignore
    const host = localId(attributeOf(element, 'attachedToRef'));
    if (host !== '') this.#flows.push({ from: host, to: id, label: '', condition: '', type: 'interrupts', line: element.line }); // prettier-ignore
  }

  #readFlow(element: Element, isDefault: boolean): void {
    const [expression] = childrenOf(element, 'conditionExpression');
    const condition = expression === undefined ? '' : expression.text.trim().replace(/^=\s*|^[$#]\{|\}$/g, '');
    const name = attributeOf(element, 'name');
    this.#flows.push({
      from: localId(attributeOf(element, 'sourceRef')),
      to: localId(attributeOf(element, 'targetRef')),
      label: name === '' ? condition || (isDefault ? 'otherwise' : '') : name,
      condition,
      type: isDefault ? 'default' : 'sequence',
      line: element.line,
    });
  }

  /** Messages between pools; a pool of which nothing else is known is a step of its own. */
  readMessages(collaborations: readonly Element[], participants: readonly Element[]): void {
    for (const participant of participants) {
      const id = attributeOf(participant, 'id');
      if (this.#groups.some((group) => group.id === id) || this.#steps.has(id)) continue;
      this.#steps.set(id, { id, name: attributeOf(participant, 'name'), shape: 'outside', type: 'participant', mark: '', group: undefined, line: participant.line }); // prettier-ignore
    }
    for (const element of collaborations.flatMap((collaboration) => childrenOf(collaboration, 'messageFlow'))) {
      this.#flows.push({
        from: localId(attributeOf(element, 'sourceRef')),
        to: localId(attributeOf(element, 'targetRef')),
        label: attributeOf(element, 'name'),
        condition: '',
        type: 'message',
        line: element.line,
      });
    }
  }

  finish(name: string | undefined, line: number | undefined): Read<Process> {
    const groups = new Map(this.#groups.map((group) => [group.id, group]));
    for (const { from, to, line: at } of this.#flows) {
      const unknown = [from, to].find((id) => !this.#steps.has(id) && !groups.has(id));
      if (unknown !== undefined) this.#fail(unknown === '' ? 'this flow does not say where it leads from or to' : `this flow leads from or to ${unknown}, which is no step`, at); // prettier-ignore
      else if (this.#isInside(from, to, groups) || this.#isInside(to, from, groups)) this.#fail('this flow crosses the border of its own subprocess or pool', at); // prettier-ignore
    }
    if (this.#problem !== undefined) return this.#problem;
    const [steps, flows] = [this.#steps.size, this.#flows.length];
    if (steps === 0) return { problem: 'the process has no steps', line };
    if (steps > mostSteps || flows > mostFlows) {
      return { problem: `it has ${steps} steps and ${flows} flows, and at most ${mostSteps} and ${mostFlows} can be read as one diagram: choose a process with the option process`, line }; // prettier-ignore
    }
    return {
      model: { name, steps: [...this.#steps.values()], groups: this.#groups, flows: this.#flows, others: this.#others },
    };
  }

  /** Whether a step or group stands somewhere in a group. */
  #isInside(id: string, outer: string, groups: ReadonlyMap<string, Group>): boolean {
    let around = this.#steps.get(id)?.group ?? groups.get(id)?.parent;
    for (let depth = 0; around !== undefined && depth < 250; depth += 1) {
      if (around === outer) return true;
      around = groups.get(around)?.parent;
    }
    return false;
  }

  #fail(problem: string, line: number): void {
    this.#problem ??= { problem, line };
  }
}
