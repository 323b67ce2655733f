/**
 * Codes that are the same but for case and spaces: `e01000001` and `E01000001`, `LS1 4AP` and `LS14AP`.
 */
import { comparable } from '../trouble/order.js';

/** Codes as they are compared, to look others up among them. */
export function comparableSet(codes: Iterable<string>): ReadonlySet<string> {
  const set = new Set<string>();
  for (const code of codes) set.add(comparable(code));
  return set;
}

/**
 * For some codes the one of `wanted` that is spelled otherwise, by code. Codes that are in `wanted` as they are, that
 * two of it could stand for, or that would meet another, have none.
 */
export function respellings(codes: readonly string[], wanted: ReadonlySet<string>): Map<string, string> {
  const odd = codes.filter((code) => !wanted.has(code));
  const found = new Map<string, string>();
  if (odd.length === 0) return found;
  const keys = comparableSet(odd);
  const spelled = new Map<string, string | null>();
  for (const code of wanted) {
    const key = comparable(code);
    if (keys.has(key)) spelled.set(key, spelled.has(key) ? null : code);
  }
  const taken = new Set(codes);
  for (const code of odd) {
    const other = spelled.get(comparable(code)) ?? null;
    if (other === null || taken.has(other)) continue;
    taken.add(other);
    found.set(code, other);
  }
  return found;
}
