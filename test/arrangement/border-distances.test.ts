/** Distances between borders, asked at evenly spread positions, against what a ruler says. */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { REACH, searchBorders } from '../../src/arrangement/border-distances.js';
import { geographicLattice, planarLattice, type Lattice } from '../../src/arrangement/lattice.js';
import { makeLayer, type Position } from './make-layer.js';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** Distances from the ring of the first box to that of the second. */
function between(first: readonly Position[], second: readonly Position[], wanted: number, lattice: Lattice) {
  const layers = [first, second].map((ring) => makeLayer([{ unit: 0, polygons: [[ring]] }]));
  const { edges } = buildArrangement(layers, lattice);
  const search = searchBorders(
    edges,
    Uint8Array.from(edges.from, (_, e) => edges.sideOutline[edges.sideStart[e]!]! + 1),
  );
  const found = search.ask({ mask: 3, wanted: 1 }, { mask: 3, wanted: 2 }, wanted)();
  search.close();
  return found;
}

const plane = planarLattice(0, 0, 10_000, 10_000);

describe('distances between borders', () => {
  it('are those of a ruler, at about as many positions as are wanted', () => {
    const { metres, asked } = between(box(100, 100, 1100, 1100), box(90, 90, 1110, 1110), 400, plane);
    expect(asked).toBeGreaterThan(395);
    expect(asked).toBeLessThan(405);
    expect([metres.length, metres[0], metres.at(-1)]).toEqual([asked, 10, 10]);
  });

  it('are looked for as far as they reach, and no further', () => {
    const apart = (gap: number) =>
      between(box(0, 0, 10, 100), box(10 + gap, -2000, 20 + gap, 2000), 40, plane);
    expect(apart(REACH).metres.filter((metres) => metres === REACH).length).toBeGreaterThan(10);
    expect(apart(REACH + 0.001).metres).toHaveLength(0);
    expect(apart(REACH + 0.001).asked).toBeGreaterThan(30);
  });

  it('are the same whatever the start and direction of a ring, and with more vertices on it', () => {
    const ring = box(100, 100, 1100, 1100);
    const other = box(90, 80, 1130, 1110);
    const told = between(ring, other, 400, plane);
    expect(between([...ring.slice(2), ...ring.slice(0, 2)].reverse(), other, 400, plane)).toEqual(told);
    const more = ring.flatMap(([x, y], k): Position[] => {
      const [nextX, nextY] = ring[(k + 1) % 4]!;
      return [
        [x, y],
        [(x + nextX) / 2, (y + nextY) / 2],
      ];
    });
    expect(between(more, other, 400, plane)).toEqual(told);
  });

  it('are metres on the ellipsoid too, as long from north to south as from west to east', () => {
    // At 60° north a degree of longitude is 55.80 km, one of latitude 111.41 km.
    const { metres } = between(
      box(0, 60, 0.1, 60.05),
      box(-0.001792, 60 - 0.000898, 0.101792, 60.050898),
      400,
      geographicLattice,
    );
    expect(metres[0]!).toBeGreaterThan(99.5);
    expect(metres.at(-1)!).toBeLessThan(100.5);
  });
});
