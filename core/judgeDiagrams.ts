/** Asks Mermaid and the diagram rules about each distinct diagram of a document, once. */
import type { Config } from './config.ts';
import type { DiagramCache, KnownDiagram } from './diagramCache.ts';
import { hashText } from './document/hash.ts';
import type { DiagramBlock, DocumentModel } from './document/model.ts';
import type { DiagramFacts, DiagramRule, FaultRule, RuleFinding } from './gates/rule.ts';
import { diagnose } from './mermaid/diagnosis/diagnose.ts';
import type { DiagramSymbols } from './mermaid/symbols/model.ts';
import { readSymbols } from './mermaid/symbols/read.ts';
import type { Cancellation, Oracle, OracleVerdict } from './ports.ts';

/** What judging diagrams needs from its surroundings. */
export interface JudgeDeps {
  readonly oracle: Oracle;
  /** Mermaid 11, loaded when it is first asked for; absent where there is none. */
  readonly older?: () => Promise<Oracle>;
  readonly cache: DiagramCache;
  /** Keys, as told to `onParsing`, of what once kept a parser busy past its budget; it is not parsed. */
  readonly tooSlow: ReadonlySet<string>;
  readonly cancel: Cancellation;
  /** Mermaid starts on a diagram. */
  onParsing(key: string): void;
  /** Mermaid is done with it. */
  onParsed(key: string): void;
  /** Takes what is for the log only: a mistake of ours that the check survives. */
  readonly report?: (message: string) => void;
  /** Reads what a diagram says; ours, unless a test plants another. */
  readonly readSymbols?: typeof readSymbols;
  /** Lets other work in between two diagrams, such as the message that cancels this check. */
  breathe(): Promise<void>;
}

/** One diagram of a document with what is known of its text. */
export interface JudgedDiagram {
  readonly block: DiagramBlock;
  /** Identifies the text; equal texts have equal keys. */
  readonly key: string;
  readonly known: KnownDiagram;
}

/** Thrown by a check whose caller no longer wants the answer. */
export class CheckCancelled extends Error {
  constructor() {
    super('the check was cancelled');
    this.name = 'CheckCancelled';
  }
}

/** What Mermaid says of each diagram of `model`, in order; `finders` explain what it refuses. Throws `CheckCancelled`. */
export async function judgeDiagrams(
  model: DocumentModel,
  finders: readonly FaultRule[],
  config: Config,
  deps: JudgeDeps,
): Promise<readonly JudgedDiagram[]> {
  const configKey = keyOf(finders, config);
  const judged: JudgedDiagram[] = [];
  for (const block of model.blocks) {
    if (block.kind !== 'diagram') continue;
    if (deps.cancel.cancelled) throw new CheckCancelled();
    const key = hashText(block.text);
    const question = { text: block.text, key, finders, configKey, config, deps };
    judged.push({ block, key, known: await recall(question) });
  }
  return judged;
}

const unparsed = { renders: false, type: undefined, faults: [], unparsed: 'too-slow' } as const;

/** What keeps Mermaid 11 busy says nothing of Mermaid 12, so it goes by another key. */
const olderKey = (key: string): string => `mermaid-11 ${key}`;

interface Question {
  readonly text: string;
  readonly key: string;
  readonly finders: readonly FaultRule[];
  readonly configKey: string;
  readonly config: Config;
  readonly deps: JudgeDeps;
}

async function recall(question: Question): Promise<KnownDiagram> {
  const { text, key, configKey, config, deps } = question;
  const { target, words } = config;
  if (deps.tooSlow.has(target === 'mermaid-11' ? olderKey(key) : key)) {
    const facts = { text, verdict: unparsed, faults: [], symbols: undefined };
    return { facts, crashes: new Map(), findings: new Map(), configKey };
  }
  // What one Mermaid said of a text says nothing of another's.
  const cacheKey = target === 'mermaid-12' ? key : `${target} ${key}`;
  const cached = deps.cache.get(cacheKey);
  if (cached?.configKey === configKey) return cached;
  const { facts, crashes } = await learn(question, cached?.facts.verdict);
  const known = { facts: words === undefined ? facts : { ...facts, words }, crashes, findings: new Map(), configKey };
  deps.cache.set(cacheKey, known);
  return known;
}

