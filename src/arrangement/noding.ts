/**
 * From the rings of all layers to one planar set of edges, each stored once with the outlines it bounds, and to the
 * faces between them. The kernel does the work.
 *
 *     rings ──► nodes and edges, once ──► meetings and hot pixels ──► pieces ──► edges with their sides
 *           ──► faces ──► areas and lengths
 */
import { keepFaces } from './face-kernel.js';
import { giveEdges } from './give-edges.js';
import { positionCount } from '../layer/shapes.js';
import { readFloats, readInts, viewFloats, viewInts } from './kernel.js';
import { isMemoryFull } from './kernel-host.js';
import type { KernelResult } from './kernel-interface.js';
import type { Lattice } from './lattice.js';
import { collectGarbage } from './lent-collector.js';
import type { LandLayer } from './land-layer.js';
import { outlinesOnFaces } from './outlines-on-faces.js';
import { readOutlines } from './outlines.js';
import { addRings } from './ring-edges.js';
import { lendThread, ThreadLost } from './second-thread.js';
import { layInStrips } from './strips/lay-in-strips.js';
import { stripNodesFor, stripNodesWhenFull } from './strips/strip-size.js';
import { alone, cutTogether, faceTogether, makeStation, type Station } from './shared-noding.js';
import type { PlanarEdges } from './planar-edges.js';
import type { PlanarMap } from './planar-map.js';

/** Nodes all layers on one lattice, finds the faces between their edges and measures both. */
export function nodeLayers(layers: readonly LandLayer[], lattice: Lattice): PlanarMap {
  const positions = layers.reduce((sum, { shapes }) => sum + positionCount(shapes), 0);
  const stripNodes = stripNodesFor(positions);
  if (stripNodes !== null) return layInStrips(layers, lattice, stripNodes);
  try {
    return nodeWhole(positions, layers, lattice);
  } catch (error) {
    // So many edges meet that one memory does not hold them.
    if (!isMemoryFull(error)) throw error;
    return layInStrips(layers, lattice, stripNodesWhenFull(positions));
  }
}

function nodeWhole(positions: number, layers: readonly LandLayer[], lattice: Lattice): PlanarMap {
  const station = makeStation(positions);
  try {
    station.join();
    return nodeAt(station, layers, lattice);
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
    // What it may still write to is its memory: the work begins anew in another one, alone.
    lendThread(null);
    return nodeAt(makeStation(0), layers, lattice);
  } finally {
    station.leave();
  }
}

function nodeAt(station: Station, layers: readonly LandLayer[], lattice: Lattice): PlanarMap {
  const { kernel } = station;
  const rings = addRings(layers, lattice, kernel);
  const vertices = kernel.nodeCount.value;
  collectGarbage();
  cutTogether(station);
  const edgeCount = kernel.edgeCount.value;
  // The kernel gives back what its next stage does not need: outlines before faces, the route before sums.
  const outlines = readOutlines(kernel, rings.ringStart);
  const counts = {
    positions: rings.positions,
    crossings: kernel.nodeCount.value - vertices,
    cuts: kernel.cuts.value,
  };
  const { route, endMeasures } = faceTogether(station, lattice.stepsPerUnit, lattice.model === 'ellipsoid');
  const { ints, floats } = resultsOf(station);
  const sides = {
    sideStart: unsigned(ints(kernel.sideStart, edgeCount + 1)),
    sideOutline: ints(kernel.sideOutline, kernel.sideCount.value),
    outlines,
  };
  const faces = {
    ofHalfEdge: ints(kernel.faceOf, 2 * edgeCount),
    count: kernel.faceCount.value,
    route,
  };
  // A second thread may be measuring yet.
  const around = outlinesOnFaces(sides, faces);
  endMeasures();
  kernel.makeColumns();
  const nodeCount = kernel.nodeCount.value;
  const edges = {
    lattice,
    nodeX: ints(kernel.nodeX, nodeCount),
    nodeY: ints(kernel.nodeY, nodeCount),
    from: ints(kernel.from, edgeCount),
    to: ints(kernel.to, edgeCount),
    ...sides,
    counts,
  };
  if (station.isShared) {
    stations.set(edges, station);
    keepFaces(faces.ofHalfEdge, station);
  }
  return {
    edges,
    faces,
    around,
    area: floats(kernel.faceArea, faces.count),
    length: floats(kernel.edgeLength, edgeCount),
  };
}

const stations = new WeakMap<PlanarEdges, Station>();

/** A kernel that has these edges: the one that made them where they stand in it, else one that is given them. */
export const stationOf = (edges: PlanarEdges): Station =>
  stations.get(edges) ?? alone(giveEdges(edges.nodeX, edges.nodeY, edges.from, edges.to));

const unsigned = ({ buffer, byteOffset, length }: Int32Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, length);

/**
 * Arrays that the kernel leaves when its work is done. In shared memory, which keeps its views when it grows, they are read
 * where they stand: that is the command line's, which ends with its run. A page and the library may keep an arrangement for
 * long, and get copies that are a quarter of the kernel's memory.
 */
function resultsOf({ kernel, isShared }: Station): {
  readonly ints: (array: KernelResult, length: number) => Int32Array;
  readonly floats: (array: KernelResult, length: number) => Float64Array;
} {
  return isShared
    ? {
        ints: (array, length) => viewInts(kernel, array.value, length),
        floats: (array, length) => viewFloats(kernel, array.value, length),
      }
    : {
        ints: (array, length) => readInts(kernel, array, length),
        floats: (array, length) => readFloats(kernel, array, length),
      };
}
