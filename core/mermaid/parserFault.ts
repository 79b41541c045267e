/** Turns what Mermaid throws into faults with exact places in the diagram's text. */
import { LineTable } from '../document/lines.ts';
import type { Span } from '../model.ts';
import type { ParserFault } from '../ports.ts';
import type { MappedText } from './mappedText.ts';
import { originOf } from './mappedText.ts';
import { cleanMessage, decodeEntities } from './parserWords.ts';
import type { Preprocessed } from './preprocess.ts';
import { preprocess } from './preprocess.ts';
import type { Ask } from './searchFault.ts';
import { narrow, searchFault } from './searchFault.ts';
import type { GrammarPlace, ParserError } from './thrown.ts';
import { messageOf, readExpectation, readGrammarPlace, readParserErrors, readYamlError } from './thrown.ts';
import { lineAround, makeVisible } from './visibleSpan.ts';

export type Faults = readonly [ParserFault, ...ParserFault[]];

/** The faults in `thrown`, which Mermaid threw over `text`; `type` is its name of the diagram type, if it got that far. */
export async function readFaults(thrown: unknown, text: string, type: string | undefined, ask: Ask): Promise<Faults> {
  const steps = preprocess(text, type);
  const fault = readYamlFault(thrown, text, steps) ?? readHeaderFault(thrown, text, type, steps);
  if (fault !== undefined) return [fault];
  const place = readGrammarPlace(thrown);
  if (place?.input === steps.parsed.text) {
    const found = readGrammarFault(thrown, text, steps.parsed, place);
    if (found !== undefined) return [found];
  }
  return (
    readParserFaults(thrown, text, steps.parsed) ??
    readOffsetFault(thrown, text, steps.parsed) ?? [await searchForFault(thrown, text, steps, ask)]
  );
}

/** Where a diagram's header stands, or where it should. */
export function findHeader(text: string, { cleaned }: Preprocessed): Span {
  const word = /\S+/.exec(cleaned.text);
  const span = { start: word?.index ?? 0, end: (word?.index ?? 0) + (word?.[0].length ?? 0) };
  return makeVisible(text, cleaned.text === '' ? { start: 0, end: text.length } : originOf(cleaned, span));
}

function readYamlFault(thrown: unknown, text: string, steps: Preprocessed): ParserFault | undefined {
  const error = readYamlError(thrown);
  if (error === undefined || steps.frontMatter === undefined) return undefined;
  const { body, indent } = steps.frontMatter;
  const yaml = steps.normalized.text.slice(body.start, body.end);
  const offset = body.start + Math.min(error.position + indentBefore(yaml, indent, error.position), yaml.length);
  const place = originOf(steps.normalized, { start: offset, end: offset + 1 });
  return makeFault(text, `The front matter is not valid YAML: ${error.reason}.`, lineAround(text, place.start));
}

/** Mermaid takes `indent` off each line of indented front matter: how much is missing before `position`. */
function indentBefore(yaml: string, indent: string, position: number): number {
  if (indent === '') return 0;
  let missing = 0;
  let read = 0;
  for (const line of yaml.split('\n')) {
    if (line.startsWith(indent)) missing += indent.length;
    read += line.length - (line.startsWith(indent) ? indent.length : 0) + 1;
    if (read > position) break;
  }
  return missing;
}

function readHeaderFault(
  thrown: unknown,
  text: string,
  type: string | undefined,
  steps: Preprocessed,
): ParserFault | undefined {
  if (type !== undefined && type !== '---') return undefined;
  const message = messageOf(thrown);
  if (!/^(No diagram type detected|Diagrams beginning with ---)/.test(message)) return undefined;
  return makeFault(text, cleanMessage(message), findHeader(text, steps));
}

