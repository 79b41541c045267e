/** The words for getting a system back. */
import { listOf } from './words.ts';

/** With a duration beside them they say how long it takes. */
export const recovering = listOf(`
  auto-failover, auto-rollback, auto-recovery, recover, recovers, recovered, recovery, recovering, recovery time, mttr, rto, restore, restored, restores, restoration, resolved, resolution,
  time to resolution, time to resolve, time to recover, time to restore, mitigated, mitigation, rollback, rollbacks, rolled back, roll back,
  failover, failovers, fail over, failed over, rerouting, rerouted, reroute, promotion, promote, promoted, fix time, reverted, revert, back online, back in, back up, self-healing
`);

/** What a section is called that says how to get the system back. */
export const recoverySections = listOf(`
  recover*, rollback, roll back, restor*, mitigat*, remediat*, failover process, failover procedure*, failover script*, failover step*, failover plan*, emergency procedure*, emergency response, emergency action*,
  emergency fix*, immediate response, immediate action*, immediate fix*, immediate mitigation, quick fix*, incident resolution, resolution steps, resolution procedure*, how to fix, fix implementation, disaster recovery, runbook,
  response procedure*, response command*, incident response, escape hatch, stop the bleeding, stop the cascade
`);

/** How a line begins that ends with a colon and leads to what brings the system back. */
export const recoveryLeads = listOf(`
  solution, fix, quick fix, immediate fix, emergency fix, resolution, resolution steps, mitigation, remediation, recovery, recovery steps, recovery procedure, rollback, rollback steps,
  immediate action, immediate actions, emergency response, workaround, to recover, to roll back, failover steps
`);

/** What a field or a column is called that says what got the system back. */
export const recoveryNames = listOf(`
  recovery, recovery strategy, recovery action, recovery steps, resolution, fix, remediation, mitigation, mitigated by, action, immediate action, rollback, failover, fallback action
`);

/** Steps that get a system back, as labels say them. */
export const recoverySteps = listOf(`
  roll back, rollback to, rollback deploy, rollback, revert, restart, rolling restart, restart pods, restore, restore from, restore service*, promote, promote self, promote replica,
  promote read replica, promote standby, fail over to, failover to, switch to, switch traffic, reroute traffic, route traffic, drain, drain traffic, kill, kill switch, purge, clear, reset,
  connection pool reset, disable, scale up, scale out, shed load, failback, job restart, replay failed, replay missing, replay events, rebuild, reprocess, isolate, quarantine, rotate all keys, service restoration,
  service restart, capacity scaling, traffic shifting, traffic rerouting, feature disabling, resync, ntp resync
`);
