/**
 * Crowds and far-reaching edges: the work must follow the number of edges, not the reach of the map.
 * Counts are asserted, not times.
 */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { listEdgesByCell, makeLister } from '../../src/arrangement/grid.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { chance } from './chance.js';
import { landOfUnits } from './figures.js';
import { makeLayer, type PlainFeature, type Position, type Ring } from './make-layer.js';
import { mosaic } from './random-maps.js';
import { checkPlanarity } from '../../src/arrangement/verify/planarity.js';

const inDegrees = (features: readonly PlainFeature[]): PlainFeature[] =>
  features.map(({ unit, polygons }) => ({
    unit,
    polygons: polygons.map((rings) =>
      rings.map((ring) => ring.map(([x, y]): Position => [x / 1e7 - 1.5, y / 1e7 + 52])),
    ),
  }));

/** A town of about 100,000 edges, half a degree or 5 km across. */
const town = (reach: number): PlainFeature[] => inDegrees(mosaic(chance(7), reach, 185, 0));

const slanting: Ring = [
  [-26.5, 27],
  [23.5, 77],
  [23.5, 27],
];

describe('a crowd', () => {
  it.each([2.5e6, 2.5e5])('of 100,000 edges under one edge of 50°, town of %d steps', (reach) => {
    const features = town(reach);
    const layers = [makeLayer(features, 'parity', 5), makeLayer([{ unit: 0, polygons: [[slanting]] }])];
    const { edges, faces } = buildArrangement(layers, geographicLattice);
    expect(edges.from.length).toBeGreaterThan(70_000);
    expect(faces.count).toBeGreaterThan(34_000);
    const alone = buildArrangement([layers[0]!], geographicLattice);
    expect(edges.counts.cuts - alone.edges.counts.cuts).toBeLessThan(2_000);
    expect(checkPlanarity(edges).faults).toEqual([]);
  });

  it('in one cell, because far edges make cells large', () => {
    // A fan of 6,000 edges of 20 to 50 degrees: a cell is several degrees wide and holds the whole town.
    const fan: Ring = Array.from({ length: 6000 }, (_, i): Position => {
      const angle = (i / 6000) * 2 * Math.PI;
      return i % 2 === 0
        ? [60 + Math.cos(angle), 10 + Math.sin(angle)]
        : [60 + 30 * Math.cos(angle), 10 + 30 * Math.sin(angle)];
    });
    const features = town(2.5e5);
    const layers = [makeLayer(features, 'parity', 5), makeLayer([{ unit: 0, polygons: [[fan]] }])];
    const arrangement = buildArrangement(layers, geographicLattice);
    const alone = buildArrangement([layers[0]!], geographicLattice);
    expect([...landOfUnits(arrangement, 0, 5)]).toEqual([...landOfUnits(alone, 0, 5)]);
    expect(checkPlanarity(arrangement.edges).faults).toEqual([]);
  });
});

describe('the grid', () => {
  it('lists a far edge in the cells it passes, and takes room for those only', () => {
    const x = Int32Array.of(-15_000_000, -15_000_100, -265_000_000, 235_000_000);
    const y = Int32Array.of(520_000_000, 520_000_100, 270_000_000, 770_000_000);
    const low = new Int32Array(50_001);
    const high = new Int32Array(50_001).fill(1);
    low[50_000] = 2;
    high[50_000] = 3;
    const lister = makeLister({ low, high, x, y });
    const { grid, item } = listEdgesByCell(lister, 2);
    const passed = item.length - 50_000;
    expect(passed).toBeGreaterThanOrEqual(grid.columns);
    expect(passed).toBeLessThan(5 * (grid.columns + grid.rows) + 50_000);
    expect(lister.kernel.memory.buffer.byteLength).toBeLessThan(50e6);
  });
});

/** Triangles around one corner, as wide as the gaps between them, in one unit. */
const fanOf = (count: number, reach: number, turned: number, [x, y]: Position): PlainFeature => ({
  unit: 0,
  polygons: Array.from({ length: count }, (_, i): Ring[] => {
    const end = (angle: number): Position => [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    const angle = (2 * Math.PI * i) / count + turned;
    return [[[x, y], end(angle), end(angle + Math.PI / count)]];
  }),
});

describe('edges through one node', () => {
  const corner: Position = [0.5, 0.25];
  const fan = makeLayer([fanOf(300, 0.4, 0, corner)]);
  const land = landOfUnits(buildArrangement([fan], geographicLattice), 0, 1)[0]!;

  it.each([
    ['the same ones again', fan],
    ['others through it', makeLayer([fanOf(300, 0.4, 0.0007, corner)])],
    ['others through a node beside it', makeLayer([fanOf(180, 0.4, 0, [0.5001, 0.25])])],
  ])('beside %s: planar, with the land of the unit', (_, other) => {
    const arrangement = buildArrangement([fan, other], geographicLattice);
    expect(checkPlanarity(arrangement.edges).faults).toEqual([]);
    // Crossings around the corner are rounded to the lattice, which bends edges a little.
    expect(landOfUnits(arrangement, 0, 1)[0]! / land).toBeCloseTo(1, 5);
  });

  it('are cut where the far end of one lies on another', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const dice = chance(seed);
      // Far ends on a lattice of few positions: many lie on edges to others, some at the corner's own pixel.
      const place = (): Position => [dice.whole(0, 60) * 1e-7, dice.whole(0, 60) * 1e-7];
      const rings = Array.from({ length: 300 }, (): Ring[] => [[[0, 0], place(), place()]]);
      const layer = makeLayer([{ unit: 0, polygons: rings }]);
      expect(checkPlanarity(buildArrangement([layer], geographicLattice).edges).faults).toEqual([]);
    }
  });
});

describe('edges that run alike', () => {
  /** Strips beside one another, as wide as the gaps between them, turned around their middle. */
  const stripsAt = (angle: number): PlainFeature => {
    const turned = (x: number, y: number): Position => [
      0.5 + x * Math.cos(angle) - y * Math.sin(angle),
      0.25 + x * Math.sin(angle) + y * Math.cos(angle),
    ];
    const strip = (i: number): Ring[] => {
      const y = (i - 250) * 1e-5;
      return [
        [turned(-0.2, y), turned(0.2, y), turned(0.2, y + 5e-6), turned(-0.2, y + 5e-6), turned(-0.2, y)],
      ];
    };
    return { unit: 0, polygons: Array.from({ length: 500 }, (_, i) => strip(i)) };
  };
  const square: Ring = [
    [0.45, 0.2],
    [0.55, 0.2],
    [0.55, 0.3],
    [0.45, 0.3],
  ];

  it.each([0, 30, 45, 90, 120, 135])('are met by what crosses them, at %d degrees', (degrees) => {
    const layers = [
      makeLayer([stripsAt((degrees / 180) * Math.PI)]),
      makeLayer([{ unit: 0, polygons: [[square]] }]),
    ];
    const { edges } = buildArrangement(layers, geographicLattice);
    expect(checkPlanarity(edges).faults).toEqual([]);
    // Two long sides of each strip come into the square and leave it; a few go through its corners instead.
    expect(edges.counts.crossings).toBeGreaterThanOrEqual(2 * 2 * 500 - 4);
  });
});
