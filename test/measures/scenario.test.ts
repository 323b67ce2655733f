/** Scenarios on small layers: each operation, what is refused, and the laws of undoing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { readLookup } from '../../src/layer/read-lookup.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import type { MeasureRequest } from '../../src/measures/people/measure-request.js';
import { applyScenario, startOf } from '../../src/measures/scenario/apply-scenario.js';
import { groundOf } from '../../src/measures/scenario/ground.js';
import { inverseOf } from '../../src/measures/scenario/inverse.js';
import { readScenario } from '../../src/measures/scenario/read-scenario.js';
import { readScenarioTable, regroupingScenario } from '../../src/measures/scenario/read-scenario-table.js';
import type { Scenario } from '../../src/measures/scenario/scenario-document.js';
import { scenarioReport, tryScenarios } from '../../src/measures/scenario/scenario.js';
import { writeScenario } from '../../src/measures/scenario/write-scenario.js';
import { sayNotes } from '../../src/trouble/say-notes.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';
import { drawnLayer, drawnPeople } from './align-lattice.js';
import { cellsOf, lookupOf, peopleOf, recordsOf } from './compare-drawn.js';

const base = lookupOf('council', 'a a b b c c');
const wards = lookupOf('ward', 'v w w x y z');
const people = peopleOf('1 2 3 4 5 6');

const scenarioOf = (operations: string): Scenario =>
  readScenario(`name: try\noperations:\n${operations.replace(/^/gm, '  ')}`, 'try.yaml');

const tried = (
  operations: string,
  layers: readonly Layer[] = [base, wards],
  measures: MeasureRequest[] = [people],
) =>
  scenarioReport({
    layers,
    measures,
    planar: true,
    tolerance: 'auto',
    scenarios: [scenarioOf(operations)],
    against: 0,
    chain: false,
    sizeGuide: { least: 6, most: null },
    sensitivity: false,
  });

/** The unit of each block after the operations, as letters. */
const unitsAfter = (operations: string): string =>
  cellsOf(tried(operations), 'lookup', ['code'])
    .map(([code]) => code ?? '.')
    .join(' ');

