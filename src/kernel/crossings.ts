/**
 * Where edges meet one another: proper crossings, and ends that lie in the pixel of another edge.
 *
 *         ╲ ╱                      │
 *          ×   a crossing inside   □───   an end of one edge whose pixel □
 *         ╱ ╲  both: its pixel     │      the other passes: that one is
 *              becomes a node             cut there
 *
 * Pairs are met in the cells that the strands of both lie in; a pair met twice gives the same node and the same cut
 * twice. Whether two boxes meet is told by one sign: differences joined by "or" are negative if any of them is.
 */
import { CHECKED, isWithin } from './checks';
import { cellSouth, cellWest } from './cells';
import { highEnd, lowEnd } from './edges';
import { restBeforeFan, startFans } from './fans';
import { addIfInPixel, hitsLieBelow } from './hits';
import { at, giveBack, mark, put, takeArray, widened } from './memory';
import { nodeAt, nodesLieBelow, nodeX, nodeY } from './nodes';
import { crossProperly, roundCrossing, roundedX, roundedY } from './predicates';
import { LEAST_CELL, LONGEST, splitCell, StrandCells, Strands } from './strands';
import { laySweep, sweptFirst, sweptLast, sweptStrand } from './sweeps';

/** More strands than this in one cell and the cell gets a sweep or a grid of its own. */
const CROWDED: i32 = 160;
const MOST_LEVELS = 6;

/** How many crossings were met. */
export let crossings: i32 = 0;

/** Pixels of crossings, as x and y, where nodes are made of them by another instance; else 0. */
export let pixels: usize = 0;
let pixelRoom: i32 = 0;

/** Gets ready to meet edges. */
export function startMeeting(): void {
  crossings = 0;
  pixels = 0;
  near = takeArray(LONGEST);
  startFans();
}

/** From now on lists the pixels of crossings instead of making nodes of them, with room for some. */
export function listPixels(room: i32): void {
  pixelRoom = room + 64;
  pixels = takeArray(2 * pixelRoom);
}

/** Makes nodes of the pixels that another instance has listed. */
export function takePixels(listed: usize, count: i32): void {
  for (let i = 0; i < count; i++) nodeAt(at(listed, 2 * i), at(listed, 2 * i + 1));
  crossings += count;
}

/** Meets the edges of each strand with one another. */
export function meetStrandsWithin(strands: Strands): void {
  for (let s = 0; s < strands.count; s++) meetWithin(strands, s);
}

/**
 * Meets the edges of strands that share one of some cells, those of the runs from `first` to `last` - 1: adds a node for
 * every crossing and a hit for every end in another edge's pixel.
 */
export function meetEdges(cells: StrandCells, first: i32, last: i32): void {
  meetLevel(cells, first, last, 1);
}

function meetLevel(cells: StrandCells, first: i32, last: i32, level: i32): void {
  const runs = cells.runs;
  for (let run = first; run < last; run++) {
    const from = at(runs.start, run);
    const to = at(runs.start, run + 1);
    const count = to - from;
    const rest = count > CROWDED ? restInCell(cells, run) : count;
    if (<f64>rest * <f64>count <= CROWDED * CROWDED) {
      meetInCell(cells, at(runs.cell, run), from, from + rest, to);
      continue;
    }
    const working = mark();
    const canSplit = level < MOST_LEVELS && cells.grid.cellSize > 2 * LEAST_CELL;
    if (laySweep(cells, run) <= CROWDED * <f64>count || !canSplit) {
      sweepCell(cells, at(runs.cell, run), count);
    } else {
      giveBack(working);
      const finer = splitCell(cells, run);
      meetStrandsWithin(finer.strands);
      meetLevel(finer, 0, finer.runs.count, level + 1);
    }
    if (nodesLieBelow(working) && hitsLieBelow(working) && pixels < working) giveBack(working);
  }
}

