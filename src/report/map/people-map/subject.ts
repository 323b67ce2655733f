/**
 * What a map is about: the units of both layers that have to do with one another, and the bounds of them. Land of one layer outside the
 * other is neither drawn nor named.
 */
import type { MapRecord, MapUnit } from '../../../result/map-record.js';
import type { Result } from '../../../result/result.js';
import { pairLists } from '../../../story/splits.js';
import type { StoryMap } from '../../../story/story.js';
import { arcsOfLayer, type Position } from '../map-lines.js';
import { boundsOf, commonBounds, type Bounds } from '../sheet-of-paper.js';
import { joined } from './far-islands.js';
import type { MapLayer } from './view-of-land.js';

export interface Subject {
  /** The layer whose borders are drawn strongest, its units that are drawn. */
  readonly borders: MapLayer | null;
  /** The layer whose units are told about. */
  readonly told: MapLayer | null;
  /** The unit that the map is fitted to, if any. */
  readonly place: MapUnit | null;
  readonly bounds: Bounds;
}

/** Reports that hold two layers against each other show what both cover, all others show all. */
const OF_BOTH = ['overlap', 'align', 'suggest', 'scenario'];
const NOWHERE: Bounds = { west: -1, south: 51, east: 1, north: 52 };
/** Air around the subject, and around a place, as a share of its size. */
const AIR = 0.01;
const AROUND_PLACE = 0.12;

/** The subject of a result's map; `story` says which layers, else the first is the strongest, of coverage the second. */
export function subjectOf(
  result: Result,
  map: MapRecord,
  story: StoryMap | null,
  arcs: readonly (readonly Position[])[],
): Subject {
  const layerOf = (id: string | null | undefined): MapLayer | undefined =>
    map.layers.find((layer) => layer.id === id);
  const [first, second] =
    result.command === 'coverage'
      ? [map.layers[1] ?? map.layers[0], map.layers[0]]
      : [map.layers[0], map.layers[1]];
  const borders = story === null ? first : layerOf(story.borders);
  const told = story === null ? second : layerOf(story.subject);
  const met = unitsThatMeet(result);
  const shown = (layer: MapLayer | undefined): MapLayer | null => {
    if (layer === undefined) return null;
    const codes = met.get(layer.id);
    const units = layer.units.filter(
      ({ code, polygons }) => polygons.length > 0 && (codes?.has(code) ?? true),
    );
    return { ...layer, units };
  };
  const place =
    story === null || story.place === null
      ? null
      : (layerOf(story.place.layer)?.units.find(({ code }) => code === story.place!.code) ?? null);
  const drawn = { borders: shown(borders), told: told === borders ? null : shown(told) };
  return { ...drawn, place, bounds: boundsOfSubject(result, drawn, place, arcs) };
}

/** Codes of units by layer that really overlap a unit of another layer; none for a layer that no pairs are known of. */
function unitsThatMeet(result: Result): Map<string, Set<string>> {
  const met = new Map<string, Set<string>>();
  for (const { a, b, rows } of pairLists(result)) {
    if (rows.length === 0) continue;
    for (const [layer, codes] of [
      [a.id, rows.map((row) => row.a)],
      [b.id, rows.map((row) => row.b)],
    ] as const)
      met.set(layer, new Set([...(met.get(layer) ?? []), ...codes]));
  }
  return met;
}

function boundsOfSubject(
  { command }: Result,
  { borders, told }: Pick<Subject, 'borders' | 'told'>,
  place: MapUnit | null,
  arcs: readonly (readonly Position[])[],
): Bounds {
  const of = (units: readonly MapUnit[]): Bounds | null => boundsOf(arcsOfLayer(units).map((k) => arcs[k]!));
  if (place !== null) return withAir(of([place]) ?? NOWHERE, place);
  const each = [borders, told].flatMap((layer) => {
    const bounds = layer === null ? null : of(layer.units);
    return bounds === null ? [] : [withAir(bounds, null)];
  });
  if (each.length === 0) return NOWHERE;
  return OF_BOTH.includes(command) ? commonBounds(each) : joined(each);
}

/** Bounds with air around them: more of it around a place, so that its neighbours are seen. */
export function withAir({ west, south, east, north }: Bounds, place: Subject['place']): Bounds {
  const air = (place === null ? AIR : AROUND_PLACE) * Math.max(east - west, north - south, 1e-4);
  return { west: west - air, south: south - air, east: east + air, north: north + air };
}
