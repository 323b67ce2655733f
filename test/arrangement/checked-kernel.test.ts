/** The kernel that checks itself: finds nothing on messy maps and crowds, and says where it finds something. */
import { describe, expect, it, vi } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { listEdgesByCell, makeLister, splitCell } from '../../src/arrangement/grid.js';
import { halfEdgesOf } from '../../src/arrangement/half-edges.js';
import { kernelCode } from '../../src/arrangement/kernel-code.js';
import { makeKernel, writeInts, writePairs, type Kernel } from '../../src/arrangement/kernel.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { buildLocator, locatePositions } from '../../src/arrangement/locate.js';
import { chance } from './chance.js';
import { faultsOf } from './check-arrangement.js';
import { checkedCode } from './checked-kernel.js';
import { faultsOfSeed } from './fuzz-case.js';
import { makeLayer, mapRings, type Position, type Ring } from './make-layer.js';
import { mosaic } from './random-maps.js';

vi.mock('../../src/arrangement/kernel.js', async (original) =>
  (await import('./checked-kernel.js')).useCheckedKernel(await original()),
);

const CASES = 100;

describe('the kernel that checks itself finds nothing', () => {
  it(`on ${CASES} messy maps`, () => {
    for (let seed = 1; seed <= CASES; seed++) expect(faultsOfSeed(seed)).toEqual([]);
  });

  it('in a town under a fan of far edges, where cells are split again and again', () => {
    const town = mapRings(mosaic(chance(7), 2.5e5, 40, 0), (ring) =>
      ring.map(([x, y]): Position => [x / 1e7 - 1.5, y / 1e7 + 52]),
    );
    const fan = Array.from({ length: 600 }, (_, i): Position => {
      const angle = (i / 600) * 2 * Math.PI;
      const reach = i % 2 === 0 ? 1 : 70;
      return [60 + reach * Math.cos(angle), 10 + reach * Math.sin(angle)];
    });
    const layers = [makeLayer(town, 'parity', 5), makeLayer([{ unit: 0, polygons: [[fan]] }])];
    const arrangement = buildArrangement(layers, geographicLattice);
    expect(faultsOf(layers, arrangement)).toEqual([]);
    expect(halfEdgesOf(arrangement.edges).next.length).toBe(2 * arrangement.edges.from.length);
    const roll = chance(3);
    const points = Float64Array.from({ length: 6000 }, (_, i) =>
      i % 2 === 0 ? roll.next() * 0.06 - 1.53 : roll.next() * 0.06 + 51.97,
    );
    expect(new Set(locatePositions(buildLocator(arrangement), points)).size).toBeGreaterThan(100);
  });

  it('where edges are listed by cell, and a cell is split', () => {
    const roll = chance(5);
    const steps = (): Int32Array => Int32Array.from({ length: 500 }, () => roll.whole(-1000, 1000));
    const low = Int32Array.from({ length: 499 }, (_, i) => i);
    const lister = makeLister({ x: steps(), y: steps(), low, high: low.map((i) => i + 1) });
    const cells = listEdgesByCell(lister, 1);
    const all = new Set(cells.item);
    expect(all.size).toBe(499);
    const own = cells.item.subarray(cells.start[0], cells.start[1]);
    expect(new Set(splitCell(lister, cells, 0).item)).toEqual(new Set(own));
  });
});

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];

describe('an assertion that fails says file and line of the kernel', () => {
  it.each<[string, RegExp, (kernel: Kernel) => void]>([
    [
      'where a sum is asked for that there is not',
      /moved between sums that there are \(src\/kernel\/exact-sums\.ts:\d+:\d+\)/,
      (kernel) => kernel.moveTerm(kernel.makeSums(3), 3, 0, 1),
    ],
    [
      'where fewer positions were handed over than told',
      /two steps each \(src\/kernel\/rings\.ts:\d+:\d+\)/,
      (kernel) => {
        kernel.startRings(3, 1);
        kernel.addPositions(
          writeInts(kernel, Int32Array.of(0, 0, 1, 0)),
          3,
          writeInts(kernel, Int32Array.of(3)),
          1,
        );
      },
    ],
    [
      'where an edge ends at no node',
      /a node that there is \(src\/kernel\/given-edges\.ts:\d+:\d+\)/,
      (kernel) => {
        const nodes = writePairs(kernel, Int32Array.of(0, 1), Int32Array.of(0, 0));
        kernel.give(nodes, 2, writeInts(kernel, Int32Array.of(0, 2)), 1);
      },
    ],
    [
      'where two edges are the same',
      /none on another \(src\/kernel\/half-edges\.ts:\d+:\d+\)/,
      (kernel) => {
        const nodes = writePairs(kernel, Int32Array.of(0, 1), Int32Array.of(0, 0));
        kernel.give(nodes, 2, writeInts(kernel, Int32Array.of(0, 1, 0, 1)), 2);
        kernel.link();
      },
    ],
    [
      'where an array ends too soon, and who read on',
      /beside its array \(src\/kernel\/memory\.ts:\d+:\d+\)[^]*at src\/kernel\/rings\.ts:\d+:\d+/,
      (kernel) => {
        kernel.startRings(4, 1);
        kernel.addPositions(
          writeInts(kernel, Int32Array.from(square.flat())),
          4,
          writeInts(kernel, Int32Array.of()),
          1,
        );
      },
    ],
  ])('%s', (_, message, act) => {
    expect(() => act(makeKernel())).toThrow(message);
  });

  it('and the release has nothing of it', () => {
    const text = Buffer.from('beside its array', 'utf16le');
    const release = Buffer.from(kernelCode, 'base64');
    expect(checkedCode.includes(text)).toBe(true);
    expect(release.includes(text)).toBe(false);
    const asked = WebAssembly.Module.imports(new WebAssembly.Module(release));
    expect(asked.filter(({ module, name }) => module !== 'host' && name !== 'memory')).toEqual([]);
  });
});
