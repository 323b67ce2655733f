/** People on contracted faces are the same people, with fewer entries. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toShares } from '../../src/measures/people/block-shares.js';
import type { MeasureOnFaces } from '../../src/measures/people/measure-on-faces.js';
import { gatherBlocks } from '../../src/measures/what-if/gather-blocks.js';

const FACES = 6;

const block = fc.record({
  /** Amounts by face, in ten-thousandths; those of 0 are entries without people. */
  amounts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
  faces: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 3, maxLength: 3 }),
  residents: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constant(NaN), fc.constant(10.5)),
  patients: fc.integer({ min: 0, max: 3000 }),
});

function measuresOf(
  blocks: readonly (typeof block extends fc.Arbitrary<infer B> ? B : never)[],
): MeasureOnFaces[] {
  const [start, face, share]: [number[], number[], number[]] = [[0], [], []];
  for (const { amounts, faces } of blocks) {
    const shares = Float64Array.from(amounts);
    if (shares.some((amount) => amount > 0)) {
      toShares(shares);
      shares.forEach((part, i) => {
        face.push(faces[i]!);
        share.push(part);
      });
    }
    start.push(face.length);
  }
  const shares = {
    blocks: blocks.length,
    start: Uint32Array.from(start),
    face: Int32Array.from(face),
    share: Float64Array.from(share),
    decimals: 0,
  };
  const of = (name: string, values: number[]): MeasureOnFaces => ({
    name,
    basis: '',
    method: '',
    shares,
    codes: values.map((_, i) => `B${i}`),
    positions: null,
    values: Float64Array.from(values),
    unmatched: 0,
    findings: [],
    sentences: [],
  });
  return [
    of(
      'residents',
      blocks.map(({ residents }) => residents),
    ),
    of(
      'patients',
      blocks.map(({ patients }) => patients),
    ),
  ];
}

/** People of each face that others went into, in whole terms of 2⁻⁴⁰ of a person, and those without a place. */
function peopleByFace({ shares, values }: MeasureOnFaces, ofFace: Int32Array): bigint[] {
  const sums = new Array<bigint>(FACES + 1).fill(0n);
  for (let each = 0; each < shares.blocks; each++) {
    if (Number.isNaN(values[each])) continue;
    const [from, to] = [shares.start[each]!, shares.start[each + 1]!];
    const term = (share: number): bigint => BigInt(values[each]! * 2) * BigInt(share * 2 ** 40);
    if (from === to) sums[FACES]! += term(1);
    for (let i = from; i < to; i++) sums[ofFace[shares.face[i]!]!]! += term(shares.share[i]!);
  }
  return sums;
}

it('face by face, for every measure of the same blocks', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 30 }),
      fc.array(fc.nat(FACES - 1), { minLength: FACES, maxLength: FACES }),
      (blocks, into) => {
        const measures = measuresOf(blocks);
        const ofFace = Int32Array.from(into);
        const gathered = gatherBlocks(measures, ofFace);
        expect(gathered[0]!.shares).toBe(gathered[1]!.shares);
        expect(gathered[0]!.shares.blocks).toBeLessThanOrEqual(blocks.length);
        expect([...gathered[0]!.shares.share]).not.toContain(0);
        measures.forEach((measure, m) =>
          expect(
            peopleByFace(
              gathered[m]!,
              Int32Array.from({ length: FACES }, (_, face) => face),
            ),
          ).toEqual(peopleByFace(measure, ofFace)),
        );
      },
    ),
  );
});

it('blocks wholly on one face become one there; halves of people and unknown ones stay by themselves', () => {
  const whole = (residents: number) => ({ amounts: [1], faces: [2, 0, 1], residents, patients: 5 });
  const [residents] = gatherBlocks(measuresOf([100, 200, NaN, 10.5, 300].map(whole)), new Int32Array(FACES));
  expect([...residents!.values]).toEqual([600, NaN, 10.5]);
});
