/** What `build/mermaidParser.mjs` leaves of Mermaid: its parsers, without the renderers. */
declare module 'mermaid/dist/mermaid.core.mjs' {
  export function initialize(config: Readonly<Record<string, unknown>>): void;

  /** Rejects with whatever the diagram's parser throws; keeps process-wide configuration, so one call at a time. */
  export function parse(text: string): Promise<{ readonly diagramType: string }>;

  /** The name of the type of a diagram without front matter, directives and comments; throws when there is none. */
  export function detectType(text: string, config: object): string;

  /** What the parser of the diagram's type was given by the latest `parse`; undefined when it did not get that far. */
  export function lastParserInput():
    | {
        readonly type: string;
        readonly text: string;
        /** The length `render` holds against `maxTextSize`. */
        readonly size: number;
      }
    | undefined;
}
