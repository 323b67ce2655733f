/**
 * What was given, without what was not.
 */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The keys that hold something. */
export const withoutUndefined = <T extends object>(fields: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;

/** What a function makes of a text, where there is one. */
export const mapped = <T>(text: string | undefined, make: (text: string) => T): T | undefined =>
  text === undefined ? undefined : make(text);
