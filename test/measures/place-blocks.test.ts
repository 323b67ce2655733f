/** Where blocks and networks are at home when two places have equal claims. */
import { describe, expect, it } from 'vitest';
import { buildMembership } from '../../src/layer/membership.js';
import { livesHere } from '../../src/measures/derive/derive-tables.js';
import type { DerivedUnit } from '../../src/measures/derive/derived.js';
import { placeBlocks } from '../../src/measures/land/place-blocks.js';
import { contestOf } from '../../src/measures/derive/winners.js';
import { draw } from '../overlap/drawn-layers.js';

describe('a block', () => {
  const unitOf = (blocks: string, units: string): (string | null)[] => {
    const [drawn, within] = [draw('block', blocks), draw('icb', units)];
    return [...placeBlocks(drawn.codes, drawn, within, null, true)].map((unit) => within.codes[unit] ?? null);
  };

  it('lies in the unit with most of its land, of equals in that of the lower code', () => {
    expect(unitOf('x x x', 'b b a')).toEqual(['b']);
    expect(unitOf('x x', 'b a')).toEqual(['a']);
    expect(unitOf('x x', 'a b')).toEqual(['a']);
  });

  it('lies in none where most of its land does, nor with exactly half', () => {
    expect(unitOf('x x x', 'a . .')).toEqual([null]);
    expect(unitOf('x x', 'a .')).toEqual([null]);
    expect(unitOf('x x x', 'a a .')).toEqual(['a']);
  });
});

it('a network is of here where at least half of its patients live here', () => {
  const here = (registeredHere: number): boolean =>
    livesHere({ registered: 100, registeredHere } as DerivedUnit);
  expect([49, 50, 51].map(here)).toEqual([false, true, true]);
});

describe('the contest in a block', () => {
  /** Patients of one block by network, in the order of their codes. */
  const contest = (...patients: readonly number[]) => {
    const entries = patients.map((weight, unit) => ({ block: 'b', unit: `U${unit}`, weight }));
    const traits = { blockKind: 'LSOA', weighted: true, bestFit: false };
    return contestOf(buildMembership(entries, traits).membership, 0);
  };

  it('goes to the lower code of two with as many patients, and so does the second place', () => {
    expect(contest(5, 5, 3)).toMatchObject({ winner: 0, runnerUp: 1, tie: true });
    expect(contest(3, 5, 3, 3)).toMatchObject({ winner: 1, runnerUp: 0, tie: false });
    expect(contest(2, 9, 3, 3)).toMatchObject({ winner: 1, runnerUp: 2, runnerUpWeight: 3 });
  });

  it('counts networks with a twentieth of the patients or more', () => {
    expect(contest(96, 4).overFivePercent).toBe(1);
    expect(contest(95, 5).overFivePercent).toBe(2);
  });
});
