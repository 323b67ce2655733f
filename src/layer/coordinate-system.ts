/**
 * What is known of the numbers in a file: which coordinate system they are in, and how we know.
 */
import type { Note } from '../trouble/note.js';

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
  /** A note, of no file yet, where something was supposed or set right, else null. */
  readonly remark: Note | null;
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
  let bounds: Bounds | null = null;
  for (const run of runs) {
    if (run.length === 0) continue;
    const own = boundsOfRun(run);
    bounds =
      bounds === null
        ? own
        : {
            minX: Math.min(bounds.minX, own.minX),
            minY: Math.min(bounds.minY, own.minY),
            maxX: Math.max(bounds.maxX, own.maxX),
            maxY: Math.max(bounds.maxY, own.maxY),
          };
  }
  return bounds !== null && bounds.minX <= bounds.maxX ? bounds : null;
}

/** Positions are asked for their bounds several times while a file is read, and do not change. */
const known = new WeakMap<Float64Array, Bounds>();

function boundsOfRun(coordinates: Float64Array): Bounds {
  const found = known.get(coordinates);
  if (found !== undefined) return found;
  // A typed array keeps the loop free of boxed numbers before it is optimised.
  const edge = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  for (let i = 0; i < coordinates.length; i += 2) {
    if (coordinates[i]! < edge[0]!) edge[0] = coordinates[i]!;
    if (coordinates[i]! > edge[2]!) edge[2] = coordinates[i]!;
    if (coordinates[i + 1]! < edge[1]!) edge[1] = coordinates[i + 1]!;
    if (coordinates[i + 1]! > edge[3]!) edge[3] = coordinates[i + 1]!;
  }
  const bounds = { minX: edge[0]!, minY: edge[1]!, maxX: edge[2]!, maxY: edge[3]! };
  known.set(coordinates, bounds);
  return bounds;
}
