/** What the readers of a configuration's values share: how a problem is said, and where. */

/** Something in a configuration that is not understood; it is left out of the layer. */
export interface LayerProblem {
  /** The keys that lead to it, from the configuration's root. */
  readonly path: readonly (string | number)[];
  /** Whether the key itself or its value is at fault. */
  readonly at: 'key' | 'value';
  readonly message: string;
  /** Set where the key was taken for a rule: the rule that was probably meant, if one is near. */
  readonly unknownRule?: { readonly suggestion: string | undefined };
}

/** The value of `key` is not what it must be. */
export function wrongValue(key: string, demand: string): LayerProblem {
  return { path: [key], at: 'value', message: `\`${key}\` ${demand}.` };
}

/** `a`, `b` or `c`. */
export function listOf(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

/** Whether `value` is an object with keys. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
