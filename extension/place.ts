/** A place in a document, as commands take it from lenses and links. Pure. */

export interface PlaceArgument {
  /** The document's URI as a string. */
  readonly uri: string;
  /** An offset into its text, 0-based, in UTF-16 units. */
  readonly offset: number;
}

/** Reads a place from what a command was given; undefined when it is none. */
export function parsePlace(argument: unknown): PlaceArgument | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (!('uri' in argument) || typeof argument.uri !== 'string' || !/^[a-z][\w+.-]*:/i.test(argument.uri))
    return undefined;
  if (!('offset' in argument) || typeof argument.offset !== 'number') return undefined;
  if (!Number.isInteger(argument.offset) || argument.offset < 0) return undefined;
  return { uri: argument.uri, offset: argument.offset };
}
