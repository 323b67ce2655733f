/** Coverage where a figure stands just on its threshold, on drawings and on pairs written by hand. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { coverByShapes } from '../../src/measures/coverage/cover-pieces.js';
import { findMatches } from '../../src/measures/coverage/matches.js';
import { overTwoFifths, partnersOf } from '../../src/measures/coverage/neighbourhood.js';
import { unitForms } from '../../src/measures/coverage/unit-forms.js';
import type { CrossedPair } from '../../src/measures/crossing/crossed-pair.js';
import type { Sheet } from '../../src/measures/people/sheet.js';
import { mainPairs } from '../../src/measures/pairs/main-pairs.js';
import type { OverlapPair } from '../../src/measures/pairs/pairs-of-layers.js';
import { arrangeLayers } from '../../src/measures/land/layer-arrangement.js';
import { draw } from '../overlap/drawn-layers.js';

/** A square is 100 m wide; by itself its mean width is 2 · 10,000 / 400 = 50 m. */
const ALONE = 50;

function sheetOf(...layers: readonly Layer[]): Sheet {
  const { arrangement, position } = arrangeLayers(layers, true);
  return { arrangement, positionOf: (layer) => position[layers.indexOf(layer)]!, measures: [] };
}

/** Real gaps and double covers, as units and hectares; gaps have no units. */
function pieces(
  neighbourhoods: string,
  parents: string,
  { gap = 0, double = 0 }: { gap?: number; double?: number },
): string[] {
  const [own, around] = [draw('n', neighbourhoods), draw('p', parents)];
  const found = coverByShapes(sheetOf(own, around), own, around, {
    gap: { metres: gap, estimated: false },
    double: { metres: double, estimated: false },
  });
  return found.pieces
    .filter(({ kind, material }) => kind !== 'once' && material)
    .map(({ units, area }) => `${units.map((unit) => own.codes[unit]).join('')}${area! / 1e4}`)
    .sort();
}

describe('a gap', () => {
  it('is real where it is as wide as the tolerance, a sliver where it is thinner', () => {
    const gap = (metres: number): string[] => pieces('a a a .', 'p p p p', { gap: metres });
    expect([gap(ALONE - 0.01), gap(ALONE), gap(ALONE + 0.01)]).toEqual([['1'], ['1'], []]);
  });

  it('is real with more than a third of its parent however thin, not with a third', () => {
    expect(pieces('a a a a . .', 'p p p p p p', { gap: 1000 })).toEqual([]);
    expect(pieces('a a a . .', 'p p p p p', { gap: 1000 })).toEqual(['2']);
  });
});

describe('a double cover', () => {
  it('is real where it is as wide as the tolerance, a sliver where it is thinner', () => {
    const double = (metres: number): string[] =>
      pieces('a a a ab b b b', 'p p p p p p p', { double: metres });
    expect([double(ALONE - 0.01), double(ALONE), double(ALONE + 0.01)]).toEqual([['ab1'], ['ab1'], []]);
  });

  it('is real in every strip of a region that is as wide as the tolerance in all', () => {
    // Two squares side by side are 2 · 20,000 / 600 m wide, each of them 50 m.
    const inAll = (2 * 20_000) / 600;
    const drawing = [`a a a ab abc b b b c c`, 'p p p p p p p p p p'] as const;
    expect(pieces(...drawing, { double: inAll })).toEqual(['ab1', 'abc1']);
    expect(pieces(...drawing, { double: inAll + 0.01 })).toEqual([]);
  });

  it('is real by its own width where the region around it is thinner', () => {
    // Nine squares are 150 m wide; with a tenth that juts out 2 · 100,000 / 1,400 m.
    // Nothing of them is a third of a unit.
    const beside = (letter: string): string => Array(7).fill(letter).join(' ');
    const row = (jut: string): string => `${beside('a')} ab ab ab ${jut} ${beside('b')}`;
    const below = `c c c ${Array(15).fill('.').join(' ')}`;
    const drawing = [row('.'), row('abc'), row('.'), below].join('\n');
    const parents = drawing.replaceAll(/[a-c]+/g, 'p');
    expect(pieces(drawing, parents, { double: 150 })).toEqual(['ab9']);
    expect(pieces(drawing, parents, { double: 150.01 })).toEqual([]);
  });
});

describe('by an estimate', () => {
  /** Whether the gap and the double cover, 50 m wide each, are real and whether they are in doubt. */
  const judged = (metres: number, estimated: boolean): unknown[] => {
    const [own, around] = [draw('n', 'a a a ab b b b .'), draw('p', 'p p p p p p p p')];
    const tolerance = { metres, estimated };
    return coverByShapes(sheetOf(own, around), own, around, { gap: tolerance, double: tolerance })
      .pieces.filter(({ kind }) => kind !== 'once')
      .map(({ material, inDoubt }) => [material, inDoubt]);
  };

  it.each([
    [ALONE / 2, [true, false]],
    [ALONE / 2 + 0.01, [true, true]],
    [ALONE, [true, true]],
    [ALONE + 0.01, [false, true]],
    [2 * ALONE, [false, true]],
    [2 * ALONE + 0.01, [false, false]],
  ])('of %f m a gap and a double cover of 50 m are real, and in doubt: %j', (metres, told) => {
    expect(judged(metres, true)).toEqual([told, told]);
    expect(judged(metres, false)).toEqual([
      [told[0], false],
      [told[0], false],
    ]);
  });
});

