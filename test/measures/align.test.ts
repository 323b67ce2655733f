/** The alignment report on small maps whose answers are counts of squares. A square is 1 km, 100 hectares. */
import { describe, expect, test } from 'vitest';
import { bandOf } from '../../src/measures/align/bands.js';
import { USUAL_EDGES } from '../../src/measures/align/usual.js';
import { alignDrawn, columnsOf, drawnLayer, drawnPeople, rowsOf } from './align-lattice.js';

const icbs = drawnLayer(
  'icb',
  `A A A B B B
   A A A B B B`,
  'icb',
);
const councils = drawnLayer(
  'ltla',
  `p p q q r r
   p p q q s s`,
  'ltla',
);
const people = drawnPeople(
  `1 1 7 1 5 5
   1 1 8 2 5 5`,
);

describe('a council shared between two ICBs', () => {
  const report = alignDrawn([icbs, councils], [people]);

  test('stands in the main table with its main ICB by people, not by land', () => {
    expect(rowsOf(report, 'shared')).toEqual([
      {
        ltla_code: 'q',
        ltla_name: 'Unit q',
        parts: 2,
        main_icb_code: 'A',
        main_icb_name: 'Unit A',
        area_ha: 400,
        pct_area_in_main: 50,
        ha_outside_main: 200,
        people: 18,
        pct_people_in_main: (100 * 15) / 18,
        people_outside_main: 3,
        people_basis: 'people as drawn',
        people_method: 'point in area',
        icb_codes: 'A;B',
        in_doubt: null,
      },
    ]);
  });

  test('has a row for each of its parts', () => {
    expect(columnsOf(report, 'parts', ['ltla_code', 'icb_code', 'is_main', 'overlap_ha', 'people'])).toEqual([
      ['q', 'A', true, 200, 15],
      ['q', 'B', false, 200, 3],
    ]);
  });

  test('makes both ICBs shared, with the people that are here while their main ICB is elsewhere', () => {
    expect(
      columnsOf(report, 'units', [
        'icb_code',
        'class',
        'areas_whole',
        'areas_shared',
        'people',
        'people_in_whole_areas',
        'people_in_shared_areas',
        'people_here_main_elsewhere',
        'share_in_whole_areas',
      ]),
    ).toEqual([
      ['A', 'shared', 1, 1, 19, 4, 15, 0, 4 / 19],
      ['B', 'shared', 2, 1, 23, 20, 3, 3, 20 / 23],
    ]);
  });

  test('has one misaligned patch: two squares, a rectangle 1 km wide by 2 km', () => {
    expect(
      columnsOf(report, 'patches', [
        'patch',
        'ltla_code',
        'icb_code',
        'main_icb_code',
        'area_ha',
        'width_m',
        'people',
      ]),
    ).toEqual([[1, 'q', 'B', 'A', 200, (2 * 2e6) / 6000, 3]]);
    const [shape] = report.shapes;
    expect(shape!.table).toBe('patches');
    expect(shape!.geometry.type).toBe('Polygon');
    const [{ longitude, latitude }] = rowsOf(report, 'patches') as [Record<string, number>];
    expect(longitude).toBeGreaterThan(3000);
    expect(longitude).toBeLessThan(4000);
    expect(latitude).toBeGreaterThan(0);
    expect(latitude).toBeLessThan(2000);
  });

  test('is where the border of the ICBs deviates: all 2 km of it, 1 km from the nearest council border', () => {
    expect(
      columnsOf(report, 'border', [
        'icb_code',
        'neighbour_code',
        'edge',
        'border_km',
        'exact_km',
        'within_tolerance_km',
        'deviating_km',
      ]),
    ).toEqual([
      ['A', 'B', 'neighbour', 2, 0, 0, 2],
      ['A', null, 'outer', 8, 8, 0, 0],
      ['B', 'A', 'neighbour', 2, 0, 0, 2],
      ['B', null, 'outer', 8, 8, 0, 0],
    ]);
    expect(
      columnsOf(report, 'stretches', ['stretch', 'ltla_code', 'deviating_km', 'max_distance_m']),
    ).toEqual([[1, 'q', 2, 1000]]);
    expect(report.shapes.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'LineString']);
  });

  test('does not meet P1; P3 is a share and never met or not', () => {
    expect(
      columnsOf(report, 'tests', ['test', 'layer', 'tested', 'met', 'not_met', 'share', 'codes_not_met']),
    ).toEqual([
      ['P1', 'ltla', 4, 3, 1, 0.75, 'q'],
      ['P3', 'icb', 2, null, null, 0, null],
    ]);
    const [first] = rowsOf(report, 'tests');
    expect(first!['statement']).toBe('Each council (lower tier or unitary) lies in one ICB');
    expect(first!['source']).toBe('ICS boundary review, House of Commons, 22 July 2021');
  });

  test('says how large the pieces are, and whose residents are counted', () => {
    expect(report.summary[0]).toBe('1 place holds 3 people (200 ha).');
    expect(report.summary.join(' ')).toContain('residents of the area, not the patients the ICB pays for');
  });

  test('counts the headline metrics on people and on land', () => {
    const values = columnsOf(report, 'metrics', ['metric', 'basis', 'direction', 'value']);
    expect(values.filter(([metric]) => metric === 'outside_main').map(([, , , value]) => value)).toEqual([
      3, 200,
    ]);
    expect(values.map(([metric]) => metric).slice(0, 5)).toEqual([
      'outside_main',
      'share_outside_main',
      'share_in_whole_areas',
      'units_shared',
      'v_measure',
    ]);
    expect(values).toHaveLength(10);
    expect(values[0]![1]).toBe(
      'people: people as drawn; what both icb (A) and ltla (B) cover, slivers set aside',
    );
    const all = alignDrawn([icbs, councils], [people], { metrics: 'all' });
    expect(rowsOf(all, 'metrics').length).toBeGreaterThan(40);
  });
});

