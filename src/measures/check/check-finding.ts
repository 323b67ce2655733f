/**
 * A finding of `check`: like any other, with the people concerned where people were given.
 */
import type { Polygon } from '../../arrangement/trace.js';
import type { Finding } from '../../trouble/finding.js';
import { compareCodes } from '../../trouble/order.js';

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
  return [...findings].sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      compareCodes(a.layer, b.layer) ||
      compareCodes(a.finding, b.finding) ||
      (b.area ?? 0) - (a.area ?? 0) ||
      compareCodes(a.code, b.code) ||
      compareCodes(a.otherCode, b.otherCode) ||
      compareCodes(a.detail, b.detail),
  );
}
