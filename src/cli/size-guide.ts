/**
 * People that a unit should have, as text: MIN, MIN:MAX or :MAX; and where both ends are wanted LEAST:MOST.
 */
import { InvalidArgumentError } from 'commander';

/** At least and at most; one of the two may be left out. */
export function readSizeGuide(value: string): { least?: number; most?: number } {
  const parts = value
    .split(':')
    .map((part) => (part.trim() === '' ? undefined : Number(part.replace(/[,_]/g, ''))));
  const [least, most] = parts;
  const wrong =
    parts.length > 2 ||
    parts.some((part) => part !== undefined && !(part >= 0)) ||
    (least === undefined && most === undefined);
  if (wrong || (least !== undefined && most !== undefined && least > most)) {
    throw new InvalidArgumentError('It wants people, as MIN, MIN:MAX or :MAX, for example 500000.');
  }
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

/** At least and at most, from `30000:50000`. */
export function readSizeBand(value: string): { readonly least: number; readonly most: number } {
  const [least, most, ...more] = value
    .split(':')
    .map((part) => (part.trim() === '' ? NaN : Number(part.replace(/[,_]/g, ''))));
  if (more.length > 0 || !(least! >= 1) || !(most! >= least!) || most === Infinity)
    throw new InvalidArgumentError('It wants people at least and at most, as 30000:50000.');
  return { least: least!, most: most! };
}
