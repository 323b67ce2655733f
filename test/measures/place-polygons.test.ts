/** Which people of polygon blocks are counted where, on drawings where the answer is a count of letters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_UNIT } from '../../src/arrangement/labels.js';
import type { Layer } from '../../src/layer/layer.js';
import type { Crossing } from '../../src/measures/crossing/crossing.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { drawLayer } from '../arrangement/lattice-map.js';

/** Metres of a square: a strip of one by four is 80 m wide on average, one by three 75 m. */
const SQUARE = 100;

function drawn(id: string, drawing: string, accuracy: number): Layer {
  const { codes, layer } = drawLayer(drawing, { square: SQUARE });
  return {
    id,
    kind: null,
    vintage: null,
    codes,
    names: codes,
    ods: null,
    kept: [],
    codeField: 'code',
    nameField: null,
    land: {
      ...layer,
      accuracy: { metres: accuracy, from: 'drawn so', finest: 0.001 },
      system: { id: 'EPSG:27700', name: 'British National Grid' } as NonNullable<Layer['land']>['system'],
    },
    membership: null,
    findings: [],
    notes: [],
  };
}

interface Drawings {
  readonly blocks: string;
  readonly layers: readonly string[];
  /** People of a block; 100 if not given. */
  readonly people?: Readonly<Record<string, number>>;
  readonly tolerance?: number | 'auto';
  readonly accuracy?: number;
  readonly place?: 'area' | 'whole';
  /** What the layers are called, a letter each; `abc` if not given. */
  readonly ids?: string;
}

function cross(drawings: Drawings): Crossing {
  const { blocks, layers, people = {}, tolerance = 80, accuracy = 1, place, ids = 'abc' } = drawings;
  const layer = drawn('blocks', blocks, accuracy);
  const values = Float64Array.from(layer.codes, (code) => people[code] ?? 100);
  return crossLayers({
    layers: layers.map((drawing, l) => drawn(ids[l]!, drawing, accuracy)),
    planar: true,
    tolerance,
    ...(place === undefined ? {} : { place }),
    measures: [
      {
        measure: {
          name: 'people',
          basis: 'people as drawn',
          blocks: layer.codes,
          values,
          blockCounts: null,
          blocksWithoutNumber: [],
          isPublic: true,
          total: values.reduce((sum, each) => sum + each, 0),
          notes: [],
        },
        blocks: { form: 'polygons', layer },
      },
    ],
  });
}

/** People by pair of units, `-` for none; pairs without people are left out. */
function pairsOf({ pairs }: Crossing, p = 0): Record<string, number> {
  const { a, b, land } = pairs[p]!;
  const code = (layer: Layer, unit: number): string => (unit === NO_UNIT ? '-' : layer.codes[unit]!);
  return Object.fromEntries(
    land.pairs.flatMap((pair) => {
      const people = Math.round(pair.amounts[0]!.people * 1000) / 1000;
      return people === 0 ? [] : [[`${code(a, pair.a)}${code(b, pair.b)}`, people]];
    }),
  );
}

const shared = (drawings: Drawings): Record<string, number> => pairsOf(cross(drawings));
const methodOf = (drawings: Drawings): string => cross(drawings).pairs[0]!.land.measures[0]!.method;
const warnings = (drawings: Drawings): string[] =>
  cross(drawings)
    .findings.filter(({ finding }) => finding === 'contested-blocks')
    .map(({ layer, detail }) => `${layer}: ${detail}`);

/** The same drawing line so many times. */
const tall = (line: string, times = 4): string => Array.from({ length: times }, () => line).join('\n');
const one = tall('r r r r r r r r');

