/** Comparison: candidates measured under the same load, weighed, and the decision with what would turn it. */
import type { Pattern, Value } from '../pattern.ts';
import { diagram, heading, number, product, shell, sum, table, text } from '../write.ts';

const question = text('question', 'What is decided', 'event log');
const peak = number('peak', 'What it must bear, in thousand messages a second', '120');
const weights = {
  speed: number('speedWeight', 'Weight of throughput', '3'),
  ease: number('easeWeight', 'Weight of ease of operation', '4'),
  price: number('priceWeight', 'Weight of price', '2'),
  skill: number('skillWeight', 'Weight of what the team knows', '1'),
};

/** One candidate with its points from 0 to 10, and their weighted sum. */
function candidate(name: string, title: string, speed: string, ease: string, price: string, skill: string) {
  const called = text(name, 'Candidate', title);
  const points = {
    speed: number(`${name}Speed`, `${title}: throughput, 0 to 10`, speed),
    ease: number(`${name}Ease`, `${title}: ease of operation, 0 to 10`, ease),
    price: number(`${name}Price`, `${title}: price, 0 to 10`, price),
    skill: number(`${name}Skill`, `${title}: what the team knows, 0 to 10`, skill),
  };
  const weighed = (key: keyof typeof points): Value =>
    product(`${name}_${key}`, `${title}: weighted ${key}`, points[key], weights[key], 0);
  return {
    called,
    ...points,
    score: sum(
      `${name}Score`,
      `${title}: score`,
      weighed('speed'),
      weighed('ease'),
      weighed('price'),
      weighed('skill'),
    ),
    // A quadrant takes no 1.00.
    x: product(`${name}X`, `${title}: ease of operation, from 0 to 1`, points.ease, 0.099, 2),
    y: product(`${name}Y`, `${title}: throughput, from 0 to 1`, points.speed, 0.099, 2),
  };
}

const kafka = candidate('kafka', 'Kafka 4.0', '9', '5', '6', '8');
const nats = candidate('nats', 'NATS 2.11', '8', '8', '8', '4');
const kinesis = candidate('kinesis', 'Kinesis', '4', '9', '4', '6');
const postgres = candidate('postgres', 'PostgreSQL 17 outbox', '1', '7', '9', '9');
const chosen = text('chosen', 'What is chosen', 'NATS 2.11');

export const comparison: Pattern = {
  id: 'comparison',
  family: 'plan',
  title: 'Comparison',
  trigger: 'dg-comparison',
  description: 'Candidates under the same load and with a node killed, their computed score, and what would turn it',
  when: 'A decision record: what was considered, how it was measured and weighed, and what would change the answer.',
  inputs: [question, peak, kafka.called, nats.called, kinesis.called, postgres.called, chosen],
  body: [
    heading`## Comparison: ${question}`,
    diagram`
      quadrantChart
          title Candidates for the ${question}, points of 10
          x-axis "Needs a team" --> "Runs itself"
          y-axis "10K msg/s" --> "1M msg/s"
          quadrant-1 "Take it"
          quadrant-2 "With a team"
          quadrant-3 "Leave it"
          quadrant-4 "Small loads"
          "${kafka.called}": [${kafka.x}, ${kafka.y}]
          "${nats.called}": [${nats.x}, ${nats.y}]
          "${kinesis.called}": [${kinesis.x}, ${kinesis.y}]
          "${postgres.called}": [${postgres.x}, ${postgres.y}]
    `,
    table`
      | Candidate | Throughput, weight ${weights.speed} | Operation, weight ${weights.ease} | Price, weight ${weights.price} | Team, weight ${weights.skill} | Score |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | ${kafka.called} | ${kafka.speed} | ${kafka.ease} | ${kafka.price} | ${kafka.skill} | ${kafka.score} |
      | ${nats.called} | ${nats.speed} | ${nats.ease} | ${nats.price} | ${nats.skill} | ${nats.score} |
      | ${kinesis.called} | ${kinesis.speed} | ${kinesis.ease} | ${kinesis.price} | ${kinesis.skill} | ${kinesis.score} |
      | ${postgres.called} | ${postgres.speed} | ${postgres.ease} | ${postgres.price} | ${postgres.skill} | ${postgres.score} |
    `,
    heading`### What was measured`,
    table`
      | Candidate | Bore on 3 nodes m7g.2xlarge | p99 | A node killed under ${peak}K msg/s | Bill |
      | --- | ---: | ---: | --- | ---: |
      | ${kafka.called} | 610K msg/s | 9 ms | writes wait 6 s, 0 messages lost | $2.9K/month |
      | ${nats.called} | 340K msg/s | 4 ms | writes wait 3 s, 0 messages lost | $1.4K/month |
      | ${kinesis.called} | 80K msg/s, 80 shards | 190 ms | not seen from outside | $3.8K/month |
      | ${postgres.called} | 14K msg/s | 22 ms | never bore it: queue full after 40 s | $0.3K/month |
    `,
    heading`### Measure it again`,
    shell`
      # 256-byte messages for 10 min from a fourth machine, acknowledged by a majority.
      kafka-producer-perf-test.sh --topic trial --record-size 256 --num-records 72000000 --throughput 120000 --producer-props acks=all bootstrap.servers=kafka-1:9092
      nats bench js pub async trial --size 256 --msgs 72000000 --replicas 3 --create
      # In minute 5, kill a node and read how long writes wait.
      ssh node-2 sudo systemctl kill --signal=KILL nats-server
    `,
    heading`### Decision`,
    table`
      | What | Answer |
      | --- | --- |
      | Chosen | ${chosen} |
      | Because | It bears the peak of ${peak}K msg/s with a node lost, and one person is on call |
      | Ruled out | ${postgres.called}: below ${peak}K msg/s |
      | It would be another | ${kafka.called} above 300K msg/s, or once 3 teams need its connectors |
      | Who looks, and where | Platform, on the first of each month: Grafana \`trial-headroom\` |
      | Way back | Both are written for 30 days; readers change by one flag |
      | Others at that size | LinkedIn, 2019: 7 trillion messages a day, on 4,000 Kafka brokers |
    `,
  ],
};
