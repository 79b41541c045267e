/** What a keybinding, a menu or a test may tell the command *Create Diagram from Source…* instead of being asked. */
import * as vscode from 'vscode';

export const origins = ['selection', 'document', 'clipboard', 'file'] as const;
export type Origin = (typeof origins)[number];

export interface SourceArgument {
  /** A kind's id. */
  readonly kind: string | undefined;
  readonly from: Origin | undefined;
  /** The file, where `from` is `file`. */
  readonly uri: vscode.Uri | undefined;
  readonly options: Readonly<Record<string, string>>;
}

/** Reads what came along; what is not understood is asked for. A menu of the explorer gives the file alone. */
export function readArgument(raw: unknown): SourceArgument {
  if (raw instanceof vscode.Uri) return { kind: undefined, from: 'file', uri: raw, options: {} };
  const fields = new Map(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const kind: unknown = fields.get('kind');
  const uri: unknown = fields.get('uri');
  const given: unknown = fields.get('options');
  const options = Object.entries(typeof given === 'object' && given !== null ? given : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    kind: typeof kind === 'string' ? kind : undefined,
    from: origins.find((origin) => origin === fields.get('from')),
    uri: uri instanceof vscode.Uri ? uri : undefined,
    options: Object.fromEntries(options),
  };
}
