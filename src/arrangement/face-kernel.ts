/**
 * A kernel for passes over faces and the edges between them: the one that made them where they still stand in it, else one
 * that edges are brought to, a lot at a time, so that a map of any size passes through.
 */
import type { Meetings } from './faces.js';
import { viewFloats, viewInts, writeFloats, writeInts, type Kernel } from './kernel.js';
import type { LayerLabels } from './labels.js';
import type { Station } from './shared-noding.js';
import { giveSpare, takeSpare } from './spare-kernel.js';

/** What a pass over some edges is given: addresses of the faces at their sides and of their metres, and which edges they are. */
export type EdgePass = (sides: number, lengths: number, edges: number, first: number) => void;

/** Addresses of the faces at the sides of edges and of their metres, and how many edges there are. */
export type AllEdges = readonly [sides: number, lengths: number, edges: number];

/** A kernel at work on the faces of one map; what it takes meanwhile is given back at the end. */
export interface FaceKernel {
  readonly kernel: Kernel;
  /** Where the kernel stands, and the addresses and the number of all edges in it; null where they are brought to it. */
  readonly shared: { readonly station: Station; readonly edges: AllEdges } | null;
  /** Address of the labels of a layer. */
  writeLabels(labels: LayerLabels): number;
  /** Address of the square metres of faces. */
  writeAreas(area: Float64Array): number;
  /** Passes over all edges. */
  overEdges(pass: EdgePass): void;
  close(): void;
}

const owners = new WeakMap<Int32Array, Station>();

/** Tells that faces and metres stand in the kernel that made them. */
export function keepFaces(ofHalfEdge: Int32Array, station: Station): void {
  owners.set(ofHalfEdge, station);
}

/** Edges in a lot. */
const LOT = 1 << 16;

/** A kernel for the faces of a map. */
export function faceKernel({ faces: { ofHalfEdge }, length }: Meetings): FaceKernel {
  const owner = owners.get(ofHalfEdge);
  const kernel = owner?.kernel ?? takeSpare();
  const edges: AllEdges = [kernel.faceOf.value, kernel.edgeLength.value, length.length];
  const before = kernel.mark();
  return {
    kernel,
    shared: owner === undefined ? null : { station: owner, edges },
    writeLabels: ({ ofFace, sets }) => {
      const { start, members } = sets.lists();
      return kernel.makeLabels(
        writeInts(kernel, ofFace),
        sets.singles,
        writeInts(kernel, start),
        writeInts(kernel, members),
      );
    },
    writeAreas: (area) => writeFloats(kernel, area),
    overEdges: (pass) => {
      if (owner !== undefined) {
        pass(...edges, 0);
        return;
      }
      const lot = Math.min(LOT, length.length);
      const [sides, lengths] = [kernel.take(8 * lot), kernel.take(8 * lot)];
      for (let first = 0; first < length.length; first += lot) {
        const edges = Math.min(lot, length.length - first);
        viewInts(kernel, sides, 2 * edges).set(ofHalfEdge.subarray(2 * first, 2 * (first + edges)));
        viewFloats(kernel, lengths, edges).set(length.subarray(first, first + edges));
        pass(sides, lengths, edges, first);
      }
    },
    close: () => {
      if (owner === undefined) giveSpare(kernel, before);
      else kernel.giveBack(before);
    },
  };
}
