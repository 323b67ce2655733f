/**
 * How far it is from some edges to others, asked at positions spread evenly along the first.
 *
 *      ·   ·   ·   ·   ·         positions lie where edges cross the lines of a grid (·), so that neither the order of
 *     ─┼───┼───┼──╱┼───┼─        edges, nor their direction, nor how many vertices they have makes a difference
 *      ·   ·   ·╱  ·   ·
 *
 * Positions are few and edges many, so positions are listed by the cells of a coarse grid (nearby.ts) and each edge looks
 * for those around it.
 */
import { CHECKED, isWithin } from './checks';
import { edgeCount, highEnd, lowEnd } from './edges';
import { at, put, takeUnset, takeUnsetArray, widened } from './memory';
import { scaleX, scaleY, setScale, useLattice } from './local-scale';
import {
  columns,
  height,
  listNearby,
  minX,
  minY,
  nearbyAt,
  nearbyStart,
  rows,
  scales,
  width,
} from './nearby';
import { nodeX, nodeY } from './nodes';

/** Metres from each position to the nearest of the other edges, as 64-bit floats; what is out of reach may be Infinity. */
export let metres: usize = 0;
/** How many positions were asked. */
export let asked: i32 = 0;

/** Places of positions (x and y as 64-bit floats, in steps) and the edge that each lies on. */
let places: usize = 0;
let onEdge: usize = 0;
let room: i32 = 0;

/** Where the lines of the grid lie between its steps: not where drawn coordinates are likely to. */
const PHASE: f64 = Math.SQRT2 - 1;

/** Bits of each edge, which tell what it is; 0, or whose each edge is. */
let kindOf: usize = 0;
let ownerOf: usize = 0;

function isChosen(e: i32, mask: i32, wanted: i32): bool {
  if (CHECKED) assert(isWithin(kindOf, kindOf + e, 1), 'every edge has a kind');
  return ((<i32>load<u8>(kindOf + e)) & mask) == wanted;
}

/**
 * Finds distances from about `count` positions on edges of which the bits in `fromMask` are `fromWanted` to the nearest of
 * those of which the bits in `toMask` are `toWanted`. Where edges have owners (`owners` is not 0), those of the edge that a
 * position lies on are passed over. Looks as far as `reach` metres; the lattice is told as for useLattice.
 */
export function findDistances(
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
  useLattice(stepsPerUnit, originY, onEllipsoid);
  kindOf = kinds;
  ownerOf = owners;
  spreadPositions(fromMask, fromWanted, <f64>count);
  metres = takeUnset((<usize>asked) << 3);
  for (let i = 0; i < asked; i++) store<f64>(metres + ((<usize>i) << 3), Infinity);
  if (asked == 0) return;
  listNearby(places, asked, reach);
  nearest(toMask, toWanted);
  for (let i = 0; i < asked; i++) {
    const entry = metres + ((<usize>i) << 3);
    store<f64>(entry, Math.sqrt(load<f64>(entry)));
  }
}

/** Finds where edges cross evenly spaced lines. */
function spreadPositions(mask: i32, wanted: i32, count: f64): void {
  asked = 0;
  room = <i32>(2 * count) + 64;
  places = takeUnset((<usize>room) << 4);
  onEdge = takeUnsetArray(room);
  spaceLines(mask, wanted, count);
  const perX = apartX;
  const perY = apartY;
  // Most edges cross no line: they lie between the same two as the edge before, at whole steps that need no division.
  let west: f64 = 0;
  let east: f64 = -1;
  let south: f64 = 0;
  let north: f64 = -1;
  for (let e = 0; e < edgeCount; e++) {
    if (!isChosen(e, mask, wanted)) continue;
    const x = <f64>nodeX(lowEnd(e));
    const y = <f64>nodeY(lowEnd(e));
    const endX = <f64>nodeX(highEnd(e));
    const endY = <f64>nodeY(highEnd(e));
    if (x < west || x > east || endX < west || endX > east) {
      const fromX = firstLine(x, perX);
      const toX = firstLine(endX, perX);
      for (let k = min(fromX, toX); k < max(fromX, toX); k++) {
        const line = (k + PHASE) * perX;
        addPosition(e, line, y + ((line - x) / (endX - x)) * (endY - y));
      }
      west = leastBefore(toX, perX);
      east = greatestBefore(toX, perX);
    }
    if (y < south || y > north || endY < south || endY > north) {
      const fromY = firstLine(y, perY);
      const toY = firstLine(endY, perY);
      for (let k = min(fromY, toY); k < max(fromY, toY); k++) {
        const line = (k + PHASE) * perY;
        addPosition(e, x + ((line - y) / (endY - y)) * (endX - x), line);
      }
      south = leastBefore(toY, perY);
      north = greatestBefore(toY, perY);
    }
  }
}

function addPosition(edge: i32, x: f64, y: f64): void {
  if (asked == room) {
    places = widened(places, 4 * room, 8 * room);
    onEdge = widened(onEdge, room, 2 * room);
    room *= 2;
  }
  const place = places + ((<usize>asked) << 4);
  store<f64>(place, x);
  store<f64>(place, y, 8);
  put(onEdge, asked++, edge);
}

