/** Which positions of an arc are drawn, on lines written as positions one after another. */
import { describe, expect, it } from 'vitest';
import type { Arrangement } from '../../src/arrangement/arrangement.js';
import type { Arcs } from '../../src/measures/map/arcs.js';
import { keepPositions } from '../../src/measures/map/keep-positions.js';

type Line = readonly (readonly [number, number])[];

/** Nodes of each line that are kept, as numbers of all positions; equal positions are one node. All are of one layer. */
function kept(
  lines: readonly Line[],
  inner: number | readonly number[],
  wishes: { layerOf?: number[]; isOutline?: number[] } = {},
): { nodes: number[][]; leastArea: readonly number[] } {
  const places = [...new Set(lines.flat().map((place) => place.join()))];
  const xy = places.map((place) => place.split(',').map(Number));
  const start = [0];
  for (const line of lines) start.push(start.at(-1)! + line.length);
  const arrangement = {
    edges: {
      nodeX: Int32Array.from(xy, ([x]) => x!),
      nodeY: Int32Array.from(xy, ([, y]) => y!),
      lattice: { model: 'planar' },
    },
  } as unknown as Arrangement;
  const arcs = {
    count: lines.length,
    start: Uint32Array.from(start),
    node: Int32Array.from(lines.flat(), (place) => places.indexOf(place.join())),
  } as Arcs;
  const { nodes, leastArea } = keepPositions(arrangement, arcs, {
    layerOf: Int32Array.from(wishes.layerOf ?? lines.map(() => 0)),
    isOutline: Uint8Array.from(wishes.isOutline ?? lines.map(() => 0)),
    inner: typeof inner === 'number' ? [inner] : inner,
  });
  return { nodes: nodes.map((of) => [...of]), leastArea };
}

/** Its first corner bends least and weighs least. */
const zigzag: Line = [[0, 0], [10, 1], [20, 0], [30, 9], [40, 0]]; // prettier-ignore

describe('an open line', () => {
  it('is drawn whole where there are just as many positions between its ends as are asked for', () => {
    expect(kept([zigzag], 4)).toEqual({ nodes: [[0, 1, 2, 3, 4]], leastArea: [0] });
    expect(kept([zigzag], 3)).toEqual({ nodes: [[0, 1, 2, 3, 4]], leastArea: [0] });
  });

  it('loses its lightest position where one fewer is asked for', () => {
    const { nodes, leastArea } = kept([zigzag], 2);
    expect(nodes).toEqual([[0, 2, 3, 4]]);
    expect(leastArea[0]).toBeGreaterThan(0);
  });

  it('is never less than its ends', () => {
    expect(kept([zigzag], 0).nodes).toEqual([[0, 4]]);
  });

  it('is not drawn where no layer wants it', () => {
    expect(kept([zigzag], 3, { layerOf: [-1] }).nodes).toEqual([[]]);
  });
});

describe('the number of a layer', () => {
  const far: Line = [[0, 50], [10, 51], [20, 50], [30, 59], [40, 50]]; // prettier-ignore

  it('is its own: however many ends and positions a finer one has, it takes none of them', () => {
    const many = Array.from({ length: 50 }, (_, i): Line => [[9 * i, 90], [9 * i, 95 + i], [9 * i + 4, 90]]); // prettier-ignore
    const layers = { layerOf: [0, ...many.map(() => 1)] };
    const { nodes } = kept([zigzag, ...many], [3, 1], layers);
    expect(nodes[0]).toEqual([0, 1, 2, 3, 4]);
    expect(nodes.slice(1).filter(({ length }) => length === 3).length).toBe(1);
  });

  it('is shared by its arcs, the heaviest positions first', () => {
    expect(kept([zigzag, far], 2).nodes.map(({ length }) => length)).toEqual([3, 3]);
  });
});

describe('an outline', () => {
  /** A map 250,000 long: on its outline a triangle of 100 by 100 is seen. */
  const frame: Line = [[0, 0], [250_000, 0]]; // prettier-ignore
  const bump = (height: number): Line => [[0, 9], [100, 9 + height], [200, 9]]; // prettier-ignore

  it.each([
    ['just seen', 50, 3],
    ['just more', 51, 3],
    ['just less', 49, 2],
  ])('keeps a position that is %s, though none is asked for', (_, height, positions) => {
    const of = (isOutline: number): number =>
      kept([frame, bump(height)], 0, { isOutline: [0, isOutline] }).nodes[1]!.length;
    expect(of(1)).toBe(positions);
    expect(of(0)).toBe(2);
  });
});

describe('a line that must not fall into nothing', () => {
  it('keeps a triangle where it is closed', () => {
    const ring: Line = [[0, 0], [10, 0], [12, 9], [5, 14], [-3, 7], [0, 0]]; // prettier-ignore
    const [nodes] = kept([ring], 0).nodes;
    expect(nodes!.length).toBe(4);
    expect([nodes![0], nodes![3]]).toEqual([0, 0]);
  });

  it('keeps a corner where another line has the same ends', () => {
    const above: Line = [[0, 0], [10, 5], [20, 3], [40, 0]]; // prettier-ignore
    expect(kept([zigzag, above], 0).nodes.map(({ length }) => length)).toEqual([3, 3]);
    const elsewhere: Line = [[0, 0], [10, 5], [20, 3], [40, 40]]; // prettier-ignore
    expect(kept([zigzag, elsewhere], 0).nodes.map(({ length }) => length)).toEqual([2, 2]);
  });
});