describe('a strip between a block and a unit', () => {
  const strip: Drawings = { blocks: tall('k k k k m m m m'), layers: [tall('u u u v v v v v'), one] };

  it('is a sliver under the tolerance, and its people stay with the rest of their block', () => {
    expect(shared({ ...strip, tolerance: 80 })).toEqual({ ur: 75, vr: 125 });
    expect(shared({ ...strip, tolerance: 80.01 })).toEqual({ ur: 100, vr: 100 });
    expect(shared({ ...strip, tolerance: 79.99 })).toEqual({ ur: 75, vr: 125 });
  });

  it('is shared over all that counts of its block, even where more of its own unit does', () => {
    const layers = [tall('v v v v v v u u u u u v v'), tall('r r r r r r r r r r r r r')];
    const found = shared({ blocks: tall('m m m m m k k k k k k k k'), layers, tolerance: 100 });
    expect(found).toEqual({ ur: 71.4, vr: 128.6 });
  });

  it('counts with more than half of a unit, however thin', () => {
    const units = (second: string): Drawings => ({
      blocks: tall('k k k k m m m m'),
      layers: [`u u u t u u u u\n${second}\nu u u u u u u u\nu u u u u u u u`, one],
      tolerance: 500,
    });
    expect(shared(units('u u u t t u u u'))).toEqual({ tr: 12.5, ur: 187.5 });
    expect(shared(units('u u t t t t u u'))).toEqual({ tr: 18.7, ur: 181.3 });
    expect(shared(units('u u u u t u u u'))).toEqual({ ur: 200 });
  });

  it('is no sliver where it is nearly half: four fifths of the largest part are as good as that', () => {
    const parts = (u: number, v: number): Drawings => ({
      blocks: `${'k '.repeat(u + v)}${'m '.repeat(3 * v)}`,
      layers: [`${'u '.repeat(u)}${'v '.repeat(4 * v)}`, 'r '.repeat(u + 4 * v)],
      tolerance: 500,
    });
    expect(shared(parts(5, 4))).toEqual({ ur: 55.6, vr: 144.4 });
    expect(shared(parts(19, 15))).toEqual({ ur: 100, vr: 100 });
    expect(shared(parts(19, 16))).toEqual({ ur: 54.3, vr: 145.7 });
    expect(shared(parts(4, 4))).toEqual({ ur: 50, vr: 150 });
  });

  it('is told with the people who hang on the rules', () => {
    expect(methodOf({ ...strip, tolerance: 80 })).toBe(
      'shared by area: 100 in 1 shared block, 100 in whole ones',
    );
    expect(methodOf({ ...strip, tolerance: 81 })).toBe(
      'shared by area: 0 in 0 shared blocks, 200 in whole ones',
    );
    expect(cross({ ...strip, tolerance: 81 }).pairs[0]!.sentences).toEqual([
      '25 people in slivers between blocks and units (thinner than 81 m in a units and 81 m in b units) are counted with the rest of their block.',
    ]);
    expect(cross({ ...strip, tolerance: 80 }).pairs[0]!.sentences).toEqual([
      '1 block cut by borders, with 100 people, is shared by area.',
    ]);
  });
});

describe('land without a unit', () => {
  it('keeps its part of a block that straddles the outer border', () => {
    // Ten by ten squares of units; blocks of two by two, offset by one: 36 of them, 3,600 people, a quarter of each square.
    const blocks = Array.from({ length: 12 }, (_, r) =>
      Array.from(
        { length: 12 },
        (__, c) => 'abcdefghijklmnopqrstuvwxyz0123456789'[6 * (r >> 1) + (c >> 1)],
      ).join(' '),
    ).join('\n');
    const edge = tall('. ', 1).repeat(12).trim();
    const units = [edge, ...Array.from({ length: 10 }, () => '. u u u u u v v v v v .'), edge].join('\n');
    for (const tolerance of [0, 20, 50]) {
      const crossing = cross({ blocks, layers: [units, units.replaceAll('v', 'u')], tolerance });
      expect(pairsOf(crossing)).toEqual({ uu: 1250, vu: 1250 });
      expect(crossing.pairs[0]!.asides[0]!.outside).toBe(1100);
    }
  });

  it('is thin water on the coast of the blocks, and a neighbour’s land where more blocks follow', () => {
    const around = (row: string, beyond: string): string => [beyond, tall(row), beyond].join('\n');
    const nothing = '. . . . . . . . . .';
    const layers = [around('u u u u u . . . . .', nothing), around('r r r r r . . . . .', nothing)];
    // Block m, wholly in u, has so many people that k, of which u has two fifths, does not speak against nesting.
    const coast = { blocks: around('m m m k k k k k . .', nothing), layers, people: { m: 1900, n: 0 } };
    const inland = { ...coast, blocks: around('m m m k k k k k n n', 'n n n n n n n n n n') };
    expect(shared({ ...coast, tolerance: 500 })).toEqual({ ur: 2000 });
    expect(shared({ ...inland, tolerance: 500 })).toEqual({ ur: 1900 });
    expect(shared({ ...coast, people: { m: 1899 }, tolerance: 500 })).toEqual({ ur: 1899 });
    // As wide as the tolerance it is land, wherever it lies: three by four squares are 1,200 / 7 m wide.
    expect(shared({ ...coast, tolerance: 1200 / 7 + 0.01 })).toEqual({ ur: 2000 });
    expect(shared({ ...coast, tolerance: 1200 / 7 - 0.01 })).toEqual({ ur: 1900 });
    expect(shared({ ...coast, tolerance: 100 })).toEqual({ ur: 1940 });
  });
});

