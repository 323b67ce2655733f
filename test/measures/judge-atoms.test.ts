/** By which tolerances atoms are real, on patches written by hand: one face an atom, one pair a patch. */
import { describe, expect, it } from 'vitest';
import { NO_UNIT } from '../../src/arrangement/labels.js';
import type { Atoms } from '../../src/measures/land/find-atoms.js';
import { judgeAtoms } from '../../src/measures/overlap/judge-atoms.js';
import { ALWAYS, IF_HALF, MATERIAL } from '../../src/measures/pairs/judgement.js';
import type { ShapePairs } from '../../src/measures/pairs/shape-pairs.js';

type Written = readonly [a: number, b: number, judgement: number];

/** Two layers, for each face the pairs on it. */
function crossed(faces: readonly (readonly Written[])[]): ShapePairs {
  const parts = faces.flat();
  const faceStart = Uint32Array.from([0, ...faces.map((_, face) => faces.slice(0, face + 1).flat().length)]);
  return {
    patches: {
      faceStart,
      ofFace: Int32Array.from(parts.keys()),
      unitA: Int32Array.from(parts, ([a]) => a),
      unitB: Int32Array.from(parts, ([, b]) => b),
    },
    list: {
      judgements: Uint8Array.from(parts, ([, , judgement]) => judgement),
      pairOfPatch: Int32Array.from(parts.keys()),
    },
  } as unknown as ShapePairs;
}

const atoms = { count: 2, faceOf: Int32Array.of(1, 2) } as unknown as Atoms;

describe('an atom', () => {
  it('is real by the tolerances by which every two of its units are, those of one layer that overlap as well', () => {
    const first = crossed([[], [[0, 0, ALWAYS]], [[0, 0, ALWAYS]]]);
    const second = crossed([
      [],
      [
        [0, 0, ALWAYS],
        [0, 1, MATERIAL | IF_HALF],
      ],
      [
        [0, 0, ALWAYS],
        [0, 1, 0],
      ],
    ]);
    expect([...judgeAtoms(atoms, [first])]).toEqual([ALWAYS, ALWAYS]);
    expect([...judgeAtoms(atoms, [first, second])]).toEqual([MATERIAL | IF_HALF, 0]);
    expect([...judgeAtoms(atoms, [second, first])]).toEqual([MATERIAL | IF_HALF, 0]);
  });

  it('is in doubt by the narrowest of several pairs that are judged by different tolerances', () => {
    const found = [IF_HALF, MATERIAL | IF_HALF].map((judgement) =>
      crossed([[], [[0, 0, judgement]], [[0, 0, ALWAYS]]]),
    );
    expect([...judgeAtoms(atoms, found)]).toEqual([IF_HALF, ALWAYS]);
  });

  it('is no sliver for land that one of two layers does not cover', () => {
    const found = crossed([[], [[0, NO_UNIT, 0]], [[NO_UNIT, 0, 0]]]);
    expect([...judgeAtoms(atoms, [found])]).toEqual([ALWAYS, ALWAYS]);
  });
});
