/**
 * Positions that are put into long edges before an engine measures along geodesics.
 */

/** Degrees between positions: an edge of 0.005° strays 0.02 mm from its geodesic. */
export const SEGMENT_DEGREES = 0.005;
