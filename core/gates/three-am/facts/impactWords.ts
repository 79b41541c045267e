/** The words for who and how much a failure hits. */
import { listOf } from './words.ts';

/** What a table's column or a field is called that says who or how much is hit. */
export const impactNames = listOf(`
  impact, user impact, users impact, customer impact, business impact, service impact, global impact, impact scope, user-facing impact,
  users affected, customers affected, affected users, affected customers, affected services, affected systems, affected, users impacted, customers impacted,
  blast radius, who is affected, who was affected, services down, services affected, regions affected, scope of impact, production impact, data impact, consequence*
`);

/** Those whom a failure hits, and what of theirs it stops. */
export const affected = listOf(`
  users?, customers?, merchants?, clients?, subscribers?, viewers?, listeners?, drivers?, riders?, passengers?, players?, creators?, guests?, hosts?,
  accounts?, records, people, tenants?, employees, traders, requests, calls, traffic, transactions, payments, orders, messages, sessions, jobs,
  videos, uploads, websites?, sites?, devices?, writes, reads, regions, services, trades, withdrawals, deposits, logins, deployments, searches, games, stores, flights
`);
