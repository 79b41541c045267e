/** Merges the layers of a configuration into the one a check runs under. */
import { defaultConfig } from '../config.ts';
import type { Config, SettingsLayer } from '../config.ts';
import type { RuleNames } from '../gates/names.ts';
import type { Severity } from '../model.ts';
import { mergeWords } from './ownWords.ts';

/** Merges `layers`, the strongest first, over the defaults. Rules are merged one by one; names nobody knows are left out. Words add up. */
export function mergeConfig(layers: readonly SettingsLayer[], names: RuleNames): Config {
  const rules: Record<string, Severity | 'off'> = {};
  for (const layer of layers.toReversed()) {
    for (const [name, severity] of Object.entries(layer.rules ?? {})) {
      const rule = names.find(name);
      if (rule !== undefined) rules[rule.id] = severity;
    }
  }
  const words = mergeWords(layers.map((layer) => layer.words));
  return {
    ...(words === undefined ? {} : { words }),
    profile: strongest(layers, 'profile') ?? defaultConfig.profile,
    rules,
    visualThreshold: strongest(layers, 'visualThreshold') ?? defaultConfig.visualThreshold,
    threeAmThreshold: strongest(layers, 'threeAmThreshold') ?? defaultConfig.threeAmThreshold,
    fenceLanguages: strongest(layers, 'fenceLanguages') ?? defaultConfig.fenceLanguages,
    target: strongest(layers, 'target') ?? defaultConfig.target,
    planes: strongest(layers, 'planes') ?? defaultConfig.planes,
  };
}

function strongest<Key extends keyof SettingsLayer>(
  layers: readonly SettingsLayer[],
  key: Key,
): SettingsLayer[Key] | undefined {
  return layers.find((layer) => layer[key] !== undefined)?.[key];
}
