/**
 * How positions of a run come to longitude and latitude.
 */

/** Takes positions (x, y after one another) of the run to longitude and latitude. */
export type ToLongitudeLatitude = (positions: Float64Array) => Float64Array;
