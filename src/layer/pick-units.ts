/**
 * The units that words given with `only` stand for, by layer: a name in any style, a code, `LAYER=NAME` where a name is
 * one of several layers. Of two vintages of one kind the unit is picked in both.
 */
import type { Layer } from './layer.js';
import { ambiguousPlace, unknownPlace } from './unit-trouble.js';
import { codeOfPlace, layersCalled, unitsCalled, type Place } from './units-called.js';

/** Some units of a layer. */
export interface PickedUnits {
  readonly layer: Layer;
  readonly units: ReadonlySet<number>;
}

/** Numbers of units by id of their layer. */
export type UnitsByLayer = ReadonlyMap<string, Pick<PickedUnits, 'units'>>;

/** By id of a layer; layers of which no unit is picked are not there. Throws InputError for a word that is none or several. */
export function pickUnits(words: readonly string[], layers: readonly Layer[]): Map<string, PickedUnits> {
  const picked = new Map<string, { layer: Layer; units: Set<number> }>();
  for (const word of words) {
    for (const { layer, unit } of placesOf(word, layers)) {
      const of = picked.get(layer.id) ?? { layer, units: new Set<number>() };
      of.units.add(unit);
      picked.set(layer.id, of);
    }
  }
  return picked;
}

function placesOf(given: string, layers: readonly Layer[]): readonly Place<Layer>[] {
  const at = given.indexOf('=');
  const said = at < 1 ? [] : layersCalled(given.slice(0, at).trim(), layers);
  const word = said.length === 0 ? given : given.slice(at + 1).trim();
  const called = unitsCalled(said.length === 0 ? layers : said);
  const { by, places } = called.find(word);
  if (by === 'none') throw unknownPlace(word, called, { option: '--only' });
  // A part of a name is no name, unless one unit alone has it.
  const isOne = new Set(places.map(codeOfPlace)).size === 1 || areVintages(places);
  if (!isOne) throw ambiguousPlace(word, places, { option: '--only' });
  return places;
}

/** Whether the places are one each of layers of one kind: the same unit before and after. */
const areVintages = (places: readonly Place<Layer>[]): boolean =>
  new Set(places.map(({ layer }) => layer.kind)).size === 1 &&
  places[0]!.layer.kind !== null &&
  new Set(places.map(({ layer }) => layer.id)).size === places.length;
