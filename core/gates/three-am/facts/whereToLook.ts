/** Signal "where to look": a named or linked dashboard, runbook, playbook or on-call channel. */
import type { Statement, StatementLine } from './statement.ts';

const place = '(?:dashboards?|runbooks?|playbooks?|grafana|kibana|app\\.datadoghq|statuspage|pagerduty|opsgenie)';
/** A link's destination or words that lead there. */
const linked = new RegExp(`\\b${place}\\b|^https?://status\\.|slack\\.com/(?:archives|channels)`, 'i');
const address = new RegExp(
  `https?://[\\w.:/-]{0,120}(?:dashboard|runbook|playbook|grafana|kibana|statuspage)[\\w.:/#?=&%-]{0,120}`,
  'i',
);
/** A programming interface is queried, not looked at. */
const queried = '/api/';
const channel =
  /(?<![\w/&#])[#@][a-z][\w-]*(?:on-?call|incident|sre|ops|alerts?|emergency|outage|war-?room)[\w-]*|[#@](?:on-?call|incidents?|sre|ops|outages?|emergency|alerts)\b|\b[\w.+-]{0,30}(?:on-?call|sre|noc|incident)[\w.+-]{0,30}@[\w-]{1,60}\.\w/i;
const field =
  /^[^\p{L}]*(?:dashboards?|runbooks?|playbooks?|on-?call(?: channel)?|escalate to|war room|slack channel|status page)(?:\s+(?:url|link|at))?[\s*_]*[:|][\s*_]*(.*)/isu;
const named =
  /\b(?:check|open|see|look at|go to|use|consult|follow|run|review|in)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){1,3}(?:[Dd]ashboard|[Rr]unbook|[Pp]laybook)\b/;
/** "Grafana `cart-errors`", "runbook `edge-bypass`" */
const quoted = /\b(?:dashboards?|runbooks?|playbooks?|grafana|kibana)\s+`[^`\n]{2,80}`/i;
/** A dashboard with a name of its own, alone on a line or in front of a colon: "Stream Health Dashboard", "Operations Dashboard:". */
const titled = /^[-*\s]*(?:(?:[A-Z][a-z]+ ){2,3}Dashboard|(?:[A-Z][a-z]+ ){1,3}Dashboard[*_]*\s*:.*)$/s;
/** A runbook with a name of its own, as sources cite it: "Acme Incident Response Runbooks (internal)". */
const cited = /^[-*\s]*(?:[A-Z][\w-]{0,40} ){3,5}(?:Run|Play)books?\s*(?:\([^()]{0,80}\))?\s*$/;
/** Words before "Dashboard" that name a product, or every dashboard there is. */
const untitled =
  /\b(?:Grafana|Kibana|Hystrix|Datadog|Azure|Cloudflare|Stripe|Google|Amazon|Merchant|Admin|Customer|User|Custom|Analytics|Monitoring|Metrics|Cost|Compliance|Reporting)\b/;
/** What a table's column is called that leads there. */
const column = /^\W*(?:where to look|dashboard|runbook|playbook)/i;
/** What a name or an address is told by. */
const marked = /[`#@]|:\/\/|\w\.\w{1,20}\/|\]\(/;
const section = /\b(?:run|play)books?\b/i;

export const isLinked = (href: string, words: string): boolean => linked.test(href) || linked.test(words);

/** A line that names or addresses such a place. */
export function findPlace({ lines, columns }: Statement): StatementLine | undefined {
  const found = lines.find(({ text }) => isPlace(text));
  if (found !== undefined || columns === undefined) return found;
  const [first, ...rest] = lines;
  const row = `${first?.text ?? ''}: ${rest.map(({ text }) => text).join(' ')}`;
  if (isField(row)) return first;
  return lines.find(({ text }, at) => column.test(columns[at] ?? '') && marked.test(text));
}

/** A chapter that is a runbook itself; the page's own title names its subject only. */
export const isRunbook = (heading: string, level: number): boolean =>
  level > 1 && section.test(heading) && !/\b(?:migration|implementation|cost|capacity|planning)\b/i.test(heading);

const isPlace = (text: string): boolean => {
  const found = text.includes('://') ? address.exec(text)?.[0] : undefined;
  return (
    (found !== undefined && !found.includes(queried)) ||
    (/[#@]/.test(text) && channel.test(text)) ||
    isField(text) ||
    named.test(text) ||
    quoted.test(text) ||
    cited.test(text) ||
    isTitled(text)
  );
};

const isTitled = (text: string): boolean => titled.test(text.trimEnd()) && !untitled.test(text.split(':', 1)[0] ?? '');

/** "Runbook: `payments-rollback`", not "Runbooks: 500 documented procedures". */
function isField(text: string): boolean {
  const value = field.exec(text)?.[1];
  return value !== undefined && marked.test(value) && !/^\s*\d/.test(value);
}
