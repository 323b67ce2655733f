import { compareCodes } from './order.js';

/**
 * A fault of the map: something in the data a reader of the result should know.
 *
 * Findings are data. They are part of the result document, sorted, with an id that stays the same from run to
 * run as long as the fault does, so that a baseline can tell new ones from old.
 */
export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  /** Id of the layer concerned, or blank. */
  readonly layer: string;
  /** Short name of the kind of finding, e.g. `repeated-polygon`. */
  readonly finding: string;
  readonly severity: Severity;
  /** Code of the unit concerned, or blank. */
  readonly code: string;
  readonly name: string;
  /** The other unit, where there are two. */
  readonly otherCode: string;
  /** Square metres concerned, or null. */
  readonly area: number | null;
  /** Metres, or null. */
  readonly width: number | null;
  /** Where: longitude and latitude in degrees (or easting and northing in a planar run), or null. */
  readonly position: readonly [number, number] | null;
  /** One sentence for people. */
  readonly detail: string;
}

/** An id that stays the same from run to run: kind of finding, layer and codes, never an order of arrival. */
export function findingId(finding: Finding): string {
  return [finding.finding, finding.layer, finding.code, finding.otherCode]
    .filter((part) => part !== '')
    .join(':');
}

/** A finding with everything blank that is not given. */
export function makeFinding(
  given: Pick<Finding, 'layer' | 'finding' | 'severity' | 'detail'> & Partial<Finding>,
): Finding {
  return { code: '', name: '', otherCode: '', area: null, width: null, position: null, ...given };
}

/** Findings in an order of their own: by id, then by detail. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding): string => `${findingId(finding)}\u0000${finding.detail}`;
  return [...findings].sort((a, b) => compareCodes(key(a), key(b)));
}