async function learn(
  { text, key, finders, config: { target }, deps }: Question,
  cached?: DiagramFacts['verdict'],
): Promise<Pick<KnownDiagram, 'facts' | 'crashes'>> {
  const ask = target === 'mermaid-11' ? await askOlder(key, deps) : asking(deps.oracle, key, deps);
  const verdict = cached ?? (await ask(text));
  const crashes = new Map<string, unknown>();
  const symbols = readSafely(text, verdict.type, deps);
  const guarded = finders.map((finder) => guard(finder, (problem) => crashes.set(finder.meta.id, problem)));
  if (verdict.renders && target === 'both') {
    const older = deps.tooSlow.has(olderKey(key))
      ? { verdict: unparsed, faults: [] }
      : await compare(text, guarded, await askOlder(key, deps));
    return { facts: { text, verdict, older, faults: [], symbols }, crashes };
  }
  if (verdict.renders || 'unparsed' in verdict) return { facts: { text, verdict, faults: [], symbols }, crashes };
  const faults = await diagnose(text, verdict, guarded, ask);
  return { facts: { text, verdict, faults, symbols }, crashes };
}

/** A reader that throws costs the rules about what a diagram says, and nothing else. */
function readSafely(text: string, type: string | undefined, deps: JudgeDeps): DiagramSymbols | undefined {
  try {
    return (deps.readSymbols ?? readSymbols)(text, type);
  } catch (problem) {
    const words = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    deps.report?.(`the reader of ${type ?? 'no type'} failed: ${words}`);
    return undefined;
  }
}

/** What another Mermaid says of a diagram that ours takes. */
async function compare(
  text: string,
  finders: readonly FaultRule[],
  ask: Ask,
): Promise<NonNullable<DiagramFacts['older']>> {
  const verdict = await ask(text);
  return { verdict, faults: verdict.renders ? [] : await diagnose(text, verdict, finders, ask) };
}

type Ask = (text: string) => Promise<OracleVerdict>;

const asking =
  (oracle: Oracle, key: string, deps: JudgeDeps): Ask =>
  (text) =>
    parse(text, key, oracle, deps);

async function askOlder(key: string, deps: JudgeDeps): Promise<Ask> {
  if (deps.older === undefined) throw new Error('Mermaid 11 is not part of this checker');
  return asking(await deps.older(), olderKey(key), deps);
}

/** A fault rule that tells `onCrash` what it throws, so that the others go on. */
function guard(rule: FaultRule, onCrash: (problem: unknown) => void): FaultRule {
  return {
    scope: rule.scope,
    meta: rule.meta,
    *propose(broken) {
      try {
        yield* rule.propose(broken);
      } catch (problem) {
        onCrash(problem);
      }
    },
  };
}

async function parse(text: string, key: string, oracle: Oracle, deps: JudgeDeps): Promise<OracleVerdict> {
  if (deps.cancel.cancelled) throw new CheckCancelled();
  deps.onParsing(key);
  try {
    return await oracle.parse(text);
  } finally {
    deps.onParsed(key);
    await deps.breathe();
  }
}

/** What rule findings may depend on; severities are given later, so they do not count. */
function keyOf(finders: readonly FaultRule[], { profile, visualThreshold, planes, words }: Config): string {
  return JSON.stringify({ finders: finders.map(({ meta }) => meta.id), profile, visualThreshold, planes, words });
}

/** What `rule` finds in a diagram, in offsets into its text; asked once per distinct text and configuration. */
export function findInDiagram(
  rule: DiagramRule | FaultRule,
  known: KnownDiagram,
  config: Config,
): readonly RuleFinding[] {
  const cached = known.findings.get(rule.meta.id);
  if (cached !== undefined) return cached;
  const found = [...(rule.check?.(known.facts, config) ?? [])];
  known.findings.set(rule.meta.id, found);
  return found;
}
