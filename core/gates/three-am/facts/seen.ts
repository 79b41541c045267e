/** Which of the six signals a page gives, and where each is seen first. */
import { mapToSource } from '../../../document/edits.ts';
import type { Block, CodeBlock, DiagramBlock, TableBlock, TextBlock } from '../../../document/model.ts';
import { matchesOf } from '../../../matches.ts';
import { remember } from '../../../memo.ts';
import type { DiagramFacts, DocumentFacts } from '../../rule.ts';
import { findAlarm, findAlert } from './alertMetric.ts';
import { findSigns } from './diagramSigns.ts';
import { findImpact } from './failureModes.ts';
import { findRecovery, isRecoverySection, isStep, leadsToRecovery } from './recovery.ts';
import { findRunnable, isQuotedMessage, isRunnable } from './runOrRead.ts';
import { outputs, shells } from './commandWords.ts';
import { signalIds } from './signals.ts';
import type { SignalId } from './signals.ts';
import type { Statement, StatementLine } from './statement.ts';
import { isUnfilled } from './unfilled.ts';
import { findPlace, isLinked, isRunbook } from './whereToLook.ts';

/** Where each signal is seen first: offsets into the document's text. */
export type Seen = ReadonlyMap<SignalId, number>;

export const findSeen = remember((facts: DocumentFacts): Seen => new Reader(facts).read());

class Reader {
  readonly #facts: DocumentFacts;
  readonly #seen = new Map<SignalId, number>();
  /** The headings the reading is under, by level, the page's title left out. */
  readonly #headings: string[] = [];
  /** Whether the paragraph in front leads to what brings the system back. */
  #isLedToRecovery = false;

  constructor(facts: DocumentFacts) {
    this.#facts = facts;
  }

  read(): Seen {
    const diagrams = new Map(this.#facts.diagrams.map(({ block, facts }) => [block, facts]));
    for (const block of this.#facts.model.blocks) {
      if (this.#seen.size === signalIds.length) break;
      this.#block(block, diagrams);
    }
    this.#links();
    return this.#seen;
  }

  #block(block: Block, diagrams: ReadonlyMap<DiagramBlock, DiagramFacts>): void {
    this.#read(block, diagrams);
    const isItem = block.kind === 'text' && block.container === 'list-item';
    if (block.kind === 'text' && leadsToRecovery(block.text)) this.#isLedToRecovery = true;
    else if (!isItem && block.kind !== 'comment') this.#isLedToRecovery = false;
  }

  #read(block: Block, diagrams: ReadonlyMap<DiagramBlock, DiagramFacts>): void {
    switch (block.kind) {
      case 'heading':
        this.#headings.length = block.level - 1;
        this.#headings[block.level - 1] = block.level === 1 ? '' : block.text;
        if (isRunbook(block.text, block.level)) this.#see('where_to_look', block.content.start);
        return;
      case 'diagram':
        this.#diagram(block, diagrams.get(block));
        return;
      case 'table':
        this.#table(block);
        return;
      case 'text':
        this.#text(block);
        return;
      case 'code':
        this.#code(block);
        return;
      default:
    }
  }