/** Puts the strands of a crowded cell that are of no fan first; how many they are. */
function restInCell(cells: StrandCells, run: i32): i32 {
  const cell = at(cells.runs.cell, run);
  const west = Math.floor(cellWest(cells.grid, cell)) - 4;
  const south = Math.floor(cellSouth(cells.grid, cell)) - 4;
  const size = Math.ceil(cells.grid.cellSize) + 8;
  const from = at(cells.runs.start, run);
  const to = at(cells.runs.start, run + 1);
  return restBeforeFan(cells.strands, cells.runs.item, from, to, west, south, west + size, south + size);
}

/** Meets the strands of a cell from `from` to `rest` with one another and with those up to `to`. */
function meetInCell(cells: StrandCells, cell: i32, from: i32, rest: i32, to: i32): void {
  findCellBox(cells, cell);
  for (let i = from; i < rest; i++) meetFollowing(cells.strands, cells.runs.item, i, to);
}

/** Meets the strands of the sweep laid over a cell. */
function sweepCell(cells: StrandCells, cell: i32, count: i32): void {
  const strand = sweptStrand;
  const first = sweptFirst;
  const last = sweptLast;
  findCellBox(cells, cell);
  for (let i = 0; i < count; i++) {
    let to = i + 1;
    while (to < count && at(first, to) <= at(last, i)) to++;
    meetFollowing(cells.strands, strand, i, to);
  }
}

/** The box of a cell with its rim, in half steps. */
let cellMinX: i32 = 0;
let cellMinY: i32 = 0;
let cellMaxX: i32 = 0;
let cellMaxY: i32 = 0;

function findCellBox(cells: StrandCells, cell: i32): void {
  const west = Math.floor(cellWest(cells.grid, cell)) - 2;
  const south = Math.floor(cellSouth(cells.grid, cell)) - 2;
  const size = Math.ceil(cells.grid.cellSize) + 4;
  cellMinX = <i32>Math.floor(west / 2);
  cellMinY = <i32>Math.floor(south / 2);
  cellMaxX = <i32>Math.floor((west + size) / 2);
  cellMaxY = <i32>Math.floor((south + size) / 2);
}

/** Meets the strand at `i` of a list with those after it, up to `to`, in the box of the cell. */
function meetFollowing(strands: Strands, item: usize, i: i32, to: i32): void {
  const boxes = strands.box;
  const p = at(item, i);
  const box = boxes + ((<usize>p) << 4);
  const minX = max(cellMinX, load<i32>(box));
  const minY = max(cellMinY, load<i32>(box, 4));
  const maxX = min(cellMaxX, load<i32>(box, 8));
  const maxY = min(cellMaxY, load<i32>(box, 12));
  for (let j = i + 1; j < to; j++) {
    const q = at(item, j);
    const other = boxes + ((<usize>q) << 4);
    if (apart(other, minX, minY, maxX, maxY)) continue;
    meetStrands(
      strands,
      p,
      q,
      max(minX, load<i32>(other)),
      max(minY, load<i32>(other, 4)),
      min(maxX, load<i32>(other, 8)),
      min(maxY, load<i32>(other, 12)),
    );
  }
}

/** Whether a box and the given one have nothing in common. */
function apart(box: usize, minX: i32, minY: i32, maxX: i32, maxY: i32): bool {
  if (CHECKED) assert(isWithin(box, box, 16), 'a box is read beside its array');
  const differences =
    (maxX - load<i32>(box)) |
    (maxY - load<i32>(box, 4)) |
    (load<i32>(box, 8) - minX) |
    (load<i32>(box, 12) - minY);
  return differences < 0;
}

/** Places of the edges of a strand that come near another one. */
let near: usize = 0;

/** Meets every edge of one strand with every edge of another, where both come into a box. */
function meetStrands(strands: Strands, p: i32, q: i32, minX: i32, minY: i32, maxX: i32, maxY: i32): void {
  const edge = strands.edge;
  const edgeBox = strands.edgeBox;
  let count = 0;
  const lastOfP = at(strands.start, p + 1);
  for (let i = at(strands.start, p); i < lastOfP; i++) {
    if (CHECKED) assert(count < LONGEST, 'no more edges are near than a strand has');
    put(near, count, i);
    count += <i32>!apart(edgeBox + ((<usize>i) << 4), minX, minY, maxX, maxY);
  }
  if (count == 0) return;
  const lastOfQ = at(strands.start, q + 1);
  for (let j = at(strands.start, q); j < lastOfQ; j++) {
    const box = edgeBox + ((<usize>j) << 4);
    if (apart(box, minX, minY, maxX, maxY)) continue;
    for (let k = 0; k < count; k++) {
      const i = at(near, k);
      if (!boxesApart(box, edgeBox + ((<usize>i) << 4))) meetTwo(at(edge, i), at(edge, j));
    }
  }
}

