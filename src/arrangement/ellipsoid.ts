/**
 * Areas and lengths on the WGS84 ellipsoid, edge by edge, where they are asked for one at a time. The formulas are the
 * kernel's (src/kernel/ellipsoid.ts); a whole map is measured there.
 */
import { askKernel } from './ask-kernel.js';

/** The authalic term at a sine of latitude: square metres per radian of longitude between it and the equator. */
export const authalic = (sine: number): number => askKernel().authalic(sine);

/**
 * Square metres between an edge and the equator, positive for an edge that runs west with the land on its left
 * (so that a counter-clockwise ring in the north has a positive sum). Degrees in.
 */
export const areaUnderEdge = (lon1: number, lat1: number, lon2: number, lat2: number): number =>
  askKernel().areaUnderEdge(lon1, lat1, lon2, lat2);

/** Length of an edge in metres, by the radii of curvature at its middle latitude. Degrees in. */
export const edgeLength = (lon1: number, lat1: number, lon2: number, lat2: number): number =>
  askKernel().lengthOfEdge(lon1, lat1, lon2, lat2);
