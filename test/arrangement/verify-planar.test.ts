/** The checks themselves must be able to fail. */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { planarLattice } from '../../src/arrangement/lattice.js';
import { faultsOf } from './check-arrangement.js';
import { drawLayer } from './lattice-map.js';
import { checkPlanarity } from '../../src/arrangement/verify/planarity.js';

type Drawn = readonly (readonly [number, number, number, number])[];

/** Edges between their own nodes, equal places shared. */
function edgesOf(drawn: Drawn, shared = true): Parameters<typeof checkPlanarity>[0] {
  const nodes: [number, number][] = [];
  const at = (x: number, y: number): number => {
    const found = shared ? nodes.findIndex(([p, q]) => p === x && q === y) : -1;
    return found >= 0 ? found : nodes.push([x, y]) - 1;
  };
  const ends = drawn.map(([ax, ay, bx, by]) => [at(ax, ay), at(bx, by)] as const);
  return {
    nodeX: Int32Array.from(nodes, ([x]) => x),
    nodeY: Int32Array.from(nodes, ([, y]) => y),
    from: Int32Array.from(ends, ([u]) => u),
    to: Int32Array.from(ends, ([, v]) => v),
  };
}

const FAR = 2 ** 31 - 3;

describe('the planarity check', () => {
  it.each<[string, Drawn]>([
    [
      'a square',
      [
        [0, 0, 9, 0],
        [9, 0, 9, 9],
        [9, 9, 0, 9],
        [0, 9, 0, 0],
      ],
    ],
    [
      'edges that meet at a node',
      [
        [0, 0, 5, 5],
        [5, 5, 9, 0],
        [5, 5, 0, 9],
      ],
    ],
    [
      'edges whose boxes overlap and that miss each other',
      [
        [0, 0, 9, 9],
        [0, 1, 8, 9],
      ],
    ],
    [
      'far edges that miss a node by less than a double can tell',
      [
        [-FAR, -FAR, FAR, FAR - 1],
        [FAR - 1, FAR - 2, FAR, FAR - 9],
      ],
    ],
  ])('passes %s', (_, drawn) => {
    expect(checkPlanarity(edgesOf(drawn)).faults).toEqual([]);
  });

  it.each<[string, Drawn, RegExp]>([
    [
      'two that cross',
      [
        [0, 0, 9, 9],
        [0, 9, 9, 0],
      ],
      /cross/,
    ],
    [
      'a node on an edge',
      [
        [0, 0, 8, 8],
        [4, 4, 9, 0],
      ],
      /no node/,
    ],
    [
      'two that overlap',
      [
        [0, 0, 6, 0],
        [3, 0, 9, 0],
      ],
      /no node/,
    ],
    [
      'one that lies on another from the same node',
      [
        [0, 0, 6, 0],
        [0, 0, 9, 0],
      ],
      /no node/,
    ],
    [
      'an edge that comes twice',
      [
        [0, 0, 6, 1],
        [6, 1, 0, 0],
      ],
      /same edge/,
    ],
    ['an edge without length', [[3, 3, 3, 3]], /no length/],
    [
      'a far edge through a node',
      [
        [-FAR, -FAR, FAR, FAR],
        [7, 7, 9, 1],
      ],
      /no node/,
    ],
    [
      'an upright edge that crosses a level one',
      [
        [5, -FAR, 5, FAR],
        [0, 3, 9, 3],
      ],
      /cross/,
    ],
  ])('finds %s', (_, drawn, fault) => {
    expect(checkPlanarity(edgesOf(drawn)).faults.join()).toMatch(fault);
  });

  it('finds two nodes in one place', () => {
    expect(
      checkPlanarity(
        edgesOf(
          [
            [0, 0, 9, 9],
            [9, 9, 20, 0],
          ],
          false,
        ),
      ).faults.join(),
    ).toMatch(/two nodes/);
  });
});

describe('the check of an arrangement', () => {
  const map = drawLayer('a b\n b b');
  const arrangement = buildArrangement([map.layer], planarLattice(0, 0, 9, 9));

  it('finds a wrong label, a wrong area, wrong sides and a lost face', () => {
    const { labels, area, edges, faces } = arrangement;
    const swapped = labels.map((layer) => ({
      ...layer,
      ofFace: layer.ofFace.map((unit) => (unit === 0 ? 1 : unit)),
    }));
    expect(faultsOf([map.layer], { ...arrangement, labels: swapped }).join()).toMatch(/face \d in layer 0/);
    expect(faultsOf([map.layer], { ...arrangement, area: area.map((land) => land * 1.1) }).join()).toMatch(
      /m², not/,
    );
    const other = {
      ...edges,
      sideOutline: edges.sideOutline.map((outline, i) => (i === 0 ? 1 - outline : outline)),
    };
    expect(faultsOf([map.layer], { ...arrangement, edges: other }).join()).toMatch(/odd number/);
    const more = { ...faces, count: faces.count + 1 };
    expect(faultsOf([map.layer], { ...arrangement, faces: more }).join()).toMatch(/V − E \+ F/);
  });
});
