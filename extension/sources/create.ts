/** The command *Create Diagram from Source…*: from data an author already has to a diagram and its table. */
import * as vscode from 'vscode';
import { convert, problemOfSize } from '../../core/sources/convert.ts';
import type { Converted } from '../../core/sources/convert.ts';
import { sources } from '../../core/sources/library.ts';
import type { OptionValues, Source, SourceProblem } from '../../core/sources/source.ts';
import type { ExtensionLog } from '../log.ts';
import type { Settings } from '../settings.ts';
import { readArgument } from './argument.ts';
import { gather } from './gather.ts';
import type { Gathered } from './gather.ts';
import { insertMade } from './insert.ts';
import { askOptions, pickKind } from './pick.ts';
import { withPatience } from './progress.ts';

const largest = Math.max(...sources.map(({ mostBytes }) => mostBytes));

export async function createFromSource(raw: unknown, settings: Settings, log: ExtensionLog): Promise<void> {
  const argument = readArgument(raw);
  const named = sources.find(({ id }) => id === argument.kind);
  const input = await gather(argument, named?.mostBytes ?? largest);
  if (input === undefined) return;
  if ('refused' in input) {
    void showProblem(input, { problem: vscode.l10n.t('it cannot be read: {0}', input.refused), line: input.line });
    return;
  }
  const source = named ?? (await pickKind(sources, input));
  if (source === undefined) return;
  const refused = problemOfSize(input.text.length, source.mostBytes);
  if (refused !== undefined) {
    void showProblem(input, { problem: vscode.l10n.t('it cannot be read: {0}', refused), line: undefined });
    return;
  }
  const asked = source.options.filter(({ isAsked }) => isAsked);
  // Whoever says everything beforehand is not asked.
  const options = named === undefined ? await askOptions(asked, argument.options) : argument.options;
  if (options === undefined) return;
  const converted = await convertAsking(source, input, options);
  if (converted.kind === 'page') await insertMade(converted, settings);
  else if (converted.kind === 'problem') {
    log.info(`${source.id} from ${input.name}, line ${converted.line ?? '?'}: ${converted.problem}`);
    // The message may stand there for long; the command is done.
    void showProblem(input, converted);
  }
}

/** Asks for what the text turns out not to say, and tries again. */
async function convertAsking(source: Source, input: Gathered, options: OptionValues): Promise<Converted> {
  const title = vscode.l10n.t('Reading {0}', input.name);
  const converted = await withPatience(title, (pace) => convert(source, input, options, pace));
  if (converted === undefined) return { kind: 'cancelled' };
  if (converted.kind !== 'needs') return converted;
  const more = await askOptions([converted.option], options, true);
  return more === undefined ? { kind: 'cancelled' } : convertAsking(source, input, more);
}

async function showProblem(
  { name, uri }: Pick<Gathered, 'name' | 'uri'>,
  { problem, line }: SourceProblem,
): Promise<void> {
  if (line === undefined || uri === undefined) {
    const place = line === undefined ? name : `${name}:${line}`;
    void vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', place, problem));
    return;
  }
  const show = vscode.l10n.t('Show Line');
  const chosen = await vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', `${name}:${line}`, problem), show);
  if (chosen !== show) return;
  const at = new vscode.Range(line - 1, 0, line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: at });
}
