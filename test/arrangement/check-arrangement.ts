/**
 * Everything that must hold of any arrangement, however messy the map; empty when all is well.
 *
 * Planar; each outline has an even number of edges at every node; faces are disjoint pieces of positive
 * size that add up to their outline; crossing any edge changes labels by just its sides; Euler's formula.
 */
import type { Arrangement } from '../../src/arrangement/arrangement.js';
import { assertFaces, OUTSIDE_FACE } from '../../src/arrangement/faces.js';
import { halfEdgesOf, origin, target } from '../../src/arrangement/half-edges.js';
import { assertLabels } from '../../src/arrangement/labels.js';
import type { LandLayer } from '../../src/arrangement/land-layer.js';
import { checkPlanarity } from '../../src/arrangement/verify/planarity.js';

/** Faults in words. */
export function faultsOf(layers: readonly LandLayer[], arrangement: Arrangement): string[] {
  const { edges, faces, labels } = arrangement;
  const faults = [
    ...checkPlanarity(edges).faults,
    ...parityFaults(arrangement),
    ...eulerFaults(arrangement),
    ...faceFaults(arrangement),
    ...labelFaults(layers, arrangement),
  ];
  try {
    assertFaces(edges, halfEdgesOf(edges), faces);
    assertLabels(edges, faces, labels);
  } catch (error) {
    faults.push((error as Error).message);
  }
  return faults;
}

function parityFaults({ edges }: Arrangement): string[] {
  const { from, to, sideStart, sideOutline } = edges;
  const odd = new Set<string>();
  const faults: string[] = [];
  const turn = (key: string): void => void (odd.delete(key) || odd.add(key));
  for (let e = 0; e < from.length; e++) {
    if (sideStart[e] === sideStart[e + 1]) faults.push(`edge ${e} bounds nothing`);
    for (let i = sideStart[e]!; i < sideStart[e + 1]!; i++) {
      const outline = sideOutline[i]!;
      if (i > sideStart[e]! && outline <= sideOutline[i - 1]!) faults.push(`sides of edge ${e} do not rise`);
      turn(`${outline} at ${from[e]}`);
      turn(`${outline} at ${to[e]}`);
    }
  }
  return [...faults, ...[...odd].map((key) => `an odd number of edges of outline ${key}`)];
}

/** V − E + F = 1 + C, with pieces counted here on their own. */
function eulerFaults({ edges, faces }: Arrangement): string[] {
  const parent = new Map<number, number>();
  const root = (v: number): number => {
    let r = v;
    while (parent.get(r)! !== r) r = parent.get(r)!;
    while (parent.get(v)! !== r) {
      const up = parent.get(v)!;
      parent.set(v, r);
      v = up;
    }
    return r;
  };
  for (const v of [...edges.from, ...edges.to]) parent.set(v, v);
  edges.from.forEach((u, e) => parent.set(root(u), root(edges.to[e]!)));
  const nodes = parent.size;
  const pieces = [...parent].filter(([v, up]) => v === up).length;
  const sum = nodes - edges.from.length + faces.count;
  return sum === 1 + pieces ? [] : [`V − E + F is ${sum}, with ${pieces} pieces`];
}

/** Twice the area of every face in steps, exactly, against zero and against the area given. */
function faceFaults({ edges, faces, area }: Arrangement): string[] {
  const { nodeX, nodeY, lattice } = edges;
  const twice = new Array<bigint>(faces.count).fill(0n);
  const slack = new Float64Array(faces.count);
  for (let h = 0; h < faces.ofHalfEdge.length; h++) {
    const [u, v] = [origin(edges, h), target(edges, h)];
    const face = faces.ofHalfEdge[h]!;
    const term = BigInt(nodeX[u]! - nodeX[v]!) * BigInt(nodeY[u]! + nodeY[v]!);
    twice[face]! += term;
    // Every term is rounded to 2^-17 m², at most half of it away, and to 53 bits before that.
    slack[face]! += 2 ** -18 + (Math.abs(Number(term)) / lattice.stepsPerUnit ** 2) * 2 ** -52;
  }
  const faults: string[] = [];
  for (let face = 1; face < faces.count; face++) {
    if (slack[face] === 0) faults.push(`face ${face} has no edge`);
    if (twice[face]! <= 0n) faults.push(`face ${face} has ${twice[face]} half square steps`);
    if (lattice.model !== 'planar') continue;
    const expected = Number(twice[face]!) / (2 * lattice.stepsPerUnit ** 2);
    if (Math.abs(area[face]! - expected) > slack[face]! + expected * 1e-15)
      faults.push(`face ${face} has ${area[face]} m², not ${expected}`);
  }
  if (area[OUTSIDE_FACE] !== 0) faults.push('the outside has an area');
  const total = twice.reduce((sum, term) => sum + term, 0n);
  if (total !== 0n) faults.push(`faces and outline differ by ${total} half square steps`);
  return faults;
}

