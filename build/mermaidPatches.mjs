/**
 * The places where Mermaid is patched while it is bundled for the checker. Every patch says how often it must apply;
 * after an upgrade of Mermaid that moved a place, the build fails here instead of a verdict being wrong at a user's.
 */

/**
 * @typedef {object} Patch
 * @property {string} why What the patch is for; named when it no longer applies.
 * @property {RegExp} find Global, so that it is replaced everywhere it matches.
 * @property {string} replace
 * @property {number} times How many places there are in Mermaid 12.3.0.
 */

/** Patches of `mermaid.core.mjs`, the entry. @type {readonly Patch[]} */
export const entryPatches = [
  {
    why: 'let unused rendering code be dropped',
    find: /var mermaidAPI = Object\.freeze\(/g,
    replace: 'var mermaidAPI = /* @__PURE__ */ Object.freeze(',
    times: 1,
  },
  {
    why: 'remember what the parser is given, so that its positions can be mapped back',
    find: /const textToParse = encodeEntities\(source\) \+ "\\n";\n/g,
    replace:
      'const textToParse = encodeEntities(source) + "\\n";\nparserInput = { type, text: textToParse, size: code.cleaned.length };\n',
    times: 1,
  },
  {
    why: 'forget what the parser was given for the diagram before',
    find: /async function parse\(text, parseOptions\) \{\n/g,
    replace: 'async function parse(text, parseOptions) {\nparserInput = undefined;\n',
    times: 1,
  },
  {
    why: 'offer the parser instead of the whole library',
    find: /export \{\n {2}mermaid_default as default\n\};/g,
    replace:
      'let parserInput;\nconst lastParserInput = () => parserInput;\nexport { parse, initialize, detectType, lastParserInput };',
    times: 1,
  },
];

/** Patches of the chunks, one per diagram type and some shared ones. @type {readonly Patch[]} */
export const chunkPatches = [
  {
    why: 'drop the renderers of diagrams',
    find: /^( {2}(?:get db\(\) \{\n {4}return new \w+\(\d?\);\n {2}\}|db(?:: \w+)?|parser(?:: \w+)?),\n) {2}renderer(?:: \w+)?(,?)\n/gm,
    replace: '$1  renderer: {}$2\n',
    times: 35,
  },
  {
    why: 'prepare no renderers',
    find: /^ {4}(?:journey|c4)Renderer_default\.setConf\(.*\);\n/gm,
    replace: '',
    times: 2,
  },
  {
    why: 'register no layout engines',
    find: /^(registerDefaultLayoutLoaders\(\)|cytoscape\.use\(fcose\));\n/gm,
    replace: '',
    times: 2,
  },
  {
    why: 'drop the style sheets of diagrams',
    find: /^( {2}(?:renderer: \{\},|parser(?:: \w+)?,|var diagram = \{)\n) {2}styles(?:: \w+)?(,?)\n/gm,
    replace: "$1  styles: () => ''$2\n",
    times: 31,
  },
  {
    why: 'watch each grammar while it parses',
    find: /^( *)lexer2\.setInput\(input, sharedState\.yy\);\n/gm,
    replace: '$&$1try {\n',
    times: 19,
  },
  {
    why: 'tell a fault in a statement from one in the token after it',
    find: /^ *lstack\.push\(yyval\._\$\);\n/gm,
    replace: '$&yyval._$ = undefined;\n',
    times: 19,
  },
  {
    why: 'add to what a grammar throws where it was reading',
    find: /^( {10}case 3:\n {12}return true;\n {8}\}\n {6}\}\n {6}return true;\n)( {4}\}, "parse"\))$/gm,
    replace:
      '$1} catch (error) {\n' +
      '  const end = input.length - lexer2._input.length;\n' +
      '  error.place = { input, start: end - lexer2.match.length, end, statement: yyval?._$ };\n' +
      '  throw error;\n' +
      '}\n$2',
    times: 19,
  },
  {
    why: 'take every colour of a sequence box: the verdict does not depend on it and there is no CSS here',
    find: /window\?\.CSS\b|window\.CSS\.supports\("color", color\)/g,
    replace: 'true',
    times: 2,
  },
  {
    why: 'find no element for the details of an actor: there is no page here',
    find: /document\.getElementById\(text\.text\)/g,
    replace: 'null',
    times: 1,
  },
];

/**
 * Mermaid copies its configuration whenever it looks at it, hundreds of times while it draws; so the frame has this one as well.
 * @type {Patch}
 */
