/** Parses what a settings object, a configuration file or front matter says into a layer, and says what it cannot. */
import { profiles, targets } from '../config.ts';
import type { Profile, SettingsLayer, Target } from '../config.ts';
import type { RuleNames } from '../gates/names.ts';
import { severities } from '../model.ts';
import type { Severity } from '../model.ts';
import { findNearest } from '../nearest.ts';
import { parseWords } from './ownWords.ts';
import { parsePlanes } from './planes.ts';
import { isRecord, listOf, wrongValue } from './values.ts';
import type { LayerProblem } from './values.ts';

export interface ParsedLayer {
  readonly layer: SettingsLayer;
  readonly problems: readonly LayerProblem[];
}

/** The keys of a configuration, for messages. */
const layerKeys = [
  'profile',
  'rules',
  'visualThreshold',
  'threeAmThreshold',
  'fenceLanguages',
  'target',
  'planes',
  'words',
] as const;

/** Reads `raw`, which may be anything. Keys in `others` may stand there too, and are the caller's to read. */
export function parseLayer(raw: unknown, names: RuleNames, others: readonly string[] = []): ParsedLayer {
  if (!isRecord(raw)) {
    return { layer: {}, problems: [{ path: [], at: 'value', message: 'The configuration must be an object.' }] };
  }
  const problems: LayerProblem[] = [];
  const layer: { -readonly [Key in keyof SettingsLayer]: SettingsLayer[Key] } = {};
  for (const [key, value] of Object.entries(raw)) {
    switch (key) {
      case '$schema':
        break;
      case 'profile':
        if (isProfile(value)) layer.profile = value;
        else problems.push(wrongValue(key, `must be ${listOf(profiles)}`));
        break;
      case 'rules':
        layer.rules = parseRules(value, names, problems);
        break;
      case 'visualThreshold':
        if (typeof value === 'number' && value >= 0 && value <= 1) layer.visualThreshold = value;
        else problems.push(wrongValue(key, 'must be a number from 0 to 1'));
        break;
      case 'threeAmThreshold':
        if (typeof value === 'number' && value >= 0 && value <= 100) layer.threeAmThreshold = value;
        else problems.push(wrongValue(key, 'must be a number from 0 to 100'));
        break;
      case 'fenceLanguages':
        if (Array.isArray(value) && value.every((each) => typeof each === 'string')) layer.fenceLanguages = value;
        else problems.push(wrongValue(key, 'must be a list of words'));
        break;
      case 'target':
        if (isTarget(value)) layer.target = value;
        else problems.push(wrongValue(key, `must be ${listOf(targets)}`));
        break;
      case 'planes': {
        const parsed = parsePlanes(value);
        if ('planes' in parsed) layer.planes = parsed.planes;
        else problems.push(wrongValue(key, parsed.problem));
        break;
      }
      case 'words': {
        const parsed = parseWords(value);
        layer.words = parsed.words;
        problems.push(...parsed.problems);
        break;
      }
      default:
        if (!others.includes(key))
          problems.push({ path: [key], at: 'key', message: describeUnknownKey(key, [...layerKeys, ...others]) });
    }
  }
  return { layer, problems };
}

function parseRules(value: unknown, names: RuleNames, problems: LayerProblem[]): Record<string, Severity | 'off'> {
  const rules: Record<string, Severity | 'off'> = {};
  if (!isRecord(value)) {
    problems.push(wrongValue('rules', 'must be an object whose keys are rules'));
    return rules;
  }
  for (const [name, setting] of Object.entries(value)) {
    const rule = names.find(name);
    if (rule === undefined) {
      const suggestion = names.suggest(name);
      problems.push({
        path: ['rules', name],
        at: 'key',
        message: describeUnknownRule(name, suggestion),
        unknownRule: { suggestion },
      });
      continue;
    }
    const severity = parseSeverity(setting, rule.severity === 'off' ? 'warning' : rule.severity);
    if (severity === undefined) {
      problems.push({
        path: ['rules', name],
        at: 'value',
        message: `\`${name}\` must be true, false, ${listOf([...severities, 'off'])}, or an object with a \`severity\`.`,
      });
    } else {
      rules[rule.id.toLowerCase()] = severity;
    }
  }
  return rules;
}

function parseSeverity(setting: unknown, usual: Severity): Severity | 'off' | undefined {
  if (setting === true) return usual;
  if (setting === false || setting === 'off') return 'off';
  if (isRecord(setting)) {
    const { severity, ...others } = setting;
    if (Object.keys(others).length > 0) return undefined;
    return severity === undefined ? usual : parseSeverity(severity, usual);
  }
  return severities.find((severity) => severity === setting);
}

/** What is said about a rule's name that nobody knows. */
export function describeUnknownRule(name: string, suggestion: string | undefined): string {
  const hint = suggestion === undefined ? 'docs/gates/README.md lists the rules' : `did you mean \`${suggestion}\`?`;
  return `There is no rule \`${name}\`: ${hint}${suggestion === undefined ? '.' : ''}`;
}

function describeUnknownKey(key: string, known: readonly string[]): string {
  const nearest = findNearest(key, known);
  return `There is no setting \`${key}\`: ${nearest === undefined ? `it must be ${listOf(known)}.` : `did you mean \`${nearest}\`?`}`;
}

const isProfile = (value: unknown): value is Profile => profiles.some((profile) => profile === value);

const isTarget = (value: unknown): value is Target => targets.some((target) => target === value);
