/** The words by which a page's title, headings and front matter say what the page is about. */
import { listOf } from './words.ts';

/** About something that runs or that broke, whatever else the title says. */
export const operational = listOf(`
  incident*, outage*, postmortem*, post-mortem*, debugging, troubleshooting, diagnosis, runbook*, emergency, recovery, failure, failures, breach, crisis, disaster, on-call, oncall,
  rollback, operations, production ops, meltdown, response patterns, failover
`);

/** About what something costs, how much it can take, which of two is better, or how it came to be; or about no system at all. */
export const otherwise = listOf(`
  cost, costs, pricing, spend, spending, bill, billing, budget, economics, finops, savings, money graph, tco, roi, cost breakdown, infrastructure breakdown,
  capacity, sizing, surge, launch day, growth forecast,
  vs, vs\\., versus, comparison*, compared, alternatives, trade-offs?, tradeoffs?, when to use,
  evolution, history, scale journey, scaling journey, growth story, explosive growth, from startup to, migration, migrations, migrating, transformation, roadmap, changelog, release notes, to enterprise scale,
  glossary, template, templates, catalog, catalogue, concepts, primer, tutorial, introduction, getting started, cheat sheet, style guide, color scheme, colour scheme, proof obligations, implementation guides?,
  implementation primitives, plan, execution plan, strategy, framework, timeline overview, visual timeline, decision record, adr
`);

/** Front matter that names what a page is. */
export const kindKeys =
  /^(?:type|kind|category|categories|tags?|doc[-_ ]?type|page[-_ ]?type|content[-_ ]?type|template)\s*:\s*(.*)$/i;

/** What it says of a page about a running system or an incident. */
export const runningKinds = listOf(
  'system, systems, service, services, architecture, incident*, postmortem*, post-mortem*, runbook*, playbook*, operations, ops, sre, on-call, oncall, debugging, troubleshooting, outage*, reliability',
);
