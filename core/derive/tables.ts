/** The tables of the documentation that come from code, and how they are put into a page. */
import type { Gate, RuleMeta } from '../gates/rule.ts';
import type { SourceMeta } from '../sources/source.ts';
import type { SettingEntry } from './manifest.ts';

/** Replaces what stands between the marks of `name` in a page. Throws where the page has no such marks. */
export function replaceDerived(page: string, name: string, content: string): string {
  const start = `<!-- derived: ${name} -->`;
  const end = '<!-- /derived -->';
  const from = page.indexOf(start);
  const to = page.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`the page has no place for ${name}: it needs ${start} … ${end}`);
  return `${page.slice(0, from + start.length)}\n\n${content}\n\n${page.slice(to)}`;
}

/** Every gate with its rules, and the rules about configuration; links are relative to `docs/gates/`. */
export function rulesTable(gates: readonly Gate[], others: readonly RuleMeta[]): string {
  const sections = gates.map((gate) => ({
    title: `${gate.title}: ${gate.question}`,
    rules: gate.rules.map(({ meta }) => meta),
  }));
  return [...sections, { title: 'Configuration: is what you wrote about the rules understood?', rules: others }]
    .map(({ title, rules }) => `### ${title}\n\n${tableOf(rules)}`)
    .join('\n\n');
}

function tableOf(rules: readonly RuleMeta[]): string {
  const rows = rules.map(({ id, alias, severity, title, fixable }) => [
    id,
    `[${alias}](${alias}.md)`,
    severity,
    fixable ? 'yes' : '',
    title,
  ]);
  return markdownTable(['id', 'rule', 'severity', 'fix', 'finds'], rows);
}

/** The settings of the editor. */
export function settingsTable(settings: readonly SettingEntry[]): string {
  const rows = settings.map(({ key, schema, description }) => [
    `\`diagramGates.${key}\``,
    `\`${JSON.stringify(schema['default'])}\``,
    description,
  ]);
  return markdownTable(['setting', 'default', 'meaning'], rows);
}

/** The kinds of source, as `docs/sources.md` lists them. */
export function sourcesTable(sources: readonly SourceMeta[]): string {
  const rows = sources.map(({ id, title, reads, makes }) => [title, `\`${id}\``, reads, makes]);
  return markdownTable(['source', 'kind', 'reads', 'makes'], rows);
}

/** What a source may be told besides its text. */
export function sourceOptionsTable(sources: readonly SourceMeta[]): string {
  const rows = sources.flatMap(({ id, options }) =>
    options.map(({ name, label, otherwise }) => [`\`${id}\``, `\`${name}\``, label, otherwise]),
  );
  return markdownTable(['kind', 'option', 'meaning', 'otherwise'], rows);
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
