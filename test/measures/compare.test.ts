/** Two vintages of a layer: what each change looks like, by lookup and by shapes. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { compare, type CompareWishes } from '../../src/measures/compare/compare.js';
import type { Report } from '../../src/measures/report.js';
import { drawnLayer, drawnPeople } from './align-lattice.js';
import { cellsOf, lookupOf, peopleOf, recordsOf } from './compare-drawn.js';

const compared = (
  layers: readonly Layer[],
  measures: CompareWishes['measures'] = [],
  planar = true,
): Report => compare({ layers, measures, planar, tolerance: 'auto', sensitivity: false });

const changesOf = (report: Report): unknown[][] =>
  cellsOf(report, 'summary', ['vintage', 'code', 'change', 'partner_codes']);
const piecesOf = (report: Report): unknown[][] =>
  cellsOf(report, 'units', ['before_code', 'after_code', 'change', 'people']);

describe('vintages given by lookup', () => {
  const people = peopleOf('10 20 30 40');

  it('says unchanged where nothing changed', () => {
    const report = compared([lookupOf('old', 'a a b b'), lookupOf('new', 'a a b b')], [people]);
    expect(cellsOf(report, 'summary', ['change']).flat()).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(recordsOf(report, 'transfers')).toEqual([]);
  });

  it('tells a new code for the same blocks from a new name for the same code', () => {
    const recoded = compared([lookupOf('old', 'a a b b'), lookupOf('new', 'a a x x')], [people]);
    expect(changesOf(recoded)[3]).toEqual(['new', 'x', 'recoded', 'b']);
    const renamed = compared(
      [lookupOf('old', 'a a b b'), lookupOf('new', 'a a b b', { b: 'Barset' })],
      [people],
    );
    expect(changesOf(renamed)[3]).toEqual(['new', 'b', 'renamed', 'b']);
  });

  it('does not call a name new that is written otherwise', () => {
    const names = [{ b: 'The Isle & Bay' }, { b: 'Isle and Bay' }];
    const report = compared(
      [lookupOf('old', 'a a b b', names[0]), lookupOf('new', 'a a b b', names[1])],
      [people],
    );
    expect(changesOf(report)[3]![2]).toBe('unchanged');
  });

  it('says who moved from where to where', () => {
    const report = compared([lookupOf('old', 'a a b b'), lookupOf('new', 'a b b b')], [people]);
    expect(piecesOf(report)).toEqual([
      ['a', 'a', 'reduced', 10],
      ['a', 'b', 'moved', 20],
      ['b', 'b', 'enlarged', 70],
    ]);
    expect(report.summary.join(' ')).toContain('20 people in 1 small area.');
  });

  it('calls two units that become one merged, whichever is larger', () => {
    const report = compared([lookupOf('old', 'a a b b'), lookupOf('new', 'x x x x')], [people]);
    expect(changesOf(report)).toEqual([
      ['old', 'a', 'abolished', 'x'],
      ['old', 'b', 'abolished', 'x'],
      ['new', 'x', 'created', 'a;b'],
    ]);
    expect(piecesOf(report).map(([, , change]) => change)).toEqual(['merged', 'merged']);
  });

  it('calls one unit that becomes two split', () => {
    const report = compared([lookupOf('old', 'a a a a'), lookupOf('new', 'x x y y')], [people]);
    expect(piecesOf(report).map(([, , change]) => change)).toEqual(['split', 'split']);
    expect(changesOf(report).map(([, , change]) => change)).toEqual(['abolished', 'created', 'created']);
  });

  it('lets a unit carry on under a new code where two thirds of each lie in the other', () => {
    const even = peopleOf('10 10 10 10 10 10 10 10');
    const report = compared([lookupOf('old', 'a a a a b b b b'), lookupOf('new', 'x x x b b b b b')], [even]);
    expect(changesOf(report)[0]).toEqual(['old', 'a', 'reduced', 'b;x']);
    const split = compared([lookupOf('old', 'a a a a b b b b'), lookupOf('new', 'x x b b b b b b')], [even]);
    expect(changesOf(split)[0]).toEqual(['old', 'a', 'abolished', 'b;x']);
  });

  it('lets a unit of the same name carry on under a new code even if it lost more', () => {
    const names = { a: 'Hampshire', x: 'Hampshire' };
    const report = compared([lookupOf('old', 'a a b b', names), lookupOf('new', 'x x x b', names)], [people]);
    expect(changesOf(report)[0]).toEqual(['old', 'a', 'enlarged', 'x']);
  });

  it('counts blocks where nobody is counted', () => {
    const report = compared([lookupOf('old', 'a a b b'), lookupOf('new', 'a b b b')]);
    expect(cellsOf(report, 'transfers', ['before_code', 'after_code', 'blocks'])).toEqual([['a', 'b', 1]]);
  });

  it('tells blocks gained from nobody and lost to nobody', () => {
    const report = compared([lookupOf('old', 'a a b .'), lookupOf('new', 'a . b b')], [people]);
    expect(piecesOf(report)).toEqual([
      ['a', 'a', 'reduced', 10],
      ['a', null, 'lost', 20],
      ['b', 'b', 'enlarged', 30],
      [null, 'b', 'gained', 40],
    ]);
  });

  it('mirrors: what was gained one way is lost the other way', () => {
    const [old, now] = [lookupOf('old', 'a a b b c c'), lookupOf('new', 'a b b x c x')];
    const six = peopleOf('1 2 3 4 5 6');
    const moved = (report: Report): unknown[] =>
      recordsOf(report, 'units').map((row) => [row['before_code'], row['after_code'], row['people']].join());
    const back = compared([now, old], [six]);
    expect(
      recordsOf(back, 'units')
        .map((row) => [row['after_code'], row['before_code'], row['people']].join())
        .sort(),
    ).toEqual(moved(compared([old, now], [six])).sort());
  });

  it('sets shared units of another layer side by side, before and after', () => {
    const layers = [lookupOf('old', 'a a b b'), lookupOf('new', 'a b b b'), lookupOf('other', 'p q q q')];
    const report = compared(layers, [people]);
    expect(
      cellsOf(report, 'shared', ['code', 'standing', 'outside_main_before', 'outside_main_after']),
    ).toEqual([['q', 'no longer shared', 20, 0]]);
    const effect = recordsOf(report, 'effect').find(({ quantity }) => quantity === 'outside_main')!;
    expect([effect['before'], effect['after'], effect['change']]).toEqual([20, 0, -20]);
  });
});

describe('vintages given by shapes', () => {
  it('measures what moved in hectares', () => {
    const layers = [drawnLayer('old', 'a a b b\na a b b'), drawnLayer('new', 'a a b b\na b b b')];
    const report = compared(layers);
    expect(cellsOf(report, 'transfers', ['before_code', 'after_code', 'change', 'area_ha'])).toEqual([
      ['a', 'b', 'moved', 100],
    ]);
  });

  it('finds the same changes by shapes as by lookup of the squares', () => {
    const people = drawnPeople('1 2 3 4\n5 6 7 8');
    const byShapes = compared(
      [drawnLayer('old', 'a a b b\na c c b'), drawnLayer('new', 'a a x x\na a c x')],
      [people],
    );
    const codes = people.measure.blocks;
    const asLookup = (id: string, text: string): Layer => {
      const layer = lookupOf(id, text);
      return { ...layer, membership: { ...layer.membership!, blocks: codes } };
    };
    const byLookup = compared(
      [asLookup('old', 'a a b b a c c b'), asLookup('new', 'a a x x a a c x')],
      [{ ...people, blocks: null }],
    );
    expect(piecesOf(byShapes)).toEqual(piecesOf(byLookup));
    expect(changesOf(byShapes)).toEqual(changesOf(byLookup));
  });

  it('calls a strip thinner than the tolerance redrawn, and nobody moved', () => {
    const wide = (id: string, metres: number): Layer => {
      const layer = drawnLayer(id, 'a a b b');
      const shapes = { ...layer.land!.shapes, coordinates: layer.land!.shapes.coordinates.slice() };
      const { coordinates } = shapes;
      for (let i = 0; i < coordinates.length; i += 2)
        if (coordinates[i] === 2000) coordinates[i] = 2000 + metres;
      return {
        ...layer,
        land: { ...layer.land!, shapes, accuracy: { metres: 10, from: 'drawn', finest: 0 } },
      };
    };
    const report = compared([wide('old', 0), wide('new', 15)]);
    expect(cellsOf(report, 'summary', ['change']).flat()).toEqual(Array(4).fill('redrawn within tolerance'));
    expect(recordsOf(report, 'transfers')).toEqual([]);
    const further = compared([wide('old', 0), wide('new', 150)]);
    expect(cellsOf(further, 'transfers', ['before_code', 'after_code'])).toEqual([['b', 'a']]);
  });

  it('calls land of nobody without people coast, with people lost', () => {
    const layers = [drawnLayer('old', 'a a a b'), drawnLayer('new', 'a a . b')];
    const empty = compared(layers, [drawnPeople('5 5 0 5')]);
    expect(cellsOf(empty, 'units', ['before_code', 'after_code', 'change'])).toEqual([
      ['a', 'a', 'coastline redrawn'],
      ['a', null, 'coastline redrawn'],
      ['b', 'b', 'unchanged'],
    ]);
    const settled = compared(layers, [drawnPeople('5 5 1 5')]);
    expect(cellsOf(settled, 'units', ['before_code', 'after_code', 'change'])[1]).toEqual([
      'a',
      null,
      'lost',
    ]);
  });
});

it('counts no small area twice where borders cut it', () => {
  const layers = [drawnLayer('a', 'A A A B B B'), drawnLayer('b', 'A B B A A B')];
  const blocks = drawnLayer('block', 'k k l l m m');
  const { measure } = drawnPeople('10 20 30 0 0 0');
  const values = Float64Array.of(10, 20, 30);
  const people = { measure: { ...measure, blocks: blocks.codes, values } };
  const said = compared(layers, [{ ...people, blocks: { form: 'polygons', layer: blocks } }]).summary.join(
    ' ',
  );
  expect(said).toMatch(/changed hands: \d+ people, /);
  expect(said).not.toContain('small area');
});
