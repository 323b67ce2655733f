/**
 * The arcs of a map as positions in degrees, and the rings of units made of them.
 */
import type { MapRecord, MapUnit } from '../../result/map-record.js';

/** Longitude and latitude. */
export type Position = readonly [number, number];

/** Every arc as positions. */
export function arcPositions({ arcs, step, west, south }: MapRecord): Position[][] {
  return arcs.map((arc) => {
    const positions: Position[] = [];
    let [x, y] = [0, 0];
    for (let i = 0; i < arc.length; i += 2) {
      x += arc[i]!;
      y += arc[i + 1]!;
      positions.push([west + x * step, south + y * step]);
    }
    return positions;
  });
}

/** Numbers of the arcs that a layer's units have as borders, each once, in rising order. */
export function arcsOfLayer(units: readonly MapUnit[]): number[] {
  const used = new Set<number>();
  for (const { polygons } of units)
    for (const rings of polygons)
      for (const ring of rings) for (const arc of ring) used.add(arc < 0 ? ~arc : arc);
  return [...used].sort((p, q) => p - q);
}

/** A ring of arcs as positions; the last is the first again. */
export function ringPositions(ring: readonly number[], arcs: readonly (readonly Position[])[]): Position[] {
  return ring.flatMap((arc, i) => {
    const run = arc < 0 ? [...arcs[~arc]!].reverse() : arcs[arc]!;
    return i === 0 ? run : run.slice(1);
  });
}
