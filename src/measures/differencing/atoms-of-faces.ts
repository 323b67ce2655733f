/**
 * Atoms of layers with shapes: faces, put together by the units that people on them are counted in.
 *
 * People in a sliver of two layers are counted with the patch beside it, as in the other reports, so that a border drawn
 * twice is no group. Where slivers of several layers meet, and people would end up in units that nowhere really overlap,
 * they are counted in the real combination that has most of those units.
 */
import type { Crossing } from '../crossing/crossing.js';
import { materialPairs, type AreMaterial } from '../crossing/material-pairs.js';
import { findAtoms } from '../land/find-atoms.js';
import { patchHomes } from '../people/people-on-shape-pairs.js';
import type { Sheet } from '../people/sheet.js';
import { compareUnitLists, PlaceSums, type PlacedPeople, type UnitsByLayer } from './placed-people.js';

/** The people on the faces of a sheet by the units they are counted in, with the land that lies in just these units. */
export function atomsOfFaces(crossing: Crossing, sheet: Sheet): PlacedPeople {
  const { arrangement, measures } = sheet;
  const positions = crossing.layers.map((layer) => sheet.positionOf(layer));
  const labels = positions.map((position) => arrangement.labels[position]!);
  const settled = settledUnits(crossing, sheet);
  const areReal = materialPairs(crossing, ({ material }) => material);
  const sums = new PlaceSums();
  const odd = new PlaceSums();
  const placeOfFace = new Map<number, number>();
  // Numbers of odd places stand below nought until all real ones are known.
  const placeOf = (face: number): number => {
    let place = placeOfFace.get(face);
    if (place === undefined) {
      const units = settled(
        face,
        labels.map(({ ofFace, sets }) => sets.members(ofFace[face]!)),
      );
      place = isReal(units, areReal) ? sums.numberOf(units) : -1 - odd.numberOf(units);
      placeOfFace.set(face, place);
    }
    return place;
  };
  const later: { place: number; measure: number; people: number }[] = [];
  measures.forEach(({ shares, values }, m) => {
    for (let block = 0; block < shares.blocks; block++) {
      if (Number.isNaN(values[block]!)) continue;
      for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
        if (shares.share[i] === 0) continue;
        const place = placeOf(shares.face[i]!);
        const people = values[block]! * shares.share[i]!;
        if (place < 0) later.push({ place: -1 - place, measure: m, people });
        else sums.add(place, m, people);
      }
    }
  });
  const homes = odd.places.map((units) => homeOf(units, sums.places));
  for (const { place, measure, people } of later)
    sums.add(homes[place] ?? sums.numberOf(odd.places[place]!), measure, people);

  const atoms = findAtoms(arrangement, positions);
  const land = new Float64Array(sums.places.length);
  for (let atom = 0; atom < atoms.count; atom++) {
    const units = labels.map(({ sets }, l) => sets.members(atoms.sets[atom * atoms.layers + l]!));
    const place = sums.placed(units);
    if (place !== undefined) land[place]! += atoms.area[atom]!;
  }
  return {
    measures: measures.map(({ name, basis, method, shares }) => ({
      name,
      basis,
      method,
      decimals: shares.decimals,
    })),
    places: sums.places.map((units, place) => ({ units, area: land[place]! })),
    people: sums.sums(measures.length),
  };
}

/** The units that people on a face are counted in once slivers of every two layers are settled. */
function settledUnits(
  { layers, pairs }: Crossing,
  { arrangement, measures }: Sheet,
): (face: number, units: UnitsByLayer) => UnitsByLayer {
  const settlings = pairs.map(({ a, b, shapes }) => ({
    i: layers.indexOf(a),
    j: layers.indexOf(b),
    ...patchHomes(arrangement, shapes!, measures),
  }));
  return (face, units) => {
    const moved = [...units];
    for (const { i, j, patches, home } of settlings) {
      const here = Array.from(patches.ofFace.subarray(patches.faceStart[face], patches.faceStart[face + 1]));
      if (here.every((patch) => home[patch] === patch)) continue;
      const [first, second] = [patches.unitA, patches.unitB].map((unit) =>
        [...new Set(here.map((patch) => unit[home[patch]!]!))]
          .filter((each) => each >= 0)
          .sort((p, q) => p - q),
      );
      // What a pair leaves as it is another may have moved.
      if (!isSame(first!, units[i]!)) moved[i] = first!;
      if (!isSame(second!, units[j]!)) moved[j] = second!;
    }
    return moved;
  };
}

/** Whether every two units, of different layers, really overlap. */
function isReal(units: UnitsByLayer, areReal: AreMaterial): boolean {
  return units.every((first, i) =>
    units.every((second, j) => j <= i || first.every((p) => second.every((q) => areReal(i, p, j, q)))),
  );
}

/** The place that has most of some units, of equals that with the lower codes; null where none has any. */
function homeOf(units: UnitsByLayer, places: readonly UnitsByLayer[]): number | null {
  let [best, most] = [null as number | null, 0];
  places.forEach((place, number) => {
    const inCommon = units.reduce(
      (sum, list, l) => sum + list.filter((unit) => place[l]!.includes(unit)).length,
      0,
    );
    const isBetter =
      inCommon > most || (inCommon === most && best !== null && compareUnitLists(place, places[best]!) < 0);
    if (isBetter) [best, most] = [number, inCommon];
  });
  return best;
}

const isSame = (p: readonly number[], q: readonly number[]): boolean =>
  p.length === q.length && p.every((unit, i) => unit === q[i]);
