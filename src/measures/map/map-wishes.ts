/**
 * What is asked of a map.
 */

/** What a map is to hold. */
export interface MapWishes {
  /** Takes positions (x, y after one another) of the run to longitude and latitude. */
  readonly toLongitudeLatitude: (positions: Float64Array) => Float64Array;
  /** Whether the map must carry the pairs of units, since no table does. */
  readonly pairs: boolean;
  /** Whether it may show where people live: not under a disclosure rule. */
  readonly byPeople: boolean;
  /** Positions of each layer to keep between the ends of its arcs; 60,000 if not given. */
  readonly positions?: number;
  /** Arcs that all layers together may have, the finest being left out first; 130,000 if not given. */
  readonly arcs?: number;
}
