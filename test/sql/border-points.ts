/**
 * Two layers and people on their borders: on every corner, on the middle of edges that run along axes and aslant, and on
 * the lattice points around each, up to two steps away, so that the last step that still touches and the first that does
 * not are both there.
 *
 *     ┌──────┬────┐        a and b share some borders, b has a hole and sticks out, a has an island and land of its own;
 *     │ a1   ╲ a2 │──┐     corners lie on lines of the grid of cells (1/32 degree) as well
 *     │  ┌┐   ╲   │b2│
 *     └──────┴────┴──┘
 */
import type { Case, Unit } from './ours.js';

type Ring = readonly (readonly [number, number])[];

/** Lattice steps from here, a corner of cells of all sizes. */
const [WEST, SOUTH] = [-1.5, 52];

const unit = (code: string, ...polygons: readonly (readonly Ring[])[]): Unit => ({
  code,
  name: `Unit ${code}`,
  polygons: polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(placed))),
});

const placed = ([x, y]: readonly [number, number]): [number, number] => [
  degrees(WEST * 1e7 + x),
  degrees(SOUTH * 1e7 + y),
];
const degrees = (steps: number): number => Math.round(steps * 10) / 1e8;

/** Rings in steps. The border of a1 and a2 runs aslant, through lattice points between its corners. */
const A1: Ring = [[0, 0], [400_000, 0], [412_300, 24_600], [380_000, 312_500], [0, 312_500]]; // prettier-ignore
const A2: Ring = [[400_000, 0], [700_000, 0], [700_000, 312_500], [380_000, 312_500], [412_300, 24_600]]; // prettier-ignore
const A3: Ring = [
  [900_000, 100_000],
  [900_003, 100_000],
  [900_003, 100_040],
  [900_000, 100_040],
];
const B1: Ring = [[0, 0], [400_000, 0], [412_300, 24_600], [400_001, 312_500], [0, 312_500]]; // prettier-ignore
const HOLE: Ring = [[150_000, 100_000], [250_000, 100_000], [250_002, 100_003], [200_000, 150_000]]; // prettier-ignore
const B2: Ring = [[400_000, 0], [937_500, -40_000], [900_003, 100_000], [700_001, 312_500], [400_001, 312_500], [412_300, 24_600]]; // prettier-ignore

const middle = (p: readonly [number, number], q: readonly [number, number]): readonly [number, number] => [
  Math.round((p[0] + q[0]) / 2),
  Math.round((p[1] + q[1]) / 2),
];

/** The case; numbers of people are all different, so that nobody can stand for anybody else. */
export function borderPoints(): Case {
  const rings = [A1, A2, A3, B1, HOLE, B2];
  const spots = rings.flatMap((ring) =>
    ring.flatMap((at, i) => [at, middle(at, ring[(i + 1) % ring.length]!)]),
  );
  const steps = [-2, -1, 0, 1, 2];
  const at = spots.flatMap(([x, y]) =>
    steps.flatMap((east) => steps.map((north): [number, number] => [x + east, y + north])),
  );
  // Two more off the lattice, which round to where the one before them is.
  const between = spots.flatMap(([x, y]): [number, number][] => [[x + 0.4, y - 0.4], [x - 1.4, y + 0.6]]); // prettier-ignore
  return {
    a: [unit('A1', [A1]), unit('A2', [A2], [A3])],
    b: [unit('B1', [B1, HOLE]), unit('B2', [B2])],
    people: [...at, ...between].map((spot, i) => ({ people: 1009 + 17 * i + (i % 7), at: placed(spot) })),
    tolerance: 0,
  };
}
