/** What a source is: a kind of text that a diagram and its table can be made from. One file a kind, listed in library.ts. */
import type { Block } from './blocks.ts';
import type { Cite } from './cite.ts';

/** A text to be read, and how people know it. */
export interface SourceInput {
  readonly text: string;
  /** A file's name without its folder, or what else the text is: `selection`, `clipboard`, `stdin`. */
  readonly name: string;
  /** The number of the text's first line where it came from: a selection begins somewhere. */
  readonly firstLine: number;
}

/** What a kind is recognised by. */
export interface Sample {
  /** The text's beginning, `sampleLength` characters at most. */
  readonly head: string;
  readonly name: string;
}

/** Enough to recognise any kind by, little enough to look at for every kind. */
export const sampleLength = 100_000;

/** Why nothing can be made of a text. */
export interface SourceProblem {
  /** A sentence for a person, without the place. */
  readonly problem: string;
  /** 1-based, counted in the text; undefined where no one line is to blame. */
  readonly line: number | undefined;
}

/** The text does not say what only its author can know. */
export interface OptionNeeded {
  readonly needs: string;
}

/** Something an author may say besides the text. */
export interface SourceOption {
  readonly name: string;
  /** What it is, as a question's title and in the help. */
  readonly label: string;
  /** What is done when nobody says it, for the help. */
  readonly otherwise: string;
  /** Whether the editor asks for it before anything is read; others are asked for only where a text needs them. */
  readonly isAsked?: true;
  /** What is wrong with a value; undefined when it can be used. */
  readonly problemOf: (value: string) => string | undefined;
}

/** By name; an option that nobody gave is missing. */
export type OptionValues = Readonly<Record<string, string | undefined>>;

/** Work in pieces: each piece yields how much is done, from 0 to 1, so that others get their turn and may stop it. */
export type Steps<Result> = Generator<number, Result, undefined>;

export type Read<Model> = { readonly model: Model } | SourceProblem | OptionNeeded;

/** What is written once about a kind: lists, help and documentation are made from it. */
export interface SourceMeta {
  /** In kebab-case, as the command line takes it. */
  readonly id: string;
  readonly title: string;
  /** What it reads, in one line. */
  readonly reads: string;
  /** What it makes of it, in one line. */
  readonly makes: string;
  /** Names of files that usually hold it, as globs: for lists and file dialogs, not for recognition. */
  readonly files: readonly string[];
  readonly options: readonly SourceOption[];
  /** Texts of more bytes are refused before they are read. */
  readonly mostBytes: number;
}

/** What most kinds bear: JSON and tables of this size are read within a second or two. */
export const usualMostBytes = 32_000_000;

export interface SourceDefinition<Model> extends SourceMeta {
  /** How likely the text is of this kind, from 0 (no) to 1 (certain). Looks at names and words, parses nothing large. */
  readonly detect: (sample: Sample) => number;
  /** Never throws: bad input is a problem with its line. Large texts are read in steps. */
  readonly parse: (input: SourceInput, options: OptionValues) => Read<Model> | Steps<Read<Model>>;
  /** Writes what was read. Every figure was read, or is computed from what was, and stands beside a comment with its line. */
  readonly emit: (model: Model, context: EmitContext) => readonly Block[];
}

export interface EmitContext {
  readonly cite: Cite;
  readonly options: OptionValues;
  /** The title somebody gave, or the file's name in words; undefined for texts without one. */
  readonly title: string | undefined;
}

/** A kind whose model is its own business. */
export interface Source extends SourceMeta {
  readonly detect: (sample: Sample) => number;
  readonly read: (input: SourceInput, context: EmitContext) => Steps<readonly Block[] | SourceProblem | OptionNeeded>;
}

export function defineSource<Model>({ parse, emit, ...meta }: SourceDefinition<Model>): Source {
  return {
    ...meta,
    *read(input, context) {
      const parsed = parse(input, context.options);
      const read = Symbol.iterator in parsed ? yield* parsed : parsed;
      return 'model' in read ? emit(read.model, context) : read;
    },
  };
}
