/**
 * Land under an edge, by another formula than the kernel's: the closed form of the area of a belt of the ellipsoid,
 * integrated along the edge by Gauss's rule. Used to check areas, never to make one.
 */
import type { Lattice } from '../lattice.js';

const A = 6378137;
const F = 1 / 298.257223563;
const E = Math.sqrt(F * (2 - F));
const B = A * (1 - F);
const RADIAN = Math.PI / 180;

/** Places and weights of Gauss's rule of five points on 0 to 1. */
const RULE = [
  [0.046910077030668, 0.118463442528095],
  [0.230765344947158, 0.239314335249683],
  [0.5, 0.284444444444444],
  [0.769234655052842, 0.239314335249683],
  [0.953089922969332, 0.118463442528095],
] as const;

/** Degrees of an edge that is taken in one piece. */
const PIECE = 1;

/** Square metres of a radian of longitude between a latitude in degrees and the equator. */
function belt(latitude: number): number {
  const sine = Math.sin(latitude * RADIAN);
  return ((B * B) / 2) * (sine / (1 - (E * sine) ** 2) + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E));
}

/**
 * Square metres between an edge and the equator (on a plane: the line y = 0), positive for one that runs west; degrees
 * or metres in.
 */
export function areaBelow(model: Lattice['model'], x1: number, y1: number, x2: number, y2: number): number {
  if (model === 'planar') return ((x1 - x2) * (y1 + y2)) / 2;
  const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / PIECE));
  let mean = 0;
  for (let k = 0; k < pieces; k++)
    for (const [at, weight] of RULE) mean += (weight / pieces) * belt(y1 + (y2 - y1) * ((k + at) / pieces));
  return (x1 - x2) * RADIAN * mean;
}
