/** Rings that jump over the antimeridian, and caps around a pole, which do not. */
import { expect, test } from 'vitest';
import { antimeridianFindings } from '../../src/read/antimeridian.js';
import { recogniseSystem } from '../../src/read/systems/recognise-system.js';

const findings = (...positions: readonly [number, number][]): number => {
  const one = Uint32Array.of(0, 1);
  const shapes = {
    coordinates: Float64Array.from([...positions, positions[0]!].flat()),
    ringStart: Uint32Array.of(0, positions.length + 1),
    polygonStart: one,
    featureStart: one,
  };
  const system = recogniseSystem('EPSG:4326', null, 'f');
  return antimeridianFindings(shapes, system, Int32Array.of(0), { codes: ['A'], names: ['A'] }).length;
};

test('a cap drawn to its pole and along the antimeridian is as it should be', () => {
  expect(findings([-180, 80], [180, 80], [180, 90], [-180, 90])).toBe(0);
  expect(findings([-180, -90], [180, -90], [180, -60], [0, -65], [-180, -60])).toBe(0);
  expect(findings([-179.9999, 80], [180, 80], [180, 90], [-180, 89.9999])).toBe(0);
});

test('a ring that jumps elsewhere is told', () => {
  expect(findings([179, 50], [-179, 50], [-179, 52], [179, 52])).toBe(1);
  expect(findings([-180, 50], [180, 50], [180, 52], [-180, 52])).toBe(1);
  expect(findings([-179.999, 80], [180, 80], [180, 90], [-180, 90])).toBe(1);
  expect(findings([-180, 80], [180, 80], [180, 89.999], [-180, 89.999])).toBe(1);
});
