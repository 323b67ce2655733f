/**
 * Faults of a map, one at a time, and what `check` says of each. A box of 1 is a square kilometre: 100 hectares.
 */
import { describe, expect, test } from 'vitest';
import {
  box,
  check,
  drawLayer,
  footprint,
  kindOf,
  polygon,
  polygons,
  told,
  type Ring,
} from './check-drawn.js';

const one = (geometry: unknown): ReturnType<typeof check> => check([drawLayer([{ code: 'a', geometry }])]);

describe('a sound layer', () => {
  test('has no finding but its direction and its resolution', () => {
    const report = check([
      drawLayer([
        { code: 'a', geometry: polygon(box(0, 0)) },
        { code: 'b', geometry: polygon(box(1, 0)) },
      ]),
    ]);
    expect(told(report)).toEqual([]);
    expect(report.findings.map(({ finding }) => finding).sort()).toEqual(['resolution', 'winding']);
    expect(report.summary[1]).toContain('nothing wrong was found');
  });

  test('may run clockwise, which is said and changes nothing', () => {
    const clockwise = check([drawLayer([{ code: 'a', geometry: polygon([...box(0, 0)].reverse()) }])]);
    expect(kindOf(clockwise, 'winding')[0]!.detail).toContain('1 of 1 outer rings run clockwise');
    expect(footprint(clockwise)).toBe(100);
  });
});

describe('rings', () => {
  test('a vertex given twice is told, and harmless', () => {
    const report = one(
      polygon([
        [0, 0],
        [1, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ]),
    );
    expect(told(report)).toEqual(['doubled-vertex a']);
    expect(kindOf(report, 'doubled-vertex')[0]!.position).toEqual([1, 0]);
    expect(footprint(report)).toBe(100);
  });

  test('a spike is told, and encloses nothing', () => {
    const report = one(
      polygon([
        [0, 0],
        [1, 0],
        [1, 0.5],
        [3, 0.5],
        [1, 0.5],
        [1, 1],
        [0, 1],
        [0, 0],
      ]),
    );
    expect(told(report)).toEqual(['spike a']);
    expect(kindOf(report, 'spike')[0]!.position).toEqual([3, 0.5]);
    expect(footprint(report)).toBe(100);
  });

  test('a ring that comes to one vertex twice touches itself, for information; its area is unaffected', () => {
    // Two squares corner to corner, drawn as one ring.
    const report = one(
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1],
        [0, 1],
        [0, 0],
      ]),
    );
    expect(told(report)).toEqual(['ring-touches-itself a', 'several-parts a']);
    const [touch] = kindOf(report, 'ring-touches-itself');
    expect(touch).toMatchObject({ severity: 'info', position: [1, 1] });
    expect(footprint(report)).toBe(200);
  });

  test('a hole drawn into the outer ring through one vertex touches, and does not cross', () => {
    const report = one(
      polygon([
        [0, 0],
        [3, 0],
        [3, 3],
        [0, 3],
        [0, 0],
        [1, 2],
        [2, 1],
        [0, 0],
      ]),
    );
    expect(told(report)).toContain('ring-touches-itself a');
    expect(told(report)).not.toContain('ring-crosses-itself a');
  });

  test('a bow tie crosses itself between its vertices: a warning, both halves stay', () => {
    const report = one(
      polygon([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    );
    expect(kindOf(report, 'ring-crosses-itself')).toMatchObject([
      { severity: 'warning', code: 'a', position: [0.5, 0.5] },
    ]);
    expect(footprint(report)).toBe(50);
  });

  test('a bow tie with a vertex where it crosses still crosses', () => {
    const report = one(
      polygon([
        [0, 0],
        [0.5, 0.5],
        [1, 1],
        [1, 0],
        [0.5, 0.5],
        [0, 1],
        [0, 0],
      ]),
    );
    expect(told(report)).toContain('ring-crosses-itself a');
    expect(told(report)).not.toContain('ring-touches-itself a');
  });

  test('a vertex that lies on an edge touches where the ring stays on one side', () => {
    const report = one(
      polygon([
        [0, 0],
        [2, 0],
        [2, 2],
        [1, 0],
        [0, 2],
        [0, 0],
      ]),
    );
    expect(kindOf(report, 'ring-touches-itself')).toMatchObject([{ position: [1, 0] }]);
    expect(kindOf(report, 'ring-crosses-itself')).toEqual([]);
  });

  test('a vertex that lies on an edge crosses where the ring goes through it', () => {
    const report = one(
      polygon([
        [0, 0],
        [2, 0],
        [2, 1],
        [1, 0],
        [0.5, -1],
        [0, -1],
        [0, 0],
      ]),
    );
    expect(kindOf(report, 'ring-crosses-itself')).toMatchObject([{ position: [1, 0] }]);
  });

  test('a ring that is not closed is closed, and one without area is passed over', () => {
    const open: Ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    expect(told(one(polygon(open)))).toEqual(['closed-ring a']);
    expect(footprint(one(polygon(open)))).toBe(100);
    const flat: Ring = [
      [5, 5],
      [6, 5],
      [7, 5],
      [5, 5],
    ];
    const report = one(polygons([box(0, 0)], [flat]));
    expect(told(report)).toEqual(['zero-area-ring a']);
    expect(footprint(report)).toBe(100);
  });
});

