/**
 * Labels: which units of each layer cover each face.
 *
 * One slot a layer: a unit, or none, or where a layer covers a face more than once the number of a set of units.
 * Labels follow by crossing edges from outside: each edge crossed enters or leaves the outlines on its list.
 * The outlines that cover a face then become polygons and these units, once those drawn twice are known to be one:
 * `repeats` says which are, `readings` what the rest makes.
 */
import { OUTSIDE_FACE, type Faces } from './faces.js';
import { sameWithin } from '../layer/accuracy.js';
import type { LandLayer } from './land-layer.js';
import type { PlanarEdges } from './planar-edges.js';
import type { OutlinesOnFaces } from './outlines-on-faces.js';
import type { PlanarMap } from './planar-map.js';
import { drawingOf, polygonsOf, unitsOf, type Cover, type Dispute, type Drawing } from './readings.js';
import { extentsOfLabels, findRepeats, type LabelledFaces } from './repeats.js';
import { SetTable } from './set-table.js';

/** No unit covers the face, or a feature belongs to no unit. */
export const NO_UNIT = -1;

export interface LayerLabels {
  /** For each face: a unit, NO_UNIT, or a set number to be read with `sets`. */
  readonly ofFace: Int32Array;
  /** Sets of two or more units; numbers below the number of units mean that unit alone. */
  readonly sets: SetTable;
  /** Faces where the readings of a file do not agree, and about which unit. */
  readonly disputed: readonly DisputedFace[];
}

/** A face that a unit has by one reading and not by another. */
export interface DisputedFace extends Dispute {
  readonly face: number;
}

/** What of a layer is drawn twice. */
export interface LayerRepeats {
  /** Polygons with an outline that repeats another of its own, and how many of each. */
  readonly outlines: ReadonlyMap<number, number>;
  /** For each polygon the lowest of its unit that it repeats, or itself. */
  readonly ofPolygon: Int32Array;
}

/** Labels of a layer, and what they make one. */
export interface Labelling {
  readonly labels: LayerLabels;
  readonly repeats: LayerRepeats;
}

/** Labels of all faces for every layer. */
export const labelFaces = (
  layers: readonly LandLayer[],
  { edges, around, ...measured }: PlanarMap,
): Labelling[] =>
  layers.map((layer, l) => unitsOfOutlines(layer, drawingOf(layer, edges.outlines, l), around[l]!, measured));

/** Labels of a layer from the outlines around each face. */
export function unitsOfOutlines(
  layer: LandLayer,
  drawing: Drawing,
  { sets, ofFace }: OutlinesOnFaces,
  { faces, area, length }: Pick<PlanarMap, 'faces' | 'area' | 'length'>,
): Labelling {
  return unitsOfFaces(layer, drawing, sets, {
    ofFace,
    singles: sets.singles,
    extents: extentsOfLabels(sets.count, ofFace, area),
    length,
    faceOfHalf: faces.ofHalfEdge,
  });
}

/** Maps the outlines that cover each face to units. */
function unitsOfFaces(
  layer: LandLayer,
  drawing: Drawing,
  outlineSets: SetTable,
  faces: LabelledFaces,
): Labelling {
  const sameOutline = repeatedOutlines(layer, drawing, outlineSets, faces);
  const covers = new Map<number, Cover>();
  const coverOf = (label: number): Cover => {
    let cover = covers.get(label);
    if (cover === undefined)
      covers.set(label, (cover = polygonsOf(drawing, outlineSets.members(label), sameOutline)));
    return cover;
  };
  const featureOf = featureOfPolygon(layer);
  const ofPolygon = findRepeats(faces, {
    count: featureOf.length,
    of: (label) => coverOf(label).evenOdd,
    ofSingle: drawing.polygon,
    groupOf: (polygon) => layer.featureUnit[featureOf[polygon]!]!,
    tolerance: () => sameWithin(layer.accuracy),
  });
  const sets = new SetTable(layer.unitCount);
  const disputesOf = new Map<number, readonly Dispute[]>();
  const unitsOfLabel = unitsOfShells(layer, drawing, outlineSets.count);
  const ofFace = new Int32Array(faces.ofFace.length);
  for (let face = 0; (face = mapLabels(face, faces.ofFace, unitsOfLabel, ofFace)) < ofFace.length; face++) {
    const label = faces.ofFace[face]!;
    const { units, disputes } = unitsOf(layer, featureOf, coverOf(label), ofPolygon);
    ofFace[face] = unitsOfLabel[label + 1] = sets.number(units);
    if (disputes.length > 0) disputesOf.set(label, disputes);
  }
  return {
    labels: { ofFace, sets, disputed: disputedFaces(faces.ofFace, disputesOf) },
    repeats: { outlines: repeatsByPolygon(drawing, sameOutline), ofPolygon },
  };
}

