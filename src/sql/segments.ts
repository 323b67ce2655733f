/**
 * Positions that are put into long edges before an engine measures along geodesics.
 */

/** Degrees between positions: an edge of 0.001° strays less than a thousandth of a millimetre from its geodesic. */
export const SEGMENT_DEGREES = 0.001;
