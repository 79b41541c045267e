/** The oracle: Mermaid's own parser, one call at a time, its errors turned into faults with places. */
import { detectType, initialize, lastParserInput, parse } from 'mermaid/dist/mermaid.core.mjs';
import { version } from 'mermaid/package.json';
import { findHeader, readFaults } from '../core/mermaid/parserFault.ts';
import { preprocess } from '../core/mermaid/preprocess.ts';
import { messageOf } from '../core/mermaid/thrown.ts';
import type { Oracle, OracleVerdict } from '../core/ports.ts';

/** Mermaid's default; an author cannot change it, and the preview does not either. */
const maxTextSize = 50_000;

/** Loads Mermaid and makes it silent. Call it once: the parser keeps its configuration for the whole process. */
export function createOracle(): Promise<Oracle> {
  initialize({ startOnLoad: false, securityLevel: 'strict', suppressErrorRendering: true, logLevel: 'fatal' });
  let last: Promise<unknown> = Promise.resolve();
  return Promise.resolve({
    version,
    parse(text) {
      const verdict = last.then(() => judge(text));
      last = verdict.catch(() => undefined);
      return verdict;
    },
  });
}

async function judge(text: string): Promise<OracleVerdict> {
  try {
    const { diagramType } = await parse(text);
    const size = lastParserInput()?.size ?? 0;
    // `parse` takes a text of any size; `render` draws a red box in its place.
    return size > maxTextSize ? refuseSize(text, diagramType, size) : { renders: true, type: diagramType };
  } catch (thrown) {
    const type = lastParserInput()?.type ?? guessType(text);
    if (type === undefined && isZenuml(text) && messageOf(thrown).includes('No diagram type detected')) {
      return text.length > maxTextSize ? refuseSize(text, 'zenuml', text.length) : { renders: true, type: 'zenuml' };
    }
    return { renders: false, type, faults: await readFaults(thrown, text, type, ask) };
  }
}

/** What Mermaid says about a text; undefined when it renders. */
async function ask(text: string): Promise<string | undefined> {
  try {
    await parse(text);
    return undefined;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

/** The type of a diagram whose front matter Mermaid could not read. */
function guessType(text: string): string | undefined {
  try {
    return detectType(preprocess(text, undefined).cleaned.text, {});
  } catch {
    // Mermaid throws when it knows no type; that is the answer.
    return undefined;
  }
}

/** As Mermaid's plug-in for ZenUML tells its texts; it draws each of them and refuses none. */
function isZenuml(text: string): boolean {
  return /^\s*zenuml/.test(preprocess(text, undefined).cleaned.text);
}

function refuseSize(text: string, type: string, size: number): OracleVerdict {
  const message = `The diagram has ${size} characters; Mermaid draws at most ${maxTextSize}. Split it into smaller diagrams.`;
  const span = findHeader(text, preprocess(text, type));
  return { renders: false, type, faults: [{ message, span, found: undefined, expected: [] }] };
}