/** Steps in x and in y between lines. */
let apartX: f64 = 1;
let apartY: f64 = 1;

/** Spaces lines so that edges cross them about `count` times in all. */
function spaceLines(mask: i32, wanted: i32, count: f64): void {
  let alongX: f64 = 0;
  let alongY: f64 = 0;
  let south = i32.MAX_VALUE;
  let north = i32.MIN_VALUE;
  for (let e = 0; e < edgeCount; e++) {
    if (!isChosen(e, mask, wanted)) continue;
    const u = lowEnd(e);
    const v = highEnd(e);
    alongX += abs(<f64>nodeX(v) - <f64>nodeX(u));
    alongY += abs(<f64>nodeY(v) - <f64>nodeY(u));
    south = min(south, min(nodeY(u), nodeY(v)));
    north = max(north, max(nodeY(u), nodeY(v)));
  }
  apartX = 1;
  apartY = 1;
  if (south > north) return;
  setScale((<f64>south + <f64>north) / 2);
  const metresApart = (alongX * scaleX + alongY * scaleY) / count;
  apartX = metresApart / scaleX;
  apartY = metresApart / scaleY;
}

/** The first line at or above a place: from one end of an edge to the other, the lower included and the upper not. */
function firstLine(place: f64, apart: f64): f64 {
  return Math.ceil(place / apart - PHASE);
}

/** Least and greatest step for which a line is surely the first at or above: no rounding reaches a step from it. */
function leastBefore(line: f64, apart: f64): f64 {
  return Math.ceil((line - 1 + PHASE) * apart) + 1;
}

function greatestBefore(line: f64, apart: f64): f64 {
  return Math.floor((line + PHASE) * apart) - 1;
}

/** Finds the square of the distance from each position to the nearest edge. */
function nearest(mask: i32, wanted: i32): void {
  const perX = 1 / width;
  const perY = 1 / height;
  const lastColumn = <f64>(columns - 1);
  const lastRow = <f64>(rows - 1);
  // Most edges lie in the same cell as the edge before, and far from all positions.
  let emptyWest: f64 = 0;
  let emptyEast: f64 = -1;
  let emptySouth: f64 = 0;
  let emptyNorth: f64 = -1;
  for (let e = 0; e < edgeCount; e++) {
    if (!isChosen(e, mask, wanted)) continue;
    const ux = <f64>nodeX(lowEnd(e));
    const uy = <f64>nodeY(lowEnd(e));
    const vx = <f64>nodeX(highEnd(e));
    const vy = <f64>nodeY(highEnd(e));
    if (ux > emptyWest && ux < emptyEast && uy > emptySouth && uy < emptyNorth)
      if (vx > emptyWest && vx < emptyEast && vy > emptySouth && vy < emptyNorth) continue;
    const columnU = Math.floor((ux - minX) * perX);
    const columnV = Math.floor((vx - minX) * perX);
    const rowU = Math.floor((uy - minY) * perY);
    const rowV = Math.floor((vy - minY) * perY);
    const west = <i32>max(0.0, min(columnU, columnV));
    const east = <i32>min(lastColumn, max(columnU, columnV));
    const south = <i32>max(0.0, min(rowU, rowV));
    const north = <i32>min(lastRow, max(rowU, rowV));
    let met = false;
    for (let row = south; row <= north && west <= east; row++) {
      const end = at(nearbyStart, row * columns + east + 1);
      for (let k = at(nearbyStart, row * columns + west); k < end; k++) {
        met = true;
        look(at(nearbyAt, k), e, ux, uy, vx, vy);
      }
    }
    if (met || columnU != columnV || rowU != rowV) continue;
    // A step inside the cell, so that no rounding reaches its neighbours.
    emptyWest = Math.ceil(minX + columnU * width) + 1;
    emptyEast = Math.floor(minX + (columnU + 1) * width) - 1;
    emptySouth = Math.ceil(minY + rowU * height) + 1;
    emptyNorth = Math.floor(minY + (rowU + 1) * height) - 1;
  }
}

/** Keeps the square of the distance from a position to an edge if it is the least so far. */
function look(i: i32, e: i32, ux: f64, uy: f64, vx: f64, vy: f64): void {
  if (ownerOf != 0 && at(ownerOf, e) == at(ownerOf, at(onEdge, i))) return;
  const place = places + ((<usize>i) << 4);
  const eastward = load<f64>(scales + ((<usize>i) << 4));
  const northward = load<f64>(scales + ((<usize>i) << 4), 8);
  const dx = (vx - ux) * eastward;
  const dy = (vy - uy) * northward;
  const px = (load<f64>(place) - ux) * eastward;
  const py = (load<f64>(place, 8) - uy) * northward;
  const along = min(1.0, max(0.0, (px * dx + py * dy) / (dx * dx + dy * dy)));
  const here = (px - along * dx) * (px - along * dx) + (py - along * dy) * (py - along * dy);
  const entry = metres + ((<usize>i) << 3);
  if (here < load<f64>(entry)) store<f64>(entry, here);
}
