/** Who may import whom. Each rule has a planted violation in test/contract/layers.test.ts. */
const layer = (name, from, allowed, to = {}) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed, ...to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
    layer('core-is-pure', '^core/', [
      '^core/',
      'node_modules/(markdown-it|github-slugger|yaml|jsonc-parser|picomatch|ignore|papaparse|saxen)/',
    ]),
    layer('checker-knows-core-and-mermaid', '^checker/', ['^core/', '^checker/', 'node_modules/mermaid/']),
    layer('extension-knows-core-and-vscode', '^extension/', [
      '^core/',
      '^extension/',
      '^vscode$',
      '^(node:)?(worker_threads|child_process)$',
      'node_modules/@types/vscode/',
    ]),
    {
      // Other programs are started for the history of pages only, and by one file, which sees to what may go wrong with that.
      name: 'git-is-run-in-one-place',
      severity: 'error',
      from: { path: '^extension/', pathNot: '^extension/runGit\\.ts$' },
      to: { path: '^(node:)?child_process$' },
    },
    layer('shell-knows-protocol-and-model', '^webview/shell/', [
      '^core/(protocol|comparisonProtocol|renderProtocol|shape|model|frameParts|mermaid/typeName)\\.ts$',
      '^webview/shell/',
      'node_modules/dompurify/',
    ]),
    layer('dashboard-knows-its-protocol', '^webview/dashboard/', [
      '^core/dashboardProtocol\\.ts$',
      '^webview/dashboard/',
    ]),
    layer('frame-knows-protocol-and-mermaid', '^webview/frame/(?!pdf/)', [
      '^core/(protocol|model|frameParts)\\.ts$',
      '^webview/frame/',
      'node_modules/mermaid/',
    ]),
    {
      // What makes PDF is brought in when somebody wants one; the frame itself knows its shape, and no more.
      name: 'pdf-is-a-part-of-its-own',
      severity: 'error',
      from: { path: '^webview/frame/(?!pdf/)' },
      to: { path: '^webview/frame/pdf/', pathNot: '^webview/frame/pdf/page\\.ts$' },
    },
    layer('pdf-knows-what-makes-pdf', '^webview/frame/pdf/', [
      '^webview/frame/pdf/',
      'node_modules/(jspdf|svg2pdf\\.js)/',
    ]),
    // Node's own modules are told by their kind: their names come with and without `node:`.
    layer(
      'cli-knows-core-checker-and-node',
      '^cli/',
      ['^core/', '^checker/', '^cli/', 'node_modules/(tinyglobby|ignore|@modelcontextprotocol)/'],
      { dependencyTypesNot: ['core'] },
    ),
    {
      // What several rules of one gate read lies in the gate's own `facts/`; `…Rules.ts` are lists of rules, as gate.ts is.
      name: 'rules-do-not-know-each-other',
      severity: 'error',
      from: { path: '^core/gates/([^/]+)/(?!(?:gate|[a-z]+Rules)\\.ts$)' },
      to: { path: '^core/gates/', pathNot: ['^core/gates/rule\\.ts$', '^core/gates/$1/facts/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    builtInModules: { add: ['vscode'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
