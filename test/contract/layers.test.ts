/** Plants a forbidden import for every rule of .dependency-cruiser.mjs and sees it refused. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';

const layers = ['core', 'checker', 'extension', 'webview', 'cli'];

interface Violation {
  readonly from: string;
  readonly rule: string;
}

/** Rule by rule, files that break it: path and what they import. */
const planted: Readonly<Record<string, readonly (readonly [file: string, code: string])[]>> = {
  'no-cycles': [
    ['core/plantedOne.ts', "export * from './plantedTwo.ts';"],
    ['core/plantedTwo.ts', "import type * as one from './plantedOne.ts';\nexport type One = typeof one;"],
  ],
  'no-unresolvable': [['core/plantedNowhere.ts', "export * from './nowhere.ts';"]],
  'core-is-pure': [
    ['core/plantedNode.ts', "export * from 'node:fs';"],
    ['core/plantedVscode.ts', "export * from 'vscode';"],
    ['core/plantedUp.ts', "export * from '../cli/help.ts';"],
    ['core/plantedMermaid.ts', "export * from 'mermaid';"],
  ],
  'checker-knows-core-and-mermaid': [['checker/planted.ts', "export * from '../cli/help.ts';"]],
  'extension-knows-core-and-vscode': [
    ['extension/plantedChecker.ts', "export * from '../checker/oracle.ts';"],
    ['extension/plantedMermaid.ts', "export * from 'mermaid';"],
    ['extension/plantedNode.ts', "export * from 'node:http';"],
  ],
  'git-is-run-in-one-place': [['extension/plantedGit.ts', "export * from 'node:child_process';"]],
  'shell-knows-protocol-and-model': [
    ['webview/shell/plantedEngine.ts', "export * from '../../core/engine.ts';"],
    ['webview/shell/plantedMermaid.ts', "export * from 'mermaid';"],
  ],
  'dashboard-knows-its-protocol': [['webview/dashboard/plantedModel.ts', "export * from '../../core/model.ts';"]],
  'frame-knows-protocol-and-mermaid': [['webview/frame/planted.ts', "export * from '../../core/engine.ts';"]],
  'pdf-is-a-part-of-its-own': [['webview/frame/plantedPdf.ts', "export * from './pdf/printer.ts';"]],
  'pdf-knows-what-makes-pdf': [['webview/frame/pdf/planted.ts', "export * from '../guard.ts';"]],
  'cli-knows-core-checker-and-node': [
    ['cli/plantedExtension.ts', "export * from '../extension/contributions.ts';"],
    ['cli/plantedPackage.ts', "export * from 'markdown-it';"],
  ],
  'rules-do-not-know-each-other': [
    ['core/gates/visual/plantedRule.ts', "export * from './text-heavy.ts';"],
    ['core/gates/visual/plantedFacts.ts', "export * from '../renders/facts/headers.ts';"],
  ],
};

interface Cruise {
  readonly violations: readonly Violation[];
  readonly modules: number;
  readonly rules: readonly string[];
}

function cruise(root: string): Cruise {
  const cli = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [cli, ...layers, '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const output = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 });
  // The shape is dependency-cruiser's documented output; what is wrong with it would fail the assertions below.
  const result = JSON.parse(output) as {
    readonly summary: {
      readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
      readonly totalCruised: number;
      readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
    };
  };
  const violations = result.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
  const rules = result.summary.ruleSetUsed.forbidden.map(({ name }) => name);
  return { violations, modules: result.summary.totalCruised, rules };
}

describe('the layers', function () {
  this.timeout(120_000);

  it('are kept by the code as it is, and the check really read it', () => {
    const { violations, modules } = cruise(projectRoot);
    assert.deepEqual(violations, []);
    assert.ok(modules > 100, `only ${modules} modules were read`);
  });

  it('refuse a planted import for every rule', async () => {
    const root = await makeTemporaryFolder('layers');
    try {
      for (const name of [...layers, '.dependency-cruiser.mjs', 'tsconfig.base.json', 'package.json']) {
        cpSync(path.join(projectRoot, name), path.join(root, name), { recursive: true });
      }
      symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'));
      for (const [file, code] of Object.values(planted).flat()) {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), `${code}\n`);
      }
      const { violations, rules } = cruise(root);
      assert.deepEqual(Object.keys(planted), rules);
      for (const [rule, files] of Object.entries(planted)) {
        // A cycle is reported at one of its files.
        const expected = rule === 'no-cycles' ? files.slice(0, 1) : files;
        for (const [file] of expected) {
          const isRefused = violations.some((violation) => violation.rule === rule && violation.from === file);
          assert.ok(isRefused, `${rule} did not refuse ${file}`);
        }
      }
      const strays = violations.filter(({ from }) => !path.basename(from).startsWith('planted'));
      assert.deepEqual(strays, []);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