/** Not looked up yet. */
const UNKNOWN = -2;

/** What each label stands for, that of no outline first: known at once where it is one outline that is no hole. */
function unitsOfShells({ featureUnit }: LandLayer, { feature, isHole }: Drawing, labels: number): Int32Array {
  const units = new Int32Array(labels + 1).fill(UNKNOWN);
  units[0] = NO_UNIT;
  for (let outline = 0; outline < feature.length; outline++)
    if (isHole[outline] === 0) units[outline + 1] = featureUnit[feature[outline]!]!;
  return units;
}

/** Maps labels of faces from a face on, up to the first that is not known yet, and returns that face. */
function mapLabels(from: number, labels: Int32Array, units: Int32Array, ofFace: Int32Array): number {
  for (let face = from; face < labels.length; face++) {
    const unit = units[labels[face]! + 1]!;
    if (unit === UNKNOWN) return face;
    ofFace[face] = unit;
  }
  return labels.length;
}

function disputedFaces(
  labels: Int32Array,
  disputesOf: ReadonlyMap<number, readonly Dispute[]>,
): DisputedFace[] {
  const disputed: DisputedFace[] = [];
  if (disputesOf.size === 0) return disputed;
  for (let face = 0; face < labels.length; face++)
    for (const dispute of disputesOf.get(labels[face]!) ?? []) disputed.push({ face, ...dispute });
  return disputed;
}

/** How many outlines of each polygon repeat another; loops out and back are no repeats. */
function repeatsByPolygon({ polygon, ring, turn }: Drawing, same: Int32Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let o = 0; o < same.length; o++) {
    const first = same[o]!;
    if (first === o || (ring[first] === ring[o] && turn[first] !== turn[o])) continue;
    found.set(polygon[o]!, (found.get(polygon[o]!) ?? 0) + 1);
  }
  return found;
}

/**
 * Outlines of one polygon that are one. A hole may lie as close within its shell as it likes, and so may what a ring
 * runs the other way around: these are one only where nothing tells them apart.
 */
function repeatedOutlines(
  layer: LandLayer,
  { polygon, turn, isHole, ring }: Drawing,
  outlineSets: SetTable,
  faces: LabelledFaces,
): Int32Array {
  return findRepeats(faces, {
    count: polygon.length,
    of: (label) => outlineSets.members(label),
    ofSingle: null,
    groupOf: (outline) => polygon[outline]!,
    tolerance: (p, q) =>
      isHole[p] !== isHole[q] || (ring[p] === ring[q] && turn[p] !== turn[q])
        ? 0
        : sameWithin(layer.accuracy),
  });
}

function featureOfPolygon(layer: LandLayer): Int32Array {
  const { featureStart, polygonStart } = layer.shapes;
  const featureOf = new Int32Array(polygonStart.length - 1);
  for (let p = 0, f = 0; p < featureOf.length; p++) {
    while (featureStart[f + 1]! <= p) f++;
    featureOf[p] = f;
  }
  return featureOf;
}

/** Throws if crossing any edge does not change the label by just the units it should; used in tests. */
export function assertLabels(edges: PlanarEdges, faces: Faces, labels: readonly LayerLabels[]): void {
  for (const [l, layer] of labels.entries()) {
    if (layer.ofFace[OUTSIDE_FACE] !== NO_UNIT) throw new Error(`layer ${l} covers the outside`);
  }
  for (let e = 0; e < edges.from.length; e++) {
    const left = faces.ofHalfEdge[2 * e]!;
    const right = faces.ofHalfEdge[2 * e + 1]!;
    if (left === right) throw new Error(`edge ${e} has face ${left} on both sides`);
  }
}
