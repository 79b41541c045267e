/** What `npm test` runs, in order. Each suite is an npm script, so that it can be run alone in the same way. */

interface Suite {
  readonly name: string;
  /** The npm script. */
  readonly script: string;
}

/** Passes or fails as a whole. */
interface CheckSuite extends Suite {
  readonly kind: 'check';
}

/** Counts tests, which it writes as mocha's JSON. */
interface TestSuite extends Suite {
  readonly kind: 'tests';
  /** Needs the bundles of the suite `build`. */
  readonly built?: boolean;
}

/** Like tests, but writes one result `host-<VS Code>.json` for each VS Code it ran in. */
interface HostSuite extends Suite {
  readonly kind: 'host';
  readonly built: true;
}

export const suites: readonly (CheckSuite | TestSuite | HostSuite)[] = [
  { kind: 'check', name: 'types', script: 'types' },
  { kind: 'check', name: 'lint', script: 'lint' },
  { kind: 'check', name: 'format', script: 'format:check' },
  { kind: 'check', name: 'layers', script: 'layers' },
  { kind: 'check', name: 'unused', script: 'unused' },
  { kind: 'tests', name: 'unit', script: 'test:unit' },
  { kind: 'tests', name: 'contract', script: 'test:contract' },
  { kind: 'check', name: 'build', script: 'build' },
  { kind: 'tests', name: 'faults', script: 'test:faults', built: true },
  { kind: 'tests', name: 'webview', script: 'test:webview', built: true },
  { kind: 'host', name: 'host', script: 'test:host', built: true },
  { kind: 'tests', name: 'page', script: 'test:page', built: true },
];

export type AnySuite = (typeof suites)[number];
