/**
 * Shapes of a foreign plane, put on British National Grid with their places kept exactly where they are whole numbers:
 * scaled by a power of two and moved by whole metres.
 */
import type { SuiteShape } from './geos-suite.js';

type Position = readonly [number, number];

/** The positions of a shape, in order. */
export function positionsOf(shape: SuiteShape): Position[] {
  const found: Position[] = [];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') found.push([value[0], value[1] as number]);
    else value.forEach(walk);
  };
  walk(shape?.coordinates);
  return found;
}

/** The longer side, in metres, that a case is brought to at most. */
const MOST = 100_000;

export interface Placing {
  /** Metres of a unit. */
  readonly scale: number;
  readonly place: (shape: SuiteShape) => { readonly type: string; readonly coordinates: unknown };
}

/** How the shapes of a case are placed; null for nothing, and for numbers that are none. */
export function placingOf(shapes: readonly SuiteShape[]): Placing | null {
  const all = shapes.flatMap(positionsOf);
  if (all.length === 0 || !all.flat().every(Number.isFinite)) return null;
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const side = Math.max(Math.max(...xs) - west, Math.max(...ys) - south);
  const scale = side === 0 ? 1 : 2 ** Math.floor(Math.log2(MOST / side));
  const [left, below] = [Math.floor(west), Math.floor(south)];
  const placed = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return typeof value[0] === 'number'
      ? [400_000 + scale * (value[0] - left), 300_000 + scale * ((value[1] as number) - below)]
      : value.map(placed);
  };
  return { scale, place: (shape) => ({ type: shape!.type, coordinates: placed(shape!.coordinates) }) };
}

/** A GeoJSON file of one unit in metres of British National Grid. */
export const fileOf = (code: string, geometry: unknown): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'EPSG:27700' } },
      features: [{ type: 'Feature', properties: { [`${code}CD`]: code, [`${code}NM`]: code }, geometry }],
    }),
  );
