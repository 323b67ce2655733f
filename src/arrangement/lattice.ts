/**
 * The lattice: positions become integers, so that every comparison after this is exact.
 *
 * Longitude and latitude are counted in steps of 1e-7 degree (about 1 cm) from 0, 0. Projected metres are counted
 * in millimetres from an origin chosen for the run, so that they fit 32 bits.
 */
import { InputError } from '../trouble/input-error.js';

export interface Lattice {
  /** How areas and lengths are measured. */
  readonly model: 'ellipsoid' | 'planar';
  /** Steps per degree or per metre. */
  readonly stepsPerUnit: number;
  /** Degrees or metres at step 0. */
  readonly originX: number;
  readonly originY: number;
}

const DEGREE_STEPS = 1e7;
const METRE_STEPS = 1e3;
const LARGEST_STEP = 2 ** 31 - 2;

/** The lattice for longitude and latitude. */
export const geographicLattice: Lattice = {
  model: 'ellipsoid',
  stepsPerUnit: DEGREE_STEPS,
  originX: 0,
  originY: 0,
};

/**
 * The lattice for projected metres, its origin a whole 100 km near the middle of the given bounds.
 *
 * @throws InputError when the layers reach further than 2,147 km from that origin.
 */
export function planarLattice(minX: number, minY: number, maxX: number, maxY: number): Lattice {
  const originX = Math.round((minX + maxX) / 2e5) * 1e5;
  const originY = Math.round((minY + maxY) / 2e5) * 1e5;
  const reach = Math.max(maxX - originX, originX - minX, maxY - originY, originY - minY) * METRE_STEPS;
  if (!(reach <= LARGEST_STEP)) {
    throw new InputError({
      id: 'extent-too-large',
      message: `the layers reach over ${Math.round((maxX - minX) / 1000)} by ${Math.round((maxY - minY) / 1000)} km, too far for a planar run`,
      hint: 'Check that all layers are in one coordinate system, or give one with --crs id=EPSG:…',
    });
  }
  return { model: 'planar', stepsPerUnit: METRE_STEPS, originX, originY };
}

/** Step of an x coordinate in degrees or metres. */
export const stepX = (lattice: Lattice, x: number): number =>
  Math.round((x - lattice.originX) * lattice.stepsPerUnit);
/** Step of a y coordinate in degrees or metres. */
export const stepY = (lattice: Lattice, y: number): number =>
  Math.round((y - lattice.originY) * lattice.stepsPerUnit);
/** Degrees or metres of a step in x. */
export const valueX = (lattice: Lattice, step: number): number =>
  lattice.originX + step / lattice.stepsPerUnit;
/** Degrees or metres of a step in y. */
export const valueY = (lattice: Lattice, step: number): number =>
  lattice.originY + step / lattice.stepsPerUnit;
