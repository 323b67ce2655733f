/**
 * Sweeps: the strands of a crowded cell in the order in which a line passes over them, so that only those are compared
 * that it lies on at the same time.
 *
 *        ╱ ╱ ╱ ╱ ╱          A crowd of edges that run alike: only a grid as fine as the gaps between them would tell
 *       ╱ ╱ ╱ ╱ ╱           them apart, but along one of four directions their parts in the cell hardly overlap.
 *      ╱ ╱ ╱ ╱ ╱
 *     ────────────▶
 */
import { CHECKED } from './checks';
import { cellSouth, cellWest } from './cells';
import { highEnd, lowEnd } from './edges';
import { at, put, take, takeArray } from './memory';
import { nodeX, nodeY } from './nodes';
import { sortByKey, sortedItems, sortedKeys } from './sort';
import { StrandCells, Strands } from './strands';

/** Places along a direction that are told apart. */
const PLACES: i32 = 4096;
/** How far beside itself, in steps, an edge may be met: half a pixel, and the rounding of its part. */
const RIM: f64 = 4;
/** x, y, x + y, x - y. */
const DIRECTIONS: usize = 4;

/** The strands in the order of their first places, with those and their last ones. */
export let sweptStrand: usize = 0;
export let sweptFirst: usize = 0;
export let sweptLast: usize = 0;

/** Width of the cell with its rim on both sides, and its corner. */
let size: f64 = 0;
let west: f64 = 0;
let south: f64 = 0;

/**
 * Lays a sweep over the strands of one cell, along the direction in which they overlap least; how many comparisons it
 * is expected to take.
 */
export function laySweep(cells: StrandCells, run: i32): f64 {
  const from = at(cells.runs.start, run);
  const count = at(cells.runs.start, run + 1) - from;
  const cell = at(cells.runs.cell, run);
  size = cells.grid.cellSize + 2 * RIM;
  west = cellWest(cells.grid, cell) - RIM;
  south = cellSouth(cells.grid, cell) - RIM;
  const spans = take((<usize>count) << 5);
  for (let k = 0; k < count; k++) {
    putSpans(spans + ((<usize>k) << 5), cells.strands, at(cells.runs.item, from + k));
  }
  const best = leastOverlap(spans, count);
  const first = takeArray(count);
  const order = takeArray(count);
  for (let k = 0; k < count; k++) {
    put(first, k, load<i32>(spans + ((<usize>k) << 5) + (best << 3)));
    put(order, k, k);
  }
  sortByKey(first, order, count, <f64>PLACES);
  sweptFirst = sortedKeys;
  sweptStrand = sortedItems;
  sweptLast = takeArray(count);
  for (let i = 0; i < count; i++) {
    const k = at(sweptStrand, i);
    put(sweptLast, i, load<i32>(spans + ((<usize>k) << 5) + (best << 3), 4));
    put(sweptStrand, i, at(cells.runs.item, from + k));
  }
  return (covered / <f64>PLACES) * <f64>count;
}

/** How many places all strands cover in the direction found last. */
let covered: f64 = 0;

/** The direction in which strands cover the fewest places. */
function leastOverlap(spans: usize, count: i32): usize {
  let best: usize = 0;
  covered = Infinity;
  for (let direction: usize = 0; direction < DIRECTIONS; direction++) {
    let places: f64 = 0;
    for (let k = 0; k < count; k++) {
      const span = spans + ((<usize>k) << 5) + (direction << 3);
      places += <f64>(load<i32>(span, 4) - load<i32>(span) + 1);
    }
    if (places >= covered) continue;
    covered = places;
    best = direction;
  }
  return best;
}

/** Writes the first and last place of a strand's part in the cell, for each direction. */
function putSpans(spans: usize, strands: Strands, s: i32): void {
  const first = at(strands.start, s);
  if (at(strands.start, s + 1) - first == 1) {
    clipEdge(at(strands.edge, first));
    putSpan(spans, min(x1, x2), max(x1, x2), size);
    putSpan(spans + 8, min(y1, y2), max(y1, y2), size);
    putSpan(spans + 16, min(x1 + y1, x2 + y2), max(x1 + y1, x2 + y2), 2 * size);
    putSpan(spans + 24, size + min(x1 - y1, x2 - y2), size + max(x1 - y1, x2 - y2), 2 * size);
    return;
  }
  const box = strands.box + ((<usize>s) << 4);
  x1 = <f64>load<i32>(box) * 2 - west;
  y1 = <f64>load<i32>(box, 4) * 2 - south;
  x2 = <f64>load<i32>(box, 8) * 2 + 1 - west;
  y2 = <f64>load<i32>(box, 12) * 2 + 1 - south;
  putSpan(spans, x1, x2, size);
  putSpan(spans + 8, y1, y2, size);
  putSpan(spans + 16, x1 + y1, x2 + y2, 2 * size);
  putSpan(spans + 24, size + x1 - y2, size + x2 - y1, 2 * size);
}

/** Writes the first and last of the places that lie between two distances, of which `whole` is the greatest. */
function putSpan(span: usize, low: f64, high: f64, whole: f64): void {
  const scale = <f64>PLACES / whole;
  const last = <f64>(PLACES - 1);
  store<i32>(span, <i32>max(0.0, min(last, Math.floor((low - RIM) * scale))));
  store<i32>(span, <i32>max(0.0, min(last, Math.floor((high + RIM) * scale))), 4);
  if (CHECKED) assert(load<i32>(span) <= load<i32>(span, 4), 'a span has a place');
}

/** Ends of the part of an edge that lies in the cell, or a corner of it, from the cell's corner. */
let x1: f64 = 0;
let y1: f64 = 0;
let x2: f64 = 0;
let y2: f64 = 0;

function clipEdge(e: i32): void {
  const ax = <f64>nodeX(lowEnd(e)) - west;
  const ay = <f64>nodeY(lowEnd(e)) - south;
  const dx = <f64>nodeX(highEnd(e)) - west - ax;
  const dy = <f64>nodeY(highEnd(e)) - south - ay;
  let enter: f64 = 0;
  let leave: f64 = 1;
  if (dx != 0) {
    enter = max(enter, min(-ax / dx, (size - ax) / dx));
    leave = min(leave, max(-ax / dx, (size - ax) / dx));
  }
  if (dy != 0) {
    enter = max(enter, min(-ay / dy, (size - ay) / dy));
    leave = min(leave, max(-ay / dy, (size - ay) / dy));
  }
  leave = max(leave, enter);
  x1 = ax + enter * dx;
  y1 = ay + enter * dy;
  x2 = ax + leave * dx;
  y2 = ay + leave * dy;
}
