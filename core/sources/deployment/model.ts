/** What runs where, as the files that deploy it say. */
import type { Plane } from '../../lexicon/planes.ts';

export interface Part {
  /** What links refer to. */
  readonly key: string;
  readonly name: string;
  /** What kind of thing it is where the file says more than that it is a service: `StatefulSet`, `aws_db_instance`. */
  readonly kind: string;
  readonly plane: Plane;
  readonly image: string;
  readonly version: string;
  /** `3`, `2 to 10`, `1 per node`; empty where there is no such thing. */
  readonly replicas: string;
  readonly cpu: string;
  readonly memory: string;
  readonly storage: string;
  readonly ports: readonly string[];
  /** What a plan does to it; empty elsewhere. */
  readonly change: string;
  /** Where it is told, then where its figures are. */
  readonly lines: readonly number[];
}

/** One part uses, or sends to, another. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

export interface Deployment {
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  /** How many more things the file speaks of that are no components, such as networks. */
  readonly others: number;
  /** Whether a part without a number of replicas has one. */
  readonly countsOne: boolean;
  /** Files that say more of it and were not given. */
  readonly elsewhere: readonly string[];
}