describe('layers that draw one border twice', () => {
  const drawings: Drawings = {
    blocks: tall('j j k k k k m m'),
    layers: [tall('p p p p q q q q'), tall('x x x y y y y y')],
    tolerance: 90,
  };

  it('leave nobody in the sliver between their lines', () => {
    // Block k lies a quarter in px, a quarter in the sliver py, half in qy; py keeps units of both others.
    expect(shared(drawings)).toEqual({ px: 100, qy: 200 });
    expect(shared({ ...drawings, tolerance: 80 })).toEqual({ px: 125, py: 25, qy: 150 });
  });

  it('move nobody in the layer that draws it right', () => {
    // b has a thin piece of k in y; a cuts k in two wide halves. y lies in q, where its people stay.
    const found = shared({
      blocks: tall('k k k k k k k m m m'),
      layers: [tall('p p p q q q q q q q'), tall('x x x x x x y y y y')],
      tolerance: 100,
    });
    expect(found).toEqual({ px: 42.9, qx: 57.1, qy: 100 });
  });

  it('give a block about which they contradict one another to the place with most land', () => {
    // Of k a third lies in px, a third in the sliver py, the rest in qy: a gives it to p, b to y, qy has more land.
    const blocks = ['j j k k k k k k m m', 'j j k k k k k k m m', 'j j k k k k k m m m'].join('\n');
    expect(
      shared({
        blocks,
        layers: [tall('p p p p p p q q q q', 3), tall('x x x x y y y y y y', 3)],
        tolerance: 700,
      }),
    ).toEqual({ px: 200, qy: 100 });
  });

  it('hold the same people in every pair of three', () => {
    const three = cross({ ...drawings, layers: [...drawings.layers, tall('f f f f f g g g')] });
    const totals = three.pairs.map(({ a, b, land }) => [
      [a.id, ...land.measures[0]!.unitsA],
      [b.id, ...land.measures[0]!.unitsB],
    ]);
    expect(totals).toEqual([
      [
        ['a', 200, 100],
        ['b', 200, 100],
      ],
      [
        ['a', 200, 100],
        ['c', 200, 100],
      ],
      [
        ['b', 200, 100],
        ['c', 200, 100],
      ],
    ]);
  });
});

describe('blocks placed whole', () => {
  const drawings: Drawings = {
    blocks: tall('k k k k k m m m'),
    layers: [tall('u u u v v v v v'), one],
    place: 'whole',
  };

  it('go to the unit with most of each, and say how many people hang on that', () => {
    expect(shared(drawings)).toEqual({ ur: 100, vr: 100 });
    expect(shared({ ...drawings, layers: [tall('u u v v v v v v'), one] })).toEqual({ vr: 200 });
    expect(methodOf(drawings)).toBe(
      'whole blocks: 100 in 1 block given to the unit with most of each, 100 in one unit anyway',
    );
  });

  it('go to the unit whose code comes first where two have as much, and to a unit before none', () => {
    const half = { ...drawings, blocks: tall('k k k k m m m m') };
    expect(shared({ ...half, layers: [tall('v v u u u u u u'), one] })).toEqual({ ur: 200 });
    expect(shared({ ...half, layers: [tall('. . u u u u u u'), one] })).toEqual({ ur: 200 });
    expect(shared({ ...half, layers: [tall('. . . u u u u u'), one] })).toEqual({ '-r': 100, ur: 100 });
  });
});

