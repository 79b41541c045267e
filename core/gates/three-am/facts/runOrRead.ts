/** Signal "what to run or read": a command, query, log path or exact error message that one uses during the incident. */
import type { CodeBlock } from '../../../document/model.ts';
import { catalogues, commands, outputs, queries, setups, shells, wordlike } from './commandWords.ts';
import type { Statement, StatementLine } from './statement.ts';
import { isUnfilled } from './unfilled.ts';
import { atStart } from './words.ts';

const command = new RegExp(`${atStart(commands).source}(?=\\s|$)`);
const setup = atStart(setups);
const prompt = /^(?:\s|\$ |> |% |sudo\s|time\s|exec\s|do\s|then\s|[A-Z_]+=\S* )+/;
const heredoc = /^(?:cat|tee|echo)\b.*(?:<<|>)/;
/** Errors as programs print them. */
const message =
  /(?:^|[\s"'`\]])(?:(?:ERROR|FATAL|PANIC|CRITICAL|SEVERE)\b[\]:\s]{1,3}\S|panic: |Traceback \(|[a-z_.]{0,80}[A-Z]\w{0,60}(?:Exception|Error)\b(?::|\s+at)\s*\S|ORA-\d{4}|OOMKilled|CrashLoopBackOff|error: \S|upstream (?:timed out|prematurely)|Connection refused|Too many connections|deadlock detected)/;
const logPath = /(?:^|[\s"'`=(])(?:\/var\/log\/|\/[\w./*-]{0,80}\/logs?\/|\/[\w./-]{0,80}\.log\b)/;
/** What a shell makes of the output of another command. */
const pipe = /\|\s*(?:grep|egrep|jq|awk|tail|head|wc|sort|uniq|xargs|less|cut)\b/;
const metricQuery =
  /\b(?:rate|increase|sum|avg|max|histogram_quantile|topk|count)\s*(?:by\s*\([^()]{0,80}\)\s*)?\((?:[a-z_]{1,20}\()?[\w:.]{0,80}(?:\[\d+[smhd]\]|\{[^{}\n]{0,200}=)/;
const question =
  /^\s*(?:SHOW\s+[A-Z]|EXPLAIN\s|KILL\s+(?:QUERY\s+|CONNECTION\s+)?[\d<:$]|SELECT\s+(?:pg_terminate|pg_cancel)|CALL\s+mysql\.rds_kill|db\.(?:currentOp|serverStatus|killOp)|rs\.status)/i;
const selection = /^\s*SELECT\b/i;
const diagnosis =
  /\b(?:check|monitor|find|diagnos|debug|troubleshoot|investigat|lag|identif|detect|slow|lock|block|kill|verif|analy[sz]|conflict|stuck|failed|long[- ]running)/i;

/** The line of a fence that holds one; `under` is the heading above it. */
export function findRunnable({ language, text }: CodeBlock, under: string): number | undefined {
  const kind = language.toLowerCase();
  const lines = text.split('\n');
  if (shells.has(kind)) return at(lines, isShellLine);
  if (outputs.has(kind)) return at(lines, (line) => isTyped(line) || isRead(line) || metricQuery.test(line));
  if (queries.has(kind)) return at(lines, (line) => line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line));
  if (kind.endsWith('sql')) return findQuery(lines, under);
  return at(lines, (line) => pipe.test(line));
}

/** An inline code, or a line of a label. */
export const isRunnable = (text: string): boolean =>
  !isUnfilled(text) &&
  (isTyped(text) || isRead(text) || metricQuery.test(text) || question.test(text) || pipe.test(text));

/** What the screen says, in quotation marks: `"Session expired" errors on the cart page`. */
const quotedMessage = /["“][A-Z][^"“”\n]{5,120}["”] errors?\b/;

export const isQuotedMessage = (text: string): boolean => quotedMessage.test(text);

export function findMessage({ lines }: Statement): StatementLine | undefined {
  return lines.find(
    ({ text }) =>
      /(?:^|\s)(?:ERROR|FATAL|PANIC): ?\S|\b[A-Z]\w{0,60}(?:Exception|Error): ?\S/.test(text) || isCommandLabel(text),
  );
}

const isCommandLabel = (text: string): boolean => /\s/.test(text.trim()) && isTyped(text);

const at = (lines: readonly string[], test: (line: string) => boolean): number | undefined => {
  const found = lines.findIndex((line) => !isUnfilled(line) && test(line));
  return found === -1 ? undefined : found;
};

function isShellLine(line: string): boolean {
  if (/^\s*#/.test(line)) return false;
  const typed = line.replace(prompt, '');
  const found = command.exec(typed)?.[0];
  if (heredoc.test(typed)) return false;
  if (found === undefined) return isRead(line) || pipe.test(line);
  return !setup.test(typed.slice(found.length).trimStart());
}

/** A command outside of a shell's fence: known for one by its name, or by an option. */
function isTyped(line: string): boolean {
  const typed = line.replace(/^\s*(?:COMMAND|Command|Run|RUN|cmd)\s*:\s*/, '').replace(prompt, '');
  const found = command.exec(typed)?.[0];
  if (found === undefined) return false;
  const rest = typed.slice(found.length);
  if (!/^\s+\S/.test(rest) || setup.test(rest.trimStart())) return false;
  return !wordlike.has(found) || /\s-{1,2}[a-z]/i.test(rest);
}

const isRead = (line: string): boolean => message.test(line) || logPath.test(line);

function findQuery(lines: readonly string[], under: string): number | undefined {
  const asked = at(lines, (line) => question.test(line));
  if (asked !== undefined) return asked;
  const isDiagnosis =
    lines.some((line) => catalogues.test(line) || (/^\s*--/.test(line) && diagnosis.test(line))) ||
    diagnosis.test(under);
  return isDiagnosis ? at(lines, (line) => selection.test(line)) : undefined;
}
