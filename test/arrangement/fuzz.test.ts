/**
 * The fuzzer: messy maps by the hundred, each checked for everything that must hold.
 *
 * It takes a few seconds; COTERMINOUS_FUZZ_SECONDS makes it longer, COTERMINOUS_FUZZ_SEED starts elsewhere. A failing
 * seed is named, and belongs into the list of seeds below.
 */
import { describe, expect, it } from 'vitest';
import { faultsOfSeed } from './fuzz-case.js';

const seconds = Number(process.env['COTERMINOUS_FUZZ_SECONDS'] ?? 8);
const firstSeed = Number(process.env['COTERMINOUS_FUZZ_SEED'] ?? 1);

/**
 * Seeds that failed once: which of two features lost a repeated polygon went by their order; a sum of huge faces; repeats
 * on faces so small that their area is rounded below nothing.
 */
const seedsThatFailed = [773238618, 5679, 206, 393];

describe('messy maps by chance', () => {
  it.each(seedsThatFailed)('seed %i, which failed once', (seed) => {
    expect(faultsOfSeed(seed)).toEqual([]);
  });

  it(
    `are planar, close, add up and keep their labels, for ${seconds} s`,
    () => {
      const end = performance.now() + seconds * 1000;
      let seed = firstSeed;
      for (; performance.now() < end; seed++) expect(faultsOfSeed(seed)).toEqual([]);
      expect(seed - firstSeed).toBeGreaterThan(20);
    },
    seconds * 1000 + 120_000,
  );
});