/** A jison grammar refused a token, or the action of one of its statements threw. */
function readGrammarFault(
  thrown: unknown,
  text: string,
  parsed: MappedText,
  place: GrammarPlace,
): ParserFault | undefined {
  const message = messageOf(thrown);
  if (place.statement !== undefined) {
    const { firstLine, firstColumn, lastLine, lastColumn } = place.statement;
    // A statement of several lines is the whole diagram or a block of it: that says nothing.
    if (firstLine !== lastLine) return undefined;
    const line = new LineTable(parsed.text).start(firstLine - 1);
    const span = originOf(parsed, { start: line + firstColumn, end: line + lastColumn });
    return makeFault(text, cleanMessage(message), narrow(text, span, message) ?? span);
  }
  const lexical = message.startsWith('Lexical error');
  const { found, token: name, expected } = readExpectation(thrown);
  const token = lexical
    ? { start: place.token.end, end: place.token.end + 1 }
    : withQuotes(parsed.text, place.token, name);
  const fault = makeFault(text, cleanMessage(message), originOf(parsed, token));
  return { ...fault, found: lexical ? unread(text, fault.span) : decodeFound(found, text, fault.span), expected };
}

/** What a grammar has no token for. */
const unread = (text: string, { start, end }: Span): string | undefined => text.slice(start, end).trim() || undefined;

/** A token that is a part of an encoded entity says nothing: the text as written does. */
function decodeFound(found: string | undefined, text: string, span: Span): string | undefined {
  const decoded = found === undefined ? undefined : decodeEntities(found);
  return decoded !== undefined && /[ﬂ¶ß°]/.test(decoded) ? text.slice(span.start, span.end) : decoded;
}

/** Grammars report a quoted text without its quotes, which are what is wrong. */
function withQuotes(text: string, token: Span, name: string | undefined): Span {
  if (name?.includes('STR') !== true) return token;
  return {
    start: text[token.start - 1] === '"' ? token.start - 1 : token.start,
    end: text[token.end] === '"' ? token.end + 1 : token.end,
  };
}

/** Langium goes on after a fault; what it says later on the same line is a consequence. */
function readParserFaults(thrown: unknown, text: string, parsed: MappedText): Faults | undefined {
  const errors = readParserErrors(thrown);
  if (errors === undefined) return undefined;
  const lines = new LineTable(text);
  const seen = new Set<number>();
  const faults: ParserFault[] = [];
  for (const error of errors) {
    const span = placeError(error, text, parsed, thrown);
    const line = lines.lineAt(span.start);
    if (seen.has(line) || (!error.lexical && faults.length > 0)) continue;
    seen.add(line);
    faults.push({ ...makeFault(text, cleanMessage(error.message), span), found: error.image });
  }
  const [first, ...others] = faults;
  return first === undefined ? undefined : [first, ...others];
}

function placeError(error: ParserError, text: string, parsed: MappedText, thrown: unknown): Span {
  if (error.span === undefined) return makeVisible(text, { start: text.length, end: text.length });
  const read = parsed.text.slice(error.span.start, error.span.end);
  if (error.image === undefined || error.image === read) return originOf(parsed, error.span);
  // The parser of tree views rewrites box drawings and counts lines in the text it was given.
  const line = Number(/line (\d+)/.exec(messageOf(thrown))?.[1] ?? 1) - 1;
  const start = new LineTable(parsed.text).start(line);
  return lineAround(text, originOf(parsed, { start, end: start }).start);
}

/** `… at line 2, column 5 [12,17)` says its own offsets. */
function readOffsetFault(thrown: unknown, text: string, parsed: MappedText): Faults | undefined {
  const message = messageOf(thrown);
  const offsets = /\[(\d+),(\d+)\)$/.exec(message);
  if (offsets === null) return undefined;
  const span = originOf(parsed, { start: Number(offsets[1]), end: Number(offsets[2]) });
  return [makeFault(text, cleanMessage(message), span)];
}

async function searchForFault(thrown: unknown, text: string, steps: Preprocessed, ask: Ask): Promise<ParserFault> {
  const message = messageOf(thrown);
  const span = await searchFault(text, findHeader(text, steps).start, message, ask);
  return makeFault(text, cleanMessage(message), span);
}

function makeFault(text: string, message: string, span: Span): ParserFault {
  return { message, span: makeVisible(text, span), found: undefined, expected: [] };
}
