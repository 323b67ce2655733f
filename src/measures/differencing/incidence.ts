/**
 * Which published units hold which atoms: what everything about subtraction is worked out on.
 *
 * An atom is all people who are in the same units of all layers. Units are numbered through all layers, first those of
 * the first layer. Atoms without people are no part of it: subtraction of counts can neither find nor miss them.
 *
 *     layer 0   unit 0   unit 1        atoms   0: units 0, 2    1: units 1, 2    2: units 1, 3
 *     layer 1   unit 2   unit 3
 */
import { InputError } from '../../trouble/input-error.js';

/** Units, atoms and their weights. */
export interface Incidence {
  /** Layer of each unit. */
  readonly layerOf: readonly number[];
  /** Units of each atom, ascending; one or more. */
  readonly atoms: readonly (readonly number[])[];
  /**
   * For each atom a whole number that is larger the more people it has; of two groups with as many people the one of
   * fewer atoms weighs less.
   */
  readonly weight: readonly number[];
  /** What a group of fewer people than asked weighs less than. */
  readonly limit: number;
  /** Atoms of each unit, ascending. */
  readonly atomsOf: readonly (readonly number[])[];
}

/** Some atoms that can be had by subtraction. */
export interface Group {
  /** Atoms, ascending. */
  readonly atoms: readonly number[];
  /** Whether no smaller group holds one of these atoms for certain; false where the search was cut short. */
  readonly proved: boolean;
}

/**
 * The incidence of atoms with so many people each, in whole steps (people, or tenths), for groups of fewer than `under`
 * steps. Throws InputError where numbers are too large to be added exactly.
 */
export function makeIncidence(
  layerOf: readonly number[],
  atoms: readonly (readonly number[])[],
  people: readonly number[],
  under: number,
): Incidence {
  const scale = atoms.length + 1;
  const heaviest = people.reduce((sum, steps) => sum + steps, under);
  if (!Number.isSafeInteger(heaviest * scale)) {
    throw new InputError({
      id: 'too-many-people',
      message: `the people of ${atoms.length} combinations of units add up to more than can be counted exactly`,
      hint: 'Give counts of people',
    });
  }
  const atomsOf: number[][] = layerOf.map(() => []);
  atoms.forEach((units, atom) => units.forEach((unit) => atomsOf[unit]!.push(atom)));
  return {
    layerOf,
    atoms,
    weight: people.map((steps) => steps * scale + 1),
    limit: under * scale,
    atomsOf,
  };
}

/** Whether no atom is in two units of one layer. */
export const isPartition = ({ layerOf, atoms }: Incidence): boolean =>
  atoms.every((units) => new Set(units.map((unit) => layerOf[unit])).size === units.length);

/** How many layers there are. */
export const layerCount = ({ layerOf }: Incidence): number =>
  layerOf.reduce((most, layer) => Math.max(most, layer + 1), 0);

/** What some atoms weigh together. */
export const weightOf = ({ weight }: Incidence, atoms: readonly number[]): number =>
  atoms.reduce((sum, atom) => sum + weight[atom]!, 0);

/** Whether a unit has people, and fewer than asked. */
export function isLightUnit(incidence: Incidence, unit: number): boolean {
  const atoms = incidence.atomsOf[unit]!;
  return atoms.length > 0 && weightOf(incidence, atoms) < incidence.limit;
}
