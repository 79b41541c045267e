/** What we use of saxen, the parser of the BPMN toolkit: it publishes no types. */
declare module 'saxen' {
  export type Decode = (text: string) => string;

  export class Parser {
    on(
      event: 'openTag',
      take: (
        name: string,
        attributes: () => Readonly<Record<string, string>>,
        decode: Decode,
        isEmpty: boolean,
      ) => void,
    ): this;
    on(event: 'closeTag', take: (name: string, decode: Decode, isEmpty: boolean) => void): this;
    on(event: 'text', take: (text: string, decode: Decode) => void): this;
    on(event: 'cdata' | 'comment' | 'question' | 'attention', take: (text: string) => void): this;
    on(event: 'error' | 'warn', take: (problem: Error, context: () => { readonly line: number }) => void): this;
    /** Reports what is wrong through `error`, and returns. */
    parse(text: string): unknown;
  }
}
