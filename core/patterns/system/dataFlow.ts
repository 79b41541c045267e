/** Data flow: from where records come to where they are used, how many survive each step and how late they are. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { diagram, difference, heading, number, percent, shell, sum, table, text } from '../write.ts';

const system = text('system', 'What the data is about', 'Order events');
const topic = text('topic', 'Its name in commands and dashboards', 'orders');
const web = number('web', 'Records from the web, in thousand a second', '14.2');
const app = number('app', 'Records from apps, in thousand a second', '21.8');
const partners = number('partners', 'Records from partners, in thousand a second', '3.6');
const received = sum('received', 'Records received, in thousand a second', web, app, partners);
const refused = number('refused', 'Refused by the schema, in thousand a second', '0.4');
const valid = difference('valid', 'Valid, in thousand a second', received, refused);
const duplicates = number('duplicates', 'Seen before, in thousand a second', '1.2');
const stored = difference('stored', 'Stored, in thousand a second', valid, duplicates);
const yielded = percent('yielded', 'Of the received, in percent', stored, received, 1);
const broker = text('broker', 'Event log', 'Kafka 4.0, 12 brokers');
const processor = text('processor', 'Stream processor', 'Flink 2.0, 48 slots');
const lake = text('lake', 'Where it is kept', 'Iceberg on S3, 310 TB');
const serving = text('serving', 'Where it is asked for', 'ClickHouse 25.3, 9 nodes');
const fresh = number('fresh', 'From event to answer, p99 in seconds', '48');

export const dataFlow: Pattern = {
  id: 'data-flow',
  family: 'system',
  title: 'Data flow',
  trigger: 'dg-data-flow',
  description: 'A pipeline from source to use: how many records survive each step, how late they are, what to replay',
  when: 'A page about a pipeline: for those who depend on its figures, and for those who are paged when they are late.',
  inputs: [system, web, app, partners, refused, duplicates],
  body: [
    heading`## ${system}: data flow`,
    diagram`
      flowchart LR
          subgraph SERVICE["Service plane"]
              web["Web beacon<br/>${web}K/s"]
              app["iOS and Android SDK 7<br/>${app}K/s"]
              partners["Partner API<br/>${partners}K/s"]
              validate["Schema check, Go 1.24<br/>refuses ${refused}K/s"]
              dedupe["${processor}<br/>drops ${duplicates}K/s"]
          end

          subgraph STATE["State plane"]
              log[("${broker}<br/>${valid}K/s")]
              dead[("Dead letters, S3<br/>30 days")]
              lake[("${lake}")]
              serving[("${serving}")]
          end

          subgraph CONTROL["Control plane"]
              catalogue["Schema registry 7.9<br/>412 schemas"]
          end

          web & app & partners --> validate -->|"valid"| log --> dedupe
          validate -.->|"schema error"| dead
          dedupe -->|"${stored}K/s"| lake & serving
          catalogue -.->|"rules"| validate
          dedupe -.->|"lag above 5 min:<br/>page"| catalogue

          ${planeClasses}
          class web,app,partners,validate,dedupe servicePlane
          class log,dead,lake,serving statePlane
          class catalogue controlPlane
    `,
    table`
      | Step | In, K/s | Lost, K/s | Out, K/s | Alert at | Where to look |
      | --- | ---: | ---: | ---: | --- | --- |
      | Schema check | ${received} | ${refused} | ${valid} | 3% refused for 5 min | Grafana \`${topic}-schema\` |
      | Deduplication | ${valid} | ${duplicates} | ${stored} | lag > 300 s | Grafana \`${topic}-lag\` |
      | Whole pipeline | ${received} | ${refused} and ${duplicates} | ${stored}, which is ${yielded}% | p99 above 120 s, objective 60 s, now ${fresh} s | Grafana \`${topic}-freshness\` |
    `,
    heading`### When it breaks`,
    table`
      | What breaks | Who notices | What is done | Back in | It happened to |
      | --- | --- | --- | --- | --- |
      | A source changes its schema | Analysts: that source is missing, up to 55% of records | Register the schema, replay the dead letters | 35 min, measured 9 April 2026 | |
      | Event log full | All sources: records wait in the apps for 6 h | Shorten retention, add brokers | 50 min, measured 9 April 2026 | LinkedIn, 2019: 7 trillion messages a day, which needs 4,000 brokers |
      | Processor restarts over and over | Dashboards are late by 10 min and more | Roll back, restore the last savepoint | 12 min, measured 9 April 2026 | |
    `,
    heading`### What to run`,
    shell`
      # How far behind is each reader?
      kafka-consumer-groups.sh --bootstrap-server kafka:9092 --describe --group ${topic}-dedupe
      # Why are records refused? The ten commonest reasons of today.
      aws s3 cp s3://dead-letters/${topic}/today.jsonl - | jq -r .reason | sort | uniq -c | sort -rn | head
      # Replay what was refused, once the schema is registered.
      flink run -s s3://savepoints/${topic}/latest jobs/replay.jar --topic ${topic}-dead
    `,
  ],
};
