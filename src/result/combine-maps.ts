/**
 * The maps of several results as one: arcs one after another on the finest grid, each layer once.
 */
import type { MapPiece, MapRecord } from './map-record.js';
import type { Result } from './result.js';
import type { Table } from './table.js';

/** The map, or null where no result has one. */
export function combineMaps(results: readonly Result[]): MapRecord | null {
  const withMap = results.flatMap((result) =>
    result.map === undefined ? [] : [{ result, map: result.map }],
  );
  if (withMap.length <= 1) return withMap[0]?.map ?? null;
  const step = Math.min(...withMap.map(({ map }) => map.step));
  const west = Math.min(...withMap.map(({ map }) => map.west));
  const south = Math.min(...withMap.map(({ map }) => map.south));
  const arcs: (readonly number[])[] = [];
  const layers = new Map<string, MapRecord['layers'][number]>();
  for (const { map } of withMap) {
    const fresh = map.layers.filter(({ id }) => !layers.has(id));
    if (fresh.length === 0) continue;
    const from = arcs.length;
    for (const arc of map.arcs) arcs.push(onGrid(arc, map, { step, west, south }));
    const shifted = (arc: number): number => (arc < 0 ? arc - from : arc + from);
    for (const { id, units } of fresh) {
      layers.set(id, {
        id,
        units: units.map((unit) => ({
          ...unit,
          polygons: unit.polygons.map((rings) => rings.map((ring) => ring.map(shifted))),
        })),
      });
    }
  }
  // Reports of one run count the same people; every k-th dot of two sets together would be of neither.
  const dots = withMap.find(({ map }) => map.dots !== undefined)?.map.dots;
  return {
    step,
    west,
    south,
    arcs,
    layers: [...layers.values()],
    pairs: withMap.flatMap(({ result, map }) => pairsOf(result, map)),
    pieces: distinctPieces(withMap.flatMap(({ map }) => map.pieces ?? [])),
    ...(dots === undefined ? {} : { dots }),
  };
}

/** The arc in steps of the common grid; steps are powers of ten, so differences stay whole. */
function onGrid(
  arc: readonly number[],
  map: MapRecord,
  grid: Pick<MapRecord, 'step' | 'west' | 'south'>,
): number[] {
  const finer = Math.round(map.step / grid.step);
  const right = Math.round((map.west - grid.west) / grid.step);
  const up = Math.round((map.south - grid.south) / grid.step);
  return arc.map((value, i) => value * finer + (i === 0 ? right : i === 1 ? up : 0));
}

/** A table of pairs is either in the map or among the tables of its report. */
const pairsOf = (result: Result, map: MapRecord): readonly Table[] => [
  ...map.pairs,
  ...result.tables.filter(({ name }) => name === 'overlap'),
];

/** Each pair once, as the first map has it. */
function distinctPieces(pieces: readonly MapPiece[]): MapPiece[] {
  const found = new Map<string, MapPiece>();
  for (const piece of pieces) {
    const key = JSON.stringify([piece.layers, piece.codes]);
    if (!found.has(key)) found.set(key, piece);
  }
  return [...found.values()];
}
