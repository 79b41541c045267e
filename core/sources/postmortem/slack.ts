/** Messages of a Slack export: a JSON list with the time of each in seconds since 1970. */
import type { Node } from 'jsonc-parser';
import { LineTable } from '../../document/lines.ts';
import { readJson } from '../records/json.ts';
import type { SourceProblem } from '../source.ts';
import type { Log } from './model.ts';

const secondsOfDay = 86_400;

export function readSlack(text: string): Log | SourceProblem {
  const lines = new LineTable(text);
  const roots = readJson(text, lines);
  if ('problem' in roots) return roots;
  const entries = messagesIn(roots[0]).flatMap((message) => {
    const [ts, said] = [valueOf(message, 'ts'), valueOf(message, 'text')];
    const seconds = Math.floor(Number(ts));
    // Somebody joined, somebody set the topic: nothing happened.
    if (!(seconds > 0) || said === '' || valueOf(message, 'subtype') !== '') return [];
    const date = Math.floor(seconds / secondsOfDay) * secondsOfDay;
    const time = Math.floor((seconds - date) / 60) * 60;
    const stamp = { time, date, hasYear: true, day: undefined, zone: 'UTC', after: undefined, isExact: false };
    return [{ stamp, until: undefined, label: plain(said), line: lines.lineAt(message.offset) + 1, section: '' }];
  });
  return { entries, under: '', form: 'text' };
}

/** The export of a channel is a list; an answer of the interface has it under `messages`. */
function messagesIn(root: Node | undefined): readonly Node[] {
  if (root?.type === 'array') return root.children ?? [];
  return root?.children?.find(({ children }) => children?.[0]?.value === 'messages')?.children?.[1]?.children ?? [];
}

function valueOf(node: Node, name: string): string {
  const value = node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
  return value?.type === 'string' || value?.type === 'number' ? String(value.value) : '';
}

/** Slack's own marks as words: `<https://…|the dashboard>`, `<@U123>`, `:fire:`. */
function plain(text: string): string {
  return text
    .replaceAll(/<(?:https?|mailto):[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<(https?:[^>]*)>/g, '$1')
    .replaceAll(/<[@!#][^>]*>/g, '')
    .replaceAll(/(?<!\w):[a-z][\w+-]*:(?!\w)/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
