/**
 * People that a unit should have, as an option's text.
 */
import { InvalidArgumentError } from 'commander';
import { sizeBandOf, sizeGuideOf } from '../run/size-text.js';

/** At least and at most; one of the two may be left out. */
export function readSizeGuide(value: string): NonNullable<ReturnType<typeof sizeGuideOf>> {
  const guide = sizeGuideOf(value);
  if (guide === null)
    throw new InvalidArgumentError('It wants people, as MIN, MIN:MAX or :MAX, for example 500000.');
  return guide;
}

/** At least and at most, from `30000:50000`. */
export function readSizeBand(value: string): NonNullable<ReturnType<typeof sizeBandOf>> {
  const band = sizeBandOf(value);
  if (band === null) throw new InvalidArgumentError('It wants people at least and at most, as 30000:50000.');
  return band;
}
