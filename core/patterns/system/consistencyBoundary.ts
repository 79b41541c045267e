/** Consistency boundary: what is exact at once, what catches up, by how much it may lag, and who can see the difference. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { choice, diagram, difference, heading, number, shell, table, text } from '../write.ts';

const system = text('system', 'System', 'Wallet');
const service = text('service', 'Its name in commands and dashboards', 'wallet');
const level = choice('level', 'Guarantee inside the boundary', 'serializable', 'linearizable', 'snapshot isolation');
const database = text('database', 'Database inside the boundary', 'PostgreSQL 17');
const writes = number('writes', 'Writes, in thousand a second', '6.2');
const balanceLag = number('balanceLag', 'Lag of the read model, p99 in ms', '140');
const balanceLimit = number('balanceLimit', 'What it may lag, in ms', '1000');
const balanceRoom = difference('balanceRoom', 'Left for the read model, in ms', balanceLimit, balanceLag);
const searchLag = number('searchLag', 'Lag of search, p99 in ms', '2200');
const searchLimit = number('searchLimit', 'What it may lag, in ms', '10000');
const searchRoom = difference('searchRoom', 'Left for search, in ms', searchLimit, searchLag);
const reportLag = number('reportLag', 'Lag of reports, p99 in ms', '45000');
const reportLimit = number('reportLimit', 'What they may lag, in ms', '300000');
const reportRoom = difference('reportRoom', 'Left for reports, in ms', reportLimit, reportLag);

export const consistencyBoundary: Pattern = {
  id: 'consistency-boundary',
  family: 'system',
  title: 'Consistency boundary',
  trigger: 'dg-consistency',
  description: 'What is exact at once and what catches up, with measured lag, its limit and who sees the difference',
  when: 'A page that says which answers may be old, how old, and what a reader or caller must not do with them.',
  inputs: [system, level, database, balanceLag, searchLag, reportLag],
  body: [
    heading`## ${system}: where consistency ends`,
    diagram`
      flowchart LR
          client(["Apps<br/>${writes}K writes/s"])

          subgraph STRONG["Exact at once: ${level}"]
              ledger["Ledger API<br/>Java 21, 18 pods"]
              main[("${database}<br/>3 zones, synchronous")]
              outbox[("Outbox table<br/>same transaction")]
          end

          subgraph EVENTUAL["Catches up"]
              log[("Kafka 4.0<br/>6 brokers")]
              balance[("Valkey 8, balances<br/>lag ${balanceLag} ms")]
              search[("OpenSearch 2.19<br/>lag ${searchLag} ms")]
              report[("ClickHouse 25.3<br/>lag ${reportLag} ms")]
          end

          client --> ledger --> main
          ledger --> outbox
          outbox -->|"Debezium 3.1"| log
          log --> balance & search & report
          client -.->|"reads that may be old"| balance
          outbox -.->|"connector stuck:<br/>lag grows 1 s a second"| log

          ${planeClasses}
          class ledger servicePlane
          class main,outbox,log,balance,search,report statePlane
    `,
    table`
      | What is read | Guarantee | Lag, p99 | May lag | Left | Alert at | Never do with it |
      | --- | --- | ---: | ---: | ---: | --- | --- |
      | Ledger | ${level} | 0 ms | 0 ms | | any write refused for 1 min | |
      | Balance shown | catches up | ${balanceLag} ms | ${balanceLimit} ms | ${balanceRoom} ms | lag > ${balanceLimit} ms for 2 min | decide whether a payment is covered |
      | Search | catches up | ${searchLag} ms | ${searchLimit} ms | ${searchRoom} ms | lag > ${searchLimit} ms for 5 min | tell a customer that nothing was booked |
      | Reports | catches up | ${reportLag} ms | ${reportLimit} ms | ${reportRoom} ms | lag > ${reportLimit} ms for 10 min | close the day before the lag is 0 |
    `,
    heading`### When it breaks`,
    table`
      | What breaks | Who is affected | What is done | Back in | Where to look |
      | --- | --- | --- | --- | --- |
      | Connector stuck | All customers: balances are old, payments stay exact | Restart it, it goes on where it stopped | 5 min, measured 27 March 2026 | Grafana \`${service}-outbox\` |
      | Two zones of the database lost | All customers: writes fail, on purpose | Wait for a zone, or restore by runbook \`${service}-quorum\` | 40 min, rehearsed 27 March 2026 | Grafana \`${service}-db\` |
      | A read model is wrong | Customers of one shard, 6% of them | Build it again from the log | 55 min, rehearsed 27 March 2026 | runbook \`${service}-rebuild\` |
    `,
    heading`### What to run`,
    shell`
      # How old is the oldest event that has not left?
      psql -h ${service}-db -c "SELECT count(*), now() - min(created_at) AS oldest FROM outbox WHERE sent_at IS NULL"
      # Is the connector running? It says FAILED and why.
      curl -s http://connect.internal:8083/connectors/${service}-outbox/status | jq .
    `,
    heading`### Who drew the line where`,
    table`
      | Who | Where | Figure |
      | --- | --- | --- |
      | Amazon, 2007 | Carts in Dynamo catch up | 99.9% of requests within 300 ms |
      | Google, 2012 | Spanner is exact around the world | waits out 1 to 7 ms of clock uncertainty |
      | GitHub, October 2018 | Two sites took writes that the other lacked | 954 writes reconciled by hand |
    `,
  ],
};
