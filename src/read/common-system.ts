/**
 * Brings layers into one coordinate system.
 *
 * Layers that are all in British National Grid stay there and are measured on its plane, as ONS publishes.
 * Everything else goes to longitude and latitude and is measured on the ellipsoid; the accuracy of a transformation
 * is added to the layer's own.
 */
import { longitudeLatitude } from './systems/known-systems.js';
import { loadProjection } from './systems/projection.js';
import { isAsItIs, toLongitudeLatitude } from './systems/to-longitude-latitude.js';
import type { CoordinateSystem } from '../layer/coordinate-system.js';
import type { Land, Layer } from '../layer/layer.js';
import type { Finding } from '../trouble/finding.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';

export interface CommonSystem {
  /** The layers, those with land all in one system. */
  readonly layers: readonly Layer[];
  readonly planar: boolean;
  /** For the result: `ellipsoid (WGS84)` or `planar (British National Grid)`; null where no layer has land. */
  readonly areaModel: string | null;
  /** Transformations made. */
  readonly notes: readonly Note[];
}

/** How layers are brought together. */
export interface BringingWishes {
  /** The bytes of an NTv2 grid for British National Grid, if the user has one. */
  readonly grid?: Uint8Array | undefined;
  /** Keeps what was made of a layer, so that several reports on it get the same one; by default nothing is kept. */
  readonly once?: <T>(layer: Layer, key: string, make: () => T) => T;
}

/**
 * The layers in one system, which `others` (systems of points) have a say in; the findings of layers are placed by
 * longitude and latitude whatever that system is.
 */
export async function bringTogether(
  layers: readonly Layer[],
  others: readonly CoordinateSystem[],
  { grid, once = (_, __, make) => make() }: BringingWishes = {},
): Promise<CommonSystem> {
  const lands = layers.flatMap((layer) => (layer.land === null ? [] : [layer.land]));
  if (lands.length === 0) {
    if (others.some((system) => !isAsItIs(system))) await loadProjection();
    return { layers, planar: false, areaModel: null, notes: [] };
  }
  if ([...lands.map((land) => land.system), ...others].every((system) => system.isBritishNationalGrid)) {
    const placed = await Promise.all(
      layers.map((layer) => once(layer, 'placed', () => placeFindings(layer, grid))),
    );
    return { layers: placed, planar: true, areaModel: 'planar (British National Grid)', notes: [] };
  }
  if ([...lands.map((land) => land.system), ...others].some((system) => !isAsItIs(system)))
    await loadProjection();
  const moved = await Promise.all(
    layers.map(async (layer) => {
      const { land } = layer;
      if (land === null || land.system.id === longitudeLatitude) return { layer, notes: [] };
      return once(layer, 'in degrees', async () => {
        const { land: transformed, note } = transformLand(layer.id, land, grid);
        return {
          layer: { ...(await placeFindings(layer, grid)), land: transformed },
          notes: note === null ? [] : [note],
        };
      });
    }),
  );
  return {
    layers: moved.map(({ layer }) => layer),
    planar: false,
    areaModel: 'ellipsoid (WGS84)',
    notes: moved.flatMap(({ notes }) => notes),
  };
}

/** The layer with the places of its findings, noted in the coordinates of its file, as longitude and latitude. */
async function placeFindings(layer: Layer, grid?: Uint8Array): Promise<Layer> {
  if (layer.land === null || layer.findings.every(({ position }) => position === null)) return layer;
  const { system } = layer.land;
  if (!isAsItIs(system)) await loadProjection();
  const findings = layer.findings.map((finding): Finding => {
    if (finding.position === null) return finding;
    const [lon, lat] = toLongitudeLatitude(Float64Array.from(finding.position), system, grid).coordinates;
    // A place beyond all that the projection knows cannot be told.
    return { ...finding, position: Number.isFinite(lon) && Number.isFinite(lat) ? [lon!, lat!] : null };
  });
  return { ...layer, findings };
}

/** Positions of points in the common system, after `bringTogether` was told of theirs; NaN stays NaN. */
export function bringPoints(
  positions: Float64Array,
  system: CoordinateSystem,
  planar: boolean,
  grid?: Uint8Array,
): Float64Array {
  return planar || system.id === longitudeLatitude
    ? positions
    : toLongitudeLatitude(positions, system, grid).coordinates;
}

function transformLand(id: string, land: Land, grid?: Uint8Array): { land: Land; note: Note | null } {
  const moved = toLongitudeLatitude(land.shapes.coordinates, land.system, grid);
  const bad = moved.coordinates.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const at = bad - (bad % 2);
    throw new InputError({
      id: 'position-not-transformed',
      file: id,
      place: `position ${land.shapes.coordinates[at]}, ${land.shapes.coordinates[at + 1]}`,
      message: `it cannot be brought from ${land.system.name} to longitude and latitude`,
      hint: `Check the coordinate system, or give the right one with --crs ${id}=EPSG:…`,
    });
  }
  const accuracy =
    moved.accuracyMetres === 0
      ? land.accuracy
      : {
          ...land.accuracy,
          metres: land.accuracy.metres === null ? null : land.accuracy.metres + moved.accuracyMetres,
          finest: land.accuracy.finest + moved.accuracyMetres,
          from:
            land.accuracy.metres === null
              ? land.accuracy.from
              : `${land.accuracy.from}, and ${moved.accuracyMetres} m for the transformation`,
        };
  return {
    land: { ...land, shapes: { ...land.shapes, coordinates: moved.coordinates }, accuracy },
    note:
      moved.method === 'as they are'
        ? null
        : makeNote('system-changed', null, {
            words: {
              layer: id,
              system: land.system.name,
              method: moved.method,
              metres: String(moved.accuracyMetres),
            },
          }),
  };
}