describe('the tolerance between blocks and units that no one stated', () => {
  /** Of 100 people so many are in block n, of which no unit has three quarters; a strip of k is 67 m wide. */
  const nesting = (contested: number): Drawings => ({
    blocks: tall('k k k k k k k k n n n n', 2),
    layers: [tall('u u u u u u u v v v w w', 2), tall('r r r r r r r r r r r r', 2)],
    people: { k: 100 - contested, n: contested },
    tolerance: 'auto',
    accuracy: 40,
  });

  it('is the sum of both accuracies where blocks nest, half of it where over 5 % are in contested ones', () => {
    // The strip of k in v is a sliver at 80 m, land at 40 m. Block n is halved either way.
    expect(shared(nesting(5))).toEqual({ ur: 95, vr: 2.5, wr: 2.5 });
    expect(shared(nesting(6))).toEqual({ ur: 82.3, vr: 14.7, wr: 3 });
  });

  it('is told as a warning where over 1 % of the people are in contested blocks', () => {
    expect(warnings(nesting(1))).toEqual([]);
    expect(warnings(nesting(1.01))).toEqual([
      'a: 1 person (1.0 %) in blocks of which no unit has three quarters, so that it is unsure where they belong; use a lookup or finer files',
    ]);
  });

  it('does not contest a block of which one unit has just three quarters', () => {
    const quarter = (strip: string): Drawings => ({
      blocks: tall('k k k k k k k k m m m m'),
      layers: [tall(strip), tall('r r r r r r r r r r r r')],
    });
    expect(warnings(quarter('u u u u u u v v v v v v'))).toEqual([]);
    expect(warnings(quarter('u u u u u v v v v v v v'))).toHaveLength(1);
  });
});

describe('any drawing', () => {
  const map = (letters: string): fc.Arbitrary<string> =>
    fc
      .array(fc.array(fc.constantFrom(...letters), { minLength: 6, maxLength: 6 }), {
        minLength: 6,
        maxLength: 6,
      })
      .map((rows) => rows.map((row) => row.join(' ')).join('\n'));
  const drawings = fc.record({
    blocks: map('klmn'),
    layers: fc.tuple(map('uv.'), map('xy.')),
    tolerance: fc.constantFrom(0, 40, 60, 75, 100, 200),
    place: fc.constantFrom('area' as const, 'whole' as const),
  });

  it('loses nobody: pairs, units and the outside add up', () => {
    fc.assert(
      fc.property(drawings, (given) => {
        const [pair] = cross(given).pairs;
        const [measure] = pair!.land.measures;
        const sum = (values: Iterable<number>): number => [...values].reduce((all, each) => all + each, 0);
        const of = (side: 'a' | 'b'): number[] =>
          pair!.land.pairs.filter((each) => each[side] !== NO_UNIT).map((each) => each.amounts[0]!.people);
        expect(sum(pair!.land.pairs.map((each) => each.amounts[0]!.people)) + pair!.lost[0]!).toBeCloseTo(
          measure!.total,
          3,
        );
        expect(sum(of('a'))).toBeCloseTo(sum(measure!.unitsA), 3);
        expect(sum(of('b'))).toBeCloseTo(sum(measure!.unitsB), 3);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same the other way round', () => {
    fc.assert(
      fc.property(drawings, (given) => {
        const [first, second] = given.layers;
        const turned = Object.entries(shared({ ...given, layers: [second, first], ids: 'ba' }));
        expect(
          Object.fromEntries(turned.map(([pair, people]) => [`${pair[1]!}${pair[0]!}`, people])),
        ).toEqual(shared(given));
      }),
      { numRuns: 200 },
    );
  });

  it('gives each block whole to one place where that is asked for', () => {
    fc.assert(
      fc.property(drawings, (given) => {
        for (const people of Object.values(shared({ ...given, place: 'whole' })))
          expect(people % 100).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
