/** Global flow (L0): the whole system in one picture, a box a part, with what flows where and how much of it. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { diagram, difference, heading, number, percent, sum, table, text } from '../write.ts';

const system = text('system', 'System', 'Video platform');
const service = text('service', 'Its name in commands and dashboards', 'video');
const users = text('users', 'Who calls it', 'Viewers');
const plays = number('plays', 'Requests to play, in thousand a second', '86.0');
const uploads = number('uploads', 'Requests to upload, in thousand a second', '1.4');
const searches = number('searches', 'Searches, in thousand a second', '12.6');
const all = sum('all', 'All requests, in thousand a second', plays, uploads, searches);
const misses = number('misses', 'Of these, how many miss the CDN, in thousand a second', '17.2');
const answered = difference('answered', 'Answered by the CDN, in thousand a second', all, misses);
const hits = percent('hits', 'Answered by the CDN, in percent', answered, all, 1);
const playback = text('playback', 'Service that plays', 'Playback API, Go 1.24');
const upload = text('upload', 'Service that takes uploads', 'Upload API, Rust 1.86');
const search = text('search', 'Service that searches', 'Search API, Java 21');
const files = text('files', 'Where the files are', 'S3, 41 PB');
const catalogue = text('catalogue', 'Where the facts are', 'Cassandra 5.0, 48 nodes');
const index = text('index', 'Where the index is', 'OpenSearch 2.19, 18 nodes');

export const globalFlow: Pattern = {
  id: 'global-flow',
  family: 'system',
  title: 'Global flow',
  trigger: 'dg-global-flow',
  description: 'Level 0: the whole system in one picture, with what flows where, and a table that leads on',
  when: 'The first page of a system: what is there, how much passes through it, and which page says more.',
  inputs: [system, users, plays, uploads, searches, misses],
  body: [
    heading`## ${system}: global flow`,
    diagram`
      flowchart LR
          users(["${users}<br/>${all}K req/s"])

          subgraph EDGE["Edge plane"]
              cdn["CloudFront<br/>${hits}% answered here<br/>${misses}K/s go on"]
          end

          subgraph SERVICE["Service plane"]
              playback["${playback}"]
              upload["${upload}"]
              search["${search}"]
          end

          subgraph STATE["State plane"]
              files[("${files}")]
              catalogue[("${catalogue}")]
              index[("${index}")]
          end

          subgraph CONTROL["Control plane"]
              watch["Prometheus 3, Grafana 12<br/>every 15 s"]
          end

          users --> cdn
          cdn -->|"play ${plays}K/s"| playback --> catalogue
          cdn -->|"upload ${uploads}K/s"| upload --> files
          cdn -->|"search ${searches}K/s"| search --> index
          cdn -.->|"origin times out:<br/>stale for 60 s"| files
          watch -.->|"errors above 1%:<br/>page"| playback

          ${planeClasses}
          class cdn edgePlane
          class playback,upload,search servicePlane
          class files,catalogue,index statePlane
          class watch controlPlane
    `,
    table`
      | Flow | Requests | Objective | Alert at | When it fails | Where to look |
      | --- | ---: | --- | --- | --- | --- |
      | Play | ${plays}K/s | p99 < 200 ms | 1% errors for 5 min | ${users} see the last frame: 100% of new plays fail | Grafana \`${service}-playback\` |
      | Upload | ${uploads}K/s | 99.9% accepted | 0.5% refused for 10 min | Creators wait: the app keeps the file and tries again for 24 h | Grafana \`${service}-upload\` |
      | Search | ${searches}K/s | p99 < 400 ms | 2% errors for 5 min | ${users} get the 200 most watched instead | Grafana \`${service}-search\` |
      | **Total** | **${all}K/s** | | | | |
    `,
    heading`### When it breaks`,
    table`
      | What breaks | Who notices | Run first | Back in | It happened to |
      | --- | --- | --- | --- | --- |
      | CDN returns errors | ${users}: every request | \`dig +short cdn.${service}.internal\`, then runbook \`${service}-second-cdn\` | 9 min, measured 4 March 2026 | Fastly, June 2021: 85% of its network in error |
      | Catalogue unreachable | ${users}: no new plays | \`nodetool -h cassandra-1 status ${service}\` | 14 min, measured 4 March 2026 | Roblox, October 2021: 73 h without its service discovery |
    `,
  ],
};