describe('polygons of one unit', () => {
  test('a hole drawn as a further polygon is a hole, and the land that a union would add is told', () => {
    const report = one(polygons([box(0, 0, 3)], [box(1, 1)]));
    expect(footprint(report)).toBe(800);
    expect(kindOf(report, 'parity-and-union-differ')).toMatchObject([
      { code: 'a', area: 1e6, position: [1.5, 1.5] },
    ]);
  });

  test('a polygon given twice in one feature counts once', () => {
    const report = one(polygons([box(0, 0)], [box(0, 0)]));
    expect(told(report)).toEqual(['repeated-polygon a', 'rings-cross a']);
    expect(footprint(report)).toBe(100);
  });

  test('every feature given twice is a duplicate, not doubled land', () => {
    const features = [
      { code: 'a', geometry: polygon(box(0, 0)) },
      { code: 'b', geometry: polygon(box(1, 0)) },
    ];
    const report = check([drawLayer([...features, ...features])]);
    expect(footprint(report)).toBe(200);
    expect(kindOf(report, 'duplicate-code').map(({ code }) => code)).toEqual(['a', 'b']);
    expect(kindOf(report, 'repeated-polygon').map(({ code }) => code)).toEqual(['a', 'b']);
    expect(kindOf(report, 'same-land')).toEqual([]);
  });

  test('features of one code in several rows are united where they overlap', () => {
    const report = check([
      drawLayer([
        { code: 'a', geometry: polygon(box(0, 0, 2)) },
        { code: 'a', geometry: polygon(box(1, 0, 2)) },
      ]),
    ]);
    expect(footprint(report)).toBe(600);
    expect(told(report)).toEqual(['duplicate-code a']);
  });

  test('the polygons of a geometry collection are taken, its lines are told', () => {
    const report = one({
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', coordinates: [box(0, 0)] },
        {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [5, 5],
          ],
        },
      ],
    });
    expect(footprint(report)).toBe(100);
    expect(told(report)).toEqual(['line-geometry a']);
  });

  test('a unit without geometry keeps its place and is told', () => {
    const report = check([
      drawLayer([
        { code: 'a', geometry: polygon(box(0, 0)) },
        { code: 'b', geometry: null },
      ]),
    ]);
    expect(told(report).sort()).toEqual(['no-area b', 'null-geometry b']);
  });

  test('several parts are told', () => {
    const report = one(polygons([box(0, 0)], [box(2, 0)], [box(4, 0)]));
    expect(kindOf(report, 'several-parts')[0]!.detail).toContain('3 parts');
  });
});

describe('how units cover the ground', () => {
  const two = (second: Ring): ReturnType<typeof check> =>
    check([
      drawLayer([
        { code: 'a', geometry: polygon(box(0, 0, 10)) },
        { code: 'b', geometry: polygon(second) },
      ]),
    ]);

  test('an overlap has its pair, hectares, width and place', () => {
    const report = two(box(8, 0, 10));
    const [overlap] = kindOf(report, 'overlap');
    expect(overlap).toMatchObject({ code: 'a', otherCode: 'b', area: 20e6, severity: 'error' });
    expect(overlap!.width).toBeCloseTo(((2 * 20) / 24) * 1000, 6);
    expect(overlap!.position).toEqual([9, 5]);
  });

  test('the same land under two codes, and a unit within another, have findings of their own', () => {
    expect(told(two(box(0, 0, 10)))).toContain('same-land a b');
    expect(told(two(box(2, 2, 3)))).toContain('unit-within-unit a b');
  });

  test('units of a layer that may overlap are let be', () => {
    const layer = drawLayer([
      { code: 'a', geometry: polygon(box(0, 0, 2)) },
      { code: 'b', geometry: polygon(box(1, 0, 2)) },
    ]);
    expect(told(check([layer]))).toContain('overlap a b');
    expect(told(check([layer], { allowOverlap: new Set([layer.id]) }))).toEqual(['double-cover']);
    const networks = drawLayer(
      [
        { code: 'U00001', geometry: polygon(box(0, 0, 2)) },
        { code: 'U00002', geometry: polygon(box(1, 0, 2)) },
      ],
      'PCN24',
    );
    expect(kindOf(check([networks]), 'overlap')).toEqual([]);
  });

  // Four boxes around a hole of one square kilometre.
  const around = drawLayer([
    { code: 'a', geometry: polygon(box(0, 0, 2, 1)) },
    { code: 'b', geometry: polygon(box(2, 0, 1, 2)) },
    { code: 'c', geometry: polygon(box(1, 2, 2, 1)) },
    { code: 'd', geometry: polygon(box(0, 1, 1, 2)) },
  ]);

  test('a gap has its neighbours, hectares, width and place', () => {
    const [gap] = kindOf(check([around]), 'gap');
    expect(gap).toMatchObject({
      severity: 'warning',
      code: 'a',
      otherCode: 'b',
      area: 1e6,
      width: 500,
      position: [1.5, 1.5],
    });
  });

  test('a bay that opens to the outside is no gap', () => {
    const bay = drawLayer([
      { code: 'a', geometry: polygon(box(0, 0, 3, 1)) },
      { code: 'b', geometry: polygon(box(0, 1)) },
      { code: 'c', geometry: polygon(box(2, 1)) },
    ]);
    expect(kindOf(check([bay]), 'gap')).toEqual([]);
  });

  test('a gap listed as allowed is told as such', () => {
    const known = drawLayer([{ code: 'lake', geometry: polygon(box(1.1, 1.1, 0.8)) }]);
    expect(told(check([around], { allowedGaps: known }))).toEqual(['allowed-gap a b']);
    const elsewhere = drawLayer([{ code: 'lake', geometry: polygon(box(8, 8)) }]);
    expect(told(check([around], { allowedGaps: elsewhere }))).toEqual(['gap a b']);
  });

  test('people on a gap stand in its row', () => {
    const measure = {
      name: 'people',
      basis: 'residents',
      blocks: ['p', 'q'],
      values: Float64Array.of(70, 5),
      blockCounts: null,
      blocksWithoutNumber: [],
      isPublic: true,
      total: 75,
      notes: [],
    };
    const blocks = {
      form: 'points' as const,
      codes: ['p', 'q'],
      positions: Float64Array.of(401_500, 301_500, 400_500, 300_500),
      method: 'point in area',
      source: 'points',
    };
    const [table] = check([around], { measures: [{ measure, blocks }] }).tables;
    const column = table!.columns.findIndex(({ heading }) => heading === 'people');
    expect(table!.rows.filter((row) => row[1] === 'gap').map((row) => row[column])).toEqual([70]);
  });
});

