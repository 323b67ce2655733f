/** The border of one layer held against another: drawn maps, where every length is a count of sides. */
import { describe, expect, it } from 'vitest';
import { buildArrangement, type Arrangement } from '../../src/arrangement/arrangement.js';
import { borderTable } from '../../src/arrangement/border-table.js';
import { borderLengths, classifyBorder, type Border } from '../../src/arrangement/borders.js';
import { deviatingStretches, type Stretch } from '../../src/arrangement/deviating-stretches.js';
import { planarLattice, type Lattice } from '../../src/arrangement/lattice.js';
import { findPatches } from '../../src/arrangement/patches.js';
import { findThinPatches } from '../../src/arrangement/thin-patches.js';
import { unitAreas } from '../../src/arrangement/unit-areas.js';
import { chance } from './chance.js';
import { drawLayer, type LatticeMap } from './lattice-map.js';
import { featuresOf, makeLayer } from './make-layer.js';
import { messyFeatures, mosaic } from './random-maps.js';
import { toldOtherwise } from './rearrange.js';

const metres = planarLattice(0, 0, 1000, 1000);
const steps: Lattice = { model: 'planar', stepsPerUnit: 1, originX: 0, originY: 0 };

function borderOf(arrangement: Arrangement, unitsA: number, unitsB: number, tolerance: number): Border {
  const patches = findPatches(arrangement, 0, 1);
  const [areasA, areasB] = [
    unitAreas(arrangement, 0, unitsA).ofUnit,
    unitAreas(arrangement, 1, unitsB).ofUnit,
  ];
  return classifyBorder(arrangement, 0, 1, patches, findThinPatches(patches, areasA, areasB, tolerance));
}

interface Compared {
  readonly lengths: ReturnType<typeof borderLengths>;
  /** Rows as text: `a|b total = exact + within + deviating`. */
  readonly rows: string[];
  readonly stretches: Stretch[];
  /** Stretches as text: `a|b in x length`. */
  readonly said: string[];
}

/** The border of a against b, with a tolerance in sides of squares. */
function compare(a: LatticeMap, b: LatticeMap, tolerance = 0.9, ...further: LatticeMap[]): Compared {
  const arrangement = buildArrangement(
    [a, b, ...further].map((map) => map.layer),
    metres,
  );
  const border = borderOf(arrangement, a.codes.length, b.codes.length, tolerance);
  const stretches = deviatingStretches(arrangement, border);
  return {
    lengths: borderLengths(arrangement, border),
    rows: borderTable(arrangement, border, a.codes.length).map(
      (row) =>
        `${a.codes[row.unit]}|${a.codes[row.neighbour] ?? 'outer'} ${row.total} = ${row.exact} + ${row.within} + ${row.deviating}`,
    ),
    stretches,
    said: stretches.map(
      (s) => `${a.codes[s.unitLeft]}|${a.codes[s.unitRight]} in ${b.codes[s.unitB] ?? 'none'} ${s.length}`,
    ),
  };
}

const boards = drawLayer('a a a b b b\n a a a b b b\n a a a b b b\n a a a b b b\n a a a b b b\n a a a b b b');
const sixRows = (row: string): LatticeMap => drawLayer(Array.from({ length: 6 }, () => row).join('\n'));

