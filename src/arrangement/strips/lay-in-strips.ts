/**
 * Maps that no kernel's memory holds: the same planar edges, faces and measures, number for number, by stages that have a
 * kernel each and take what the stage before has left.
 *
 *     rings ──► nodes, edges ──► meetings, strip by strip ──► pieces ──► sides ──► faces ──► measures, lot by lot
 *               tables           a kernel each strip          tables     kernel    kernel    kernel
 */
import type { Faces } from '../faces.js';
import { giveEdges } from '../give-edges.js';
import { readInts } from '../kernel.js';
import { outlinesOnFaces } from '../outlines-on-faces.js';
import type { LandLayer } from '../land-layer.js';
import type { Lattice } from '../lattice.js';
import type { PlanarMap } from '../planar-map.js';
import type { PlanarEdges } from '../planar-edges.js';
import { boundPieces } from './bound-pieces.js';
import { cutRings } from './cut-rings.js';
import { measureEdges } from './measure-edges.js';

/** What `nodeLayers` makes, in strips of so many nodes each. */
export function layInStrips(layers: readonly LandLayer[], lattice: Lattice, stripNodes: number): PlanarMap {
  const edges = planarEdges(layers, lattice, stripNodes);
  const faces = findFaces(edges);
  return { edges, faces, around: outlinesOnFaces(edges, faces), ...measureEdges(edges, faces) };
}

function planarEdges(layers: readonly LandLayer[], lattice: Lattice, stripNodes: number): PlanarEdges {
  const cut = cutRings(layers, lattice, stripNodes);
  const { nodeX, nodeY, crossings, pieces, rings } = cut;
  const counts = { positions: rings.positions, crossings, cuts: pieces.cuts };
  return { lattice, nodeX, nodeY, ...boundPieces(cut), counts };
}

function findFaces({ nodeX, nodeY, from, to }: PlanarEdges): Faces {
  const kernel = giveEdges(nodeX, nodeY, from, to);
  kernel.faceGiven();
  return {
    ofHalfEdge: readInts(kernel, kernel.faceOf, 2 * from.length),
    count: kernel.faceCount.value,
    route: readInts(kernel, kernel.route, kernel.routeLength.value),
  };
}