describe('the parts of a unit', () => {
  const partsOf = (text: string, tolerance: number): number[] => {
    const layer = draw('n', text);
    const sheet = sheetOf(layer);
    return unitForms(sheet.arrangement, 0, layer.codes.length, tolerance).map(({ parts }) => parts);
  };

  it('count where they are as wide as the tolerance', () => {
    expect(partsOf('a . a . a', ALONE - 0.01)).toEqual([3]);
    expect(partsOf('a . a . a', ALONE)).toEqual([3]);
    expect(partsOf('a . a . a', ALONE + 0.01)).toEqual([1]);
  });

  it('are one where all are thin, two thin halves among them', () => {
    expect(partsOf('a . a', 1000)).toEqual([1]);
    expect(partsOf('a a . a', 1000)).toEqual([1]);
  });

  it('count beside a thin one that is more than half of the unit', () => {
    expect(partsOf('a a a a . a\n. . . . . .', (2 * 40_000) / 1000 + 0.01)).toEqual([1]);
    expect(partsOf('a . b b\n. . b b', 60)).toEqual([1, 1]);
  });
});

/** Units of both layers, square metres, people. */
type Written = readonly [a: number, b: number, area: number, people: number];

function crossed(written: readonly Written[], people: boolean, codes = ['p', 'q', 'r']): CrossedPair {
  const total = (mine: 0 | 1, column: 2 | 3, unit: number): number =>
    written.reduce((sum, row) => (row[mine] === unit ? sum + row[column] : sum), 0);
  const totals = (mine: 0 | 1, column: 2 | 3): Float64Array =>
    Float64Array.from(codes, (_, unit) => total(mine, column, unit));
  return {
    a: { codes: ['a', 'b'] },
    b: { codes },
    land: {
      pairs: written.map(([a, b, area, count]): OverlapPair => ({
        a,
        b,
        material: true,
        area,
        sliverArea: 0,
        patches: 1,
        maxWidth: 1,
        amounts: people ? [{ people: count, blocks: 1 }] : [],
      })),
      areasA: totals(0, 2),
      areasB: totals(1, 2),
      measures: people ? [{ unitsA: totals(0, 3), unitsB: totals(1, 3) }] : [],
    },
  } as unknown as CrossedPair;
}

describe('the main parent', () => {
  it('has most people, then most land, then the lower code', () => {
    const main = (...written: Written[]): number =>
      mainPairs(crossed(written, true).land.pairs, 'a', 1)[0]!.b;
    expect(main([0, 0, 9, 5], [0, 1, 1, 6])).toBe(1);
    expect(main([0, 0, 1, 5], [0, 1, 9, 5])).toBe(1);
    expect(main([0, 0, 9, 5], [0, 1, 9, 5], [0, 2, 1, 5])).toBe(0);
    expect(main([0, 0, 9, 5], [0, 1, 1, 5])).toBe(0);
  });

  it('stands first among the partners, which come in the same order', () => {
    const partners = (...written: Written[]): number[] => partnersOf(crossed(written, true), 0);
    expect(partners([0, 0, 9, 5], [0, 1, 1, 6])).toEqual([1, 0]);
    expect(partners([0, 0, 1, 5], [0, 1, 9, 5])).toEqual([1, 0]);
    expect(partners([0, 0, 9, 5], [0, 1, 9, 5])).toEqual([0, 1]);
  });
});

it('more than two fifths is more than 40 %, by people, by land or both', () => {
  expect(overTwoFifths(40, 40)).toBe('');
  expect(overTwoFifths(40, 40.01)).toBe('people');
  expect(overTwoFifths(40.01, 40)).toBe('area');
  expect(overTwoFifths(40.01, 40.01)).toBe('people and area');
});

describe('the unit most like a neighbourhood', () => {
  /** Unit a is 10 hectares, 9 of them all of p. */
  const nearly = crossed(
    [
      [0, 0, 9, 0],
      [0, 1, 1, 0],
      [1, 1, 5, 0],
    ],
    false,
  );

  it('is near it from the share in common on that was asked for', () => {
    expect(findMatches([nearly], 0.9)[0]).toMatchObject({ match: 'near', best: 0, jaccard: 0.9 });
    expect(findMatches([nearly], 0.9001)[0]!.match).toBe('shared');
  });

  it('is the one of the lower code where two are equally alike', () => {
    const halves = crossed([[0, 0, 5, 0], [0, 1, 5, 0]], false); // prettier-ignore
    expect(findMatches([halves], 0.9)[0]).toMatchObject({ match: 'composed', best: 0 });
  });

  it('does not make it composed where a part of it lies in no unit', () => {
    const beyond = crossed([[0, 0, 5, 0], [0, 1, 3, 0], [0, -1, 2, 0]], false); // prettier-ignore
    expect(findMatches([beyond], 0.9)[0]!.match).toBe('shared');
  });
});
