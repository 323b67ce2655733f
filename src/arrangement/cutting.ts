/**
 * Cuts edges at the pixels they meet, joins pieces that coincide, and works out which polygons each edge bounds.
 */
import type { PixelHits } from './hot-pixels.js';
import { LEFT_OUT } from './repeated-polygons.js';
import type { RingEdges } from './ring-edges.js';

type Cut = {
  nodeX: Int32Array;
  nodeY: Int32Array;
  from: Int32Array;
  to: Int32Array;
  sideStart: Uint32Array;
  sidePolygon: Int32Array;
  polygonStart: Uint32Array;
  repeated: Uint8Array;
};

/** The final edges, and how many cuts were made. Takes over the tables of `rings`. */
export function cutAtPixels(rings: RingEdges, hits: PixelHits): { cut: Cut; cuts: number } {
  const original = rings.edges.count;
  const { hitStart, hitNode } = hitsByEdge(rings, hits, original);
  const { pieceStart, piece, cuts } = cutEdges(rings, hitStart, hitNode, original);
  return { cut: sidesOfEdges(rings, pieceStart, piece), cuts };
}

/** The pixels each edge meets, in the order it meets them. Edge e has hitStart[e] to hitStart[e + 1] - 1. */
function hitsByEdge(
  rings: RingEdges,
  hits: PixelHits,
  original: number,
): { hitStart: Uint32Array; hitNode: Int32Array } {
  const hitStart = new Uint32Array(original + 1);
  for (let i = 0; i < hits.count; i++) hitStart[hits.edge[i]! + 1]!++;
  for (let e = 0; e < original; e++) hitStart[e + 1]! += hitStart[e]!;
  const hitNode = new Int32Array(hits.count);
  const filled = hitStart.slice();
  for (let i = 0; i < hits.count; i++) hitNode[filled[hits.edge[i]!]!++] = hits.node[i]!;
  for (let e = 0; e < original; e++) {
    if (hitStart[e + 1]! - hitStart[e]! > 1)
      orderAlong(rings, e, hitNode.subarray(hitStart[e]!, hitStart[e + 1]!));
  }
  return { hitStart, hitNode };
}

/**
 * Sorts the pixels of one edge from its lower to its higher node. An edge passes pixels monotonously in x and y,
 * so the sum of the two, signed by its direction, rises from each to the next.
 */
function orderAlong(rings: RingEdges, edge: number, pixels: Int32Array): void {
  const { x, y } = rings.nodes;
  const u = rings.edges.low[edge]!;
  const v = rings.edges.high[edge]!;
  const signX = x[v]! < x[u]! ? -1 : 1;
  const signY = y[v]! < y[u]! ? -1 : 1;
  const key = (node: number): number => signX * x[node]! + signY * y[node]!;
  if (pixels.length > 24) {
    pixels.sort((p, q) => key(p) - key(q));
    return;
  }
  for (let i = 1; i < pixels.length; i++) {
    const node = pixels[i]!;
    const k = key(node);
    let j = i - 1;
    while (j >= 0 && key(pixels[j]!) > k) {
      pixels[j + 1] = pixels[j]!;
      j--;
    }
    pixels[j + 1] = node;
  }
}

/** Pieces of each cut edge; an edge that is not cut has none. Pieces that coincide are one edge. */
function cutEdges(
  rings: RingEdges,
  hitStart: Uint32Array,
  hitNode: Int32Array,
  original: number,
): { pieceStart: Uint32Array; piece: Int32Array; cuts: number } {
  const { edges } = rings;
  const pieceStart = new Uint32Array(original + 1);
  const piece = new Int32Array(hitNode.length * 2);
  let pieces = 0;
  let cuts = 0;
  for (let e = 0; e < original; e++) {
    const first = hitStart[e]!;
    const last = hitStart[e + 1]!;
    if (last > first) {
      let before = edges.low[e]!;
      for (let i = first; i < last; i++) {
        // A pixel met in several cells stands several times in a row.
        if (hitNode[i] === before) continue;
        piece[pieces++] = edges.between(before, hitNode[i]!);
        before = hitNode[i]!;
        cuts++;
      }
      piece[pieces++] = edges.between(before, edges.high[e]!);
    }
    pieceStart[e + 1] = pieces;
  }
  return { pieceStart, piece, cuts };
}

/** Lists the polygons on each edge, cancels those that come an even number of times, drops edges left with none. */
function sidesOfEdges(rings: RingEdges, pieceStart: Uint32Array, piece: Int32Array): Cut {
  const { edges, nodes, stepEdge, stepStart, repeated } = rings;
  const listed = new Uint32Array(edges.count + 1);
  const polygons = repeated.length;
  for (let p = 0; p < polygons; p++) {
    if (repeated[p] === LEFT_OUT) continue;
    for (let s = stepStart[p]!; s < stepStart[p + 1]!; s++) {
      const e = stepEdge[s]!;
      const last = pieceStart[e + 1]!;
      let i = pieceStart[e]!;
      if (i === last) listed[e]!++;
      else for (; i < last; i++) listed[piece[i]!]!++;
    }
  }
  let total = 0;
  for (let e = 0; e <= edges.count; e++) {
    total += listed[e]!;
    listed[e] = total;
  }
  const sides = new Int32Array(total);
  for (let p = polygons - 1; p >= 0; p--) {
    if (repeated[p] === LEFT_OUT) continue;
    for (let s = stepStart[p]!; s < stepStart[p + 1]!; s++) {
      const e = stepEdge[s]!;
      const last = pieceStart[e + 1]!;
      let i = pieceStart[e]!;
      if (i === last) sides[--listed[e]!] = p;
      else for (; i < last; i++) sides[--listed[piece[i]!]!] = p;
    }
  }
  return cancelSides(
    rings,
    listed,
    sides,
    nodes.x.subarray(0, nodes.count),
    nodes.y.subarray(0, nodes.count),
  );
}

/** Each list rises already (polygons were written from the last to the first, from behind). */
function cancelSides(
  rings: RingEdges,
  listed: Uint32Array,
  sides: Int32Array,
  nodeX: Int32Array,
  nodeY: Int32Array,
): Cut {
  const { edges } = rings;
  const from = new Int32Array(edges.count);
  const to = new Int32Array(edges.count);
  const sideStart = new Uint32Array(edges.count + 1);
  let kept = 0;
  let written = 0;
  for (let e = 0; e < edges.count; e++) {
    const last = listed[e + 1]!;
    const before = written;
    for (let i = listed[e]!; i < last;) {
      const polygon = sides[i]!;
      let end = i + 1;
      while (end < last && sides[end] === polygon) end++;
      if ((end - i) % 2 === 1) sides[written++] = polygon;
      i = end;
    }
    if (written === before) continue;
    from[kept] = edges.low[e]!;
    to[kept] = edges.high[e]!;
    sideStart[++kept] = written;
  }
  return {
    nodeX,
    nodeY,
    from: from.subarray(0, kept),
    to: to.subarray(0, kept),
    sideStart: sideStart.subarray(0, kept + 1),
    sidePolygon: sides.subarray(0, written),
    polygonStart: rings.polygonStart,
    repeated: rings.repeated,
  };
}
