/**
 * Speaks to a browser over two pipes of its own process: no port is opened that others could reach, and the browser ends
 * when the pipes do. Only the few commands of the DevTools protocol that drawing needs; a library for it weighs 10 MB.
 */
import type { Readable, Writable } from 'node:stream';
import { optional, parser, record, text, whole } from '../../core/shape.ts';
import type { Reader } from '../../core/shape.ts';

const anything: Reader<unknown> = (raw) => ({ value: raw });
const parseAnswer = parser(
  record({
    id: optional(whole()),
    result: anything,
    error: optional(record({ message: text(20_000) })),
    method: optional(text()),
  }),
);

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (problem: Error) => void;
}

export class DevTools {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #received: string[] = [];
  #nextId = 1;
  #ended: string | undefined;

  /** What goes to the browser, and what comes from it. */
  constructor(output: Writable, input: Readable) {
    this.#output = output;
    input.setEncoding('utf8');
    input.on('data', (chunk: string) => this.#receive(chunk));
    // How a pipe breaks says nothing to people; that it broke says that nobody is there.
    const gone = (): void => this.end('the browser has ended');
    input.on('close', gone);
    for (const stream of [input, output]) stream.on('error', gone);
  }

  /** The result of a command; rejects when the browser refuses it, or has ended. `session` is the page that is meant. */
  send(method: string, params: object = {}, session?: string): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(new Error(this.#ended));
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      const target = session === undefined ? {} : { sessionId: session };
      this.#output.write(`${JSON.stringify({ id, method, params, ...target })}\0`);
    });
  }

  /** Whatever is waited for will not come. */
  end(problem: string): void {
    this.#ended ??= problem;
    for (const { reject } of this.#waiting.values()) reject(new Error(problem));
    this.#waiting.clear();
  }

  /** Messages end with a zero; a long one comes in many pieces, which are joined once. */
  #receive(chunk: string): void {
    const [first = '', ...others] = chunk.split('\0');
    this.#received.push(first);
    for (const next of others) {
      this.#take(this.#received.join(''));
      this.#received = [next];
    }
  }

  #take(message: string): void {
    const answer = parseAnswer(JSON.parse(message));
    // Events are of no interest.
    if (answer?.id === undefined) return;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer.result);
    else waiting?.reject(new Error(answer.error.message));
  }
}
