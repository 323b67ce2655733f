/**
 * Takes positions of any coordinate system to longitude and latitude (WGS 84), and says how exactly.
 *
 * British National Grid rests on an old survey whose shape no formula follows: the usual seven-parameter (Helmert)
 * transformation is off by up to about 5 m. Ordnance Survey's grid of shifts (OSTN15, NTv2 format) is exact to 0.1 m and
 * is used where the user has the file.
 */
import { InputError } from '../../trouble/input-error.js';
import type { Bounds, CoordinateSystem } from '../../layer/coordinate-system.js';
import { longitudeLatitude } from './known-systems.js';
import { projection } from './projection.js';

export interface Transformed {
  /** Longitude, latitude in degrees, in the order of the input; NaN where a projection cannot be undone. */
  readonly coordinates: Float64Array;
  /** Metres by which they may be off. */
  readonly accuracyMetres: number;
  /** How it was done, for people. */
  readonly method: string;
}

/** Longitude and latitude on datums that agree with WGS 84 to a metre or two, as published maps do. */
const asTheyAre = new Set([longitudeLatitude, 'EPSG:4258', 'EPSG:4269']);

/** Whether positions of a system are taken for longitude and latitude as they stand. */
export const isAsItIs = (system: { readonly id: string }): boolean => asTheyAre.has(system.id);

/**
 * Positions (x, y after one another) as longitude and latitude; the input is not changed. `grid` is the content of an
 * NTv2 file from OSGB36, used for British National Grid only. Throws InputError where that file is something else.
 * Unless the system `isAsItIs`, the projection library must be loaded.
 */
export function toLongitudeLatitude(
  coordinates: Float64Array,
  system: CoordinateSystem,
  grid?: Uint8Array,
): Transformed {
  if (isAsItIs(system)) {
    return { coordinates: coordinates.slice(), accuracyMetres: system.accuracyMetres, method: 'as they are' };
  }
  const plain = transform(coordinates, system.definition);
  if (grid && system.isBritishNationalGrid) return refineByGrid(coordinates, plain, system, grid);
  return { coordinates: plain, accuracyMetres: system.accuracyMetres, method: methodOf(system) };
}

function methodOf(system: CoordinateSystem): string {
  if (system.isBritishNationalGrid) return 'Helmert transformation';
  return system.accuracyMetres >= 100 ? 'projection formula, datum shift unknown' : 'projection formula';
}

/** The formula in bulk: one converter for all positions. */
function transform(coordinates: Float64Array, definition: string): Float64Array {
  const readable = definition.startsWith('{') ? (JSON.parse(definition) as string) : definition;
  const converter = projection()(readable, longitudeLatitude);
  const out = new Float64Array(coordinates.length);
  for (let i = 0; i < coordinates.length; i += 2) {
    // A point without coordinates stays one.
    if (!Number.isFinite(coordinates[i]!) || !Number.isFinite(coordinates[i + 1]!)) {
      out[i] = NaN;
      out[i + 1] = NaN;
      continue;
    }
    const placed = converter.forward({ x: coordinates[i]!, y: coordinates[i + 1]! });
    out[i] = placed.x;
    out[i + 1] = placed.y;
  }
  return out;
}

/** Positions by the grid; those outside of it keep the plain formula's, and then the accuracy is the formula's. */
function refineByGrid(
  coordinates: Float64Array,
  plain: Float64Array,
  system: CoordinateSystem,
  grid: Uint8Array,
): Transformed {
  const { name, areas } = registerGrid(grid);
  const definition = system.definition.replace(/\+towgs84=\S+/, `+nadgrids=${name}`);
  const covered = (i: number): boolean => areas.some((area) => isWithin(area, plain[i]!, plain[i + 1]!));
  const converter = projection()(definition, longitudeLatitude);
  const refined = plain.slice();
  let outside = 0;
  for (let i = 0; i < refined.length; i += 2) {
    if (!covered(i)) {
      outside++;
      continue;
    }
    const placed = converter.forward({ x: coordinates[i]!, y: coordinates[i + 1]! });
    refined[i] = placed.x;
    refined[i + 1] = placed.y;
  }
  if (outside === 0) return { coordinates: refined, accuracyMetres: 0.1, method: 'grid of shifts (NTv2)' };
  return {
    coordinates: refined,
    accuracyMetres: system.accuracyMetres,
    method: `grid of shifts (NTv2), ${outside} positions outside of it by Helmert transformation`,
  };
}

/** A grid as the projection library knows it, and where it has shifts. */
interface RegisteredGrid {
  readonly name: string;
  readonly areas: readonly Bounds[];
}

const registered = new WeakMap<Uint8Array, RegisteredGrid>();
let registeredCount = 0;

/** Degrees (about a kilometre) by which a place must lie inside: the shifts themselves are a tenth of that. */
const margin = 0.01;

const isWithin = ({ minX, minY, maxX, maxY }: Bounds, longitude: number, latitude: number): boolean =>
  longitude > minX && longitude < maxX && latitude > minY && latitude < maxY;

/** Registers the grid once with the library, which looks grids up by name. */
function registerGrid(grid: Uint8Array): RegisteredGrid {
  const known = registered.get(grid);
  if (known !== undefined) return known;
  const name = `coterminous-${registeredCount++}`;
  checkGrid(grid);
  let areas: Bounds[];
  try {
    const { subgrids } = projection().nadgrid(name, Uint8Array.from(grid).buffer) as unknown as NadGrid;
    areas = subgrids.map(areaOf);
  } catch {
    throw gridUnusable('it ends too soon');
  }
  registered.set(grid, { name, areas });
  return { name, areas };
}

/** What the library gives of a grid: south-east corner (longitude west positive), steps in radians, columns and rows. */
interface NadGrid {
  readonly subgrids: readonly { readonly ll: number[]; readonly del: number[]; readonly lim: number[] }[];
}

function areaOf({ ll, del, lim }: NadGrid['subgrids'][number]): Bounds {
  const degrees = (axis: number, step: number): number => ((ll[axis]! + step * del[axis]!) * 180) / Math.PI;
  return {
    minX: -degrees(0, lim[0]! - 1) + margin,
    minY: degrees(1, 0) + margin,
    maxX: -degrees(0, 0) - margin,
    maxY: degrees(1, lim[1]! - 1) - margin,
  };
}

/** An NTv2 file begins with NUM_OREC and states, at byte 120, the half-axis of the ellipsoid it starts from (Airy). */
function checkGrid(grid: Uint8Array): void {
  if (grid.length < 352 || new TextDecoder().decode(grid.subarray(0, 8)) !== 'NUM_OREC') {
    throw gridUnusable('it is not in NTv2 format (.gsb)');
  }
  const view = new DataView(grid.buffer, grid.byteOffset, grid.byteLength);
  const little = view.getInt32(8, true) === 11;
  if (!little && view.getInt32(8, false) !== 11) throw gridUnusable('its header makes no sense');
  const fromAxis = view.getFloat64(120, little);
  if (Math.abs(fromAxis - 6377563.396) > 1) throw gridUnusable('it does not start from OSGB36');
}

const gridUnusable = (why: string): InputError =>
  new InputError({
    id: 'grid-unusable',
    message: `the grid of shifts cannot be used: ${why}`,
    hint: 'Give OSTN15_NTv2_OSGBtoETRS.gsb of Ordnance Survey with --grid, or leave the option out.',
  });
