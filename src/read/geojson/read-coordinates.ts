/**
 * Bytes of a `coordinates` array into numbers: positions by the kernel, the brackets above them here, everything else is
 * left to the caller, at the byte where it was met.
 */
import { CLOSE_ARRAY, OPEN_ARRAY } from './bytes.js';
import {
  AFTER_ARRAY,
  AFTER_NUMBER,
  type CoordinateRun,
  DONE,
  ITEM,
  MORE,
  ODD,
  OPENED,
} from './coordinate-run.js';
import type { PositionReader } from './position-kernel.js';

/** Positions of a MultiPolygon lie this deep, and nothing in GeoJSON lies deeper. */
const DEEPEST = 4;

/**
 * Reads on from byte `from` and returns the byte it stopped at; `run.outcome` says why: MORE (all bytes used),
 * DONE (behind the closing bracket), HARD_NUMBER (at a number to be converted otherwise and `put`), ODD (at a byte
 * that does not belong here).
 */
export function readCoordinates(
  run: CoordinateRun,
  positions: PositionReader,
  bytes: Uint8Array,
  from: number,
): number {
  let at = from;
  for (;;) {
    // At the beginning brackets alone come, which the kernel leaves to this.
    at = positions.read(run, bytes, at);
    if (run.outcome !== ODD) return at;
    run.outcome = readBracket(run, bytes[at]!);
    if (run.outcome === ODD) return at;
    at++;
    if (run.outcome === DONE) return at;
  }
}

/** A bracket above the positions; ODD for any other byte or where it does not belong. */
function readBracket(run: CoordinateRun, byte: number): number {
  if (byte === OPEN_ARRAY) {
    if ((run.state !== ITEM && run.state !== OPENED) || run.depth === DEEPEST) return ODD;
    run.depth++;
    run.state = OPENED;
    return MORE;
  }
  if (byte !== CLOSE_ARRAY) return ODD;
  if (run.state === AFTER_ARRAY) run.closeArray(run.depth);
  else if (run.state === AFTER_NUMBER && run.dimension < 2) return ODD;
  else if (run.state === OPENED) run.emptyDepth = Math.max(run.emptyDepth, run.depth);
  else if (run.state !== AFTER_NUMBER) return ODD;
  run.depth--;
  run.state = AFTER_ARRAY;
  return run.depth === 0 ? DONE : MORE;
}