describe('without people', () => {
  const report = alignDrawn([icbs, councils]);

  test('hectares decide, the lower code of equals is the main partner, and no column of people is there', () => {
    const [row] = rowsOf(report, 'shared');
    expect(row!['main_icb_code']).toBe('A');
    expect(Object.keys(row!).some((heading) => heading.startsWith('people'))).toBe(false);
    expect(report.summary[0]).toBe('1 place holds 200 ha.');
  });
});

describe('two measures', () => {
  const patients = drawnPeople(
    `0 0 1 9 0 0
     0 0 1 9 0 0`,
    'patients',
  );
  const report = alignDrawn([icbs, councils], [people, patients]);

  test('each has its columns; the main partner is the one by the first', () => {
    const [row] = rowsOf(report, 'shared');
    expect(row!['main_icb_code']).toBe('A');
    expect(row!['people_outside_main']).toBe(3);
    expect(row!['patients_outside_main']).toBe(18);
    expect(row!['patients_basis']).toBe('people as drawn');
    expect(rowsOf(report, 'units').map((unit) => unit['patients_here_main_elsewhere'])).toEqual([0, 18]);
  });
});

describe('classes of ICBs against authorities, and the five answers of P2', () => {
  const boards = drawnLayer(
    'icb',
    `A A B C D D D E
     A A B C D D D E`,
    'icb',
  );
  const authorities = drawnLayer(
    'cauth',
    `p p q q r s s .
     p p q q r s . .`,
    'cauth',
  );
  const everywhere = drawnPeople(
    `1 1 1 1 1 1 1 1
     1 1 1 1 1 1 1 1`,
  );
  const report = alignDrawn([boards, authorities], [everywhere]);

  test('A is one authority, B and C are nested in one, D is covered in part, E has none', () => {
    expect(columnsOf(report, 'units', ['icb_code', 'class', 'match_code'])).toEqual([
      ['A', 'coterminous', 'p'],
      ['B', 'nested', null],
      ['C', 'nested', null],
      ['D', 'shared', null],
      ['E', 'uncovered', null],
    ]);
  });

  test('the answers add up to the test', () => {
    const rows = columnsOf(report, 'tests', [
      'test',
      'tested',
      'met',
      'not_met',
      'not_applicable',
      'codes_not_met',
    ]);
    expect(rows.slice(1, 7)).toEqual([
      ['P2', 4, 1, 3, 1, 'B;C;D'],
      ['P2 union of whole', 1, 1, 0, 0, null],
      ['P2 inside one', 2, 0, 2, 0, 'B;C'],
      ['P2 partly covered', 1, 0, 1, 0, 'D'],
      ['P2 cuts across', 0, 0, 0, 0, null],
      ['P2 none there', 0, 0, 0, 1, null],
    ]);
  });

  test('an ICB of two authorities, one of which goes on elsewhere, cuts across; one of two whole ones is composed', () => {
    const across = drawnLayer('icb', 'A A A B B', 'icb');
    const found = alignDrawn([across, drawnLayer('cauth', 'p q q q r', 'cauth')], [drawnPeople('1 1 1 1 1')]);
    expect(
      columnsOf(found, 'tests', ['test', 'not_met']).filter(([test]) => test === 'P2 cuts across'),
    ).toEqual([['P2 cuts across', 2]]);
    const whole = alignDrawn([across, drawnLayer('cauth', 'p p q r r', 'cauth')], [drawnPeople('1 1 1 1 1')]);
    expect(columnsOf(whole, 'units', ['class'])).toEqual([['composed'], ['coterminous']]);
  });
});

describe('coast', () => {
  const land = drawnLayer('icb', 'A A B .', 'icb');
  const further = drawnLayer('ltla', 'p p q q', 'ltla');

  test('land that no ICB covers and where nobody lives breaks no relation', () => {
    const report = alignDrawn([land, further], [drawnPeople('1 1 1 0')]);
    expect(columnsOf(report, 'units', ['class'])).toEqual([['coterminous'], ['coterminous']]);
    expect(rowsOf(report, 'patches')).toEqual([]);
  });

  test('with people on it, it is a patch in no ICB', () => {
    const report = alignDrawn([land, further], [drawnPeople('1 1 3 1')]);
    expect(columnsOf(report, 'units', ['class'])).toEqual([['coterminous'], ['nested']]);
    expect(columnsOf(report, 'patches', ['ltla_code', 'icb_code', 'main_icb_code', 'people'])).toEqual([
      ['q', null, 'B', 1],
    ]);
  });
});