describe('operations on a layer', () => {
  it('merge units into a new one', () => {
    expect(unitsAfter('- merge: [a, b]\n  into: {code: n, name: New}')).toBe('n n n n c c');
    expect(
      cellsOf(tried('- merge: [a, b]\n  into: {code: n, name: New}'), 'units', [
        'code',
        'name',
        'people',
        'size_guide',
      ]),
    ).toEqual([['n', 'New', 10, 'within']]);
  });

  it('merge units into one of them', () => {
    expect(unitsAfter('- merge: [a, b]\n  into: a')).toBe('a a a a c c');
  });

  it('move what was moved before only where they say again', () => {
    const twice = '- move: [b01]\n  from: a\n  to: b\n- move: [b01]\n  from: b\n  to: c';
    expect(troubleOf(() => unitsAfter(twice)).id).toBe('moved-twice');
    expect(unitsAfter(`${twice}\n  again: true`)).toBe('a c b b c c');
    expect(unitsAfter('- move: [b01]\n  to: b\n- create: n\n  pieces: [b01]\n  again: true')).toBe(
      'a n b b c c',
    );
    expect(troubleOf(() => unitsAfter(`${twice}\n  again: false`)).id).toBe('moved-twice');
    expect(troubleOf(() => unitsAfter(`${twice}\n  again: perhaps`)).id).toBe('scenario-unclear');
  });

  it('move blocks, units of other layers and what they share with a unit', () => {
    expect(unitsAfter('- move: [b01]\n  to: b')).toBe('a b b b c c');
    expect(unitsAfter("- move: ['ward:w']\n  to: c")).toBe('a c c b c c');
    expect(unitsAfter("- move: ['ward:w']\n  from: a\n  to: c")).toBe('a c b b c c');
  });

  it('are told in any case and with spaces: units, blocks, units of other layers, and units just made', () => {
    expect(unitsAfter('- move: [B 01]\n  to: B')).toBe('a b b b c c');
    expect(unitsAfter("- move: ['ward:W']\n  from: A\n  to: C")).toBe('a c b b c c');
    expect(unitsAfter('- move: [W]\n  to: C')).toBe('a c c b c c');
    expect(unitsAfter('- merge: [A, B]\n  into: N1\n- merge: [n1, C]\n  into: n 1')).toBe(
      'N1 N1 N1 N1 N1 N1',
    );
    expect(unitsAfter('- rename: a\n  to: A')).toBe('A A b b c c');
    const report = tried('- merge: [A, b]\n  into: C');
    expect(sayNotes(report.trial.outcomes[0]!.notes)).toEqual([
      '2 codes of try are in the layers but for case or spaces, and taken for the same: A and C',
    ]);
    expect(tried('- merge: [a, b]\n  into: c').trial.outcomes[0]!.notes).toEqual([]);
  });

  it('split a unit into parts and the rest', () => {
    expect(
      unitsAfter('- split: b\n  into:\n    - {code: p, rest: true}\n    - {code: q, pieces: [b02]}'),
    ).toBe('a a q p c c');
  });

  it('rename, create and abolish', () => {
    expect(unitsAfter('- rename: a\n  to: {code: n}')).toBe('n n b b c c');
    expect(unitsAfter('- create: {code: n, name: New}\n  pieces: [b01, b02]')).toBe('a n n b c c');
    expect(unitsAfter('- abolish: a\n  to: b')).toBe('b b b b c c');
    expect(unitsAfter('- abolish: a\n  to: nobody')).toBe('. . b b c c');
  });

  it('follow one another: a later one sees what an earlier one did', () => {
    expect(unitsAfter('- merge: [a, b]\n  into: n\n- rename: n\n  to: m')).toBe('m m m m c c');
  });

  it('come from a table as they do from YAML', () => {
    const table = tableOf('operation,pieces,from,to,name\nmerge,a;b,,n,New\nsplit,b04,c,p,\nsplit,*,c,q,');
    const yaml = scenarioOf(
      '- merge: [a, b]\n  into: {code: n, name: New}\n- split: c\n  into:\n    - {code: p, pieces: [b04]}\n    - {code: q, rest: true}',
    );
    const strip = ({ operations }: Scenario): unknown =>
      operations.map(({ verb, takings }) => ({ verb, takings }));
    expect(strip(readScenarioTable(table, 'try'))).toEqual(strip(yaml));
  });

  it('come from a lookup, all members at once, so that codes may be swapped', () => {
    const lookup = readLookup(tableOf('member,group\na,b\nb,a\nc,c'), { member: 'member', group: 'group' });
    const trial = tryScenarios({
      layers: [base],
      measures: [people],
      planar: false,
      tolerance: 'auto',
      scenarios: [regroupingScenario(lookup, 'swap.csv', 'swap')],
      against: 0,
      chain: false,
      sizeGuide: null,
      sensitivity: false,
    });
    expect(trial.outcomes[0]!.state.codeOf.join(' ')).toBe('b b a a c c');
  });

  it('give the same people by shapes as by lookup, without a new drawing', () => {
    const drawn = [drawnLayer('council', 'a a b b c c'), drawnLayer('ward', 'v w w x y z')];
    const operations =
      "- move: ['ward:w']\n  from: a\n  to: c\n- merge: [b, c]\n  into: {code: n, name: New}";
    const byShapes = tried(operations, drawn, [drawnPeople('1 2 3 4 5 6')]);
    const byLookup = tried(operations);
    expect(cellsOf(byShapes, 'units', ['code', 'name', 'people'])).toEqual(
      cellsOf(byLookup, 'units', ['code', 'name', 'people']),
    );
    expect(cellsOf(byShapes, 'units', ['code', 'area_ha', 'parts'])).toEqual([
      ['a', 100, 1],
      ['n', 500, 1],
    ]);
  });

  it('say what changes for whom', () => {
    const report = tried("- move: ['ward:w']\n  to: c");
    expect(cellsOf(report, 'transfers', ['scenario', 'before_code', 'after_code', 'people'])).toEqual([
      ['try', 'b', 'c', 3],
      ['try', 'a', 'c', 2],
    ]);
    expect(recordsOf(report, 'effect').find(({ quantity }) => quantity === 'changing_unit')!['after']).toBe(
      5,
    );
  });

  it('say that a piece cuts blocks, whose people are then shared by area', () => {
    const blocks = drawnLayer('lsoa', 'p p q q');
    const measure = { ...people.measure, blocks: ['p', 'q'], values: Float64Array.of(10, 20), total: 30 };
    const report = tried(
      "- move: ['ward:y']\n  to: b",
      [drawnLayer('council', 'a a b b'), drawnLayer('ward', 'x y y z')],
      [{ measure, blocks: { form: 'polygons', layer: blocks } }],
    );
    expect(report.summary.join(' ')).toContain('try cuts 1 LSOA');
    expect(cellsOf(report, 'units', ['code', 'people'])).toEqual([
      ['a', 5],
      ['b', 25],
    ]);
  });
});

