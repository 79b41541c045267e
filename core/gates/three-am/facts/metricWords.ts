/** The words for what is measured of a running system, and for what it is held against. */
import { listOf } from './words.ts';

export const metrics = listOf(`
  latency, latencies, response time, response times, p50, p90, p95, p99, p999, p99.9, percentile, error rate, error rates, errors, 5xx, failure rate, timeout rate, reject rate, retry rate,
  success rate, completion rate, availability, uptime, throughput, rps, qps, tps, requests/sec, req/sec, req/s, traffic, lag, replication lag, consumer lag, queue depth, queue, depth, backlog,
  cpu, memory, heap, disk, disk usage, utilization, utilisation, usage, saturation, load average, load time, connections, connection pool, pool, hit rate, hit ratio, hit rates, miss rate, cache hit,
  startup time, start time, render time, processing time, execution time, query time, duration, freshness, delay, jitter, packet loss, drop rate, conversion rate, churn, daily spend, spend, cost,
  fill rate, throttle rate, gc time, gc pause, gc pauses, restarts, restart count, iops, i/o wait, iowait, replication, mttr, mttd, change failure rate, rate, volume, propagation, lcp, ttfb, inp, cls, fid, apdex, burn rate, budget, load, failure threshold, error threshold, user reports, error reports, revenue impact
`);

/** Beside a figure they make it a limit, a goal or what is normal. */
export const objectives = listOf(`
  threshold, thresholds, alert, alerts, alert if, alert when, page, pages, page at, warning, warn, critical, target, targets, objective, objectives, slo, slos, sla, slas, sli, baseline, goal, budget,
  acceptable, must be, must stay, trigger, triggers, expected, healthy, breaker at, degradation at, scale at, scales at, shedding at, opens? at, open on, opens? on, opens? after, trips? at, fires? at
`);

/** A table's column that holds such figures. */
export const objectiveColumns = listOf(`
  threshold, thresholds, alert, alert threshold, alert at, alert when, page at, warning, warning threshold, critical, critical threshold, target, targets, objective, objectives, slo, slo target, sla, sla target, sli, baseline, normal, normal value,
  normal range, healthy, goal, budget, latency budget, error budget, target sla, failure threshold, trigger, trigger condition, availability target, red flag
`);