  get #under(): string {
    return this.#headings.filter((heading) => heading).join('\n');
  }

  get #isAboutRecovery(): boolean {
    return this.#isLedToRecovery || isRecoverySection(this.#under);
  }

  #diagram(block: DiagramBlock, facts: DiagramFacts | undefined): void {
    const signs = facts === undefined ? {} : findSigns(facts);
    for (const id of signalIds) {
      const at = signs[id];
      if (at !== undefined) this.#see(id, mapToSource(block, at));
    }
    const nodes = facts?.symbols?.nodes.length ?? 0;
    if (nodes >= fewestSteps && isRecoverySection(this.#under)) this.#see('recovery', block.span.start);
  }

  #table({ header, rows }: TableBlock): void {
    const columns = header.cells.map(({ text }) => text);
    for (const { cells } of rows) {
      const lines = cells.map(({ text, span }) => ({ text, at: span.start }));
      this.#statement({ lines, under: this.#under, columns });
      for (const { text, at } of lines) this.#inline(text, at);
    }
  }

  #text(block: TextBlock): void {
    const lines = block.text
      .split('\n')
      .map((text, index) => ({ text, at: block.lines[index]?.start ?? block.span.start }));
    this.#statement({ lines, under: this.#headings.at(-1) ?? '' });
    for (const { text, at } of lines) this.#inline(text, at);
    if (block.container !== 'list-item' || isUnfilled(block.text)) return;
    const isOrdered = /\d[.)][ \t]*$/.test(
      this.#facts.model.text.slice(Math.max(0, block.span.start - 6), block.span.start),
    );
    const isSteps = isOrdered || /^\[[ xX]\]/.test(block.text) || isStep(block.text);
    if (isSteps && this.#isAboutRecovery) this.#see('recovery', block.span.start);
  }

  #code(block: CodeBlock): void {
    const line = findRunnable(block, this.#under);
    const place = (index: number): number => block.lines[index]?.start ?? block.span.start;
    if (line !== undefined) this.#see('run_or_read', place(line));
    if (line !== undefined && shells.has(block.language.toLowerCase()) && this.#isAboutRecovery) {
      this.#see('recovery', place(line));
    }
    const lines = block.text.split('\n').map((text, index) => ({ text, at: place(index) }));
    for (const each of lines) this.#codeLine(each, block.language.toLowerCase());
    this.#find('alert_metric', () => findAlarm(lines));
  }

  /** What a line of code says besides: an alert's threshold, a recovery's time, an address. */
  #codeLine(line: StatementLine, language: string): void {
    const words = {
      text: line.text.replace(/^\s*(?:#+|\/\/|--)\s*(?:\d+[.)])?/, '').replaceAll(/["'_]/g, ' '),
      at: line.at,
    };
    const statement = { lines: [words], under: '' };
    if (isUnfilled(line.text)) return;
    if (isTold(language, line.text)) {
      this.#find('alert_metric', () => findAlert(statement));
    }
    if (outputs.has(language) || prose.test(line.text)) {
      this.#find('recovery', () => findRecovery(statement));
      this.#find('failure_modes', () => findImpact(statement));
    }
    this.#find('where_to_look', () => findPlace({ lines: [line], under: '' }));
  }

  #statement(statement: Statement): void {
    if (statement.lines.some(({ text }) => isUnfilled(text))) return;
    this.#find('failure_modes', () => findImpact(statement));
    this.#find('recovery', () => findRecovery(statement));
    this.#find('alert_metric', () => findAlert(statement));
    this.#find('where_to_look', () => findPlace(statement));
  }

  #inline(text: string, at: number): void {
    if (this.#seen.has('run_or_read')) return;
    if (isQuotedMessage(text)) this.#see('run_or_read', at);
    if (!text.includes('`')) return;
    for (const { 1: code = '' } of matchesOf(/`([^`\n]{3,400})`/g, text))
      if (isRunnable(code)) this.#see('run_or_read', at);
  }

  #links(): void {
    const { text, links } = this.#facts.model;
    for (const { kind, href, span } of links) {
      if (
        kind === 'link' &&
        !isUnfilled(text.slice(span.start, span.end)) &&
        isLinked(href, text.slice(span.start, span.end))
      ) {
        this.#see('where_to_look', span.start);
      }
    }
  }

  #find(id: SignalId, find: () => StatementLine | undefined): void {
    if (this.#seen.has(id)) return;
    const found = find();
    if (found !== undefined) this.#see(id, found.at);
  }

  #see(id: SignalId, at: number): void {
    if (!this.#seen.has(id)) this.#seen.set(id, at);
  }
}

/** "Rollback Time: < 2 minutes": settings are not written with blanks in their names. */
const prose = /^\s*(?:-\s+)?[A-Z][\w/()-]*(?: [\w/()&-]+){1,6}:\s/;

/** With fewer, a diagram tells no procedure. */
const fewestSteps = 3;

/** Whether a line of a fence is meant to be read: settings and reports are, and the remarks of a program. */
function isTold(language: string, line: string): boolean {
  return (
    /^(?:ya?ml|json[c5]?|toml|ini|conf|text|txt|log|promql|markdown|md|)$/.test(language) ||
    /^\s*(?:#|\/\/|--\s)/.test(line)
  );
}
