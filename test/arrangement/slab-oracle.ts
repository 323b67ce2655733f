/**
 * The land of every label by another road: horizontal slabs and trapezoids, in plain doubles.
 *
 *      ──────/─────\──────      between two neighbouring heights of vertices or crossings no segments cross;
 *           /   a   \           from left to right each segment enters or leaves its polygon, and the land
 *      ────/─────────\────      between two neighbours is width in the middle times height
 *
 * Slow and simple: positions stay as drawn, nothing is rounded to a lattice, no node or face is built.
 */
import type { LandLayer } from '../../src/arrangement/land-layer.js';
import { closed, featuresOf, type Polygon } from './make-layer.js';

interface Segment {
  readonly polygon: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Owner {
  readonly layer: number;
  readonly feature: number;
  readonly unit: number;
}

/** Square units by label, written as landByLabel of figures.ts writes it; the outside is left out. */
export function landBySlabs(layers: readonly LandLayer[]): Map<string, number> {
  const owners: Owner[] = [];
  const segments: Segment[] = [];
  layers.forEach((layer, l) => {
    const seen = new Set<string>();
    for (const [feature, { unit, polygons }] of featuresOf(layer).entries()) {
      for (const polygon of polygons) {
        const drawn = `${unit} ${outlineOf(polygon)}`;
        if (unit < 0 || seen.has(drawn)) continue;
        seen.add(drawn);
        owners.push({ layer: l, feature, unit });
        addSegments(polygon, owners.length - 1, segments);
      }
    }
  });
  const land = new Map<string, number>();
  const heights = slabHeights(segments);
  for (let i = 1; i < heights.length; i++)
    addSlab(heights[i - 1]!, heights[i]!, segments, owners, layers, land);
  land.delete(layers.map(() => '').join('|'));
  return land;
}

/** A polygon's edges as text, whatever their order and direction: equal for a polygon and its repetition. */
function outlineOf(polygon: Polygon): string {
  const sides: string[] = [];
  for (const ring of polygon.map(closed)) {
    for (let i = 1; i < ring.length; i++) {
      const [p, q] = [ring[i - 1]!.join(), ring[i]!.join()];
      if (p !== q) sides.push(p < q ? `${p} ${q}` : `${q} ${p}`);
    }
  }
  return sides.sort().join(' ');
}

function addSegments(polygon: Polygon, number: number, segments: Segment[]): void {
  for (const ring of polygon.map(closed)) {
    for (let i = 1; i < ring.length; i++) {
      const [p, q] = ring[i - 1]![1] < ring[i]![1] ? [ring[i - 1]!, ring[i]!] : [ring[i]!, ring[i - 1]!];
      if (p[1] !== q[1]) segments.push({ polygon: number, x1: p[0], y1: p[1], x2: q[0], y2: q[1] });
    }
  }
}

function slabHeights(segments: readonly Segment[]): Float64Array {
  const heights = new Set<number>();
  for (const s of segments) heights.add(s.y1).add(s.y2);
  for (const [i, s] of segments.entries()) {
    for (const t of segments.slice(i + 1)) {
      const [sx, sy, tx, ty] = [s.x2 - s.x1, s.y2 - s.y1, t.x2 - t.x1, t.y2 - t.y1];
      const turn = sx * ty - sy * tx;
      if (turn === 0) continue;
      const along = ((t.x1 - s.x1) * ty - (t.y1 - s.y1) * tx) / turn;
      if (along > 0 && along < 1) heights.add(s.y1 + along * sy);
    }
  }
  return Float64Array.from(heights).sort();
}

function addSlab(
  low: number,
  high: number,
  segments: readonly Segment[],
  owners: readonly Owner[],
  layers: readonly LandLayer[],
  land: Map<string, number>,
): void {
  const middle = (low + high) / 2;
  const passing = segments
    .filter((s) => s.y1 < middle && s.y2 > middle)
    .map((s) => ({ polygon: s.polygon, x: s.x1 + ((s.x2 - s.x1) * (middle - s.y1)) / (s.y2 - s.y1) }))
    .sort((s, t) => s.x - t.x);
  const inside = new Set<number>();
  for (const [i, { polygon, x }] of passing.entries()) {
    if (inside.has(polygon)) inside.delete(polygon);
    else inside.add(polygon);
    const next = passing[i + 1];
    if (next === undefined || next.x === x || inside.size === 0) continue;
    const label = labelOf(inside, owners, layers);
    land.set(label, (land.get(label) ?? 0) + (next.x - x) * (high - low));
  }
}

/** Parity within a feature (or union, as the layer says), union of the features of a unit. */
function labelOf(
  inside: ReadonlySet<number>,
  owners: readonly Owner[],
  layers: readonly LandLayer[],
): string {
  return layers
    .map(({ fill }, l) => {
      const times = new Map<number, { unit: number; count: number }>();
      for (const polygon of inside) {
        const { layer, feature, unit } = owners[polygon]!;
        if (layer === l) times.set(feature, { unit, count: (times.get(feature)?.count ?? 0) + 1 });
      }
      const units = [...times.values()].filter(({ count }) => fill === 'union' || count % 2 === 1);
      return [...new Set(units.map(({ unit }) => unit))].sort((a, b) => a - b).join('+');
    })
    .join('|');
}