function boxesApart(one: usize, other: usize): bool {
  return apart(one, load<i32>(other), load<i32>(other, 4), load<i32>(other, 8), load<i32>(other, 12));
}

/** Meets the edges of one strand with one another. */
function meetWithin(strands: Strands, s: i32): void {
  const end = at(strands.start, s + 1);
  const edgeBox = strands.edgeBox;
  for (let i = at(strands.start, s); i < end - 1; i++) {
    const box = edgeBox + ((<usize>i) << 4);
    for (let j = i + 1; j < end; j++) {
      if (!boxesApart(box, edgeBox + ((<usize>j) << 4))) meetTwo(at(strands.edge, i), at(strands.edge, j));
    }
  }
}

/** Two edges that reach less far than this and whose boxes meet have differences that multiply exactly. */
const SHORT: f64 = 16777216;

/** Meets two edges whose boxes do. */
function meetTwo(e: i32, f: i32): void {
  const a = lowEnd(e);
  const b = highEnd(e);
  const c = lowEnd(f);
  const d = highEnd(f);
  if (a == c || a == d || b == c || b == d) {
    meetJoined(e, f);
    return;
  }
  const ax = <f64>nodeX(a);
  const ay = <f64>nodeY(a);
  const bx = <f64>nodeX(b);
  const by = <f64>nodeY(b);
  const cx = <f64>nodeX(c);
  const cy = <f64>nodeY(c);
  const dx = <f64>nodeX(d);
  const dy = <f64>nodeY(d);
  const ex = bx - ax;
  const ey = by - ay;
  const fx = dx - cx;
  const fy = dy - cy;
  const reachE = abs(ex) + abs(ey);
  const reachF = abs(fx) + abs(fy);
  if (reachE < SHORT && reachF < SHORT) {
    // Twice the distance of each end from the line of the other edge, times that edge's length: an end in whose
    // pixel the other edge comes has at most that edge's reach here.
    const farC = 2 * (ex * (cy - ay) - ey * (cx - ax));
    const farD = 2 * (ex * (dy - ay) - ey * (dx - ax));
    const farA = 2 * (fx * (ay - cy) - fy * (ax - cx));
    const farB = 2 * (fx * (by - cy) - fy * (bx - cx));
    if (abs(farC) <= reachE) addIfInPixel(e, c);
    if (abs(farD) <= reachE) addIfInPixel(e, d);
    if (abs(farA) <= reachF) addIfInPixel(f, a);
    if (abs(farB) <= reachF) addIfInPixel(f, b);
    if (!(farC * farD < 0 && farA * farB < 0)) return;
  } else {
    addIfInPixel(e, c);
    addIfInPixel(e, d);
    addIfInPixel(f, a);
    addIfInPixel(f, b);
    if (!crossProperly(ax, ay, bx, by, cx, cy, dx, dy)) return;
  }
  roundCrossing(ax, ay, bx, by, cx, cy, dx, dy);
  if (pixels == 0) nodeAt(roundedX, roundedY);
  else addPixel(roundedX, roundedY);
  crossings++;
}

function addPixel(x: i32, y: i32): void {
  if (crossings == pixelRoom) {
    pixelRoom *= 2;
    pixels = widened(pixels, 2 * crossings, 2 * pixelRoom);
  }
  put(pixels, 2 * crossings, x);
  put(pixels, 2 * crossings + 1, y);
}

/** Meets two edges that share an end: they cross nowhere else, but one may pass the pixel of the other's far end. */
function meetJoined(e: i32, f: i32): void {
  addIfInPixel(e, lowEnd(f));
  addIfInPixel(e, highEnd(f));
  addIfInPixel(f, lowEnd(e));
  addIfInPixel(f, highEnd(e));
}
