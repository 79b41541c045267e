import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertHolds, hostileName } from '../../support/hostileNames.ts';
import { assertGreen, made, madeFrom, problemIn } from '../../support/madePages.ts';

const title = 'Nordlicht API';

describe('OpenAPI descriptions', function () {
  this.timeout(60_000);

  for (const file of ['orders.yaml', 'meters.json']) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('openapi', `openapi/${file}`, { title }));
    });
  }

  it('become the first operation that takes a body, with what it may answer', async () => {
    const page = await madeFrom('openapi', 'openapi/orders.yaml');
    for (const part of [
      '## Nordlicht orders API: 3 endpoints\n\n### createOrder\n\n```mermaid\nsequenceDiagram\n    actor client as Client\n    participant api as Nordlicht orders API 2.3.0\n    %% orders.yaml:22\n    client->>+api: POST /orders with bearer token\n',
      '    %% orders.yaml:66,74-75,87\n    Note over client,api: required: X-Tenant, customerId, lines, lines[].article\n',
      "    else the caller's fault\n        %% orders.yaml:39\n        api--xclient: 422 A field is wrong\n",
      '    %% orders.yaml:45\n    api-)client: later, POST shipped\n    client-->>api: 204\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
  });

  it('have tables of the fields, through references and lists, and of all operations', async () => {
    const page = await madeFrom('openapi', 'openapi/orders.yaml');
    for (const row of [
      '| X-Tenant | header | string | yes | |\n',
      '| lines | body | list of Line | yes | 1 to 50 items |\n',
      '| lines\\[\\].quantity | body | integer | no | 1 to 99; default 1 |\n',
      '| POST /orders | Place an order | application/json | bearer token | 201, 409, 422, 503 |\n',
      '| DELETE /orders/{id} | Cancel an order (deprecated) | | | 204, default |\n',
    ]) {
      assert(page.includes(row), `${row}\n${page}`);
    }
  });

  it('unfold no schema inside itself, require only what is required all the way, and say what else there is', async () => {
    const description = `openapi: 3.1.0
info: { title: Berths, version: "1" }
webhooks: { arrived: { post: { responses: { "200": { description: ok } } } } }
paths:
  /calls:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Call" } } } }
      responses: { "201": { description: Created } }
components:
  schemas:
    Call:
      type: object
      required: [ship, fee]
      properties:
        ship: { type: string, pattern: "^[A-Z]{4}$" }
        before: { $ref: "#/components/schemas/Call" }
        agent: { type: object, required: [name], properties: { name: { const: Anna }, calls: { type: integer, exclusiveMinimum: 0 } } }
        fee: { oneOf: [{ $ref: "#/components/schemas/Flat" }, { $ref: "#/components/schemas/Metre" }] }
    Flat: { type: object }
    Metre: { type: object }
`;
    const page = await made('openapi', description, 'x.yaml');
    for (const part of [
      'required: ship, fee\n',
      '| ship | body | string | yes | matches ^\\[A-Z\\]{4}$ |\n| before | body | Call | no | |\n',
      '| agent.name | body | any | no | always Anna |\n| agent.calls | body | integer | no | above 0 |\n',
      '| fee | body | Flat or Metre | yes | |\n',
      '### Operations, without 1 webhook\n',
    ]) {
      assert(page.includes(part), `${part}\n${page}`);
    }
    const many = Array.from({ length: 60 }, (_, index) => `f${index}: { type: string }`).join(', ');
    const wide = description.replace(
      /properties:\n.*before/s,
      `properties:\n        ${many.replaceAll(', ', '\n        ')}\n        before`,
    );
    assert((await made('openapi', wide, 'x.yaml')).includes('| f39 | body | string | no | |\n| and more | | | | |\n'));
  });

  it('name all media types a body may have, and what may be null', async () => {
    const page = await made('openapi', 'openapi: 3.0.3\npaths:\n  /f:\n    post:\n      requestBody: { content: { text/csv: { schema: { properties: { k: { type: string, nullable: true, enum: [a, b, null] } } } }, text/html: {} } }\n      responses: { "201": { description: ok } }\n', 'x.yaml'); // prettier-ignore
    assert(page.includes('| k | body | string or null | no | one of a, b |\n'), page);
    assert(page.includes('| POST /f | | text/csv or text/html | | 201 |\n'), page);
  });

  it('show the operation that is asked for, by its id or its method and path', async () => {
    for (const operation of ['listOrders', 'get /orders']) {
      const page = await madeFrom('openapi', 'openapi/orders.yaml', { operation });
      assert(page.includes('\n### listOrders\n'), page);
      assert(page.includes('| state | query | string | no | one of open, paid, sent |\n'), page);
    }
  });

  it('name the line of what is wrong', async () => {
    assert.equal(await problemIn('openapi', 'info: {}\nswagger: "2.0"\n'), '2: this is Swagger 2, and OpenAPI 3 is read: convert it first'); // prettier-ignore
    assert.equal(await problemIn('openapi', 'info: {}\nopenapi: 4.0.0\n'), '2: this is OpenAPI 4.0.0, and 3 is read');
    assert.equal(await problemIn('openapi', 'openapi: 3.0.0\npaths: {}\n'), '2: it has no path with an operation');
    assert.equal(
      await problemIn('openapi', 'a: 1\n'),
      '1: this is no OpenAPI description: it does not say openapi: 3…',
    );
    assert.match(await problemIn('openapi', 'openapi: 3.0.0\npaths: {\n'), /^\d: this is no YAML/);
    assert.equal(await problemIn('openapi', 'openapi: 3.0.0\npaths: { /a: { get: {} } }\n', { operation: 'x' }), '-: there is no operation x in it, such as GET /a'); // prettier-ignore
  });

  it('follow references in circles to an end', async () => {
    const circle = { openapi: '3.0.0', paths: { '/a': { post: { requestBody: { $ref: '#/components/requestBodies/a' }, responses: {} } } }, components: { requestBodies: { a: { $ref: '#/components/requestBodies/b' }, b: { $ref: '#/components/requestBodies/a' } } } }; // prettier-ignore
    assert((await made('openapi', JSON.stringify(circle), 'x.json')).includes('client->>+api: POST /a\n'));
  });

  it('show any names as words: every diagram renders, and the page is made of the same parts', async () => {
    const names = fc.record({ path: hostileName, id: hostileName, field: hostileName, status: hostileName, said: hostileName }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(names, async ({ path, id, field, status, said }) => {
        const schema = {
          type: 'object',
          required: [field],
          properties: { [field]: { type: said, enum: [id], maximum: said } },
        };
        const operation = {
          operationId: id,
          summary: said,
          requestBody: { content: { [path]: { schema } } },
          responses: { [status]: { description: said }, [`5${status}`]: { description: id } },
          callbacks: { [id]: { [path]: { post: { responses: { [status]: {} } } } } },
        };
        const text = JSON.stringify({ openapi: '3.0.0', info: { title: said, version: id }, paths: { [path]: { post: operation } } }); // prettier-ignore
        const page = await made('openapi', text, 'x.json', { title: 'Nordlicht' });
        await assertHolds(page, ['heading', 'heading', 'diagram', 'table', 'comment', 'heading', 'table', 'comment']);
      }),
      { numRuns: 150 },
    );
  });
});
