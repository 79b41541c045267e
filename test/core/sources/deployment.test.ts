import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertHolds, hostileName } from '../../support/hostileNames.ts';
import { assertGreen, made, madeFrom, problemIn } from '../../support/madePages.ts';

const title = 'Nordlicht shop';

describe('deployment files', function () {
  this.timeout(60_000);

  for (const file of [
    'docker-compose.yml',
    'shop-manifests.yaml',
    'search-plan.json',
    'berths-compose.yml',
    'berths-release.yaml',
  ]) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('deployment', `deployment/${file}`, { title }));
    });
  }

  it('become an architecture by planes: Compose, with images, versions, limits and ports where they stand', async () => {
    const page = await madeFrom('deployment', 'deployment/docker-compose.yml', { title });
    for (const part of [
      '## Nordlicht shop: components and sizing\n\n```mermaid\nflowchart TB\n    subgraph edgePlane["Edge plane"]\n        %% docker-compose.yml:9-10,12-13\n        proxy["proxy<br/>traefik:v3.1.2<br/>1 replica, port 80:80 443:443"]:::edgePlane\n    end\n',
      '        %% docker-compose.yml:6,16\n        web["web<br/>built from ./web<br/>1 replica, 0.50 CPU, 256M"]:::servicePlane\n',
      '        %% docker-compose.yml:22-23,25,28-29\n        api["api<br/>api:2.14.0<br/>3 replicas, 1.5 CPU, 768M"]:::servicePlane\n',
      '        sessions[("sessions<br/>redis:7.4<br/>1 replica")]:::statePlane\n',
      '    %% docker-compose.yml:32\n    api --> sessions\n',
      '    %% docker-compose.yml:42\n    worker --> orders_db\n',
      '| api | service | | registry.nordlicht.example:5000/shop/api | 2.14.0 | 3 | 1.5 | 768M | |\n',
      'where no number of replicas is written, it is one -->',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
  });

  it('become an architecture by planes: Kubernetes, with what services, ingresses and autoscalers add', async () => {
    const page = await madeFrom('deployment', 'deployment/shop-manifests.yaml', { title });
    for (const part of [
      'shop_shop["shop/shop<br/>nginx ingress<br/>shop.nordlicht.example"]:::edgePlane\n',
      'shop_cart["shop/cart<br/>cart:1.9.3<br/>2 to 12 replicas, 500m CPU, 128Mi, port 8081"]:::servicePlane\n',
      'shop_cart_cache[("shop/cart-cache<br/>valkey:8.0.1<br/>3 replicas, 4Gi, 20Gi, port 6379")]:::statePlane\n',
      'observe_log_agent["observe/log-agent<br/>fluent-bit:3.1.9<br/>1 per node, 64Mi"]:::controlPlane\n',
      '    %% shop-manifests.yaml:12\n    shop_shop --> shop_storefront\n',
      '    %% shop-manifests.yaml:42\n    shop_storefront --> pay_payments\n',
      '    %% shop-manifests.yaml:61\n    shop_cart --> shop_cart_cache\n',
      '### 6 components, without 6 other resources\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
  });

  it('become an architecture by planes: Terraform, with what the plan changes', async () => {
    const page = await madeFrom('deployment', 'deployment/search-plan.json', { title });
    for (const part of [
      'catalogue_main[("catalogue.main<br/>postgres 16.3, db.r6g.xlarge<br/>2 replicas, 400 GB, port 5432")]:::statePlane\n',
      'front["front<br/>aws_lb"]:::edgePlane\n',
      '    %% search-plan.json:50\n    search --> front\n',
      '| reindex | service | aws_lambda_function | nodejs20.x | | | 1024 MB | | | create |\n',
      '### 6 components, without 2 other resources\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
    assert(!page.includes('it is one'));
  });

  it('take over what a service extends, the usual values of variables and hosts in settings; other files are named', async () => {
    const page = await madeFrom('deployment', 'deployment/berths-compose.yml', { title });
    for (const part of [
      '        board["board<br/>board:3.2<br/>2 replicas, port 80:8080"]:::servicePlane\n',
      '        night_run["night-run<br/>built from ./planner, only in profile night<br/>1 replica"]:::servicePlane\n',
      '    %% berths-compose.yml:14\n    board --> planner\n',
      '    %% berths-compose.yml:22\n    night_run --> berths_db\n',
      '    %% berths-compose.yml:23\n    night_run --> tides\n',
      '### 6 components, without what common.yml and monitoring.yml say\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
    const circle = await made(
      'deployment',
      'services:\n  a: { image: x, extends: b }\n  b: { image: y, extends: a }\n',
      'c.yml',
    );
    assert(circle.includes('### 2 components\n'), circle);
  });

  it('say what runs beside a container, and leave out what Helm runs as a test', async () => {
    const page = await madeFrom('deployment', 'deployment/berths-release.yaml', { title });
    for (const part of [
      '| board | service | Deployment, beside envoyproxy/envoy:v1.33.0 | ghcr.io/nordlicht/board | 3.2 | 3 | 500m | 256Mi | |\n',
      '    %% berths-release.yaml:17\n    board --> berths_db\n',
      '### 2 components, without 2 other resources\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
    assert(!page.includes('curl'));
  });

  it('are no templates, also where YAML takes the placeholders for mappings', async () => {
    const template =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  replicas: 3\n';
    assert.equal(await problemIn('deployment', template), '4: this is a template: make manifests of it with helm template first'); // prettier-ignore
    const image =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - image: {{ .Values.image }}\n';
    assert.match(await problemIn('deployment', image), /^9: this is a template/);
  });

  it('show instances of one resource apart where they differ, and links to all of them', async () => {
    const database = (region: string, version: string): string =>
      `{"address":"aws_db_instance.berths[\\"${region}\\"]","mode":"managed","type":"aws_db_instance","name":"berths","values":{"engine":"postgres","engine_version":"${version}"}}`;
    const plan = (
      one: string,
      other: string,
    ): string => `{"terraform_version":"1.9.5","planned_values":{"root_module":{"resources":[
{"address":"aws_ecs_service.planner","mode":"managed","type":"aws_ecs_service","name":"planner","values":{"desired_count":2}},
${database('eu', one)},
${database('us', other)}]}},"configuration":{"root_module":{"resources":[
{"address":"aws_ecs_service.planner","expressions":{"db":{"references":["aws_db_instance.berths"]}}}]}}}`;
    const differ = await made('deployment', plan('17.2', '16.6'), 'x.json');
    for (const part of [
      `berths_eu[("berths['eu']<br/>postgres 17.2")]`,
      `berths_us[("berths['us']<br/>postgres 16.6")]`,
      'planner --> berths_eu\n',
      'planner --> berths_us\n',
      '### 3 components\n',
    ]) {
      assert(differ.includes(part), `${part}\n${differ}`);
    }
    const alike = await made('deployment', plan('17.2', '17.2'), 'x.json');
    assert(alike.includes('berths[("berths<br/>postgres 17.2<br/>2 replicas")]'), alike);
  });

  it('name the line of what is wrong', async () => {
    assert.match(await problemIn('deployment', 'services:\n  a:\n    image: "x\n'), /^\d+: this is no YAML: Missing closing "quote/); // prettier-ignore
    assert.match(await problemIn('deployment', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n  a: b: c\n'), /^\d: this is no YAML: .*make manifests of it with helm template first$/); // prettier-ignore
    assert.equal(await problemIn('deployment', '{"terraform_version": "1.9",\n"planned_values": {]'), '2: this is no JSON: a name or } is missing'); // prettier-ignore
    assert.equal(await problemIn('deployment', 'apiVersion: v1\nkind: ConfigMap\n'), '1: nothing in it runs, keeps or admits anything: there is no component to draw'); // prettier-ignore
    assert.match(await problemIn('deployment', 'a: b\n'), /^1: this is neither a Compose file/);
    const many = Array.from({ length: 81 }, (_, index) => `  s${index}: { image: x }`).join('\n');
    assert.match(await problemIn('deployment', `services:\n${many}\n`), /^1: it has 81 components and 0 links, and at most 80 and 300/); // prettier-ignore
    assert.match(await problemIn('deployment', `services: ${'['.repeat(20_000)}`), /: this is no YAML/);
  });

  it('copies nothing an alias stands for: a few lines cannot stand for more than fits into memory', async () => {
    const bomb = Array.from({ length: 40 }, (_, index) => `x${index + 1}: &x${index + 1} [${`*x${index}, `.repeat(9)}]`).join('\n'); // prettier-ignore
    const page = await made('deployment', `x0: &x0 [a]\n${bomb}\nservices:\n  a: { image: redis, environment: *x40, ports: *x3 }\n`, 'c.yml'); // prettier-ignore
    assert(page.includes('a[("a<br/>redis<br/>1 replica")]'), page);
  });

  it('show any names as words: every diagram renders, and the page is made of the same parts', async () => {
    const names = fc.record({ one: hostileName, other: hostileName, image: hostileName, figure: hostileName });
    await fc.assert(
      fc.asyncProperty(names, async ({ one, other, image, figure }) => {
        const services = {
          [`${one}1`]: { image: `${image}:${figure}`, mem_limit: figure, ports: [figure], depends_on: [`${other}2`] },
          [`${other}2`]: { image: `x/${image}`, scale: figure, environment: { A: `http://${one}1:80` } },
          redis: { image: 'redis', cpus: figure },
        };
        const page = await made('deployment', JSON.stringify({ services }), 'x.json', { title: 'Nordlicht' });
        await assertHolds(page, ['heading', 'diagram', 'heading', 'table', 'comment']);
      }),
      { numRuns: 150 },
    );
  });
});