/** Outlines that cover each face, walked afresh over all edges, and the units they make. */
function labelFaults(layers: readonly LandLayer[], { edges, faces, labels, repeats }: Arrangement): string[] {
  const { sideStart, sideOutline, outlines } = edges;
  const across: number[][] = Array.from({ length: faces.count }, () => []);
  for (let e = 0; e < edges.from.length; e++) {
    across[faces.ofHalfEdge[2 * e]!]!.push(e);
    across[faces.ofHalfEdge[2 * e + 1]!]!.push(e);
  }
  const cover = new Array<ReadonlySet<number> | undefined>(faces.count);
  cover[OUTSIDE_FACE] = new Set();
  const faults: string[] = [];
  const queue = [OUTSIDE_FACE];
  for (let i = 0; i < queue.length; i++) {
    const face = queue[i]!;
    for (const e of across[face]!) {
      const [left, right] = [faces.ofHalfEdge[2 * e]!, faces.ofHalfEdge[2 * e + 1]!];
      const beyond = left === face ? right : left;
      const changed = new Set(cover[face]);
      for (const p of sideOutline.subarray(sideStart[e], sideStart[e + 1]))
        if (!changed.delete(p)) changed.add(p);
      const known = cover[beyond];
      if (known === undefined) {
        cover[beyond] = changed;
        queue.push(beyond);
      } else if (known.size !== changed.size || [...changed].some((p) => !known.has(p))) {
        faults.push(`polygons across edge ${e} are ${[...known]}, not ${[...changed]}`);
      }
    }
  }
  if (queue.length !== faces.count) faults.push(`${queue.length} of ${faces.count} faces can be reached`);
  const keys = edgesOfOutlines(edges);
  for (const [l, layer] of layers.entries()) {
    for (let face = 0; face < faces.count; face++) {
      const own = [...(cover[face] ?? [])].filter(
        (o) => o >= outlines.layerStart[l]! && o < outlines.layerStart[l + 1]!,
      );
      const expected = unitsByOutlines(layer, outlines, own, keys, repeats[l]!.ofPolygon).join('+');
      const { ofFace, sets } = labels[l]!;
      const given = sets.members(ofFace[face] ?? -1).join('+');
      if (given !== expected) faults.push(`face ${face} in layer ${l} is '${given}', not '${expected}'`);
    }
  }
  return faults.slice(0, 20);
}

/** The edges of each outline as text. */
function edgesOfOutlines({ sideStart, sideOutline, from, outlines }: Arrangement['edges']): string[] {
  const listed: number[][] = Array.from({ length: outlines.ring.length }, () => []);
  for (let e = 0; e < from.length; e++)
    for (const o of sideOutline.subarray(sideStart[e], sideStart[e + 1])) listed[o]!.push(e);
  return listed.map((list) => list.join());
}

/** The units that some outlines of a layer make, where those of one polygon with the same edges are one. */
function unitsByOutlines(
  { shapes, featureUnit, fill }: LandLayer,
  { ring, turn }: Arrangement['edges']['outlines'],
  own: readonly number[],
  keys: readonly string[],
  same: Int32Array,
): number[] {
  const spanOf = (start: Uint32Array, item: number): number => start.findIndex((first) => first > item) - 1;
  const ofPolygon = new Map<number, number[]>();
  for (const o of own) {
    const polygon = spanOf(shapes.polygonStart, ring[o]!);
    ofPolygon.set(polygon, [...(ofPolygon.get(polygon) ?? []), o]);
  }
  // Of those with the same edges one counts: of the first ring that does not run them as often one way as the other.
  for (const [polygon, all] of ofPolygon) {
    const net = (o: number): number =>
      all.reduce((sum, k) => (keys[k] === keys[o] && ring[k] === ring[o] ? sum + turn[k]! : sum), 0);
    const left = all.filter((o) => net(o) * turn[o]! > 0);
    ofPolygon.set(
      polygon,
      left.filter((o, i) => left.findIndex((k) => keys[k] === keys[o]) === i),
    );
  }
  const units = new Set<number>();
  const odd = new Map<number, Set<number>>();
  for (const [polygon, outlines] of ofPolygon) {
    const feature = spanOf(shapes.featureStart, polygon);
    if (outlines.length % 2 === 1) odd.set(feature, (odd.get(feature) ?? new Set()).add(same[polygon]!));
    if (fill === 'union' && outlines.length % 2 === 1) units.add(featureUnit[feature]!);
  }
  if (fill === 'parity')
    for (const [feature, polygons] of odd) if (polygons.size % 2 === 1) units.add(featureUnit[feature]!);
  return [...units].sort((a, b) => a - b);
}