describe('the border of a layer', () => {
  it('is exact where the other layer has the same edge', () => {
    expect(compare(boards, sixRows('x x x y y y')).rows).toEqual([
      'a|b 6 = 6 + 0 + 0',
      'a|outer 12 = 12 + 0 + 0',
      'b|a 6 = 6 + 0 + 0',
      'b|outer 12 = 12 + 0 + 0',
    ]);
  });

  it('is within tolerance where it bounds a sliver, and deviating where that is no sliver any more', () => {
    // The strip b∩x is one by six: 2 · 6 / 14 m wide.
    const strip = sixRows('x x x x y y');
    expect(compare(boards, strip, 0.9).lengths.between).toEqual({
      total: 6,
      exact: 0,
      within: 6,
      deviating: 0,
    });
    expect(compare(boards, strip, 0.8).lengths.between).toEqual({
      total: 6,
      exact: 0,
      within: 0,
      deviating: 6,
    });
  });

  it('is deviating where one unit of the other layer lies on both sides', () => {
    const { rows, said } = compare(boards, sixRows('x x x x x x'));
    expect(rows[0]).toBe('a|b 6 = 0 + 0 + 6');
    expect(said).toEqual(['a|b in x 6']);
  });

  it('is within tolerance where land beyond the other layer is a sliver', () => {
    const { lengths, stretches } = compare(boards, sixRows('. x x x y y'));
    expect(lengths.outer).toEqual({ total: 24, exact: 16, within: 8, deviating: 0 });
    expect(stretches).toEqual([]);
  });

  it('is outer border, and in no stretch, where the layer ends inside a unit of the other', () => {
    const { lengths, rows, said } = compare(sixRows('a a a . . .'), sixRows('x x x x x x'));
    expect(lengths.between.total).toBe(0);
    expect(lengths.outer).toEqual({ total: 18, exact: 12, within: 0, deviating: 6 });
    expect(rows).toEqual(['a|outer 18 = 12 + 0 + 6']);
    expect(said).toEqual([]);
  });

  it('takes no patch for a sliver that is most of a unit, however narrow', () => {
    const narrow = compare(sixRows('a a c b b b'), sixRows('x x x y y y'), 5);
    expect(narrow.rows).toContain('a|c 6 = 0 + 0 + 6');
    expect(narrow.rows).toContain('c|b 6 = 6 + 0 + 0');
  });

  it('is told for each unit that ends at an edge where units overlap', () => {
    const layer = drawLayer('a ab b .\n a ab bc c');
    const { rows, lengths } = compare(layer, drawLayer('x x x x\n x x x x'), 0.1);
    expect(rows).toEqual([
      'a|b 1 = 0 + 0 + 1',
      'a|c 1 = 0 + 0 + 1',
      'a|outer 6 = 6 + 0 + 0',
      'b|a 2 = 0 + 0 + 2',
      'b|c 1 = 0 + 0 + 1',
      'b|outer 5 = 4 + 0 + 1',
      'c|a 1 = 0 + 0 + 1',
      'c|b 1 = 0 + 0 + 1',
      'c|outer 4 = 3 + 0 + 1',
    ]);
    expect(lengths.between.total).toBe(6);
  });

  it('bounds a sliver only where the sliver ends, not where it crosses one', () => {
    // The strip a∩x is a sliver; the southern border of b runs across it.
    const layer = drawLayer(
      'b b ab a a a\n b b ab a a a\n b b ab a a a\n . . a a a a\n . . a a a a\n . . a a a a',
    );
    const { rows } = compare(layer, sixRows('x x x y y y'));
    expect(rows).toContain('a|b 3 = 0 + 3 + 0');
    expect(rows).toContain('b|a 4 = 3 + 0 + 1');
  });

  it('has the same lengths whatever further layers are there', () => {
    const a = drawLayer('a a b b\n a a a b\n a c c b\n c c c c');
    const b = drawLayer('x x x y\n x x y y\n z z z y\n z z z z');
    const alone = compare(a, b, 0.6);
    const beside = compare(a, b, 0.6, drawLayer('p q p q\n q p q p\n p q p q\n q p q p'), sixRows('v v'));
    expect(beside.rows).toEqual(alone.rows);
    expect(beside.said).toEqual(alone.said);
    expect(beside.stretches.map((s) => s.maxDistance)).toEqual(alone.stretches.map((s) => s.maxDistance));
  });

  it('has the same lengths and stretches however the map was told', () => {
    for (let seed = 0; seed < 80; seed++) {
      const roll = chance(seed);
      const reach = roll.pick([4, 30, 2000]);
      const [a, b] = [
        mosaic(roll, reach, 3, 1),
        roll.once(2) ? mosaic(roll, reach, 2, 1) : messyFeatures(roll, reach),
      ];
      const say = (...features: (typeof a)[]): unknown => {
        const arrangement = buildArrangement(
          features.map((f) => makeLayer(f, 'union', 5)),
          steps,
        );
        const border = borderOf(arrangement, 5, 5, reach / 10);
        return [
          borderLengths(arrangement, border),
          borderTable(arrangement, border, 5),
          deviatingStretches(arrangement, border),
        ];
      };
      const told = [a, b].map((f) => toldOtherwise(featuresOf(makeLayer(f, 'union', 5)), seed));
      expect(say(...told)).toEqual(say(a, b));
    }
  });

  it('adds up: every edge between two units is in two rows, and in one stretch where it deviates', () => {
    for (let seed = 0; seed < 80; seed++) {
      const roll = chance(seed);
      const letters = (): LatticeMap =>
        drawLayer(
          Array.from({ length: 8 }, () =>
            Array.from({ length: 8 }, () => roll.pick(['a', 'b', 'c', '.'])).join(' '),
          ).join('\n'),
        );
      const [a, b] = [letters(), letters()];
      const arrangement = buildArrangement([a.layer, b.layer], metres);
      const border = borderOf(arrangement, a.codes.length, b.codes.length, 0.6);
      const { between, outer } = borderLengths(arrangement, border);
      const rows = borderTable(arrangement, border, a.codes.length);
      const sum = (list: readonly { total: number }[]): number =>
        list.reduce((all, { total }) => all + total, 0);
      expect(sum(rows.filter((row) => row.neighbour !== -1))).toBe(2 * between.total);
      expect(sum(rows.filter((row) => row.neighbour === -1))).toBe(outer.total);
      for (const row of rows) expect(row.exact + row.within + row.deviating).toBe(row.total);
      const stretched = deviatingStretches(arrangement, border).reduce((all, { length }) => all + length, 0);
      expect(stretched).toBe(between.deviating);
    }
  });
});

