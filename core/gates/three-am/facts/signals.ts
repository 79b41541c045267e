/** The six signals of a page that helps at 3 AM, in the order in which they are told, with what each is worth. */

export const signals = [
  { id: 'failure_path', points: 20, name: 'a diagram of how it fails' },
  { id: 'run_or_read', points: 20, name: 'what to run or read' },
  { id: 'failure_modes', points: 15, name: 'what breaks and who is affected' },
  { id: 'recovery', points: 15, name: 'how to recover, or how long it takes' },
  { id: 'alert_metric', points: 15, name: 'a metric with its threshold' },
  { id: 'where_to_look', points: 15, name: 'where to look' },
] as const;

export type SignalId = (typeof signals)[number]['id'];

export const signalIds: readonly SignalId[] = signals.map(({ id }) => id);
