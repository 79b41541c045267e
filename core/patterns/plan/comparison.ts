/** Comparison: candidates against weighted criteria, with a total that follows from the points and a picture of the trade. */
import type { Pattern, Value } from '../pattern.ts';
import { diagram, heading, number, product, sum, table, text } from '../write.ts';

const question = text('question', 'What is decided', 'event log');
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
const nats = candidate('nats', 'NATS 2.11', '7', '9', '8', '4');
const kinesis = candidate('kinesis', 'Kinesis', '6', '8', '3', '6');
const postgres = candidate('postgres', 'PostgreSQL 17 outbox', '3', '7', '9', '9');
const chosen = text('chosen', 'What is chosen', 'NATS 2.11');

export const comparison: Pattern = {
  id: 'comparison',
  family: 'plan',
  title: 'Comparison',
  trigger: 'dg-comparison',
  description: 'Candidates against weighted criteria, their computed score, a quadrant of the trade and the decision',
  when: 'A decision record: what was considered, how it was weighed, and what would change the answer.',
  inputs: [question, kafka.called, nats.called, kinesis.called, postgres.called, chosen],
  body: [
    heading`## Comparison: ${question}`,
    diagram`
      quadrantChart
          title Candidates for the ${question}, points of 10
          x-axis "Hard to operate" --> "Easy to operate"
          y-axis "10K msg/s" --> "1M msg/s"
          quadrant-1 "Take it"
          quadrant-2 "Needs a team"
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
      | Candidate | Bore, 3 nodes m7g.2xlarge | p99 | Bill | To take over |
      | --- | ---: | ---: | ---: | --- |
      | ${kafka.called} | 610K msg/s | 9 ms | $2.9K/month | 6 weeks, 2 people on call |
      | ${nats.called} | 340K msg/s | 4 ms | $1.4K/month | 3 weeks |
      | ${kinesis.called} | 80K msg/s, 80 shards | 190 ms | $5.2K/month | 2 weeks |
      | ${postgres.called} | 14K msg/s | 22 ms | $0.3K/month | 1 week |
    `,
    heading`### Decision`,
    table`
      | What | Answer |
      | --- | --- |
      | Chosen | ${chosen} |
      | Because | Peak is 120K msg/s, and one person is on call |
      | It would be another | Kafka above 300K msg/s, or once 3 teams need its connectors |
      | Until | 1 December 2026, or the first of the two above |
      | Others at that size | LinkedIn, 2019: 7 trillion messages a day, on 4,000 Kafka brokers |
    `,
  ],
};
