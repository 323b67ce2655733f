/**
 * A finding of `check`: like any other, with the people concerned where people were given.
 */
import type { Polygon } from '../../arrangement/trace.js';
import type { Finding } from '../../trouble/finding.js';

export interface CheckFinding extends Finding {
  /** People of each measure on the land concerned; empty where the finding has no land or no people were given. */
  readonly people: readonly number[];
  /** The land concerned, in the coordinates of the run; empty where it is not about a piece of land. */
  readonly land: readonly Polygon[];
}

/** A finding that is not about a piece of land. */
export const withoutLand = (finding: Finding): CheckFinding => ({ ...finding, people: [], land: [] });

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Findings in the order of the table: gravest first, then by layer, kind, largest land, code. */
export function sortCheckFindings(findings: readonly CheckFinding[]): CheckFinding[] {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      text(a.layer, b.layer) ||
      text(a.finding, b.finding) ||
      (b.area ?? 0) - (a.area ?? 0) ||
      text(a.code, b.code) ||
      text(a.otherCode, b.otherCode) ||
      text(a.detail, b.detail),
  );
}