describe('a scenario that cannot be carried out', () => {
  const refused = (operations: string): string => {
    const { place, message } = troubleOf(() => tried(operations));
    return `${place}: ${message}`;
  };

  it('names units and pieces that nobody knows', () => {
    expect(refused('- merge: [a, k]\n  into: a')).toBe('operation 1: council has no unit k at this point');
    expect(refused('- move: [b01]\n  to: k')).toBe('operation 1: there is no unit k to move anything to');
    expect(refused('- move: [b99]\n  to: a')).toBe('operation 1: nothing is called b99');
    expect(refused("- move: ['parish:p']\n  to: a")).toBe(
      "operation 1: no layer 'parish' is loaded for parish:p",
    );
  });

  it('says where a piece has nothing of the unit it is taken from', () => {
    expect(refused("- move: ['ward:z']\n  from: a\n  to: b")).toBe('operation 1: ward:z has nothing in a');
  });

  it('may not leave land with nobody unsaid', () => {
    expect(refused('- split: b\n  into:\n    - {code: q, pieces: [b02]}')).toContain(
      'part of b is given to no unit',
    );
    expect(refused('- abolish: a')).toContain('its land would be left with nobody');
  });

  it('may not move a block twice', () => {
    expect(refused('- move: [b01]\n  to: b\n- move: [b01]\n  to: c')).toContain(
      'moved by an operation before: b01',
    );
  });

  it('may not take a code that is in use', () => {
    expect(refused('- create: {code: a}\n  pieces: [b02]')).toBe('operation 1: there is a unit a already');
    expect(refused('- rename: a\n  to: b')).toBe('operation 1: b is the code of another unit');
  });

  it('is told from bad YAML and from words nobody knows, with the place', () => {
    const at = (text: string): string => {
      const { place, message } = troubleOf(() => readScenario(text, 's.yaml'));
      return `${place}: ${message}`;
    };
    expect(at('operations: [')).toMatch(/^line 1/);
    expect(at('name: x')).toBe('the scenario, operations: there are none');
    expect(at('operations:\n  - swap: [a, b]')).toContain("operation 1: 'swap' is none of merge");
    expect(at('operations:\n  - merge: [a]\n    onto: b')).toContain("'onto' is not known here");
    expect(at('operations:\n  - merge: [a]')).toContain('operation 1, into');
  });
});

describe('undoing', () => {
  const letters = ['a', 'b', 'c', 'd'];
  const operation = fc.oneof(
    fc.record({
      merge: fc.subarray(letters, { minLength: 1 }),
      into: fc.record({ code: fc.constantFrom('a', 'n', 'm'), name: fc.constantFrom('New', 'Old') }),
    }),
    fc.record({
      move: fc.constantFrom('b00', 'b03', 'b07', 'ward:v', 'ward:w', 'ward:y', 'a'),
      to: fc.constantFrom(...letters),
    }),
    fc.record({
      rename: fc.constantFrom(...letters),
      to: fc.record({ code: fc.constantFrom('k', 'l'), name: fc.constantFrom('K', 'L') }),
    }),
    fc.record({
      create: fc.record({ code: fc.constantFrom('s', 't') }),
      pieces: fc.subarray(['b01', 'ward:x', 'b05'], { minLength: 1 }),
    }),
    fc.record({ abolish: fc.constantFrom(...letters), to: fc.constantFrom('a', 'nobody') }),
  );

  it('takes any scenario back: applied with its inverse it gives the start', () => {
    const layers = [lookupOf('council', 'a a b b c c d .'), lookupOf('ward', 'v w w x y z y v')];
    const ground = groundOf(
      crossLayers({ layers, measures: [peopleOf('1 2 3 4 5 6 7 8')], planar: false, tolerance: 'auto' }),
      [],
    );
    const start = startOf(ground);
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 4 }), (operations) => {
        const scenario = readScenario(JSON.stringify({ name: 'try', operations }), 'try.yaml');
        let end;
        try {
          end = applyScenario(ground, start, scenario);
        } catch {
          return;
        }
        const inverse = inverseOf(ground, start, end, scenario);
        if (inverse.operations.length === 0) {
          expect(end.codeOf).toEqual(start.codeOf);
          return;
        }
        const read = readScenario(writeScenario(inverse), 'undo.yaml');
        const back = applyScenario(ground, end, read);
        expect(back.codeOf).toEqual(start.codeOf);
        for (const code of new Set(start.codeOf)) expect(back.names.get(code)).toBe(start.names.get(code));
      }),
      { numRuns: 500 },
    );
  });

  it('writes every operation so that it reads back the same', () => {
    const scenario = scenarioOf(
      "- merge: [a, b]\n  into: {code: n, name: New}\n- move: ['ward:y']\n  from: c\n  to: n\n- split: c\n  into:\n    - {code: p, pieces: [b05]}\n    - {code: c, rest: true}\n- rename: n\n  to: {code: m}\n- create: {code: s}\n  pieces: [b00]\n- abolish: p\n  to: nobody",
    );
    const again = readScenario(writeScenario(scenario), 'try.yaml');
    expect(again.operations).toEqual(scenario.operations);
  });
});
