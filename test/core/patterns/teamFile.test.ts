import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fill, fillDefaults, renderSnippet } from '../../../core/patterns/render.ts';
import { parseTeamPattern, slugOf } from '../../../core/patterns/teamFile.ts';
import { teamPatternName, writeTeamPattern } from '../../../core/patterns/teamWrite.ts';

const page = `---
title: Service page
family: system
description: What every service of ours says of itself
fields:
  - name: service
    label: Name of the service
    default: checkout
  - { name: pods, kind: number, default: 12.0 }
  - { name: tier, options: [gold, silver] }
---

## \${service}, \${tier}

\`\`\`mermaid
flowchart LR
  api["\${service}-api<br/>\${pods} pods"] --> db[("PostgreSQL 17")]
\`\`\`

Run \`kubectl -n \${service} get pods\` with \${KUBECONFIG}.
`;

/** Each problem with the text it stands on. */
const problemsOf = (text: string): readonly string[] =>
  parseTeamPattern('page.md', text).problems.map(
    ({ span, message }) => `«${text.slice(span.start, span.end).split('\n')[0] ?? ''}» ${message}`,
  );

describe('a pattern of the team', () => {
  it('is read with its fields, each place of them, and what only looks like one', () => {
    const { pattern, problems } = parseTeamPattern('service-page.md', page);
    assert.deepEqual(problems, []);
    assert(pattern !== undefined);
    assert.deepEqual([pattern.id, pattern.family, pattern.trigger], ['team:service-page', 'system', 'dg-service-page']);
    assert.deepEqual(
      pattern.inputs.map(({ name, kind, label }) => [name, kind, label]),
      [
        ['service', 'text', 'Name of the service'],
        ['pods', 'number', 'pods'],
        ['tier', 'choice', 'tier'],
      ],
    );
    const filled = fill(pattern, { answers: { service: 'search', tier: 'silver' } });
    assert.match(filled, /^## search, silver\n\n```mermaid\nflowchart LR\n/);
    assert.match(filled, /search-api<br\/>12\.0 pods/);
    assert.match(filled, /`kubectl -n search get pods` with \$\{KUBECONFIG\}\.$/);
    assert.match(renderSnippet(pattern), /^## \$\{1:checkout\}, \$\{2\|gold,silver\|\}/);
    assert.match(fillDefaults(pattern, 'diagram'), /^flowchart LR\n {2}api\["checkout-api/);
  });

  it('is the same with the line endings of Windows', () => {
    const { pattern } = parseTeamPattern('page.md', page.replaceAll('\n', '\r\n'));
    assert(pattern !== undefined);
    assert.equal(fillDefaults(pattern), fillDefaults(parseTeamPattern('page.md', page).pattern ?? pattern));
  });

  it('says at its place what is wrong', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['# Page\ntext', '«# Page» A pattern begins with front matter: `---`, its title and its fields, `---`.'],
      ['---\nfamily: cost\n---\ntext', '«---» The front matter needs a `title`.'],
      [
        '---\ntitle: A\nfamily: money\n---\ntext',
        '«money» There is no family money; there are system, incident, cost, plan, case-study.',
      ],
      ['---\ntitle: A\ntriger: dg-a\n---\ntext', '«triger» There is no `triger` here; did you mean `trigger`?'],
      [
        '---\ntitle: A\ntrigger: my page\n---\ntext',
        '«my page» A trigger is `dg-` and words of small letters and digits, such as `dg-service-page`.',
      ],
      ['---\ntitle: A\nfields: name\n---\ntext', '«name» `fields` is a list, each with a `name` and a `default`.'],
      [
        '---\ntitle: A\nfields: [{ name: n, kind: number, default: ten }]\n---\n${n}',
        '«ten» The default of `n`: Write a number such as 33.4, without grouping.',
      ],
      [
        '---\ntitle: A\nfields: [{ name: n, kind: day, default: x }]\n---\n${n}',
        '«day» There is no kind day; there are text, number, clock, date, choice.',
      ],
      ['---\ntitle: A\nfields: [{ name: n, options: [] }]\n---\n${n}', '«[]» `n` needs `options`: a list of words.'],
      [
        '---\ntitle: A\nfields: [{ name: team, default: x }]\n---\n${taem}',
        '«team» `team` is nowhere in the page: write `${team}` for it.',
      ],
      [
        '---\ntitle: A\nfields: [{ name: n, default: x }, { name: n, default: y }]\n---\n${n}',
        '«n» `n` is there twice.',
      ],
      ['---\ntitle: A\n---\n', '«---» There is nothing below the front matter to insert.'],
    ];
    for (const [text, problem] of cases) assert.deepEqual(problemsOf(text), [problem]);
  });

  it('is not offered with a problem, whatever else is right', () => {
    assert.equal(parseTeamPattern('page.md', page.replace('family: system', 'family: x')).pattern, undefined);
    assert.match(problemsOf('---\ntitle: [\n---\ntext')[0] ?? '', /This is not valid YAML/);
  });

  it('is read in linear time from a page of nothing but openings', () => {
    const text = `---\ntitle: A\n---\n${'```mermaid\n'.repeat(15_000)}`;
    const { pattern } = parseTeamPattern('page.md', text);
    assert.equal(pattern?.body.length, 1);
  });
});

describe('a selection that is saved as a pattern', () => {
  it('can be read again, and inserts what was selected', () => {
    const selected = '## "Quoted" & more: ${PATH}\n\n| A | B |\n| --- | --- |\n| 1 | 2 |';
    const text = writeTeamPattern({ title: 'Über: "Ours" #1', family: 'plan', page: selected });
    const { pattern, problems } = parseTeamPattern('x.md', text);
    assert.deepEqual(problems, []);
    assert.equal(pattern?.title, 'Über: "Ours" #1');
    assert.equal(pattern.trigger, 'dg-uber-ours-1');
    assert.equal(fillDefaults(pattern), selected);
  });

  it('has a name that is a file of its folder, whatever its title', () => {
    assert.equal(teamPatternName('../../etc/passwd'), 'etc-passwd.md');
    assert.equal(teamPatternName('…'), 'pattern.md');
    assert.equal(slugOf('Service Page'), 'service-page');
  });
});