describe('codes and names', () => {
  const councils = (...codes: readonly (string | null)[]): ReturnType<typeof check> =>
    check(
      [
        drawLayer(
          codes.map((code, i) => ({ code, name: `Town ${i}`, geometry: polygon(box(2 * i, 0)) })),
          'LAD24',
        ),
      ],
      {
        recodes: [
          { kind: 'ltla', oldCode: 'E08000016', newCode: 'E08000038', name: 'Barnsley', from: '2025' },
        ],
      },
    );

  test('a code of another entity, and one of another pattern, are unexpected', () => {
    const report = councils('E06000001', 'E54000008', 'X1');
    expect(kindOf(report, 'unexpected-code').map(({ code }) => code)).toEqual(['E54000008', 'X1']);
    expect(kindOf(report, 'unexpected-code')[0]!.detail).toContain('one of ICBs');
  });

  test('a missing code is an error', () => {
    expect(kindOf(councils('E06000001', null), 'missing-code')).toMatchObject([
      { severity: 'error', code: '#2' },
    ]);
  });

  test('the old and the new code of one area are two vintages in one layer', () => {
    expect(told(councils('E08000016', 'E08000038'))).toContain('mixed-vintages E08000016 E08000038');
    expect(told(councils('E08000016'))).toEqual([]);
  });

  test('a code with two names is an error here, and refused elsewhere', () => {
    const features = [
      { code: 'E06000001', name: 'Here', geometry: polygon(box(0, 0)) },
      { code: 'E06000001', name: 'There', geometry: polygon(box(2, 0)) },
    ];
    expect(kindOf(check([drawLayer(features, 'LAD24')]), 'code-with-several-names')).toMatchObject([
      { severity: 'error', code: 'E06000001' },
    ]);
    expect(() => drawLayer(features, 'LAD24', false)).toThrow(/stands for 'Here' and 'There'/);
  });

  test('one name for two units is told, a damaged name is a warning', () => {
    const report = check([
      drawLayer([
        { code: 'a', name: 'St Annes', geometry: polygon(box(0, 0)) },
        { code: 'b', name: 'St Annes', geometry: polygon(box(2, 0)) },
        { code: 'c', name: 'Ynys M\ufffdn', geometry: polygon(box(4, 0)) },
      ]),
    ]);
    expect(told(report)).toEqual(['garbled-name c', 'duplicate-name a b']);
  });
});

test('findings stand gravest first, whatever the order of the features', () => {
  const features = [
    { code: 'E06000001', name: 'One', geometry: polygon(box(0, 0, 2)) },
    { code: 'E06000002', name: 'Two', geometry: polygon(box(1, 0, 2)) },
    { code: 'X', name: 'Three', geometry: polygons([box(5, 0)], [box(7, 0)]) },
  ];
  const report = check([drawLayer(features, 'LAD24')]);
  expect(told(report)).toEqual(['overlap E06000001 E06000002', 'unexpected-code X', 'several-parts X']);
  expect(check([drawLayer([...features].reverse(), 'LAD24')]).tables).toEqual(report.tables);
});
