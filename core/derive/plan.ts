/** Says what each derived file must hold; writing it is for derive.ts, comparing it for the contract test. */
import { languageModelTools } from '../agents/manifest.ts';
import { tools } from '../agents/tools.ts';
import { configurationRules } from '../configuration/rules.ts';
import { allRules, gates } from '../gates/index.ts';
import type { RuleMeta } from '../gates/rule.ts';
import { patterns } from '../patterns/library.ts';
import { patternsPage } from '../patterns/page.ts';
import { snippetFile } from '../patterns/snippets.ts';
import { sources } from '../sources/library.ts';
import { configSchema } from './configSchema.ts';
import { configSchemaPath, deriveContributes } from './manifest.ts';
import type { Contributions } from './manifest.ts';
import { planesSchema } from './planesSchema.ts';
import { ruleSettingsSchema } from './ruleSchemas.ts';
import type { JsonSchema } from './ruleSchemas.ts';
import { replaceDerived, rulesTable, settingsTable, sourceOptionsTable, sourcesTable } from './tables.ts';

export interface DerivedFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly content: string;
}

export interface DeriveInput {
  readonly contributions: Omit<Contributions, 'snippetFiles'>;
  /** The languages in which whole pages are offered as snippets. */
  readonly pageLanguages: readonly string[];
  /** The present text of a file, since some are derived in part only. */
  readonly read: (path: string) => string;
}

/** The rules' words, for the extension, which does not load the rules. */
const rulesPath = 'schemas/rules.json';

const wordsOfRule = ({ id, alias, gate, severity, fixable, title, why }: RuleMeta): RuleMeta => ({
  ...{ id, alias, gate, severity, fixable, title, why },
});

const snippetPath = 'snippets/patterns.code-snippets';

/** Every derived file as it must be. */
export function planDerivedFiles({ contributions, pageLanguages, read }: DeriveInput): readonly DerivedFile[] {
  const schemas: Readonly<Record<string, JsonSchema>> = { rules: ruleSettingsSchema(allRules), planes: planesSchema };
  const settings = contributions.settings.map((setting) => ({
    ...setting,
    schema: { ...setting.schema, ...schemas[setting.key] },
  }));
  const contributes = {
    ...deriveContributes({ ...contributions, settings, snippetFiles: [snippetPath] }),
    languageModelTools: languageModelTools(tools),
  };
  const within = (path: string, ...tables: readonly (readonly [name: string, content: string])[]): DerivedFile => ({
    path,
    content: tables.reduce((page, [name, content]) => replaceDerived(page, name, content), read(path)),
  });
  return [
    { path: 'package.json', content: toJson({ ...readObject(read('package.json')), contributes }) },
    { path: configSchemaPath, content: toJson(configSchema(allRules)) },
    { path: rulesPath, content: toJson(allRules.map(wordsOfRule)) },
    { path: snippetPath, content: snippetFile(patterns, pageLanguages) },
    { path: 'docs/patterns.md', content: patternsPage(patterns) },
    within('docs/gates/README.md', ['rules', rulesTable(gates, configurationRules)]),
    within('docs/configuration.md', ['settings', settingsTable(contributions.settings)]),
    within('docs/sources.md', ['kinds', sourcesTable(sources)], ['options', sourceOptionsTable(sources)]),
  ];
}

const toJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function readObject(text: string): object {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('package.json must hold an object');
  return value;
}
