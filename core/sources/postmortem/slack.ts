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
  const entries = inOrder(messagesIn(roots[0])).flatMap((message) => {
    const seconds = Math.floor(sentAt(message));
    const said = saidIn(message);
    if (!(seconds > 0) || said === '' || !telling.has(valueOf(message, 'subtype'))) return [];
    const date = Math.floor(seconds / secondsOfDay) * secondsOfDay;
    const time = Math.floor((seconds - date) / 60) * 60;
    const stamp = { time, date, hasYear: true, day: undefined, zone: 'UTC', after: undefined, isExact: false };
    return [{ stamp, until: undefined, label: plain(said), line: lines.lineAt(message.offset) + 1, section: '' }];
  });
  return { entries, under: '', form: 'text' };
}

/** Messages in which somebody, or a monitoring bot, says something; that somebody joined or set the topic is no event. */
const telling: ReadonlySet<string> = new Set(['', 'bot_message', 'thread_broadcast', 'me_message', 'file_share']);

const sentAt = (message: Node): number => Number(valueOf(message, 'ts'));

/** An answer of the interface begins with the newest, and an export has the answers in a thread where they please. */
const inOrder = (messages: readonly Node[]): readonly Node[] => messages.toSorted((a, b) => sentAt(a) - sentAt(b));

/** What a bot says often stands in attachments alone. */
function saidIn(message: Node): string {
  const text = valueOf(message, 'text');
  const [attachment] = fieldOf(message, 'attachments')?.children ?? [];
  if (text !== '' || attachment === undefined) return text;
  return ['fallback', 'text', 'title'].map((name) => valueOf(attachment, name)).find((each) => each !== '') ?? '';
}

/** The export of a channel is a list; an answer of the interface has it under `messages`. */
function messagesIn(root: Node | undefined): readonly Node[] {
  if (root?.type === 'array') return root.children ?? [];
  return (root === undefined ? undefined : fieldOf(root, 'messages')?.children) ?? [];
}

const fieldOf = (node: Node, name: string): Node | undefined =>
  node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];

function valueOf(node: Node, name: string): string {
  const value = fieldOf(node, name);
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
