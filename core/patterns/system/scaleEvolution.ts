/** Scale evolution: four sizes of one system, what broke at the end of each, and what replaced it. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { diagram, heading, number, quotient, product, table, text } from '../write.ts';

const system = text('system', 'System', 'Social feed');
const startUsers = number('startUsers', 'Users as a startup, in thousands', '80');
const growthUsers = number('growthUsers', 'Users in growth, in thousands', '900');
const scaleUsers = number('scaleUsers', 'Users at scale, in thousands', '8500');
const hyperUsers = number('hyperUsers', 'Users at hyperscale, in thousands', '64000');
const startBill = number('startBill', 'Bill as a startup, in $K a month', '1.9');
const growthBill = number('growthBill', 'Bill in growth, in $K a month', '24');
const scaleBill = number('scaleBill', 'Bill at scale, in $K a month', '186');
const hyperBill = number('hyperBill', 'Bill at hyperscale, in $K a month', '1090');
const startWrites = text('startWrites', 'Peak as a startup', '120 req/s');
const growthWrites = text('growthWrites', 'Peak in growth', '1.6K req/s');
const scaleWrites = text('scaleWrites', 'Peak at scale', '17K req/s');
const hyperWrites = text('hyperWrites', 'Peak at hyperscale', '140K req/s');

/** What a thousand users cost, in $ a month. */
const perThousand = (name: string, label: string, bill: typeof startBill, users: typeof startUsers) => {
  const dollars = product(`${name}Dollars`, `${label}, the bill in $`, bill, 1000, 0);
  return quotient(name, `${label}, in $ for a thousand users`, dollars, users, 1);
};
const startEach = perThousand('startEach', 'As a startup', startBill, startUsers);
const growthEach = perThousand('growthEach', 'In growth', growthBill, growthUsers);
const scaleEach = perThousand('scaleEach', 'At scale', scaleBill, scaleUsers);
const hyperEach = perThousand('hyperEach', 'At hyperscale', hyperBill, hyperUsers);

export const scaleEvolution: Pattern = {
  id: 'scale-evolution',
  family: 'system',
  title: 'Scale evolution',
  trigger: 'dg-scale',
  description:
    'A system from 10K users to hyperscale in four sizes: what broke at each, what replaced it, what it cost',
  when: 'A page that says how a system grew, or how the next size of it will have to look.',
  inputs: [system, startUsers, growthUsers, scaleUsers, hyperUsers],
  body: [
    heading`## ${system}: scale evolution`,
    diagram`
      flowchart TB
          subgraph S1["Startup: 10K to 100K users"]
              direction LR
              app1["Rails 8, 1 server<br/>${startWrites}"]
              db1[("PostgreSQL 17<br/>db.m7g.large")]
          end

          subgraph S2["Growth: to 1M users"]
              direction LR
              app2["Rails 8, 12 pods<br/>${growthWrites}"]
              db2[("PostgreSQL 17<br/>r7g.4xlarge, 3 replicas")]
              cache2[("Valkey 8<br/>26 GB")]
          end

          subgraph S3["Scale: to 10M users"]
              direction LR
              app3["9 services, Go 1.24<br/>${scaleWrites}"]
              db3[("PostgreSQL 17<br/>16 shards")]
              queue3[("Kafka 4.0<br/>6 brokers")]
          end

          subgraph S4["Hyperscale: above 10M users"]
              direction LR
              app4["40 services, 3 regions<br/>${hyperWrites}"]
              db4[("ScyllaDB 2025.1<br/>96 nodes")]
              queue4[("Kafka 4.0<br/>60 brokers")]
          end

          app1 --> db1
          app2 --> cache2 --> db2
          app3 --> queue3 --> db3
          app4 --> queue4 --> db4
          S1 -->|"p99 2.4 s: one server<br/>at 95% CPU"| S2
          S2 -->|"primary at<br/>92% of its writes"| S3
          S3 -->|"a shard a week<br/>is moved by hand"| S4

          ${planeClasses}
          class app1,app2,app3,app4 servicePlane
          class db1,db2,cache2,db3,queue3,db4,queue4 statePlane
    `,
    table`
      | Size | Users | Peak | Bill, $K/month | For 1,000 users | What ended it |
      | --- | ---: | ---: | ---: | ---: | --- |
      | Startup | ${startUsers}K | ${startWrites} | ${startBill} | $${startEach}/month | One server at 95% CPU, p99 of 2.4 s on Sunday evenings |
      | Growth | ${growthUsers}K | ${growthWrites} | ${growthBill} | $${growthEach}/month | Writes: the largest primary there is was 92% busy |
      | Scale | ${scaleUsers}K | ${scaleWrites} | ${scaleBill} | $${scaleEach}/month | Resharding by hand, 11 h of work a shard |
      | Hyperscale | ${hyperUsers}K | ${hyperWrites} | ${hyperBill} | $${hyperEach}/month | Nothing yet |
    `,
    heading`### Who went this way`,
    table`
      | Who | How large | With what |
      | --- | --- | --- |
      | Instagram, 2011 | 14 million users | 3 engineers, PostgreSQL and Redis |
      | Notion, 2021 | 480 logical shards | 32 PostgreSQL databases |
      | Discord, 2022 | trillions of messages | From 177 Cassandra nodes to 72 ScyllaDB nodes |
    `,
  ],
};
