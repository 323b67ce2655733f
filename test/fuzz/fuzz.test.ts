/**
 * Damaged files of every format by the hundred: each is read or refused with a message, nothing is half written, nothing
 * hangs. `npm run fuzz` goes on for as long as it is told to.
 */
import { expect, it } from 'vitest';
import { openCases, runCase } from './run-case.js';

/** Cases that failed once, by what was wrong with them, are tests of the readers concerned. */
const CASES = 1500;
const SLOWEST = 10_000;

it(`${CASES} damaged files end with an answer or a message`, async () => {
  const seeds = await openCases();
  const faults: string[] = [];
  const ends = new Map<number | null, number>();
  for (let number = 0; number < CASES; number++) {
    const { file, command, code, fault, milliseconds } = await runCase(seeds, number);
    ends.set(code, (ends.get(code) ?? 0) + 1);
    if (fault !== null) faults.push(`${number} ${file} (${command.join(' ')}): ${fault}`);
    if (milliseconds > SLOWEST) faults.push(`${number} ${file}: took ${Math.round(milliseconds)} ms`);
  }
  expect(faults).toEqual([]);
  // Both ends are met: damage that is noticed, and damage that leaves a file sound.
  expect(ends.get(0)).toBeGreaterThan(CASES / 10);
  expect(ends.get(2)).toBeGreaterThan(CASES / 10);
});

it('every seed is read where it is sound', async () => {
  const seeds = await openCases();
  for (const [i, seed] of seeds.entries())
    for (let c = 0; c < seed.commands.length; c++) {
      const { command, code, fault } = await runCase([{ ...seed, commands: [seed.commands[c]!] }], 0);
      expect([seed.file, command, code, fault], String(i)).toEqual([seed.file, command, 0, null]);
    }
});
