/**
 * Layers that share a coordinate system, put on one sheet.
 */
import { buildArrangement, type Arrangement } from '../../arrangement/arrangement.js';
import type { LandLayer } from '../../arrangement/land-layer.js';
import { geographicLattice, planarLattice, type Lattice } from '../../arrangement/lattice.js';
import type { Layer } from '../../layer/layer.js';

/** The arrangement of all layers that have land; `position` tells where each of the given layers stands in it. */
export interface LayerArrangement {
  readonly arrangement: Arrangement;
  /** Position of each given layer in the arrangement, -1 for one without land. */
  readonly position: readonly number[];
}

/** Builds the arrangement of layers in one system, on the plane or on the ellipsoid. */
export function arrangeLayers(layers: readonly Layer[], planar: boolean): LayerArrangement {
  let count = 0;
  const position = layers.map((layer) => (layer.land === null ? -1 : count++));
  const lands = landOf(layers);
  const make = (): Arrangement => buildArrangement(lands, planar ? planeOf(lands) : geographicLattice);
  const keeper = layers.map((layer) => keepers.get(layer)).find((each) => each !== undefined);
  return { arrangement: keeper === undefined ? make() : keeper(lands, planar, make), position };
}

/** Gives the arrangement of some land from where it is kept, or has it made, and may keep it. */
export type SheetKeeper = (
  lands: readonly LandLayer[],
  planar: boolean,
  make: () => Arrangement,
) => Arrangement;

const keepers = new WeakMap<Layer, SheetKeeper>();

/** Has the sheets that these layers are put on kept. */
export function keepSheetsOf(layers: readonly Layer[], keeper: SheetKeeper): void {
  for (const layer of layers) keepers.set(layer, keeper);
}

/** Arrangements that several reports stand on, found again by any of their layers. */
const shared = new WeakMap<Layer, SharedArrangement[]>();

interface SharedArrangement {
  readonly layers: readonly Layer[];
  readonly planar: boolean;
  readonly made: LayerArrangement;
}

/**
 * The same, made once for the same layers in whatever order: they are read-only, so reports can stand on one sheet. It
 * is let go with its layers.
 */
export function arrangeOnce(layers: readonly Layer[], planar: boolean): LayerArrangement {
  const before = (shared.get(layers[0]!) ?? []).find(
    (each) =>
      each.planar === planar &&
      each.layers.length === layers.length &&
      layers.every((layer) => each.layers.includes(layer)),
  );
  if (before !== undefined) {
    const { arrangement, position } = before.made;
    return { arrangement, position: layers.map((layer) => position[before.layers.indexOf(layer)]!) };
  }
  const fresh: SharedArrangement = { layers, planar, made: arrangeLayers(layers, planar) };
  for (const layer of new Set(layers)) shared.set(layer, [...(shared.get(layer) ?? []), fresh]);
  return fresh.made;
}

/** Lets go of them: for who knows that nobody asks for them again. */
export function letGoSheets(layers: readonly Layer[]): void {
  for (const sheet of sheetsOf(layers)) for (const layer of sheet.layers) shared.delete(layer);
}

/** The sheets that layers were put on once and share; none for layers that were only put on sheets of their own. */
export function sheetsOf(layers: readonly Layer[]): { layers: readonly Layer[]; made: LayerArrangement }[] {
  return [...new Set(layers.flatMap((layer) => shared.get(layer) ?? []))];
}

/** The layers of an arrangement as it was given them. */
export const landOf = (layers: readonly Layer[]): LandLayer[] =>
  layers.flatMap((layer): LandLayer[] =>
    layer.land === null ? [] : [{ unitCount: layer.codes.length, ...layer.land }],
  );

function planeOf(lands: readonly LandLayer[]): Lattice {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { shapes } of lands) {
    for (let i = 0; i < shapes.coordinates.length; i += 2) {
      minX = Math.min(minX, shapes.coordinates[i]!);
      maxX = Math.max(maxX, shapes.coordinates[i]!);
      minY = Math.min(minY, shapes.coordinates[i + 1]!);
      maxY = Math.max(maxY, shapes.coordinates[i + 1]!);
    }
  }
  return planarLattice(minX, minY, maxX, maxY);
}
