/** How often land is covered, and what form it has, on drawings where the answer is a count of letters. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { coverage, type CoverageReport } from '../../src/measures/coverage/coverage.js';
import { DEFAULT_BANDS, DEFAULT_FLAGS } from '../../src/measures/coverage/size-bands.js';
import { drawLayer } from '../arrangement/lattice-map.js';
import { troubleOf } from '../trouble-of.js';

/** A square of the drawings is 1 km wide: 100 hectares. */
const KILOMETRE = 1000;

function layerOf(id: string, drawing: string, kind: string | null = null): Layer {
  const { codes, layer } = drawLayer(drawing, { square: KILOMETRE, west: 400_000, south: 300_000 });
  return {
    id,
    kind,
    vintage: null,
    codes,
    names: codes.map((code) => `${id} ${code}`),
    ods: null,
    kept: [],
    codeField: 'code',
    nameField: 'name',
    land: {
      shapes: layer.shapes,
      featureUnit: layer.featureUnit,
      system: { id: 'EPSG:27700', name: 'British National Grid' } as NonNullable<Layer['land']>['system'],
      accuracy: { metres: 20, from: 'drawn so', finest: 0 },
      fill: 'parity',
    },
    membership: null,
    findings: [],
    notes: [],
  };
}

const cover = (layers: readonly Layer[], more: { includeOutside?: boolean } = {}): CoverageReport =>
  coverage({
    layers,
    planar: true,
    tolerance: 'auto',
    measures: [],
    includeSlivers: false,
    includeOutside: more.includeOutside ?? false,
    sensitivity: false,
    bands: DEFAULT_BANDS,
    flags: DEFAULT_FLAGS,
    near: 0.9,
    services: null,
    toDegrees: (positions) => positions,
  });

/** Cells of some columns of a table, row by row. */
function cells(report: CoverageReport, name: string, ...headings: string[]): unknown[][] {
  const table = report.tables.find((one) => one.name === name)!;
  const at = headings.map((heading) => table.columns.findIndex((column) => column.heading === heading));
  expect(at).not.toContain(-1);
  return table.rows.map((row) => at.map((column) => row[column]));
}

const councils = layerOf(
  'council',
  `p p p p q q q
   p p p p q q q`,
);
const neighbourhoods = layerOf(
  'nbhd',
  `a a  .  b bc c c
   a a  .  b b  c .`,
);

describe('neighbourhoods within councils', () => {
  const report = cover([neighbourhoods, councils]);

  it('covers every council by a count of squares: covered, in gaps, twice', () => {
    const found = cells(
      report,
      'parents',
      'council_code',
      'neighbourhoods',
      'area_ha',
      'covered_ha',
      'uncovered_ha',
      'double_ha',
    );
    expect(found).toEqual([
      ['p', 2, 800, 600, 200, 0],
      ['q', 1, 600, 500, 100, 100],
    ]);
  });

  it('lists each gap with the neighbourhoods that border it, and each double cover with those that cover it', () => {
    expect(cells(report, 'gaps', 'gap', 'council_code', 'nbhd_codes', 'area_ha', 'width_m')).toEqual([
      [1, 'p', 'a;b', 200, (2 * 2e6) / 6e3],
      [2, 'q', 'c', 100, 500],
    ]);
    expect(cells(report, 'doubles', 'double', 'council_code', 'nbhd_codes', 'area_ha')).toEqual([
      [1, 'q', 'b;c', 100],
    ]);
  });

  it('draws a shape for every gap and double cover, in the order of the rows', () => {
    expect(report.shapes.map(({ table, properties }) => [table, properties['area_ha']])).toEqual([
      ['gaps', 200],
      ['gaps', 100],
      ['doubles', 100],
    ]);
  });

  it('puts a point of each piece inside it', () => {
    for (const [longitude, latitude] of cells(report, 'gaps', 'longitude', 'latitude').slice(0, 1)) {
      expect(longitude).toBeGreaterThan(402_000);
      expect(longitude).toBeLessThan(403_000);
      expect(latitude).toBeGreaterThan(300_000);
      expect(latitude).toBeLessThan(302_000);
    }
  });

  it('gives each neighbourhood the council that holds most of it, and the lower code where two hold as much', () => {
    expect(cells(report, 'neighbourhoods', 'nbhd_code', 'council_code', 'pct_inside_council')).toEqual([
      ['a', 'p', 100],
      ['b', 'p', 50],
      ['c', 'q', 100],
    ]);
    expect(cells(report, 'neighbourhoods', 'council_codes')).toEqual([['p'], ['p;q'], ['q']]);
  });

  it('reconciles the land of the councils', () => {
    for (const { difference } of report.reconciliation) expect(difference).toBeCloseTo(0, 6);
  });

  it('flags a neighbourhood with more than two fifths of its council', () => {
    expect(cells(report, 'neighbourhoods', 'pct_of_council_area', 'over_two_fifths')).toEqual([
      [50, 'area'],
      [25, ''],
      [(100 * 4) / 6, 'area'],
    ]);
  });
});

