/**
 * Arrangements packed: edges, faces, labels and measures as flat arrays, sets and what is drawn twice as facts.
 */
import type { FlatArray, Packed } from '../layer/packed.js';
import type { Arrangement } from './arrangement.js';
import type { DisputedFace, LayerLabels, LayerRepeats } from './labels.js';
import type { Lattice } from './lattice.js';
import type { PlanarEdges } from './planar-edges.js';
import { SetTable } from './set-table.js';

interface SheetFacts {
  readonly lattice: Lattice;
  readonly counts: PlanarEdges['counts'];
  readonly faceCount: number;
  readonly layers: readonly LayerFacts[];
}

interface LayerFacts {
  readonly singles: number;
  /** Sets of two members or more, in the order of their numbers. */
  readonly sets: readonly (readonly number[])[];
  readonly disputed: readonly DisputedFace[];
  /** Polygons with outlines that repeat others, and how many. */
  readonly outlines: readonly (readonly [polygon: number, count: number])[];
}

/** An arrangement packed; the arrays are its own. */
export function packArrangement(arrangement: Arrangement): Packed {
  const { edges, faces, labels, repeats, area, length } = arrangement;
  const { nodeX, nodeY, from, to, sideStart, sideOutline, outlines, lattice, counts } = edges;
  const facts: SheetFacts = {
    lattice,
    counts,
    faceCount: faces.count,
    layers: labels.map(({ sets, disputed }, l) => ({
      singles: sets.singles,
      sets: Array.from({ length: sets.count - sets.singles }, (_, i) => sets.members(sets.singles + i)),
      disputed,
      outlines: [...repeats[l]!.outlines],
    })),
  };
  const ofEdges = [nodeX, nodeY, from, to, sideStart, sideOutline];
  const ofOutlines = [outlines.layerStart, outlines.ring, outlines.turn];
  const ofLayers = labels.flatMap(({ ofFace }, l) => [ofFace, repeats[l]!.ofPolygon]);
  return {
    facts,
    arrays: [...ofEdges, ...ofOutlines, faces.ofHalfEdge, faces.route, area, length, ...ofLayers],
  };
}

/** The arrangement again; its arrays are those that were packed. */
export function unpackArrangement({ facts, arrays }: Packed): Arrangement {
  const { lattice, counts, faceCount, layers } = facts as SheetFacts;
  const [
    nodeX,
    nodeY,
    from,
    to,
    sideStart,
    sideOutline,
    layerStart,
    ring,
    turn,
    ofHalfEdge,
    route,
    area,
    length,
  ] = arrays as ArraysOfSheet;
  const ofLayers = arrays.slice(13) as Int32Array[];
  const outlines = { layerStart, ring, turn };
  return {
    edges: { lattice, nodeX, nodeY, from, to, sideStart, sideOutline, outlines, counts },
    faces: { ofHalfEdge, count: faceCount, route },
    labels: layers.map((layer, l): LayerLabels => ({
      ofFace: ofLayers[2 * l]!,
      sets: setsOf(layer),
      disputed: layer.disputed,
    })),
    repeats: layers.map((layer, l): LayerRepeats => ({
      outlines: new Map(layer.outlines),
      ofPolygon: ofLayers[2 * l + 1]!,
    })),
    area,
    length,
  };
}

type ArraysOfSheet = FlatArray[] &
  [
    ...[nodeX: Int32Array, nodeY: Int32Array, from: Int32Array, to: Int32Array],
    ...[sideStart: Uint32Array, sideOutline: Int32Array],
    ...[layerStart: Uint32Array, ring: Int32Array, turn: Int8Array],
    ...[ofHalfEdge: Int32Array, route: Int32Array, area: Float64Array, length: Float64Array],
  ];

/** Sets are numbered in the order in which they are first asked for. */
function setsOf({ singles, sets }: LayerFacts): SetTable {
  const table = new SetTable(singles);
  for (const members of sets) table.number(members);
  return table;
}
