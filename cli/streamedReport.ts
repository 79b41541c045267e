/** A report that goes out while the run goes on: begun with its first document, and whole in the end or taken away. */
import type { ReportWriter } from '../core/report/writer.ts';
import type { Output } from './output.ts';

export class StreamedReport<Document> {
  readonly #writer: ReportWriter<Document>;
  readonly #output: Output;
  #hasBegun = false;

  constructor(writer: ReportWriter<Document>, output: Output) {
    this.#writer = writer;
    this.#output = output;
  }

  /** Resolves when another document may come. */
  async add(document: Document): Promise<void> {
    const text = this.#begin() + this.#writer.document(document);
    if (text !== '') await this.#output.write(text);
  }

  /** Returns what could not be written, for people. */
  async end(ms: number): Promise<string | undefined> {
    await this.#output.write(this.#begin());
    for (const piece of this.#writer.end(ms)) await this.#output.write(piece);
    return this.#output.finish();
  }

  /** Leaves nothing half-written; does nothing after `end`. */
  discard(): Promise<void> {
    return this.#output.discard();
  }

  #begin(): string {
    if (this.#hasBegun) return '';
    this.#hasBegun = true;
    return this.#writer.begin;
  }
}
