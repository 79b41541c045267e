/** What an interface offers, as its OpenAPI description says. */

export interface Response {
  /** `201`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string;
  readonly line: number;
}

export interface Field {
  /** `lines[].article` for a field of the items of a list. */
  readonly name: string;
  /** Where it travels: `path`, `query`, `header`, `cookie`, `body`. */
  readonly place: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** `1 to 50 items`, `at most 400 characters`. */
  readonly limits: string;
  readonly line: number;
}

export interface Callback {
  readonly name: string;
  readonly method: string;
  readonly statuses: readonly string[];
  readonly line: number;
}

export interface Operation {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly isDeprecated: boolean;
  /** What a caller has to show: `bearer token`. */
  readonly security: string;
  /** The media types of its body; empty where it takes none. */
  readonly body: string;
  readonly responses: readonly Response[];
  readonly line: number;
}

export interface Interface {
  readonly title: string;
  readonly version: string;
  readonly operations: readonly Operation[];
  readonly shown: Operation;
  /** Of the operation that is shown. */
  readonly fields: readonly Field[];
  readonly callbacks: readonly Callback[];
  /** How many requests it sends of its own accord, which are not told. */
  readonly webhooks: number;
}
