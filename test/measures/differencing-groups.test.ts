/** Groups that can be had by subtraction, against every set of atoms tried; and on the limit itself. */
import { describe, expect, it } from 'vitest';
import { findGroups } from '../../src/measures/differencing/find-groups.js';
import { makeIncidence } from '../../src/measures/differencing/incidence.js';
import { subtractionOf } from '../../src/measures/differencing/subtraction.js';
import { writeSubtraction } from '../../src/measures/differencing/write-subtraction.js';
import { chance, type Chance } from '../arrangement/chance.js';
import { smallestByTrying, type SmallCase } from './differencing-oracle.js';

/** Layers of a few units each, and distinct combinations of them with people. */
function randomCase(draw: Chance, layers: number, overlapping: boolean): SmallCase {
  const sizes = Array.from({ length: layers }, () => draw.whole(2, 5));
  const layerOf = sizes.flatMap((size, layer) => Array<number>(size).fill(layer));
  const wanted = draw.whole(3, 10);
  const combinations = new Map<string, number[]>();
  for (let tries = 0; tries < 60 && combinations.size < wanted; tries++) {
    const units = sizes.flatMap((size, layer) => {
      if (draw.once(8)) return [];
      const from = sizes.slice(0, layer).reduce((sum, each) => sum + each, 0);
      const one = from + draw.whole(0, size - 1);
      const other = from + draw.whole(0, size - 1);
      return overlapping && other !== one && draw.once(3) ? [one, other].sort((p, q) => p - q) : [one];
    });
    if (units.length > 0) combinations.set(units.join(' '), units);
  }
  const atoms = [...combinations.values()];
  // Small counts tie often, large ones hardly ever.
  const most = draw.once(2) ? 6 : 4000;
  return { layerOf, atoms, people: atoms.map(() => draw.whole(1, most)) };
}

/** That the subtraction written for a group counts each of its atoms once and no other. */
function expectToGive({ layerOf, atoms, people }: SmallCase, group: readonly number[]): void {
  const { terms, denominator } = subtractionOf(makeIncidence(layerOf, atoms, people, 1), group);
  const factors = new Map(terms.map(({ unit, factor }) => [unit, factor]));
  expect(terms.every(({ factor }) => factor !== 0n)).toBe(true);
  atoms.forEach((units, atom) => {
    const times = units.reduce((sum, unit) => sum + (factors.get(unit) ?? 0n), 0n);
    expect(times).toBe(group.includes(atom) ? denominator : 0n);
  });
}

/** Compares the groups of a case with those found by trying; gives how many there are. */
function compare(given: SmallCase, under: number): number {
  const { layerOf, atoms, people } = given;
  const { groups, completeTo } = findGroups(makeIncidence(layerOf, atoms, people, under));
  expect(completeTo).toBeNull();
  const { found, units } = smallestByTrying(given, under);
  const peopleOf = (group: readonly number[]): number => group.reduce((sum, atom) => sum + people[atom]!, 0);
  const sets = groups.map((group) => group.atoms.reduce((set, atom) => set | (1 << atom), 0));
  // Each atom that is not smallest in a whole unit has its smallest group among those listed …
  for (const [atom, { people: least, sets: best }] of found) {
    if (best.some((set) => units.has(set))) continue;
    const holding = groups
      .filter((group) => group.atoms.includes(atom))
      .map((group) => peopleOf(group.atoms));
    expect(Math.min(...holding)).toBe(least);
    expect(best.some((set) => sets.includes(set))).toBe(true);
  }
  // … and each that is listed is the smallest of one of its atoms, and no whole unit.
  const smallest = new Set([...found.values()].flatMap((each) => each.sets).filter((set) => !units.has(set)));
  for (const set of sets) expect(smallest.has(set)).toBe(true);
  expect(new Set(sets).size).toBe(sets.length);
  expect(groups.every(({ proved }) => proved)).toBe(true);
  const isTied = [...found.values()].some((each) => each.sets.length > 1);
  if (!isTied) expect([...sets].sort()).toEqual([...smallest].sort());
  for (const group of groups) expectToGive(given, group.atoms);
  return groups.length;
}

