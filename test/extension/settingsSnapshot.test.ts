import assert from 'node:assert/strict';
import { parseSettings } from '../../extension/settingsSnapshot.ts';

const parse = (settings: Readonly<Record<string, unknown>>): ReturnType<typeof parseSettings> =>
  parseSettings((key) => settings[key]);

describe('settings', () => {
  it('have defaults for everything', () => {
    assert.deepEqual(parse({}), {
      layer: {
        profile: 'standard',
        rules: {},
        visualThreshold: 0.8,
        threeAmThreshold: 70,
        fenceLanguages: [],
        target: 'mermaid-12',
      },
      run: 'onType',
      workspaceCheck: 'onDemand',
      codeLens: true,
      statusBar: true,
      badges: false,
      look: 'editor',
      mouseNavigation: 'always',
      images: { scale: 2, paper: true, colours: 'preview' },
      budgetMs: 2000,
    });
  });

  it('are taken as they are set', () => {
    const settings = parse({
      'diagramGates.profile': 'strict',
      'diagramGates.run': 'onSave',
      'diagramGates.workspace.check': 'onOpen',
      'diagramGates.rules': { DG001: 'warning', 'Text-Heavy': 'off' },
      'diagramGates.codeLens.enabled': false,
      'diagramGates.statusBar.enabled': false,
      'diagramGates.explorer.badges': true,
      'diagramGates.preview.lookLike': 'github',
      'markdown-mermaid.mouseNavigation.enabled': 'alt',
      'diagramGates.visualThreshold': 0.5,
      'diagramGates.threeAmThreshold': 40,
      'diagramGates.export.scale': 9,
      'diagramGates.export.background': 'transparent',
      'diagramGates.export.colours': 'light',
      'diagramGates.target': 'both',
      'diagramGates.checker.budgetMs': 500,
      'markdown-mermaid.languages': ['mermaid', 'mmd'],
    });
    assert.deepEqual(settings, {
      layer: {
        profile: 'strict',
        rules: { dg001: 'warning', 'text-heavy': 'off' },
        visualThreshold: 0.5,
        threeAmThreshold: 40,
        target: 'both',
        fenceLanguages: ['mermaid', 'mmd'],
      },
      run: 'onSave',
      workspaceCheck: 'onOpen',
      codeLens: false,
      statusBar: false,
      badges: true,
      look: 'github',
      mouseNavigation: 'alt',
      images: { scale: 4, paper: false, colours: 'light' },
      budgetMs: 500,
    });
  });

  it('fall back where a value has the wrong type', () => {
    const settings = parse({
      'diagramGates.profile': 'loud',
      'diagramGates.run': 3,
      'diagramGates.rules': ['DG001'],
      'diagramGates.codeLens.enabled': 'yes',
      'diagramGates.visualThreshold': Number.NaN,
      'diagramGates.threeAmThreshold': '40',
      'diagramGates.checker.budgetMs': '1000',
      'markdown-mermaid.languages': 'mmd',
    });
    assert.deepEqual(settings, parse({}));
  });

  it('keep the numbers within their limits', () => {
    const settings = parse({ 'diagramGates.visualThreshold': 7, 'diagramGates.checker.budgetMs': 1 });
    assert.equal(settings.layer.visualThreshold, 1);
    assert.equal(settings.budgetMs, 100);
  });

  it('lose only the rule whose value means nothing', () => {
    const { layer } = parse({ 'diagramGates.rules': { DG001: 'loud', DG002: 'info' } });
    assert.deepEqual(layer.rules, { dg002: 'info' });
  });

  it('leave links to VS Code where it checks them itself, unless they are asked for', () => {
    const parsed = parse({ 'markdown.validate.enabled': true, 'diagramGates.rules': { 'link-missing-file': 'info' } });
    assert.deepEqual(parsed.layer.rules, { 'link-missing-file': 'info', 'link-missing-anchor': 'off' });
    assert.deepEqual(parse({ 'markdown.validate.enabled': 'yes' }).layer.rules, {});
  });

  it('follow what was set for the built-in preview, and not what it does by itself', () => {
    const of = (read: Readonly<Record<string, unknown>>, set: Readonly<Record<string, unknown>>): string =>
      parseSettings(
        (key) => read[key],
        (key) => set[key],
      ).mouseNavigation;
    const [ours, theirs] = ['diagramGates.preview.mouseNavigation', 'markdown-mermaid.mouseNavigation.enabled'];
    assert.equal(of({ [ours]: 'always', [theirs]: 'alt' }, {}), 'always');
    assert.equal(of({}, { [theirs]: 'never' }), 'never');
    assert.equal(of({}, { [ours]: 'alt', [theirs]: 'never' }), 'alt');
    assert.equal(of({}, { [ours]: 'now and then' }), 'always');
  });
});
