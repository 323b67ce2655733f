/** Coordinate systems at the ends of their ranges: numbers of zones, and what positions can be. */
import { describe, expect, it } from 'vitest';
import { knownSystem } from '../../src/read/systems/known-systems.js';
import { prepareToRecognise, recogniseSystem } from '../../src/read/systems/recognise-system.js';

it('UTM has zones 1 to 60, north and south', () => {
  const known = ['32600', '32601', '32660', '32661', '32700', '32701', '32760', '32761'].map(
    (number) => knownSystem(`EPSG:${number}`) !== null,
  );
  expect(known).toEqual([false, true, true, false, false, true, true, false]);
});

describe('positions in a file that says nothing', () => {
  /** The system they can only be, or null where they are refused. */
  async function systemOf(minX: number, minY: number, maxX: number, maxY: number): Promise<string | null> {
    const bounds = { minX, minY, maxX, maxY };
    await prepareToRecognise(null, bounds);
    try {
      return recogniseSystem(null, bounds, 'f').id;
    } catch {
      return null;
    }
  }

  it('are on the British grid up to the ends of its range', async () => {
    expect(await systemOf(-10_000, -10_000, 700_000, 1_300_000)).toBe('EPSG:27700');
    expect(await systemOf(-10_001, 0, 700_000, 1_300_000)).toBeNull();
    expect(await systemOf(0, -10_001, 700_000, 1_300_000)).toBeNull();
    expect(await systemOf(0, 0, 700_001, 1_300_000)).toBeNull();
    expect(await systemOf(0, 0, 700_000, 1_300_001)).toBeNull();
  });

  it('are Web Mercator only where they reach into what no zone of metres has', async () => {
    expect(await systemOf(165_999, 7e6, 200_000, 7.1e6)).toBe('EPSG:3857');
    expect(await systemOf(166_000, 7e6, 200_000, 7.1e6)).toBeNull();
    expect(await systemOf(-1.25e6, 6.3e6, 2.5e5, 8.8e6)).toBe('EPSG:3857');
  });
});
