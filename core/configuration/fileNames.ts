/** What configuration files are called; apart from their reader, so that looking for one loads no rule. */

/** The names under which a configuration file is looked for, the preferred one first. */
export const configFileNames = ['.diagram-gates.json', '.diagram-gates.jsonc'] as const;

/** Globs for the names of files that others extend: with these, the editor helps and checks in them, too. */
export const sharedConfigGlobs = configFileNames.map((name) => `*${name}`);

/** Whether a file of this path says by its name that it is a configuration of ours. */
export const isConfigFile = (path: string): boolean => configFileNames.some((name) => path.endsWith(name));
