/**
 * Packed: a layer or a sheet taken apart into plain facts and flat arrays, the form in which it can be kept and had back
 * as it was.
 */
export type FlatArray = Float64Array | Int32Array | Uint32Array | Int8Array;

export interface Packed {
  /** What JSON holds as it is. */
  readonly facts: unknown;
  readonly arrays: readonly FlatArray[];
}

/**
 * Whether JSON gives a value back as it is: texts, numbers that are neither infinite nor -0, lists and plain records. A
 * key without a value is as good as none.
 */
export function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isPlain);
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every((each) => each === undefined || isPlain(each))
  );
}
