/** A result whose sums do not hold gives no numbers; that a run obeys its laws can be asked for. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReconciliationLine, Result } from '../../src/result/result.js';
import { lawsOfSums, refuseBroken } from '../../src/run/laws-of-sums.js';
import { parseResult } from '../../src/result/parse-result.js';
import { runCommand } from '../cli/run-command.js';

const line = (quantity: string, difference: number): ReconciliationLine => ({
  layer: 'icb',
  quantity,
  total: 100,
  in_rows: 100 - difference,
  in_slivers: 0,
  outside: 0,
  left_out: 0,
  multiply_covered: 0,
  difference,
});
const withLines = (...reconciliation: ReconciliationLine[]): Result =>
  ({ reconciliation, tables: [] }) as unknown as Result;

describe('sums', () => {
  it.each([
    ['hectares', 0.001, true],
    ['hectares', 0.00101, false],
    ['hectares', -0.00101, false],
    ['residents', 0.001, true],
    ['residents', 1, false],
  ])('%s off by %d: held is %s', (quantity, difference, held) => {
    const laws = lawsOfSums(withLines(line(quantity, difference)), false);
    expect(laws.map((law) => law.held)).toEqual([held]);
    if (held) expect(() => refuseBroken(laws)).not.toThrow();
    else expect(() => refuseBroken(laws)).toThrow(/a law of this run does not hold.*off by/);
  });

  it('of people are not looked at where a disclosure rule rounded them', () => {
    expect(lawsOfSums(withLines(line('residents', 3), line('hectares', 0)), true)).toHaveLength(1);
  });
});

describe('--verify', () => {
  const region = (file: string): string => resolve('data/region', file);

  it('says every law, the most that anything is off, and what is allowed; the document keeps them', async () => {
    const argv = ['overlap', region('icb.geojson'), region('ltla.geojson'), '--verify'];
    const ran = await runCommand([...argv, '--json']);
    expect(ran.code).toBe(0);
    const { verification = [] } = parseResult(ran.stdout);
    expect(verification.map(({ held }) => held)).toEqual(verification.map(() => true));
    expect(verification.length).toBe(8);
    expect(verification.every(({ checked }) => checked > 0)).toBe(true);
    const told = ran.stderr.split('\n').filter((text) => text.startsWith('verified: '));
    expect(told).toHaveLength(8);
    expect(told[0]).toMatch(/^verified: borders meet at their ends only: [\d,]+ compared, 0 crossings$/);
  });

  it('is not there where it was not asked for, and works where there are no shapes', async () => {
    const plain = await runCommand(['overlap', region('icb.geojson'), region('ltla.geojson'), '--json']);
    expect(parseResult(plain.stdout).verification).toBeUndefined();
    const figures = await runCommand(['overlap', 'england:icb', 'england:utla', '--verify', '--json']);
    expect(figures.code).toBe(0);
    expect(parseResult(figures.stdout).verification?.map(({ unit }) => unit)).toEqual(['people']);
  });
});
