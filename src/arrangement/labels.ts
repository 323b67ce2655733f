/**
 * Labels: which units of each layer cover each face.
 *
 * One slot a layer: a unit, or none, or where a layer covers a face more than once the number of a set of units.
 * Labels follow by crossing edges from outside: each edge crossed enters or leaves the polygons on its list.
 * The polygons that cover a face then become units: an even number of polygons of one feature cancel (parity; or
 * any number covers, with fill "union"), and the features of a unit are united.
 */
import { OUTSIDE_FACE, type Faces } from './faces.js';
import type { LandLayer } from './land-layer.js';
import type { PlanarEdges } from './planar-edges.js';
import { SetTable } from './set-table.js';

/** No unit covers the face, or a feature belongs to no unit. */
export const NO_UNIT = -1;

export interface LayerLabels {
  /** For each face: a unit, NO_UNIT, or a set number to be read with `sets`. */
  readonly ofFace: Int32Array;
  /** Sets of two or more units; numbers below the number of units mean that unit alone. */
  readonly sets: SetTable;
  /** Faces where parity and union of a feature's polygons differ: the units that the other rule would add. */
  readonly disputed: readonly { readonly face: number; readonly unit: number }[];
}

/** Labels of all faces for every layer. */
export function labelFaces(layers: readonly LandLayer[], edges: PlanarEdges, faces: Faces): LayerLabels[] {
  const polygonSets = layers.map((layer) => new SetTable(layer.shapes.polygonStart.length - 1));
  const polygonsOfFace = layers.map(() => new Int32Array(faces.count).fill(NO_UNIT));
  spreadLabels(edges, faces, polygonSets, polygonsOfFace);
  return layers.map((layer, l) => unitsOfFaces(layer, polygonSets[l]!, polygonsOfFace[l]!));
}

function spreadLabels(
  edges: PlanarEdges,
  faces: Faces,
  polygonSets: readonly SetTable[],
  polygonsOfFace: readonly Int32Array[],
): void {
  const layerOf = layerOfPolygon(edges.polygonStart);
  for (let step = 0; step < faces.route.length; step++) {
    const h = faces.route[step]!;
    const before = faces.ofHalfEdge[h]!;
    cross(edges, h >> 1, before, faces.ofHalfEdge[h ^ 1]!, layerOf, polygonSets, polygonsOfFace);
  }
}

/** Gives `face` the label of `before`, with the polygons of the edge between them entered or left. */
function cross(
  edges: PlanarEdges,
  edge: number,
  before: number,
  face: number,
  layerOf: Uint16Array,
  polygonSets: readonly SetTable[],
  polygonsOfFace: readonly Int32Array[],
): void {
  const { sideStart, sidePolygon, polygonStart } = edges;
  for (let l = 0; l < polygonsOfFace.length; l++) polygonsOfFace[l]![face] = polygonsOfFace[l]![before]!;
  const end = sideStart[edge + 1]!;
  for (let i = sideStart[edge]!; i < end; i++) {
    const l = layerOf[sidePolygon[i]!]!;
    const ofFace = polygonsOfFace[l]!;
    const first = polygonStart[l]!;
    const member = sidePolygon[i]! - first;
    if (i + 1 < end && layerOf[sidePolygon[i + 1]!] === l && sidePolygon[i + 1]! - first === ofFace[face]) {
      // From one polygon into its neighbour: no set of the two needs to be made on the way.
      ofFace[face] = member;
      i++;
    } else {
      ofFace[face] = polygonSets[l]!.toggled(ofFace[face]!, member);
    }
  }
}

function layerOfPolygon(polygonStart: Uint32Array): Uint16Array {
  const layerOf = new Uint16Array(polygonStart[polygonStart.length - 1]!);
  for (let l = 0; l < polygonStart.length - 1; l++) layerOf.fill(l, polygonStart[l], polygonStart[l + 1]);
  return layerOf;
}

/** Maps the polygons that cover each face to units. */
function unitsOfFaces(layer: LandLayer, polygonSets: SetTable, polygonsOfFace: Int32Array): LayerLabels {
  const featureOf = featureOfPolygon(layer);
  const sets = new SetTable(layer.unitCount);
  const unitsOfSet = new Map<number, { label: number; disputed: readonly number[] }>();
  const disputed: { face: number; unit: number }[] = [];
  const ofFace = new Int32Array(polygonsOfFace.length);
  for (let face = 0; face < ofFace.length; face++) {
    const polygons = polygonsOfFace[face]!;
    if (polygons < polygonSets.singles) {
      ofFace[face] = polygons === NO_UNIT ? NO_UNIT : layer.featureUnit[featureOf[polygons]!]!;
      continue;
    }
    let found = unitsOfSet.get(polygons);
    if (found === undefined) {
      const rules = unitsOfPolygons(layer, featureOf, polygonSets.members(polygons));
      found = { label: sets.number(rules.units), disputed: rules.disputed };
      unitsOfSet.set(polygons, found);
    }
    ofFace[face] = found.label;
    for (const unit of found.disputed) disputed.push({ face, unit });
  }
  return { ofFace, sets, disputed };
}

/** The units that a set of polygons covers, rising; and those on which parity and union do not agree. */
function unitsOfPolygons(
  layer: LandLayer,
  featureOf: Int32Array,
  polygons: readonly number[],
): { units: number[]; disputed: number[] } {
  const times = new Map<number, number>();
  for (const polygon of polygons) times.set(featureOf[polygon]!, (times.get(featureOf[polygon]!) ?? 0) + 1);
  const byParity = new Set<number>();
  const byUnion = new Set<number>();
  for (const [feature, count] of times) {
    byUnion.add(layer.featureUnit[feature]!);
    if (count % 2 === 1) byParity.add(layer.featureUnit[feature]!);
  }
  const rising = (a: number, b: number): number => a - b;
  const disputed = [...byUnion].filter((unit) => !byParity.has(unit)).sort(rising);
  return { units: [...(layer.fill === 'union' ? byUnion : byParity)].sort(rising), disputed };
}

function featureOfPolygon(layer: LandLayer): Int32Array {
  const { featureStart, polygonStart } = layer.shapes;
  const featureOf = new Int32Array(polygonStart.length - 1);
  for (let f = 0; f < featureStart.length - 1; f++) featureOf.fill(f, featureStart[f], featureStart[f + 1]);
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
