/**
 * Places by the cells of a grid that lie within reach of them.
 *
 *     ┌───┬───┬───┐
 *     │ · │ · │ · │      a cell is as wide as the reach or wider, so a place (×) is listed in nine of them at most
 *     ├───┼───┼───┤
 *     │ · │ ×·│ · │
 *     └───┴───┴───┘
 */
import { areOffsets, CHECKED } from './checks';
import { scaleX, scaleY, setScale } from './local-scale';
import { at, countUp, put, takeArray, takeUnset, takeUnsetArray } from './memory';

/** The grid: its lower corner, and width and height of a cell, in steps. */
export let minX: f64 = 0;
export let minY: f64 = 0;
export let width: f64 = 1;
export let height: f64 = 1;
export let columns: i32 = 0;
export let rows: i32 = 0;
/** Cell c is within reach of the places nearbyAt[nearbyStart[c]] to nearbyAt[nearbyStart[c + 1] - 1]. */
export let nearbyStart: usize = 0;
export let nearbyAt: usize = 0;
/** Metres of one step in x and in y at each place, as 64-bit floats. */
export let scales: usize = 0;

/** At most so many cells to a side: coarser ones hold more than is near, which only takes longer. */
const MOST_CELLS: f64 = 256;
/** Scales are worked out on so many parallels; between them they change along a line. */
const PARALLELS = 64;

/** How far a place reaches, in steps. */
let reachX: f64 = 0;
let reachY: f64 = 0;

/** Lists places, x and y as 64-bit floats after one another, by the cells within so many metres of them. */
export function listNearby(places: usize, count: i32, reach: f64): void {
  measureScales(places, count);
  let maxX = -Infinity;
  let maxY = -Infinity;
  let leastX = Infinity;
  let leastY = Infinity;
  minX = Infinity;
  minY = Infinity;
  for (let i = 0; i < count; i++) {
    minX = min(minX, xOf(places, i));
    maxX = max(maxX, xOf(places, i));
    minY = min(minY, yOf(places, i));
    maxY = max(maxY, yOf(places, i));
    leastX = min(leastX, xOf(scales, i));
    leastY = min(leastY, yOf(scales, i));
  }
  reachX = reach / leastX;
  reachY = reach / leastY;
  minX -= reachX;
  minY -= reachY;
  width = max(reachX, (maxX + reachX - minX) / MOST_CELLS);
  height = max(reachY, (maxY + reachY - minY) / MOST_CELLS);
  columns = <i32>Math.floor((maxX + reachX - minX) / width) + 1;
  rows = <i32>Math.floor((maxY + reachY - minY) / height) + 1;
  // Counts stand two entries on; filling moves each start to its end, which is the next one's start.
  nearbyStart = takeArray(columns * rows + 2);
  for (let i = 0; i < count; i++) visitCells(places, i, false);
  for (let c = 2; c <= columns * rows; c++) put(nearbyStart, c, at(nearbyStart, c) + at(nearbyStart, c - 1));
  const listed = at(nearbyStart, columns * rows) + at(nearbyStart, columns * rows + 1);
  nearbyAt = takeUnsetArray(listed);
  for (let i = 0; i < count; i++) visitCells(places, i, true);
  if (CHECKED) assert(areOffsets(nearbyStart, columns * rows, listed), 'every entry is of one cell');
}

/** Counts a place in each cell within its reach, or lists it there. */
function visitCells(places: usize, i: i32, lists: bool): void {
  const west = columnOf(xOf(places, i) - reachX);
  const east = columnOf(xOf(places, i) + reachX);
  const north = rowOf(yOf(places, i) + reachY);
  for (let row = rowOf(yOf(places, i) - reachY); row <= north; row++) {
    for (let cell = row * columns + west; cell <= row * columns + east; cell++) {
      if (lists) put(nearbyAt, countUp(nearbyStart, cell + 1), i);
      else countUp(nearbyStart, cell + 2);
    }
  }
}

function columnOf(x: f64): i32 {
  return <i32>Math.floor((x - minX) / width);
}

function rowOf(y: f64): i32 {
  return <i32>Math.floor((y - minY) / height);
}

function xOf(pairs: usize, i: i32): f64 {
  return load<f64>(pairs + ((<usize>i) << 4));
}

function yOf(pairs: usize, i: i32): f64 {
  return load<f64>(pairs + ((<usize>i) << 4), 8);
}

function measureScales(places: usize, count: i32): void {
  scales = takeUnset((<usize>count) << 4);
  let south = Infinity;
  let north = -Infinity;
  for (let i = 0; i < count; i++) {
    south = min(south, yOf(places, i));
    north = max(north, yOf(places, i));
  }
  const between = (north - south) / <f64>(PARALLELS - 1);
  const apart = between > 0 ? between : 1.0;
  const known = takeUnset((<usize>PARALLELS + 1) << 4);
  for (let k = 0; k <= PARALLELS; k++) {
    setScale(south + <f64>k * apart);
    store<f64>(known + ((<usize>k) << 4), scaleX);
    store<f64>(known + ((<usize>k) << 4), scaleY, 8);
  }
  for (let i = 0; i < count; i++) {
    const along = (yOf(places, i) - south) / apart;
    const k = <i32>Math.floor(along);
    const part = along - Math.floor(along);
    const scale = scales + ((<usize>i) << 4);
    store<f64>(scale, xOf(known, k) + part * (xOf(known, k + 1) - xOf(known, k)));
    store<f64>(scale, yOf(known, k) + part * (yOf(known, k + 1) - yOf(known, k)), 8);
  }
}
