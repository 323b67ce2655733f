/** The second thread changes nothing: whether it does its part, comes late, fails or is never heard of again. */
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { searchBorders } from '../../src/arrangement/border-distances.js';
import { instanceOf } from '../../src/arrangement/kernel-instance.js';
import type { KernelExports } from '../../src/arrangement/kernel-interface.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import {
  lendThread,
  lentThread,
  type SecondThread,
  type SharedCall,
  ThreadLost,
} from '../../src/arrangement/second-thread.js';
import { makeStation, WORTH_SHARING } from '../../src/arrangement/shared-noding.js';
import { beginPatches } from '../../src/arrangement/patches.js';
import { chance } from './chance.js';
import { makeLayer, mapRings, type Position } from './make-layer.js';
import { mosaic } from './random-maps.js';

/** What a thread makes of a call. */
type Conduct = 'does it' | 'comes late' | 'fails' | 'is lost';

/** A second instance of the kernel in this thread, and what it was asked. */
function threadThat(conduct: (call: SharedCall) => Conduct): SecondThread & { asked: string[] } {
  let kernel: KernelExports | null = null;
  const asked: string[] = [];
  return {
    asked,
    join: (code, memory) => (kernel = instanceOf(code, memory)),
    leave: () => (kernel = null),
    ask: (call, given) => {
      const does = conduct(call);
      let isDone = does === 'does it';
      asked.push(`${call} ${does}`);
      // A part may also have been done in parts when it fails.
      if (does === 'does it' || does === 'fails')
        try {
          (kernel![call] as (...numbers: readonly number[]) => void)(...given);
        } catch {
          isDone = false;
        }
      return {
        isDone: () => {
          if (does === 'is lost') throw new ThreadLost();
          return isDone;
        },
      };
    },
  };
}

const CALLS: readonly SharedCall[] = [
  'withinShare',
  'meetShare',
  'hitShare',
  'turnShare',
  'measureShare',
  'sumShare',
];

/** Two mosaics over one another, over 50,000 positions. */
function mapOfSeed(seed: number) {
  const roll = chance(seed);
  const placed = (jitter: number) =>
    mapRings(mosaic(roll, 4e6, 90, jitter), (ring) =>
      ring.map(([x, y]): Position => [x / 1e7 - 1.5, y / 1e7 + 52]),
    );
  return [makeLayer(placed(0)), makeLayer(placed(3000))];
}

afterEach(() => lendThread(null));

describe('a map that two threads lay out', () => {
  const layers = mapOfSeed(1);
  const alone = buildArrangement(layers, geographicLattice);

  it('has crossings and pixels to share', () => {
    expect(alone.edges.counts.crossings).toBeGreaterThan(10_000);
    expect(alone.edges.counts.positions).toBeGreaterThan(WORTH_SHARING);
  });

  it('is the same to the last number', () => {
    const thread = threadThat(() => 'does it');
    lendThread(thread);
    expect(isDeepStrictEqual(buildArrangement(layers, geographicLattice), alone)).toBe(true);
    expect(thread.asked).toEqual(CALLS.map((call) => `${call} does it`));
  });

  it.each(
    CALLS.flatMap((call) => (['comes late', 'fails', 'is lost'] as const).map((how) => [call, how] as const)),
  )('is the same where %s %s', (call, how) => {
    lendThread(threadThat((each) => (each === call ? how : 'does it')));
    expect(isDeepStrictEqual(buildArrangement(layers, geographicLattice), alone)).toBe(true);
    expect(lentThread() === null).toBe(how === 'is lost');
  });
});

describe('distances between borders', () => {
  const layers = mapOfSeed(2);
  /** Distances between the borders of the two layers, by the sides of edges. */
  function distances() {
    const { edges } = buildArrangement(layers, geographicLattice);
    const { sideStart, sideOutline, outlines } = edges;
    const kind = Uint8Array.from(edges.from, (_, e) =>
      sideOutline
        .subarray(sideStart[e], sideStart[e + 1])
        .reduce((bits, o) => bits | (o < outlines.layerStart[1]! ? 1 : 2), 0),
    );
    const search = searchBorders(edges, kind);
    const asked = [
      search.ask({ mask: 3, wanted: 1 }, { mask: 2, wanted: 2 }, 500),
      search.ask({ mask: 3, wanted: 2 }, { mask: 1, wanted: 1 }, 500),
    ];
    const found = asked.map((answer) => answer());
    search.close();
    return found;
  }

  const alone = distances();

  it('are many', () => {
    for (const { asked, metres } of alone) {
      expect(asked).toBeGreaterThan(400);
      expect(metres.length).toBeGreaterThan(400);
    }
  });

  it.each(['does it', 'comes late', 'fails', 'is lost'] as const)(
    'are the same where the thread %s',
    (how) => {
      const thread = threadThat((call) => (call === 'distanceShare' ? how : 'does it'));
      lendThread(thread);
      expect(distances()).toEqual(alone);
      expect(thread.asked.filter((asked) => asked === `distanceShare ${how}`)).toHaveLength(2);
      expect(lentThread() === null).toBe(how === 'is lost');
    },
  );
});

describe('patches of layers two by two', () => {
  const layers = mapOfSeed(3);
  const pairs = [
    [0, 1],
    [1, 0],
    [1, 1],
    [0, 0],
    [0, 1],
  ] as const;
  const patches = () => beginPatches(buildArrangement(layers, geographicLattice), pairs)();
  const alone = patches();

  it('are many', () => {
    expect(alone.map(({ count }) => count > 1000)).toEqual([true, true, true, true, true]);
    expect(alone[4]).toEqual(alone[0]);
  });

  it.each(['does it', 'comes late', 'fails', 'is lost'] as const)(
    'are the same where the thread %s',
    (how) => {
      const thread = threadThat((call) => (call === 'patchShare' ? how : 'does it'));
      lendThread(thread);
      expect(isDeepStrictEqual(patches(), alone)).toBe(true);
      expect(thread.asked.filter((asked) => asked === `patchShare ${how}`)).toHaveLength(3);
      expect(lentThread() === null).toBe(how === 'is lost');
    },
  );
});

it('shares from 50,000 positions on', () => {
  lendThread(threadThat(() => 'does it'));
  expect([49_999, 50_000, 50_001].map((count) => makeStation(count).isShared)).toEqual([false, true, true]);
  lendThread(null);
  expect(makeStation(50_001).isShared).toBe(false);
});
