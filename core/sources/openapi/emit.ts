/** Writes an interface: one operation as a sequence with its answers as alternatives, its fields, and a table of all operations. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { comment, oneLine } from '../labels.ts';
import type { EmitContext } from '../source.ts';
import { spoken } from '../spoken.ts';
import { mostFields } from './fields.ts';
import type { Callback, Field, Interface, Operation, Response } from './model.ts';

/** As many fields as fit into a note. */
const notedFields = 8;
const mostRows = 80;

export function emitOpenApi(model: Interface, { cite, title, options }: EmitContext): readonly Block[] {
  const { operations, shown, fields, webhooks } = model;
  const name = oneLine(options['title'] ?? (model.title === '' ? (title ?? 'API') : model.title), 100);
  const called = shown.id === '' ? `${shown.method} ${shown.path}` : shown.id;
  return [
    { kind: 'heading', level: 2, text: `${name}: ${operations.length} ${operations.length === 1 ? 'endpoint' : 'endpoints'}` }, // prettier-ignore
    { kind: 'heading', level: 3, text: oneLine(called, 100) },
    drawCall(model, cite),
    ...(fields.length > 0 ? [fieldTable(fields, cite)] : []),
    { kind: 'heading', level: 3, text: `Operations${webhooks === 0 ? '' : `, without ${webhooks} ${webhooks === 1 ? 'webhook' : 'webhooks'}`}` }, // prettier-ignore
    operationTable(operations, cite),
  ];
}

function drawCall({ title, version, shown, fields, callbacks }: Interface, cite: Cite): Block {
  const api = [title === '' ? 'API' : title, version].filter((word) => word !== '').join(' ');
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const noted = required.slice(0, notedFields).join(', ');
  const more = required.length > notedFields ? ` and ${required.length - notedFields} more` : '';
  const limits = shown.security === '' ? '' : ` with ${shown.security}`;
  return {
    kind: 'diagram',
    lines: [
      'sequenceDiagram',
      '    actor client as Client',
      `    participant api as ${spoken(api, 60)}`,
      `    ${comment(cite(shown.line))}`,
      `    client->>+api: ${spoken(`${shown.method} ${shown.path}${limits}`, 120)}`,
      ...(required.length > 0
        ? [`    ${comment(cite(...fields.filter(({ isRequired }) => isRequired).map(({ line }) => line)))}`, `    Note over client,api: required: ${spoken(`${noted}${more}`, 200)}`] // prettier-ignore
        : []),
      ...drawAnswers(shown.responses, cite),
      '    deactivate api',
      ...callbacks.flatMap((callback) => drawCallback(callback, cite)),
    ],
  };
}

function drawAnswers(responses: readonly Response[], cite: Cite): readonly string[] {
  const answer = ({ status, description, line }: Response, indent: string): readonly string[] => [
    `${indent}${comment(cite(line))}`,
    `${indent}api${/^[45]|^default$/i.test(status) ? '--x' : '-->>'}client: ${spoken(`${status} ${description}`, 120)}`,
  ];
  const [only] = responses;
  if (only === undefined) return ['    api-->>client: answer'];
  if (responses.length === 1) return answer(only, '    ');
  return [
    ...responses.flatMap((response, index) => [
      `    ${index === 0 ? 'alt' : 'else'} ${spoken(meaningOf(response.status), 40)}`,
      ...answer(response, '        '),
    ]),
    '    end',
  ];
}

function meaningOf(status: string): string {
  if (/^[1-3]/.test(status)) return 'it works';
  if (status.startsWith('4')) return "the caller's fault";
  return status.startsWith('5') ? "the server's fault" : 'anything else';
}

function drawCallback({ name, method, statuses, line }: Callback, cite: Cite): readonly string[] {
  const answered = statuses.length === 0 ? [] : [`    client-->>api: ${spoken(statuses.join(' or '), 60)}`];
  return [`    ${comment(cite(line))}`, `    api-)client: later, ${spoken(`${method} ${name}`, 80)}`, ...answered];
}

function fieldTable(fields: readonly Field[], cite: Cite): Block {
  return {
    kind: 'table',
    columns: [{ title: 'Field' }, { title: 'In' }, { title: 'Type' }, { title: 'Required' }, { title: 'Limits' }],
    rows: [
      ...fields
        .slice(0, mostFields)
        .map(({ name, place, type, isRequired, limits }) => [
          oneLine(name, 100),
          oneLine(place, 20),
          oneLine(type, 60),
          isRequired ? 'yes' : 'no',
          oneLine(limits, 160),
        ]),
      ...(fields.length > mostFields ? [['and more', '', '', '', '']] : []),
    ],
    from: cite(...fields.map(({ line }) => line)),
  };
}

function operationTable(operations: readonly Operation[], cite: Cite): Block {
  const rows = operations.slice(0, mostRows);
  const left = operations.length - rows.length;
  return {
    kind: 'table',
    columns: [{ title: 'Operation' }, { title: 'What it does' }, { title: 'Takes' }, { title: 'Needs' }, { title: 'Answers' }], // prettier-ignore
    rows: [
      ...rows.map(({ method, path, summary, isDeprecated, body, security, responses }) => [
        oneLine(`${method} ${path}`, 120),
        oneLine(`${summary}${isDeprecated ? ' (deprecated)' : ''}`, 160),
        oneLine(body, 60),
        oneLine(security, 60),
        oneLine(responses.map(({ status }) => status).join(', '), 80),
      ]),
      ...(left > 0 ? [[`and ${left} more`, '', '', '', '']] : []),
    ],
    from: cite(...operations.map(({ line }) => line)),
  };
}
