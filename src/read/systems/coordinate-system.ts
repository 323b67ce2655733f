/**
 * What is known of the numbers in a file: which coordinate system they are in, and how we know.
 */
export type Units = 'degree' | 'metre' | 'foot' | 'us-foot' | 'other';

export interface CoordinateSystem {
  /** `EPSG:27700`, or a name in quotation marks where the file defines a system of its own. */
  readonly id: string;
  /** Name for people. */
  readonly name: string;
  readonly kind: 'geographic' | 'planar';
  readonly units: Units;
  /** proj4 text, WKT or PROJJSON that places it on the ellipsoid. */
  readonly definition: string;
  readonly isBritishNationalGrid: boolean;
  /** Metres by which positions may be off once they are longitude and latitude; see `toLongitudeLatitude`. */
  readonly accuracyMetres: number;
  /** `stated` by the file, `detected` from the numbers, `given` by the user. */
  readonly howKnown: 'stated' | 'detected' | 'given';
  /** One sentence where something was supposed or set right, else null. */
  readonly remark: string | null;
}

/** Smallest and largest x and y of all positions of a layer. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Bounds of positions (x, y after one another), or null where there are none. */
export function boundsOf(...runs: readonly Float64Array[]): Bounds | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const coordinates of runs) {
    for (let i = 0; i < coordinates.length; i += 2) {
      const x = coordinates[i]!;
      const y = coordinates[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
  }
  return minX > maxX ? null : { minX, minY, maxX, maxY };
}
