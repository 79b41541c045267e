/** The words for something that fails, and the words around them that make a capability or a merit of it. */
import { listOf } from './words.ts';

/** Something fails. */
export const failing = listOf(`
  fail, fails, failed, failing, failure, failures, error, errors, exception, exceptions,
  timeout, timeouts, timed out, times out, timing out, time out,
  outage, outages, crash, crashes, crashed, crashing, crashloop*, meltdown, collapse*,
  oom, oomkilled, out of memory, overload, overloads, overloaded, overwhelm*, exhaust*, saturat*,
  unavailable, unavailability, unreachable, unresponsive, refused, disconnects, disconnections?, mass disconnect*, unhealthy, is offline, goes offline, went offline, node offline, nodes offline, broker offline, brokers offline,
  connection lost, connection drops, packet loss, packet drops, data loss, message loss, lost write, lost writes, lost messages,
  corrupt*, stuck, hangs, hung, deadlock, deadlocks, thrash*, degraded, degradation, degrades, starvation, starved,
  backlog, backlogs, backlogged, backed up, backing up, backs up, storm, storms, stampede, thundering herd,
  split-brain, split brain, network partition, network partitions, network partition*, network split,
  leak, leaks, leaked, leaking, throttled, breach, breached, compromised, exfiltrat*,
  cannot (?!be\b), can't (?!be\b), unable to, won't, 5xx, http 5\\d\\d, 50[0-4] errors?, 500 internal, 502 bad, 503 service, 504 gateway,
  cpu spike alert, latency spike alert, lag alert, cpu spike, latency spike, memory spike, lag spike, error spike, consumer lag, hot partition, hot shard,
  rollback trigger, rollback triggers, rollback triggered, trigger rollback, trigger automatic rollback, triggers rollback,
  fault injection, failure injection, inject faults?, inject failures?, inject latency, chaos monkey
`);

/** In front of a failure: it is kept away, or somebody looks out for it. */
export const averted = listOf(`
  no, zero, 0, without, avoid*, prevent*, eliminat*, reduc*, protect*, handle, handles, handling, tolerat*, tolerance, surviv*, withstand*,
  detect, detects, detecting, track*, monitor*, minimi*, isolat*, against, never, fewer, graceful, gracefully, quality, during, despite, risk of, threshold, thresholds, target, limit, max, slo, sla, alert on, alerts on, mitigat*, less, not
`);

/** Behind a failure: it is a measure, a setting or a capability. */
export const capability = listOf(`
  handling, handler*, track*, correction, budget*, log, logs, logging, rate, rates, code, codes, analytics, analysis, report*,
  resilien*, detection, detector*, recovery, recover, domain, domains, isolat*, threshold*, predict*, prevention,  toleran*, protect*, risk*, monitor*,
  management, mitigat*, correlat*, polic*, period*, setting*, config*, alert, alerts, aggregat*, count*, fast, safe, over, metric*,
  queue, queues, topic, control*, avoid*, window, limit*, simulat*, free, enforcement, trend*, classif*, notification*,
  insight*, percentage, margin, map, elapsed, message, messages, categori*, discovery, propagation
`);
