/** Follows `extends` from one configuration file to the next, whatever holds the files. */
import { readExtends } from './configFile.ts';

/** A configuration file under the name its host knows it by, one for each file. */
export interface PlacedConfig {
  readonly place: string;
  readonly text: string;
}

/** Reads the file that `target` means, written in the file at `from`; a problem ends a sentence that begins with the target. */
export type OpenConfig = (target: string, from: string) => Promise<PlacedConfig | { readonly problem: string }>;

export interface ConfigChain {
  /** The file itself, then what it extends, then what that extends. */
  readonly files: readonly PlacedConfig[];
  /** What is wrong with the `extends` of the first file; what is wrong further on is said of the file where it is. */
  readonly problem: string | undefined;
}

export async function followExtends(first: PlacedConfig, open: OpenConfig): Promise<ConfigChain> {
  const files = [first];
  const seen = new Set([first.place]);
  for (let last = first; ;) {
    const target = readExtends(last.text);
    if (target === undefined) return { files, problem: undefined };
    const next = await open(target, last.place);
    if ('problem' in next) {
      return { files, problem: last === first ? `\`${target}\` cannot be extended: ${next.problem}.` : undefined };
    }
    if (seen.has(next.place)) {
      const leadsHere = next.place === first.place;
      return { files, problem: leadsHere ? describeCircle(readExtends(first.text) ?? target) : undefined };
    }
    if (files.length === longestChain) return { files, problem: `More than ${longestChain} files extend each other.` };
    seen.add(next.place);
    files.push(next);
    last = next;
  }
}

const longestChain = 100;

const describeCircle = (target: string): string =>
  `\`${target}\` cannot be extended: it leads back to this file. Take \`extends\` out of one of them.`;