describe('layers that overlap themselves', () => {
  const networks = drawnLayer('pcn', 'x xy y z', 'pcn');
  const towns = drawnLayer('town', 'a a b b');
  const report = alignDrawn([towns, networks], [drawnPeople('1 2 4 8')]);

  test('land covered twice counts for both networks, and metrics leave it out and say how much', () => {
    expect(
      columnsOf(report, 'shared', ['pcn_code', 'main_town_code', 'people', 'people_outside_main']),
    ).toEqual([['y', 'b', 6, 2]]);
    const [row] = rowsOf(report, 'metrics');
    expect(row!['basis']).toContain('2 people covered more than once left out');
    expect(
      rowsOf(report, 'metrics').find(
        ({ metric, basis }) => metric === 'outside_main' && String(basis).startsWith('hectares'),
      ),
    ).toMatchObject({
      value: 0,
    });
    expect(report.summary.join(' ')).toContain('Units of pcn overlap one another');
  });
});

describe('bands', () => {
  test('hold their lower end and not their upper one', () => {
    expect(bandOf(0, USUAL_EDGES)).toBe('negligible (under 2 %)');
    expect(bandOf(1.9999, USUAL_EDGES)).toBe('negligible (under 2 %)');
    expect(bandOf(2, USUAL_EDGES)).toBe('minor (2 to under 10 %)');
    expect(bandOf(10, USUAL_EDGES)).toBe('moderate (10 to under 25 %)');
    expect(bandOf(24.97, USUAL_EDGES)).toBe('moderate (10 to under 25 %)');
    expect(bandOf(25, USUAL_EDGES)).toBe('major (25 % and over)');
    expect(bandOf(25.03, USUAL_EDGES)).toBe('major (25 % and over)');
    expect(bandOf(40, [50])).toBe('under 50 %');
  });

  test('are a column, on request', () => {
    const report = alignDrawn([icbs, councils], [people], { bands: USUAL_EDGES });
    const [row] = rowsOf(report, 'shared');
    expect(Object.keys(row!).slice(-2)).toEqual(['outside_band', 'in_doubt']);
    expect(row!['outside_band']).toBe('moderate (10 to under 25 %)');
  });
});

describe('a neighbouring country', () => {
  test('tells the national border from the coast, to the kilometre', () => {
    const report = alignDrawn([icbs, councils], [people], {
      neighbour: drawnLayer(
        'country',
        `. . . . . . w
         . . . . . . w`,
      ),
    });
    expect(
      columnsOf(report, 'border', [
        'icb_code',
        'neighbour_code',
        'neighbour_name',
        'edge',
        'border_km',
      ]).slice(2),
    ).toEqual([
      ['B', 'A', 'Unit A', 'neighbour', 2],
      ['B', 'w', 'Unit w', 'outer', 2],
      ['B', null, null, 'outer', 6],
    ]);
    expect(report.summary.join(' ')).toContain('2 km of it the national border with Unit w');
    expect(report.reconciliation.every(({ layer }) => layer !== 'country')).toBe(true);
  });
});

describe('three layers', () => {
  const upper = drawnLayer(
    'utla',
    `p p u u u u
     p p u u u u`,
    'utla',
  );
  const report = alignDrawn([icbs, councils, upper], [people]);

  test('are aligned two by two; tables of two layers carry both ids, the others stay one', () => {
    expect(report.tables.map(({ name }) => name).filter((name) => /shared|metrics|tests/.test(name))).toEqual(
      ['shared_icb_ltla', 'shared_icb_utla', 'shared_ltla_utla', 'shared_utla_ltla', 'metrics', 'tests'],
    );
    expect(new Set(report.shapes.map(({ table }) => table))).toContain('patches_icb_ltla');
  });

  test('the upper tier is tested before the lower', () => {
    expect(
      columnsOf(report, 'tests', ['test', 'layer', 'statement'])
        .filter(([test, , statement]) => test === 'P1' && String(statement).endsWith('ICB'))
        .map(([, layer]) => layer),
    ).toEqual(['utla', 'ltla']);
  });
});

test('a hint where the layers look swapped', () => {
  const few = drawnLayer('icb', 'A A A A', 'icb');
  const many = drawnLayer('ltla', 'p q r s', 'ltla');
  expect(alignDrawn([many, few]).summary.join(' ')).toContain('The layers look swapped');
  expect(alignDrawn([few, many]).summary.join(' ')).not.toContain('swapped');
  const tables = (report: ReturnType<typeof alignDrawn>): string[] => report.tables.map(({ name }) => name);
  expect(tables(alignDrawn([many, few]))).toEqual(
    expect.arrayContaining(['shared', 'shared_icb_ltla', 'parts_icb_ltla']),
  );
  expect(tables(alignDrawn([few, many]))).not.toContain('shared_ltla_icb');
});
