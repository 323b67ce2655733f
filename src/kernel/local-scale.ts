/**
 * Metres of one step in x and in y around a place: the sheet is taken for flat there.
 */
import { lengthOfEdge } from './ellipsoid';

/** Degrees over which the scale is taken. */
const SPAN: f64 = 0.01;

/** The scale that was set last. */
export let scaleX: f64 = 1;
export let scaleY: f64 = 1;

/** The lattice: steps of a degree or else of a metre, and degrees or metres at step 0 in y. */
let perUnit: f64 = 1;
let origin: f64 = 0;
let isRound: bool = false;

/** Says which lattice the nodes lie on. */
export function useLattice(stepsPerUnit: f64, originY: f64, onEllipsoid: bool): void {
  perUnit = stepsPerUnit;
  origin = originY;
  isRound = onEllipsoid;
}

/** Sets the scale to that at a height, in steps. */
export function setScale(y: f64): void {
  if (!isRound) {
    scaleX = 1 / perUnit;
    scaleY = scaleX;
    return;
  }
  const latitude = origin + y / perUnit;
  const steps = SPAN * perUnit;
  scaleX = lengthOfEdge(0, latitude, SPAN, latitude) / steps;
  scaleY = lengthOfEdge(0, latitude - SPAN / 2, 0, latitude + SPAN / 2) / steps;
}
