/** Which positions of an arc are drawn, on lines written as positions one after another. */
import { describe, expect, it } from 'vitest';
import type { Arrangement } from '../../src/arrangement/arrangement.js';
import type { Arcs } from '../../src/measures/map/arcs.js';
import { keepPositions } from '../../src/measures/map/keep-positions.js';

type Line = readonly (readonly [number, number])[];

/** Nodes of each line that are kept, as numbers of all positions; equal positions are one node. */
function kept(lines: readonly Line[], positions: number): { nodes: number[][]; leastArea: number } {
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
  const { nodes, leastArea } = keepPositions(arrangement, arcs, positions);
  return { nodes: nodes.map((of) => [...of]), leastArea };
}

/** Its first corner bends least and weighs least. */
const zigzag: Line = [[0, 0], [10, 1], [20, 0], [30, 9], [40, 0]]; // prettier-ignore

describe('an open line', () => {
  it('is drawn whole where there are just as many positions as are asked for', () => {
    expect(kept([zigzag], 6)).toEqual({ nodes: [[0, 1, 2, 3, 4]], leastArea: 0 });
    expect(kept([zigzag], 5)).toEqual({ nodes: [[0, 1, 2, 3, 4]], leastArea: 0 });
  });

  it('loses its lightest position where one fewer is asked for', () => {
    const { nodes, leastArea } = kept([zigzag], 4);
    expect(nodes).toEqual([[0, 2, 3, 4]]);
    expect(leastArea).toBeGreaterThan(0);
  });

  it('is never less than its ends', () => {
    expect(kept([zigzag], 1).nodes).toEqual([[0, 4]]);
  });
});

describe('a line that must not fall into nothing', () => {
  it('keeps a triangle where it is closed', () => {
    const ring: Line = [[0, 0], [10, 0], [12, 9], [5, 14], [-3, 7], [0, 0]]; // prettier-ignore
    const [nodes] = kept([ring], 1).nodes;
    expect(nodes!.length).toBe(4);
    expect([nodes![0], nodes![3]]).toEqual([0, 0]);
  });

  it('keeps a corner where another line has the same ends', () => {
    const above: Line = [[0, 0], [10, 5], [20, 3], [40, 0]]; // prettier-ignore
    expect(kept([zigzag, above], 1).nodes.map(({ length }) => length)).toEqual([3, 3]);
    const elsewhere: Line = [[0, 0], [10, 5], [20, 3], [40, 40]]; // prettier-ignore
    expect(kept([zigzag, elsewhere], 1).nodes.map(({ length }) => length)).toEqual([2, 2]);
  });
});
