/** Where people of slivers are counted, on patches and borders written by hand. */
import { describe, expect, it } from 'vitest';
import type { Arrangement } from '../../src/arrangement/arrangement.js';
import type { Patches } from '../../src/arrangement/patches.js';
import { settleSlivers } from '../../src/measures/people/settle-slivers.js';

/** A patch: units of both layers by letter, `-` for none; in brackets where it is a sliver. */
type Border = readonly [number, number, metres: number];

/** For each patch (each a face of its own) the one its people are counted with. */
function settled(text: string, borders: readonly Border[], needed?: readonly number[]): number[] {
  const words = text.split(' ');
  const letters = words.map((word) => word.replace(/[()]/g, ''));
  const unit = (letter: string): number => '-abcdefgh'.indexOf(letter) - 1;
  const patches = {
    count: words.length,
    unitA: Int32Array.from(letters, (pair) => unit(pair[0]!)),
    unitB: Int32Array.from(letters, (pair) => unit(pair[1]!)),
    // Face 0 is the outside; patch p is face p + 1.
    faceStart: Uint32Array.from([0, ...words.map((_, p) => p), words.length]),
    ofFace: Int32Array.from(words, (_, p) => p),
  } as Patches;
  const arrangement = {
    length: Float64Array.from(borders, ([, , metres]) => metres),
    faces: { ofHalfEdge: Int32Array.from(borders.flatMap(([p, q]) => [p + 1, q + 1])) },
  } as unknown as Arrangement;
  const material = Uint8Array.from(words, (word) => (word.startsWith('(') ? 0 : 1));
  return [
    ...settleSlivers(
      arrangement,
      patches,
      material,
      needed === undefined ? undefined : Uint8Array.from(needed),
    ),
  ];
}

describe('people of a sliver', () => {
  it('go across its longest border, all its stretches added up', () => {
    expect(settled('(ab) ac ad', [[0, 1, 5], [0, 2, 6]])).toEqual([2, 1, 2]); // prettier-ignore
    expect(settled('(ab) ac ad', [[0, 1, 4], [0, 2, 6], [1, 0, 4]])).toEqual([1, 1, 2]); // prettier-ignore
  });

  it('go to a real pair before a remainder, however long the border and whosever it is', () => {
    expect(settled('(ab) a- cd', [[0, 1, 99], [0, 2, 1]])).toEqual([2, 1, 2]); // prettier-ignore
    expect(settled('(ab) -b cd', [[0, 1, 99], [0, 2, 1]])).toEqual([2, 1, 2]); // prettier-ignore
  });

  it('stay with one of their own units before they go to others', () => {
    expect(settled('(ab) cd ae', [[0, 1, 99], [0, 2, 1]])).toEqual([2, 1, 2]); // prettier-ignore
    expect(settled('(ab) cd eb', [[0, 1, 99], [0, 2, 1]])).toEqual([2, 1, 2]); // prettier-ignore
    expect(settled('(ab) c- a-', [[0, 1, 99], [0, 2, 1]])).toEqual([2, 1, 2]); // prettier-ignore
  });

  it('go to the lower codes where borders are equally long', () => {
    expect(settled('(dd) dc db', [[0, 1, 5], [0, 2, 5]])).toEqual([2, 1, 2]); // prettier-ignore
    expect(settled('(dd) ed cd', [[0, 1, 5], [0, 2, 5]])).toEqual([2, 1, 2]); // prettier-ignore
  });

  it('follow outward through slivers that touch only slivers, and stay where they reach nothing', () => {
    expect(settled('(ab) (cb) cd (ef)', [[0, 1, 5], [1, 2, 5]])).toEqual([2, 2, 2, 3]); // prettier-ignore
  });

  it('come to the same place where only slivers with people are settled', () => {
    expect(settled('(ab) ac (ad)', [[0, 1, 5], [2, 1, 5]], [1, 0, 0])).toEqual([1, 1, 2]); // prettier-ignore
    expect(settled('(ab) (cb) cd', [[0, 1, 5], [1, 2, 5]], [1, 0, 0])).toEqual([2, 2, 2]); // prettier-ignore
    expect(settled('(ab) (ac) cd ac', [[0, 1, 9], [0, 2, 5], [1, 3, 5]], [1, 1, 0, 0])).toEqual([2, 3, 2, 3]); // prettier-ignore
  });
});