function compareMany(cases: number, seed: number, make: (draw: Chance) => SmallCase): number {
  let groups = 0;
  for (let i = 0; i < cases; i++) {
    const draw = chance(seed + i);
    const given = make(draw);
    const all = given.people.reduce((sum, people) => sum + people, 0);
    groups += compare(given, draw.whole(1, all + 1));
  }
  return groups;
}

describe('groups to be had by subtraction', () => {
  it('are those found by trying every set of atoms: two layers', () => {
    expect(compareMany(400, 1000, (draw) => randomCase(draw, 2, false))).toBeGreaterThan(400);
  });

  it('are those found by trying every set of atoms: three and four layers', () => {
    expect(compareMany(300, 5000, (draw) => randomCase(draw, draw.whole(3, 4), false))).toBeGreaterThan(300);
  });

  it('are those found by trying every set of atoms: layers that overlap themselves', () => {
    expect(compareMany(300, 9000, (draw) => randomCase(draw, draw.whole(2, 3), true))).toBeGreaterThan(300);
  });

  it('are below the number asked, not at it', () => {
    // a0 holds b0 whole and 9 people more.
    const under = (people: number): number =>
      findGroups(makeIncidence([0, 1], [[0], [0, 1]], [9, 100], people)).groups.length;
    expect(under(9)).toBe(0);
    expect(under(10)).toBe(1);
    expect(under(8)).toBe(0);
  });

  it('are not units that are small themselves', () => {
    const incidence = makeIncidence(
      [0, 0, 1, 1],
      [
        [0, 2],
        [1, 3],
      ],
      [5, 50],
      10,
    );
    expect(findGroups(incidence).groups).toEqual([]);
  });

  it('are not found where two borders cross and every unit is needed', () => {
    const crossing = makeIncidence(
      [0, 0, 1, 1],
      [
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
      ],
      [1, 1, 1, 1],
      10,
    );
    expect(findGroups(crossing).groups).toEqual([]);
  });

  it('may need halves of three layers', () => {
    // Half of (b + c less a) is the atom in b and c: a, b and c are pairs of three atoms.
    const halves = makeIncidence(
      [0, 1, 2],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      [100, 100, 3],
      50,
    );
    expect(findGroups(halves).groups).toEqual([{ atoms: [2], proved: true }]);
    expect(writeSubtraction(subtractionOf(halves, [2]), (unit) => 'abc'[unit]!)).toBe('1/2 × (b + c − a)');
  });
});

describe('a search that is cut short', () => {
  it('says up to how many atoms it missed nothing, and what it did not prove', () => {
    const draw = chance(77);
    const layerOf = [0, 1, 2].flatMap((layer) => Array<number>(12).fill(layer));
    const seen = new Set<string>();
    while (seen.size < 60) seen.add([0, 12, 24].map((from) => from + draw.whole(0, 11)).join(' '));
    const atoms = [...seen].map((key) => key.split(' ').map(Number));
    const incidence = makeIncidence(
      layerOf,
      atoms,
      atoms.map(() => draw.whole(1, 50)),
      2000,
    );
    const { completeTo, groups } = findGroups(incidence, { all: 60_000, atom: 1_000 });
    const whole = findGroups(incidence, { all: 1e9, atom: 1e8 });
    expect(completeTo).not.toBeNull();
    expect(whole.completeTo).toBeNull();
    const upTo = (list: typeof groups) => list.filter((group) => group.atoms.length <= completeTo!);
    expect(groups.filter(({ proved }) => !proved).length).toBeGreaterThan(0);
    expect(upTo(groups).map((group) => group.atoms)).toEqual(
      expect.arrayContaining(upTo(whole.groups).map((group) => group.atoms)),
    );
  });
});
