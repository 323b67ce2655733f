/**
 * Where a circle for a pair of units stands: on the largest piece of land that the two have in common.
 *
 *     ┌───────┬───┐    most people, else most land, decides which connected piece it is; in it the circle stands
 *     │ a   ● │ b │    on top of the people, where it is known in which small area they live,
 *     │   ∩ x │   │    and at a point well inside otherwise
 *     └───────┴───┘
 *
 * Only pairs in which neither unit is whole have a piece of their own, and those in which a unit of the layer of more
 * units takes in a whole one of the other: in every other pair the piece is the smaller unit itself.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { pointInPolygons } from '../../arrangement/point-inside.js';
import { tracePatches } from '../../arrangement/trace-members.js';
import type { Polygon } from '../../arrangement/trace.js';
import type { MapPiece } from '../../result/map-record.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { relationOf, standings } from '../pairs/relations.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import { peopleByPatch } from '../people/people-by-patch.js';
import type { Sheet } from '../people/sheet.js';
import type { MapWishes } from './map-wishes.js';
import { peopleOnFaces, type PeopleOnFaces } from './people-on-faces.js';

/** Places of a degree: a metre or so. */
const PLACES = 1e5;

/** The pieces of all crossed pairs of a sheet, pair by pair in the order of their tables. */
export function findPieces(
  sheet: Sheet,
  pairs: readonly CrossedPair[],
  wishes: Pick<MapWishes, 'toLongitudeLatitude' | 'byPeople'>,
): MapPiece[] {
  const byPeople = wishes.byPeople && sheet.measures.length > 0;
  const ground = byPeople ? peopleOnFaces(sheet) : null;
  return pairs.flatMap((pair) => {
    const { a, b, shapes } = pair;
    if (shapes === null) return [];
    const wanted = pairsWithPiece(pair, shapes);
    const largest = largestPatches(shapes, wanted, byPeople ? peopleByPatch(sheet, shapes, 0).people : null);
    const shown = [...wanted].filter((index) => largest.has(index));
    const patches = shown.map((index) => largest.get(index)!);
    const polygons = tracePatches(sheet.arrangement, shapes.patches, patches);
    const faces = facesOf(shapes, patches);
    return shown.map((index, i): MapPiece => {
      const { a: unitA, b: unitB } = shapes.list.pairs[index]!;
      const point =
        (ground === null ? null : amongPeople(faces[i]!, polygons[i]!, ground)) ??
        pointInPolygons(polygons[i]!)!;
      return {
        layers: [a.id, b.id],
        codes: [a.codes[unitA]!, b.codes[unitB]!],
        ...located(point, polygons[i]!, wishes.toLongitudeLatitude),
      };
    });
  });
}

/** Numbers of the pairs that have a piece of their own. */
function pairsWithPiece({ a, b, land }: CrossedPair, { list }: ShapePairs): Set<number> {
  const standing = standings(land, a.codes.length, b.codes.length);
  // A unit of the layer of fewer units takes in whole ones of the other everywhere.
  const takingIn =
    a.codes.length > b.codes.length ? ['contains'] : a.codes.length < b.codes.length ? ['within'] : [];
  return new Set(
    list.pairs.flatMap((pair, index) => {
      const relation = relationOf(pair, standing);
      return relation === 'partial' || takingIn.includes(relation) ? [index] : [];
    }),
  );
}

/** The material patch of each wanted pair with most people, then most land. */
function largestPatches(
  { patches, list }: ShapePairs,
  wanted: ReadonlySet<number>,
  people: Float64Array | null,
): Map<number, number> {
  const largest = new Map<number, number>();
  for (let patch = 0; patch < patches.count; patch++) {
    const pair = list.pairOfPatch[patch]!;
    if (list.patchMaterial[patch] !== 1 || !wanted.has(pair) || patches.unitA[patch] === NO_UNIT) continue;
    const before = largest.get(pair);
    const more =
      before === undefined
        ? 1
        : (people?.[patch] ?? 0) - (people?.[before] ?? 0) || patches.area[patch]! - patches.area[before]!;
    if (more > 0) largest.set(pair, patch);
  }
  return largest;
}

/** Faces of each of some patches. */
function facesOf({ patches }: ShapePairs, wanted: readonly number[]): number[][] {
  const placeOf = new Map(wanted.map((patch, place) => [patch, place]));
  const faces = wanted.map((): number[] => []);
  for (let face = 0; face < patches.faceStart.length - 1; face++) {
    for (let i = patches.faceStart[face]!; i < patches.faceStart[face + 1]!; i++) {
      const place = placeOf.get(patches.ofFace[i]!);
      if (place !== undefined) faces[place]!.push(face);
    }
  }
  return faces;
}

/** The weighted middle of the people, or the nearest middle of a face that lies inside; null where nobody lives. */
function amongPeople(
  faces: readonly number[],
  polygons: readonly Polygon[],
  { people, x, y }: PeopleOnFaces,
): readonly [number, number] | null {
  const at = (face: number): [number, number] => [x[face]!, y[face]!];
  const lived = faces.filter((face) => people[face]! > 0 && !Number.isNaN(x[face]!));
  const all = lived.reduce((sum, face) => sum + people[face]!, 0);
  if (all === 0) return null;
  const middle = [0, 1].map((axis) =>
    lived.reduce((sum, face) => sum + (people[face]! / all) * at(face)[axis]!, 0),
  ) as [number, number];
  const away = ([x, y]: readonly [number, number]): number => Math.hypot(x - middle[0], y - middle[1]);
  const places = [middle, ...lived.map(at).sort((p, q) => away(p) - away(q) || p[0] - q[0] || p[1] - q[1])];
  return places.find((place) => polygons.some((polygon) => isInside(place, polygon))) ?? null;
}

/** Whether a position lies inside a polygon; holes are outside. */
function isInside([x, y]: readonly [number, number], polygon: Polygon): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let i = 0; i < ring.length - 2; i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

/** Point and box in longitude and latitude. */
function located(
  point: readonly [number, number],
  polygons: readonly Polygon[],
  toDegrees: MapWishes['toLongitudeLatitude'],
): Pick<MapPiece, 'longitude' | 'latitude' | 'box'> {
  const [longitude, latitude] = toDegrees(Float64Array.from(point)) as unknown as [number, number];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons) {
    const ring = toDegrees(outer!);
    for (let i = 0; i < ring.length; i += 2) {
      [west, east] = [Math.min(west, ring[i]!), Math.max(east, ring[i]!)];
      [south, north] = [Math.min(south, ring[i + 1]!), Math.max(north, ring[i + 1]!)];
    }
  }
  return {
    longitude: Math.round(longitude * PLACES) / PLACES,
    latitude: Math.round(latitude * PLACES) / PLACES,
    box: [
      Math.floor(west * PLACES) / PLACES,
      Math.floor(south * PLACES) / PLACES,
      Math.ceil(east * PLACES) / PLACES,
      Math.ceil(north * PLACES) / PLACES,
    ],
  };
}
