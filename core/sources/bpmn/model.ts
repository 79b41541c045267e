/** A process as BPMN tells it: who does what, in which order, and under which conditions. */

export type StepShape = 'start' | 'end' | 'event' | 'task' | 'call' | 'gateway' | 'outside';

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly shape: StepShape;
  /** What it is in BPMN's words: `user task`, `parallel gateway`, `boundary event`. */
  readonly type: string;
  /** What an event waits for or sends: `timer PT15M`; the sign of a gateway; empty for others. */
  readonly mark: string;
  readonly group: string | undefined;
  readonly line: number;
}

/** A pool, a lane or a subprocess that is drawn with what is in it. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly type: 'pool' | 'lane' | 'subprocess';
  readonly parent: string | undefined;
  readonly line: number;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  /** What an author wrote on it; the condition where nothing is. */
  readonly label: string;
  readonly condition: string;
  /** `interrupts` leads from what an event is attached to, to the event. */
  readonly type: 'sequence' | 'default' | 'message' | 'interrupts';
  readonly line: number;
}

export interface Process {
  readonly name: string | undefined;
  readonly steps: readonly Step[];
  readonly groups: readonly Group[];
  readonly flows: readonly Flow[];
  /** How many there are of what is left out: `data store`, `note`. */
  readonly others: ReadonlyMap<string, number>;
}
