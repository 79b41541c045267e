/** What the commands of the preview's context menu are told by VS Code. Pure. */

export interface MenuArgument {
  /** The panel whose menu it was. */
  readonly panel: string;
  /** The diagram under the pointer; absent beside all of them. */
  readonly diagram?: number;
}

/** For the panel's page: its own name, and none of the browser's entries. */
export const menuContextOf = (panel: string): string => JSON.stringify({ preventDefaultContextMenuItems: true, panel });

/** Reads what a command was given; undefined when it came from no menu of ours. */
export function parseMenuArgument(argument: unknown): MenuArgument | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (!('panel' in argument) || typeof argument.panel !== 'string') return undefined;
  const { panel } = argument;
  if (!('diagram' in argument)) return { panel };
  const { diagram } = argument;
  return typeof diagram === 'number' && Number.isInteger(diagram) && diagram >= 0 ? { panel, diagram } : { panel };
}
