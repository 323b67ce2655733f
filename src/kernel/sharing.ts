/**
 * Work that is shared with a second instance of the kernel, which runs on the same memory in another thread.
 *
 *     first   ├─ lists cells ─┤ takes over ├─ meets its cells ─┤ takes over ├─ hits its pixels ─┤ takes over
 *     second  ├─ meets within ┤            ├─ meets the rest ──┤            ├─ hits the rest ───┤
 *
 *     first   ├─ sorts around its nodes ─┼─ walks faces ──┤ labels them    patches, noise ──┤
 *     second  ├─ around the rest ────────┼─ measures edges┼─ sums ──┤    of other layers ──┤
 *
 * Where work is divided depends on the work alone, and what the second has listed is taken over behind what the first
 * has: nodes, hits and edges stand in the order in which one instance alone would make them. The second only reads what
 * the first has made before; it writes to memory that was set aside for it. If it fails, the first does its part as well.
 */
import { asked, findDistances, metres } from './border-distances';
import { Runs } from './cells';
import {
  crossings,
  listPixels,
  meetEdges,
  meetStrandsWithin,
  pixels,
  startMeeting,
  takePixels,
} from './crossings';
import { edgeCount, ends, takeEdges } from './edges';
import { startHalfEdges } from './half-edges';
import { hitCount, hitEdge, hitNode, startHits, takeHits } from './hits';
import { hitNodes } from './hot-pixels';
import { measureInto, measureOnEllipsoid, measureOnPlane, sumFaces } from './measuring';
import { at, keepWithin, take, takeUnset } from './memory';
import { nodeCount, nodes, takeNodes } from './nodes';
import { StrandCells, Strands } from './strands';
import {
  endPatches,
  joinPatches,
  partStart,
  patchArea,
  patchCount,
  patchOf,
  patchPerimeter,
  patchUnitA,
  patchUnitB,
  startPatches,
  takeFound,
} from './patches';
import { sortTurns } from './turns';

/** What the second instance is told, and what it answers. */
@unmanaged
export class Share {
  nodes: usize;
  nodeCount: i32;
  ends: usize;
  edgeCount: i32;
  strands: Strands;
  cells: StrandCells;
  /** Nodes by cell whose pixels are to be hit. */
  points: Runs;
  /** Its runs are `first` to `last` - 1. */
  first: i32;
  last: i32;
  /** Memory set aside for it. */
  from: usize;
  to: usize;
  /** Arrays that it fills. */
  lengths: usize;
  areas: usize;
  ofNode: usize;
  /** Half-edges around nodes (turns.ts). */
  ofTurns: usize;
  leaving: usize;
  /** Faces at the sides of edges, and where their areas go. */
  faceOf: usize;
  faceCount: i32;
  faceArea: usize;
  /** What it has listed. */
  hitEdge: usize;
  hitNode: usize;
  hitCount: i32;
  pixels: usize;
  crossings: i32;
  /** What it has found of distances. */
  metres: usize;
  asked: i32;
  /** What it has found of patches. */
  patchCount: i32;
  patchUnitA: usize;
  patchUnitB: usize;
  patchArea: usize;
  patchPerimeter: usize;
  partStart: usize;
  patchOf: usize;
}

/** Memory for the second instance: so many bytes an edge, and some for crowded cells. */
const PER_EDGE: usize = 16;
const AT_LEAST: usize = 1 << 22;

/** Memory for what it lists when it meets edges. */
export function roomForMeetings(): usize {
  return AT_LEAST + <usize>edgeCount * PER_EDGE;
}

/** Memory for the places that distances are asked at, and what is near them. */
export const ROOM_FOR_DISTANCES: usize = 1 << 22;

/** Memory for a sum of each face. */
export function roomForSums(faces: i32): usize {
  return ((<usize>faces) << 4) + 64;
}

/** Bytes for each face while patches are found, where layers overlap themselves but little; without room for more it is not done. */
const PATCHES_PER_FACE: usize = 72;

/** Memory for the patches between so many faces. */
export function roomForPatches(faces: i32): usize {
  return <usize>faces * PATCHES_PER_FACE + 4096;
}

/** What is shared, with so much memory set aside for the second instance. */
export function makeShare(bytes: usize): Share {
  const share = changetype<Share>(take(offsetof<Share>()));
  share.from = takeUnset(bytes);
  share.to = share.from + bytes;
  return share;
}

/** Says where nodes and edges stand now. */
export function showEdges(share: Share): void {
  share.nodes = nodes;
  share.nodeCount = nodeCount;
  share.ends = ends;
  share.edgeCount = edgeCount;
}

