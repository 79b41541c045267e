/** Which names are only a category, in a system and outside one: «these» are found, and nothing else. */
import assert from 'node:assert/strict';
import { exampleGate } from '../../../core/gates/example/gate.ts';
import { checkText, pageWith } from '../../support/checkText.ts';

async function assertFound(marked: string): Promise<void> {
  const text = pageWith(marked.replace(/[«»]/g, ''));
  const { findings } = await checkText(text, { gates: [exampleGate] });
  const generic = findings.filter(({ alias }) => alias === 'generic-component').map(({ span }) => span);
  const shown = [...generic]
    .reverse()
    .reduce((all, { start, end }) => `${all.slice(0, start)}«${all.slice(start, end)}»${all.slice(end)}`, text);
  assert.equal(shown, pageWith(marked));
}

describe('a component that is only a category', () => {
  it('has nothing but its place, its duties and its protocols besides', () =>
    assertFound(`flowchart LR
  edge["«Global Edge Cache»<br/>Pictures"] --> api["checkout-api<br/>12 pods"]
  api --> gate["«API Gateway»<br/>OAuth2 and HTTP/2"]
  api --> results["«Result Cache»<br/>Distributed Cache"] --> replica[("«Read Replica 2»<br/>Reports")]
  api --> keys[("«Key-Value Store»<br/>E2E encryption")]
  watch["«Advanced Monitoring»<br/>Health checks"] --> api
  cluster["«Cluster Monitor»<br/>Alerts"] --> api
  backup["«Backup System»<br/>Snapshots"] --> replica`));

  it('has no name, size or maker of its own', () =>
    assertFound(`flowchart LR
  api["checkout-api<br/>12 pods"] --> letters["Dead Letter Queue<br/>failed-orders"]
  api --> media[("Media Storage<br/>Petabyte scale")]
  front["Edge Gateway<br/>ALB + WAF"] --> api
  health["Cluster Monitor<br/>X-Pack"] --> api
  deploy["Deployment System<br/>Releases"] --> api
  edge-gateway --> api
  bus["«Event Bus»<br/>read-only"] --> api`));

  it('is looked for outside a system where it is drawn as a part', () =>
    assertFound(`flowchart LR
  subgraph work["Work Layer"]
    gate["«API Gateway»<br/>Letters"]
    watch["Monitoring<br/>of visitors"]
  end
  subgraph shop["Shop"]
    letters["«Dead Letter Queue»<br/>Returns"]
    counters["Redis counters"]
    visitors["Visitors"]
  end
  subgraph cases["Use cases"]
    lb["Load Balancer"]
    games["Games"]
  end
  letter["Letter"] --> stamp["Stamp"] --> box["Letter box"] --> van["Van"] --> sorting["Sorting"]
  sorting --> street["Street"] --> house["House"] --> door["Door"] --> hand["Hand"] --> reader["Reader"]`));
});
