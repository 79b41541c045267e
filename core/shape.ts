/** Readers that turn an unknown value, such as a message from another process, into a typed one or refuse it. */

/** The accepted value, boxed so that `undefined` can be one; `undefined` itself means refused. */
export type Reading<T> = { readonly value: T } | undefined;
export type Reader<T> = (raw: unknown) => Reading<T>;
/** The type a reader yields. */
export type Shape<R> = R extends Reader<infer T> ? T : never;

/** Text of at most `longest` UTF-16 units. */
export const text =
  (longest = 2_000): Reader<string> =>
  (raw) =>
    typeof raw === 'string' && raw.length <= longest ? { value: raw } : undefined;

/** A whole number from `least` to `most`, both included. */
export const whole =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (raw) =>
    typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most ? { value: raw } : undefined;

/** A finite number from `least` to `most`, both included. */
export const finite =
  (least: number, most: number): Reader<number> =>
  (raw) =>
    typeof raw === 'number' && raw >= least && raw <= most ? { value: raw } : undefined;

export const flag: Reader<boolean> = (raw) => (typeof raw === 'boolean' ? { value: raw } : undefined);

/** Exactly one of the literals. */
export const oneOf =
  <const T extends string | number>(...literals: readonly T[]): Reader<T> =>
  (raw) => {
    const value = literals.find((literal) => literal === raw);
    return value === undefined ? undefined : { value };
  };

/** Absent, or what `reader` accepts; a message that went through JSON has lost its `undefined` fields. */
export const optional =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (raw) =>
    raw === undefined ? { value: undefined } : reader(raw);

/** An array of at most `longest` items, refused as a whole when one item is. */
export const list =
  <T>(reader: Reader<T>, longest: number): Reader<readonly T[]> =>
  (raw) => {
    if (!Array.isArray(raw) || raw.length > longest) return undefined;
    const items: T[] = [];
    for (const item of raw as readonly unknown[]) {
      const read = reader(item);
      if (read === undefined) return undefined;
      items.push(read.value);
    }
    return { value: items };
  };

type Fields<F> = { readonly [K in keyof F]: Shape<F[K]> };

/** An object with these fields; others are dropped, so nothing unexpected travels on. */
export const record =
  <const F extends Readonly<Record<string, Reader<unknown>>>>(fields: F): Reader<Fields<F>> =>
  (raw) => {
    if (typeof raw !== 'object' || raw === null) return undefined;
    const result: Record<string, unknown> = {};
    for (const [name, reader] of Object.entries(fields)) {
      const read = reader(Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined);
      if (read === undefined) return undefined;
      result[name] = read.value;
    }
    // Every field was read by its own reader just above.
    return { value: result as Fields<F> };
  };

/** The first of the alternatives that accepts the value. */
export const either =
  <const R extends readonly Reader<unknown>[]>(...readers: R): Reader<Shape<R[number]>> =>
  (raw) => {
    for (const reader of readers) {
      const read = reader(raw);
      // Each alternative yields its own shape, and the result is their union.
      if (read !== undefined) return read as Reading<Shape<R[number]>>;
    }
    return undefined;
  };

/** A function that gives the value itself, or `undefined` when it is refused; for shapes that cannot be `undefined`. */
export const parser =
  <T extends object>(reader: Reader<T>): ((raw: unknown) => T | undefined) =>
  (raw) =>
    reader(raw)?.value;
