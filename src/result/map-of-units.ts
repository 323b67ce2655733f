/**
 * The map of some units alone, with the arcs that these are drawn of; dots, which are of all people, are left out.
 */
import type { MapRecord } from './map-record.js';

/** The map of the units whose codes are named, by id of their layer. */
export function mapOfUnits(
  { dots: _dots, ...map }: MapRecord,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): MapRecord {
  const kept = map.layers.map(({ id, units }) => ({
    id,
    units: units.filter(({ code }) => codes.get(id)?.has(code) === true),
  }));
  const used = [
    ...new Set(
      kept.flatMap(({ units }) =>
        units.flatMap(({ polygons }) => polygons.flat(2).map((arc) => (arc < 0 ? ~arc : arc))),
      ),
    ),
  ].sort((p, q) => p - q);
  const placeOf = new Map(used.map((arc, place) => [arc, place]));
  const moved = (arc: number): number => (arc < 0 ? ~placeOf.get(~arc)! : placeOf.get(arc)!);
  return {
    ...map,
    arcs: used.map((arc) => map.arcs[arc]!),
    layers: kept.map(({ id, units }) => ({
      id,
      units: units.map((unit) => ({
        ...unit,
        polygons: unit.polygons.map((rings) => rings.map((ring) => ring.map(moved))),
      })),
    })),
  };
}