describe('deviating stretches', () => {
  it('run from node to node of the other layer, in the direction whose positions come first', () => {
    const { stretches } = compare(boards, sixRows('x x x x x x'));
    expect([...stretches[0]!.positions]).toEqual([3, 0, 3, 6]);
    // Neither end is away from the other layer's border, the middle is.
    expect(stretches[0]).toMatchObject({ maxDistance: 3, furthest: [3, 3], unitLeft: 0, unitRight: 1 });
  });

  it('end where the unit of the other layer changes', () => {
    const b = drawLayer('x x x x x x\n x x x x x x\n y y y y y y\n y y y y y y\n y y y y y y\n y y y y y y');
    expect(compare(boards, b).said).toEqual(['a|b in y 4', 'a|b in x 2']);
  });

  it('end where the border branches', () => {
    const a = drawLayer('a a b b\n a a b b\n c c c c\n c c c c');
    expect(compare(a, drawLayer('x x x x\n x x x x\n x x x x\n x x x x')).said).toEqual([
      'a|c in x 2',
      'a|b in x 2',
      'b|c in x 2',
    ]);
  });

  it('go on through nodes of further layers and around corners', () => {
    const a = drawLayer('a a b\n a b b\n a b b');
    const b = drawLayer('x x x\n x x x\n x x x');
    const further = drawLayer('p p p\n p p p\n q q q');
    expect(compare(a, b).said).toEqual(['a|b in x 4']);
    expect(compare(a, b, 0.5, further).said).toEqual(['a|b in x 4']);
  });

  it('close around an enclave, from its south-western position', () => {
    const a = drawLayer('a a a a\n a b a a\n a a a a');
    const { said, stretches } = compare(a, drawLayer('x x x x\n x x x x\n x x x x'), 0.1);
    expect(said).toEqual(['a|b in x 4']);
    expect([...stretches[0]!.positions]).toEqual([1, 1, 1, 2, 2, 2, 2, 1, 1, 1]);
    // Half way up its eastern side it is one and a half from the north and from the south.
    expect(stretches[0]).toMatchObject({ maxDistance: 1.5, furthest: [2, 1.5] });
  });

  it('measure the distance to the nearest border, however far that is', () => {
    const a = drawLayer('a b', { square: 400 });
    const far = makeLayer([{ unit: 0, polygons: [[[[-9e5, -1e5], [8e5, -1e5], [8e5, 9e5], [-9e5, 9e5]]]] }]); // prettier-ignore
    const arrangement = buildArrangement([a.layer, far], planarLattice(-9e5, -1e5, 9e5, 9e5));
    const [stretch] = deviatingStretches(arrangement, borderOf(arrangement, 2, 1, 10));
    expect(stretch).toMatchObject({ length: 400, maxDistance: 1e5 + 400, furthest: [400, 400] });
  });

  it('have no distance where the other layer has no border at all', () => {
    const arrangement = buildArrangement([drawLayer('a b').layer, makeLayer([], 'parity', 0)], metres);
    const [stretch] = deviatingStretches(arrangement, borderOf(arrangement, 2, 0, 0.1));
    expect(stretch).toMatchObject({ unitB: -1, maxDistance: Infinity });
  });
});
