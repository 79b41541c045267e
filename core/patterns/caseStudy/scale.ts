/** The case study's growth: how it got here, and when it is full. */
import type { PatternBlock } from '../pattern.ts';
import { diagram, heading, table } from '../write.ts';
import { fivePlanes } from '../planes.ts';
import { all, axis, growth, limit, system, year1, year2 } from './fields.ts';

export const scale: readonly PatternBlock[] = [
  heading`# ${system}: growth and scale evolution`,
  heading`## How it grew`,
  diagram`
    flowchart TB
        subgraph S1["Startup: to 100K users"]
            direction LR
            app1["Django 5.2, 2 servers<br/>90 req/s"]
            db1[("PostgreSQL 17<br/>1 primary")]
        end
        subgraph S2["Growth: to 1M users"]
            direction LR
            app2["Go 1.24, 12 pods<br/>1.8K req/s"]
            db2[("PostgreSQL 17<br/>3 replicas")]
        end
        subgraph S3["Scale: to 10M users"]
            direction LR
            app3["9 services, 140 pods<br/>19K req/s"]
            db3[("PostgreSQL 17, 12 shards<br/>ScyllaDB 2025.1, 24 nodes")]
        end
        app1 --> db1
        app2 --> db2
        app3 --> db3
        S1 -->|"p99 of 3.1 s on Fridays"| S2
        S2 -->|"primary at 90% of its writes"| S3
        ${fivePlanes}
        class app1,app2,app3 servicePlane
        class db1,db2,db3 statePlane
  `,
  heading`## When it is full`,
  diagram`
    xychart
        title "${system}: peak against the limit of ${limit}K req/s"
        x-axis ["now", "in 1 year", "in 2 years"]
        y-axis "Thousand requests a second" 0 --> ${axis}
        bar [${all}, ${year1}, ${year2}]
        line [${limit}, ${limit}, ${limit}]
  `,
  table`
    | When | Peak, K/s | Limit, K/s | What is done |
    | --- | ---: | ---: | --- |
    | Now | ${all} | ${limit} | Load test of each quarter |
    | In 1 year | ${year1} | ${limit} | Catalogue from 12 to 24 shards |
    | In 2 years | ${year2} | ${limit} | Fourth region, São Paulo |
  `,
  heading`## What it rests on`,
  table`
    | Assumption | Where it comes from |
    | --- | --- |
    | Peak grows by a factor of ${growth} a year | Median of the last 3 years |
    | Others at that size | Discord, 2022: 72 ScyllaDB nodes for trillions of messages |
  `,
];