describe('the form of a neighbourhood', () => {
  const forms = cover([
    layerOf(
      'nbhd',
      `a a b . b c c
       a a . b . c c
       d d d d d c c`,
    ),
    layerOf(
      'council',
      `p p p p p p p
       p p p p p p p
       p p p p p p p`,
    ),
  ]);

  it('counts parts that touch in corners only as several', () => {
    expect(cells(forms, 'neighbourhoods', 'nbhd_code', 'parts', 'contiguous')).toEqual([
      ['a', 1, true],
      ['b', 3, false],
      ['c', 1, true],
      ['d', 1, true],
    ]);
  });

  it('gives a square π/4 by Polsby and Popper, and 2/π by Reock', () => {
    const [[polsbyPopper, reock]] = cells(forms, 'neighbourhoods', 'polsby_popper', 'reock') as [
      [number, number],
    ];
    expect(polsbyPopper).toBeCloseTo(Math.PI / 4, 10);
    expect(reock).toBeCloseTo(2 / Math.PI, 10);
  });

  it('gives a strip of five squares less of both', () => {
    const [, , , strip] = cells(forms, 'neighbourhoods', 'polsby_popper', 'reock') as [number, number][];
    expect(strip![0]).toBeCloseTo((4 * Math.PI * 5) / 144, 10);
    expect(strip![1]).toBeCloseTo(5 / ((Math.PI * 26) / 4), 10);
  });
});

describe('slivers', () => {
  const shifted = (metres: number): Layer => {
    const layer = layerOf('nbhd', 'a a b b');
    const coordinates = layer.land!.shapes.coordinates.map((value, i) =>
      i % 2 === 1 ? value + metres : value,
    );
    return { ...layer, land: { ...layer.land!, shapes: { ...layer.land!.shapes, coordinates } } };
  };

  it('sets a gap thinner than the tolerance aside, and says so', () => {
    const report = cover([shifted(30), layerOf('council', 'p p p p')]);
    expect(cells(report, 'gaps', 'area_ha')).toEqual([]);
    expect(cells(report, 'parents', 'uncovered_ha', 'sliver_ha')).toEqual([[0, 12]]);
    expect(report.summary.join(' ')).toContain('set aside: 12 ha');
  });

  it('lists a gap that is wider', () => {
    const report = cover([shifted(90), layerOf('council', 'p p p p')]);
    expect(cells(report, 'gaps', 'council_code', 'area_ha')).toEqual([['p', 36]]);
  });

  it('does not call a narrow strip of a wide double cover a sliver where a third neighbourhood cuts it off', () => {
    const abc = layerOf('nbhd', 'ab ab ab ab');
    const strip = layerOf('strip', 'c c c c');
    const coordinates = strip.land!.shapes.coordinates.map((value, i) =>
      i % 2 === 1 && value === 301_000 ? 300_030 : value,
    );
    const both: Layer = {
      ...abc,
      codes: ['a', 'b', 'c'],
      names: ['a', 'b', 'c'],
      land: {
        ...abc.land!,
        shapes: joined(abc.land!.shapes, { ...strip.land!.shapes, coordinates }),
        featureUnit: Int32Array.of(0, 1, 2),
      },
    };
    const report = cover([both, layerOf('council', 'p p p p')]);
    expect(cells(report, 'doubles', 'nbhd_codes', 'area_ha')).toEqual([
      ['a;b', 388],
      ['a;b;c', 12],
    ]);
    expect(cells(report, 'parents', 'double_ha')).toEqual([[400]]);
  });
});

type Shapes = NonNullable<Layer['land']>['shapes'];

function joined(a: Shapes, b: Shapes): Shapes {
  const append = (x: Uint32Array, y: Uint32Array): Uint32Array =>
    Uint32Array.of(...x, ...y.slice(1).map((at) => at + x[x.length - 1]!));
  return {
    coordinates: Float64Array.of(...a.coordinates, ...b.coordinates),
    ringStart: append(a.ringStart, b.ringStart),
    polygonStart: append(a.polygonStart, b.polygonStart),
    featureStart: append(a.featureStart, b.featureStart),
  };
}

