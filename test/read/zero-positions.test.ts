/** A vertex at 0, 0 is told where its ring is elsewhere. */
import { expect, it } from 'vitest';
import type { Finding } from '../../src/trouble/finding.js';
import { zeroPositionFindings } from '../../src/read/zero-positions.js';

const units = { codes: ['A', 'B'], names: ['Ashby', 'Bexhill'] };
/** One ring a feature, of unit A and B by turns. */
function findingsOf(...rings: number[][]): Finding[] {
  let end = 0;
  const starts = [0, ...rings.map((ring) => (end += ring.length / 2))];
  const each = Uint32Array.from(starts, (_, i) => i);
  return zeroPositionFindings(
    {
      coordinates: Float64Array.from(rings.flat()),
      ringStart: Uint32Array.from(starts),
      polygonStart: each,
      featureStart: each,
    },
    Int32Array.from(rings, (_, i) => i % 2),
    units,
  );
}
const square = [10, 10, 10, 11, 11, 11, 11, 10, 10, 10];

it('is a finding with unit and place, one a unit', () => {
  const stray = [10, 10, 0, 0, 11, 11, 11, 10, 10, 10];
  const found = findingsOf(square, stray, square, stray);
  expect(found).toMatchObject([
    { finding: 'stray-position', severity: 'error', code: 'B', name: 'Bexhill', position: [0, 0] },
  ]);
  expect(found[0]!.detail).toMatch(/^feature 2 has a position at 0, 0/);
});

it('is one where it begins the ring, and in every quarter of the plane', () => {
  for (const [x, y] of [[1, 1], [-1, 1], [1, -1], [-1, -1]] as const)
    expect(findingsOf([0, 0, 10 * x, 10 * y, 11 * x, 11 * y, 11 * x, 10 * y, 0, 0])).toHaveLength(1); // prettier-ignore
});

it('is none where the ring is there, up to as far away as it is wide', () => {
  expect(findingsOf([0, 0, 0, 1, 1, 1, 1, 0, 0, 0])).toEqual([]);
  const away = (x: number): number[] => [0, 0, x, 0, x, 1, x + 1, 0, 0, 0];
  expect(findingsOf(away(1))).toEqual([]);
  expect(findingsOf(away(1.01))).toHaveLength(1);
  expect(findingsOf([0, 0, 0, 0, 0, 0, 0, 0])).toEqual([]);
  expect(findingsOf(square)).toEqual([]);
});
