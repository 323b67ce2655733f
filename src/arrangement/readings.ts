/**
 * How the outlines that cover a face are read: which polygons they make, and which units those.
 *
 *     even-odd   a polygon covers what an odd number of its outlines enclose, a feature what an odd number of its
 *                polygons cover; the features of a unit are united
 *     union      a feature covers what any of its polygons cover
 *     strict     a polygon covers what its first ring winds around and no other ring does, a feature what any of its
 *                polygons cover
 *
 * In a valid file all give the same. The rule of a layer is one of the first two, which know no order of rings; the third
 * is what most other programs make of a file. Outlines that repeat one another count once in all, and so do polygons.
 */
import type { LandLayer } from './land-layer.js';
import type { Outlines } from './outlines.js';

/** What outlines of a layer belong to; outlines are numbered within the layer here. */
export interface Drawing {
  /** Ring, polygon and feature of each outline. */
  readonly ring: Int32Array;
  readonly polygon: Int32Array;
  readonly feature: Int32Array;
  /** 1 or -1, as in Outlines. */
  readonly turn: Int8Array;
  /** 1 for outlines of a ring that is not the first of its polygon. */
  readonly isHole: Uint8Array;
}

/** What there is of one layer among the outlines of all. */
export function drawingOf({ shapes }: LandLayer, { layerStart, ring, turn }: Outlines, l: number): Drawing {
  const { polygonStart, featureStart } = shapes;
  const [from, to] = [layerStart[l]!, layerStart[l + 1]!];
  const rings = ring.subarray(from, to);
  const [polygon, feature] = [new Int32Array(to - from), new Int32Array(to - from)];
  const isHole = new Uint8Array(to - from);
  for (let o = 0, p = 0, f = 0; o < rings.length; o++) {
    while (polygonStart[p + 1]! <= rings[o]!) p++;
    while (featureStart[f + 1]! <= p) f++;
    polygon[o] = p;
    feature[o] = f;
    if (rings[o]! > polygonStart[p]!) isHole[o] = 1;
  }
  return { ring: rings, polygon, feature, turn: turn.subarray(from, to), isHole };
}

/** Polygons that cover a face, rising: by parity of their outlines, and by the strict reading. */
export interface Cover {
  readonly evenOdd: readonly number[];
  readonly strict: readonly number[];
}

/** A unit about which the readings do not agree on a face. */
export interface Dispute {
  readonly unit: number;
  /** Whether the unit has the face by the rule of its layer, by the other rule, and by the strict reading. */
  readonly here: boolean;
  readonly otherwise: boolean;
  readonly strictly: boolean;
}

/** The polygons that some outlines make; `same` gives for each outline the one that it repeats, or itself. */
export function polygonsOf(drawing: Drawing, outlines: readonly number[], same: Int32Array): Cover {
  if (outlines.length === 1) {
    // So are most faces of a map, and nothing of an outline alone is open to reading.
    const evenOdd = [drawing.polygon[outlines[0]!]!];
    return { evenOdd, strict: drawing.isHole[outlines[0]!] === 0 ? evenOdd : [] };
  }
  const ofPolygon = new Map<number, number[]>();
  for (const outline of outlines) {
    const known = ofPolygon.get(drawing.polygon[outline]!);
    if (known === undefined) ofPolygon.set(drawing.polygon[outline]!, [outline]);
    else known.push(outline);
  }
  const cover = { evenOdd: [] as number[], strict: [] as number[] };
  for (const [polygon, own] of [...ofPolygon].sort(([p], [q]) => p - q)) {
    const counting = onceEach(drawing, own, same);
    const rings = woundRings(drawing, counting);
    if (counting.length % 2 === 1) cover.evenOdd.push(polygon);
    if (rings.size === 1 && counting.some((o) => drawing.isHole[o] === 0 && rings.has(drawing.ring[o]!)))
      cover.strict.push(polygon);
  }
  return cover;
}

/**
 * One of each lot of outlines that are the same. Loops that a ring runs as often one way as the other are none of it:
 * it has gone out and back.
 */
function onceEach({ ring, turn }: Drawing, outlines: readonly number[], same: Int32Array): number[] {
  const lots = new Map<number, number[]>();
  for (const o of outlines) lots.set(same[o]!, [...(lots.get(same[o]!) ?? []), o]);
  return [...lots.values()].flatMap((lot) => {
    const net = (o: number): number =>
      lot.reduce((sum, other) => (ring[other] === ring[o] ? sum + turn[other]! : sum), 0);
    const first = lot.find((o) => net(o) * turn[o]! > 0);
    return first === undefined ? [] : [first];
  });
}

/** The rings that wind around a face that lies within these outlines. */
function woundRings({ ring, turn }: Drawing, outlines: readonly number[]): Set<number> {
  const winding = new Map<number, number>();
  for (const o of outlines) winding.set(ring[o]!, (winding.get(ring[o]!) ?? 0) + turn[o]!);
  return new Set([...winding].flatMap(([r, times]) => (times === 0 ? [] : [r])));
}

/** The units that polygons make by the rule of the layer, rising, and those about which the readings do not agree. */
export function unitsOf(
  { featureUnit, fill }: LandLayer,
  featureOf: Int32Array,
  cover: Cover,
  same: Int32Array,
): { units: number[]; disputes: Dispute[] } {
  const unitOf = (polygon: number): number => featureUnit[featureOf[polygon]!]!;
  const ofFeature = new Map<number, Set<number>>();
  for (const polygon of cover.evenOdd) {
    const feature = featureOf[polygon]!;
    ofFeature.set(feature, (ofFeature.get(feature) ?? new Set()).add(same[polygon]!));
  }
  const odd = [...ofFeature].filter(([, polygons]) => polygons.size % 2 === 1);
  const evenOdd = new Set(odd.map(([feature]) => featureUnit[feature]!));
  const union = new Set(cover.evenOdd.map(unitOf));
  const strict = new Set(cover.strict.map(unitOf));
  const [rule, other] = fill === 'union' ? [union, evenOdd] : [evenOdd, union];
  const rising = (a: number, b: number): number => a - b;
  const disputes = [...new Set([...union, ...strict])].sort(rising).flatMap((unit): Dispute[] => {
    const dispute = {
      unit,
      here: rule.has(unit),
      otherwise: other.has(unit),
      strictly: strict.has(unit),
    };
    return dispute.here && dispute.otherwise && dispute.strictly ? [] : [dispute];
  });
  return { units: [...rule].sort(rising), disputes };
}