describe('matching another layer', () => {
  const wards = layerOf(
    'ward',
    `1 1 2 3 3 4
     1 1 2 3 3 4`,
    'ward',
  );
  const networks = layerOf(
    'pcn',
    `x x x y y y
     x x x y y y`,
    'pcn',
  );
  const report = cover([
    layerOf(
      'nbhd',
      `a a b b c c
       a a b b c c`,
    ),
    layerOf('council', `p p p p p p\np p p p p p`),
    wards,
    networks,
  ]);

  it('tells coterminous, composed, nested and shared apart', () => {
    const found = cells(report, 'matches', 'nbhd_code', 'layer', 'match', 'match_code', 'jaccard');
    expect(found.filter(([, layer]) => layer !== 'council')).toEqual([
      ['a', 'ward', 'coterminous', '1', 1],
      ['a', 'pcn', 'nested', 'x', 4 / 6],
      ['b', 'ward', 'shared', '2', 0.5],
      ['b', 'pcn', 'shared', 'x', 0.25],
      ['c', 'ward', 'shared', '4', 0.5],
      ['c', 'pcn', 'nested', 'y', 4 / 6],
    ]);
  });

  it('says which follow networks and which administrative boundaries', () => {
    expect(cells(report, 'neighbourhoods', 'nbhd_code', 'follows')).toEqual([
      ['a', 'matches administrative boundary'],
      ['b', 'mixture'],
      ['c', 'mixture'],
    ]);
  });

  it('calls a neighbourhood of whole wards composed', () => {
    const whole = cover([
      layerOf('nbhd', 'a a a b b b'),
      layerOf('council', 'p p p p p p'),
      layerOf('ward', '1 1 2 3 3 3', 'ward'),
    ]);
    expect(cells(whole, 'matches', 'layer', 'match').slice(0, 2)).toEqual([
      ['council', 'nested'],
      ['ward', 'composed'],
    ]);
  });
});

describe('councils without neighbourhoods', () => {
  const layers = [layerOf('nbhd', 'a a . .'), layerOf('council', 'p p q q')];

  it('are left out and counted', () => {
    const report = cover(layers);
    expect(cells(report, 'parents', 'council_code')).toEqual([['p']]);
    expect(cells(report, 'gaps', 'area_ha')).toEqual([]);
    expect(report.summary.join(' ')).toContain('1 council has none at all and is left out');
  });

  it('come back with --include-outside, as gaps', () => {
    const report = cover(layers, { includeOutside: true });
    expect(cells(report, 'parents', 'council_code', 'uncovered_ha')).toEqual([
      ['p', 0],
      ['q', 200],
    ]);
    expect(cells(report, 'gaps', 'council_code', 'area_ha')).toEqual([['q', 200]]);
  });

  it('refuses parents that cover no neighbourhood at all', () => {
    const { id, hint } = troubleOf(() => cover([layerOf('nbhd', 'a a . .'), layerOf('council', '. . q q')]));
    expect(id).toBe('parents-do-not-cover');
    expect(hint).toContain('--within');
  });
});

describe('the first layer is the neighbourhoods, whatever it is called and whatever its codes are of:', () => {
  const figures = (id: string, kind: string | null, parent: string): unknown => {
    const report = cover([layerOf(id, 'a a b\na b b', kind), layerOf(parent, 'p p p\np p p', 'ltla')]);
    const parents = report.tables.find(({ name }) => name === 'parents')!;
    return {
      tables: report.tables.map(({ name, rows }) => [name, rows.length]),
      units: cells(
        report,
        'neighbourhoods',
        `${id}_code`,
        `${parent}_code`,
        `pct_inside_${parent}`,
        'area_ha',
      ),
      parents: cells(report, 'parents', `${parent}_code`, 'neighbourhoods', 'covered_ha', 'double_ha'),
      title: parents.columns.find(({ heading }) => heading === 'neighbourhoods')!.title,
    };
  };

  it.each([
    ['nbhd', 'neighbourhood', 'ltla', 'neighbourhoods'],
    ['ward', 'ward', 'ltla', 'wards'],
    ['pcn', 'pcn', 'icb', 'primary care networks'],
    ['lsoa', 'lsoa', 'people', 'LSOAs'],
    ['icb', null, 'code', 'ICBs'],
    ['x_1', null, 'code', 'x 1 units'],
    ['ltla', 'ltla', 'zones', 'councils (lower tier or unitary)'],
  ])('%s of kind %s within %s', (id, kind, parent, title) => {
    const drawn = figures('nbhd', 'neighbourhood', 'ltla') as Record<string, unknown>;
    expect(figures(id, kind, parent)).toEqual({ ...drawn, title });
  });

  it('that its units overlap is no warning, that the parents do is one', () => {
    const twice = layerOf('zones', 'ab b\na b', 'ward');
    const parents = layerOf('areas', 'p pq\np q', 'ltla');
    const found = cover([twice, parents]).findings.filter(({ finding }) => finding === 'double-cover');
    expect(found.map(({ layer, severity }) => [layer, severity])).toEqual([
      ['areas', 'warning'],
      ['zones', 'info'],
    ]);
  });
});
