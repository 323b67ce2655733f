/**
 * Finds the one place a name or a code means, among the units of all layers.
 *
 * One name may stand for several kinds of area ("Essex" is a county, a police force area and more): the council comes
 * first and the others are told.
 */
import type { Layer } from '../../layer/layer.js';
import { ambiguousPlace, unknownPlace } from '../../layer/unit-trouble.js';
import { distinctPlaces, unitsCalled, type Called, type Place } from '../../layer/units-called.js';

export interface FoundPlace extends Place<Layer> {
  /** Other places of the same name, with other codes. */
  readonly others: readonly Place<Layer>[];
  /** How it was found. */
  readonly by: Called['by'];
}

/**
 * The place that `wanted` names.
 *
 * @throws InputError with suggestions where nothing matches, or where parts of several names do.
 */
export function findPlace(layers: readonly Layer[], wanted: string): FoundPlace {
  const called = unitsCalled(layers);
  const { by, places } = called.find(wanted);
  const [first, ...others] = distinctPlaces(places);
  if (first === undefined) throw unknownPlace(wanted, called);
  if (by === 'part' && others.length > 0) throw ambiguousPlace(wanted, places);
  return { ...first, others, by };
}