export const copyPatch = {
  why: 'copy into an empty object without asking for each key what stands there',
  find: /^(var assignWithDepth = \/\* @__PURE__ \*\/ __name\(\(dst, src, \{ depth = 2 \} = \{\}\) => \{\n)/gm,
  replace: `
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const copyRecord = (dst, src, depth) => {
  for (const key of Object.keys(src)) {
    const value = src[key];
    if (value === null) continue;
    let copy = value;
    if (Array.isArray(value)) copy = [...new Set(value)];
    else if (typeof value === 'object') copy = depth > 1 ? copyRecord({}, value, depth - 1) : { ...value };
    if (key === '__proto__') Object.defineProperty(dst, key, { value: copy, writable: true, enumerable: true, configurable: true });
    else dst[key] = copy;
  }
  return dst;
};
$1  if (depth > 0 && isRecord(dst) && isRecord(src) && Object.keys(dst).length === 0) {
    return copyRecord(dst, src, depth);
  }
`,
  times: 1,
};

/**
 * Four fifths of the time of a parse is the copying of configuration: once for each question about it, and five times
 * while each diagram begins and ends. These patches compute it when it is asked for, and hand out what was computed.
 * Nothing that a parser does may change it; test/contract/mermaidParser.test.ts watches for that.
 * @type {readonly Patch[]}
 */
export const configurationPatches = [
  {
    why: 'compute the configuration only when it is asked for',
    find: /^var updateCurrentConfig = \/\* @__PURE__ \*\/ __name\(\(siteCfg, _directives\) => \{\n/gm,
    replace: `
let outdated;
const updateCurrentConfig = (siteCfg, given) => { outdated = { siteCfg, given }; };
const settledConfig = () => {
  if (outdated) {
    const { siteCfg, given } = outdated;
    outdated = undefined;
    const plain = siteCfg === siteConfig && given.every((each) => Object.keys(each).length === 0);
    const known = plain ? plainConfigs.get(diagramConfigKey) : undefined;
    if (known) currentConfig = known;
    else computeConfig(siteCfg, given);
    if (plain) plainConfigs.set(diagramConfigKey, currentConfig);
  }
  return currentConfig;
};
// By the key of the diagram type; forgotten when the site's configuration changes.
const plainConfigs = new Map();
var computeConfig = /* @__PURE__ */ __name((siteCfg, _directives) => {
`,
    times: 1,
  },
  copyPatch,
  {
    why: 'hand out the configuration without a copy',
    find: /^var getConfig = \/\* @__PURE__ \*\/ __name\(\(\) => \{\n {2}return assignWithDepth_default\(\{\}, currentConfig\);\n/gm,
    replace: 'var getConfig = /* @__PURE__ */ __name(() => {\n  return settledConfig();\n',
    times: 1,
  },
  {
    why: 'change the configuration as it is now, which each diagram of a type does in the same way',
    find: /updateCurrentConfig\(currentConfig, \[conf\]\);/g,
    replace: `
    const before = settledConfig();
    const changed = changedConfigs.get(before) ?? new Map();
    const change = JSON.stringify(conf);
    if (!changed.has(change)) {
      updateCurrentConfig(before, [conf]);
      changed.set(change, settledConfig());
    }
    currentConfig = changed.get(change);
    changedConfigs.set(before, changed);`,
    times: 1,
  },
  {
    why: 'keep what was changed in that way for as long as what it was before',
    find: /^var setConfig = /gm,
    replace: 'const changedConfigs = new WeakMap();\nvar setConfig = ',
    times: 1,
  },
  {
    why: 'forget what was computed under another site configuration',
    find: /^var (setSiteConfig|updateSiteConfig) = \/\* @__PURE__ \*\/ __name\(\(conf\) => \{\n/gm,
    replace: '$&  plainConfigs.clear();\n',
    times: 2,
  },
  {
    why: 'compute the variables of a theme once',
    find: /cfg\.themeVariables = themes_default\[cfg\.theme\]\.getThemeVariables\(themeVariables\);/g,
    replace: `
    const themeKey = cfg.theme + JSON.stringify(themeVariables);
    let variables = knownThemes.get(themeKey);
    if (!variables) {
      if (knownThemes.size >= 50) knownThemes.clear();
      variables = themes_default[cfg.theme].getThemeVariables(themeVariables);
      knownThemes.set(themeKey, variables);
    }
    cfg.themeVariables = variables;`,
    times: 1,
  },
  {
    why: 'keep the variables of themes',
    find: /^var resolveAppearance = /gm,
    replace: 'const knownThemes = new Map();\nvar resolveAppearance = ',
    times: 1,
  },
];

/** The same for the entry. @type {readonly Patch[]} */
export const entryConfigurationPatches = [
  {
    why: 'let detectors write into an object of their own',
    find: /diagramType = detectType\(processed\.code\.cleaned, getConfig\(\)\);/g,
    replace: 'diagramType = detectType(processed.code.cleaned, {});',
    times: 1,
  },
  {
    why: 'let diagrams prepare a configuration of their own: these parts of it are written to',
    find: /^ {4}const config = getConfig\(\);\n(?= {4}const type = detectType)/gm,
    replace: `
    const config = { ...getConfig() };
    for (const part of ['agentflow', 'class', 'flowchart', 'sequence', 'state'])
      if (config[part]) config[part] = { ...config[part] };
`,
    times: 1,
  },
];

/** Makes a parser that changes the shared configuration throw, after the patches above. @type {readonly Patch[]} */
export const frozenPatches = [
  {
    why: 'freeze the configuration that is handed out',
    find: /return settledConfig\(\);/g,
    replace: `
  const freeze = (value) => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
    Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  return freeze(settledConfig());`,
    times: 1,
  },
];
