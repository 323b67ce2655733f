/**
 * Polygons of many features in four flat arrays.
 *
 *     features  f0        f1            featureStart  0     2        3
 *     polygons  p0   p1   p2            polygonStart  0  2  3        4
 *     rings     r0 r1 r2  r3            ringStart     0  5  9  13    18
 *     positions x0 y0 x1 y1 …           coordinates   2 numbers a position
 *
 * Each offset array has one more entry than it has items. A feature may have no polygon at all (a row of a table
 * without geometry). The first ring of a polygon is its outer ring in most files, but nothing here relies on it:
 * direction and order of rings do not matter, parity decides. Rings are closed: the last position repeats the first.
 */
export interface Shapes {
  /** Positions as read: x, y (longitude, latitude, or easting, northing) after one another. */
  readonly coordinates: Float64Array;
  /** Ring r holds positions ringStart[r] to ringStart[r + 1] - 1. */
  readonly ringStart: Uint32Array;
  /** Polygon p holds rings polygonStart[p] to polygonStart[p + 1] - 1. */
  readonly polygonStart: Uint32Array;
  /** Feature f holds polygons featureStart[f] to featureStart[f + 1] - 1. */
  readonly featureStart: Uint32Array;
}

/** Number of features. */
export const featureCount = (shapes: Shapes): number => shapes.featureStart.length - 1;
/** Number of features that have a polygon. */
export const featuresWithLand = ({ featureStart }: Shapes): number =>
  featureStart.reduce((sum, start, f) => sum + (f > 0 && start > featureStart[f - 1]! ? 1 : 0), 0);
/** Number of polygons. */
export const polygonCount = (shapes: Shapes): number => shapes.polygonStart.length - 1;
/** Number of rings. */
export const ringCount = (shapes: Shapes): number => shapes.ringStart.length - 1;
/** Number of positions, closing ones included. */
export const positionCount = (shapes: Shapes): number => shapes.coordinates.length / 2;

/** Throws if the offsets do not nest or a ring is not closed; used in tests. */
export function assertShapes(shapes: Shapes): void {
  const steps: [string, Uint32Array, number][] = [
    ['featureStart', shapes.featureStart, polygonCount(shapes)],
    ['polygonStart', shapes.polygonStart, ringCount(shapes)],
    ['ringStart', shapes.ringStart, positionCount(shapes)],
  ];
  for (const [name, start, items] of steps) {
    if (start[0] !== 0 || start[start.length - 1] !== items)
      throw new Error(`${name} must run from 0 to ${items}`);
    for (let i = 1; i < start.length; i++) {
      if (start[i]! < start[i - 1]!) throw new Error(`${name} falls at ${i}`);
    }
  }
  for (let ring = 0; ring < ringCount(shapes); ring++) {
    const first = shapes.ringStart[ring]!;
    const last = shapes.ringStart[ring + 1]! - 1;
    const c = shapes.coordinates;
    if (c[2 * first] !== c[2 * last] || c[2 * first + 1] !== c[2 * last + 1])
      throw new Error(`ring ${ring} is open`);
  }
}