/** The run that the second instance's part begins with, where the first does `part` of it all, by the squares of their lengths. */
export function runAt(runs: Runs, part: f64): i32 {
  let all: f64 = 0;
  for (let run = 0; run < runs.count; run++) all += weightOf(runs, run);
  let done: f64 = 0;
  let run = 0;
  while (run < runs.count && done < part * all) done += weightOf(runs, run++);
  return run;
}

function weightOf(runs: Runs, run: i32): f64 {
  const items = <f64>(at(runs.start, run + 1) - at(runs.start, run));
  return items * items;
}

/** The second instance: meets edges of each strand. */
export function withinShare(address: usize): void {
  const share = beginMeeting(address);
  meetStrandsWithin(share.strands);
  endMeeting(share);
}

/** The second instance: meets edges of strands that share a cell. */
export function meetShare(address: usize): void {
  const share = beginMeeting(address);
  meetEdges(share.cells, share.first, share.last);
  endMeeting(share);
}

function beginMeeting(address: usize): Share {
  const share = beginShare(address);
  startHits(edgeCount >> 2);
  startMeeting();
  listPixels(edgeCount >> 4);
  return share;
}

function endMeeting(share: Share): void {
  share.pixels = pixels;
  share.crossings = crossings;
  endShare(share);
}

/** The second instance: hits pixels. */
export function hitShare(address: usize): void {
  const share = beginShare(address);
  startHits(edgeCount >> 2);
  hitNodes(share.cells, share.points, share.first, share.last);
  endShare(share);
}

/** The second instance: sorts half-edges around its nodes. */
export function turnShare(address: usize): void {
  const share = beginShare(address);
  startHalfEdges(ends, edgeCount);
  sortTurns(share.first, share.last, share.ofTurns, share.leaving);
}

/** Whether this instance has measured the edges. */
let hasMeasured = false;

/** The second instance: measures edges. */
export function measureShare(address: usize, stepsPerUnit: f64, onEllipsoid: bool): void {
  const share = beginShare(address);
  measureInto(share.lengths, share.areas, share.ofNode);
  if (onEllipsoid) measureOnEllipsoid(stepsPerUnit);
  else measureOnPlane(stepsPerUnit);
  hasMeasured = true;
}

/** The second instance: sums what it has measured; a trap where it was the first that did. */
export function sumShare(address: usize): void {
  if (!hasMeasured) unreachable();
  const share = changetype<Share>(address);
  keepWithin(share.from, share.to);
  sumFaces(share.faceOf, share.faceCount, share.faceArea);
}

/** The second instance: finds distances between borders, asked for as findDistances is. */
export function distanceShare(
  address: usize,
  kinds: usize,
  owners: usize,
  fromMask: i32,
  fromWanted: i32,
  toMask: i32,
  toWanted: i32,
  count: i32,
  reach: f64,
  stepsPerUnit: f64,
  originY: f64,
  onEllipsoid: bool,
): void {
  const share = beginShare(address);
  findDistances(
    kinds,
    owners,
    fromMask,
    fromWanted,
    toMask,
    toWanted,
    count,
    reach,
    stepsPerUnit,
    originY,
    onEllipsoid,
  );
  share.metres = metres;
  share.asked = asked;
}

/** The second instance: finds the patches of two layers, of which these are the labels. */
export function patchShare(
  address: usize,
  faces: i32,
  first: usize,
  second: usize,
  sides: usize,
  lengths: usize,
  edges: i32,
  areas: usize,
): void {
  const share = changetype<Share>(address);
  keepWithin(share.from, share.to);
  startPatches(faces, first, second);
  joinPatches(sides, lengths, edges);
  endPatches(areas);
  share.patchCount = patchCount;
  share.patchUnitA = patchUnitA;
  share.patchUnitB = patchUnitB;
  share.patchArea = patchArea;
  share.patchPerimeter = patchPerimeter;
  share.partStart = partStart;
  share.patchOf = patchOf;
}

/** Takes over the patches that the second instance has found. */
export function takePatches(address: usize): void {
  const share = changetype<Share>(address);
  takeFound(
    share.patchCount,
    share.patchUnitA,
    share.patchUnitB,
    share.patchArea,
    share.patchPerimeter,
    share.partStart,
    share.patchOf,
  );
}

function beginShare(address: usize): Share {
  const share = changetype<Share>(address);
  keepWithin(share.from, share.to);
  takeNodes(share.nodes, share.nodeCount);
  takeEdges(share.ends, share.edgeCount);
  return share;
}

function endShare(share: Share): void {
  share.hitEdge = hitEdge;
  share.hitNode = hitNode;
  share.hitCount = hitCount;
}

/** Takes over what the second instance has met. */
export function takeMet(share: Share): void {
  takePixels(share.pixels, share.crossings);
  takeHit(share);
}

/** Takes over the pixels that the second instance has hit. */
export function takeHit(share: Share): void {
  takeHits(share.hitEdge, share.hitNode, share.hitCount);
}
