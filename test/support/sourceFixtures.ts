/** Every fixture of a kind of source, with what an author says besides, so that the page made of it passes every gate. */
import type { OptionValues } from '../../core/sources/source.ts';

export interface SourceFixture {
  readonly kind: string;
  /** Its path below test/core/sources/fixtures. */
  readonly file: string;
  readonly options: OptionValues;
}

const title = 'Nordlicht checkout';
const start = '2026-03-02';

const of = (kind: string, options: OptionValues, ...names: readonly string[]): readonly SourceFixture[] =>
  names.map((name) => ({ kind, file: `${kind}/${name}`, options }));

export const sourceFixtures: readonly SourceFixture[] = [
  ...of('postmortem', { title: 'Nordlicht, 14 March 2026' }, 'search-outage.md', 'two-days.md', 'table.md'),
  ...of('postmortem', { title: 'Nordlicht, 14 March 2026' }, 'over-midnight.txt', 'relative.txt', 'machine.log'),
  ...of('postmortem', { title: 'Nordlicht, 14 March 2026' }, 'copied-chat.txt', 'channel.json', 'slack-day.json'),
  ...of('costs', {}, 'nordlicht-2026-05.csv', 'levers.md'),
  ...of('costs', { title }, 'hafen-2026-05.csv', 'cost-explorer.csv', 'google-cloud.csv', 'google-cloud.jsonl'),
  ...of('costs', { title, users: '52000' }, 'cost-explorer.json'),
  ...of('traces', { title }, 'checkout-otlp.json', 'search-otlp.jsonl', 'dispatch-jaeger.json', 'rides-zipkin.json'),
  ...of('deployment', { title }, 'docker-compose.yml', 'shop-manifests.yaml', 'search-plan.json'),
  ...of('deployment', { title }, 'berths-compose.yml', 'berths-release.yaml'),
  ...of('bpmn', { title }, 'refund.bpmn', 'onboarding.bpmn'),
  ...of('sql', { title }, 'shop-postgres.sql', 'fleet-mysql.sql', 'notes-sqlite.sql', 'berths-dump.sql'),
  ...of('openapi', { title }, 'orders.yaml', 'meters.json'),
  ...of('plan', { title }, 'checkout.yaml', 'weeks.csv', 'quarters.yaml'),
  ...of('plan', { title, start }, 'jira.json'),
  ...of('text-art', { title, start }, 'roadmap.md', 'box.txt', 'weeks.txt'),
  ...of('metrics', {}, 'paragraph.md'),
];
