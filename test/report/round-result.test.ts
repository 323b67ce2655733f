import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, roundNumber } from '../../src/result/format-number.js';
import { parseResult } from '../../src/result/parse-result.js';
import { roundResult } from '../../src/result/round-result.js';
import { writeJson } from '../../src/result/write-json.js';
import { measuredResult, sampleResult } from './sample-result.js';

describe('figures of a result', () => {
  test('are rounded to the decimals of their column, and are the same in memory as in a saved result', () => {
    const { tables } = parseResult(writeJson(sampleResult));
    expect(tables).toEqual(sampleResult.tables);
    const place = measuredResult.tables[0]!.columns.findIndex(({ heading }) => heading === 'overlap_ha');
    expect(measuredResult.tables[0]!.rows[1]![place]).toBe(37041.2449);
    expect(sampleResult.tables[0]!.rows[1]![place]).toBe(37041.24);
  });

  test('outside tables have two places for hectares, three for metres, and shapes those of their table', () => {
    expect(measuredResult.findings.map(({ area_ha, width_m }) => [area_ha, width_m])).toEqual([
      [12.34567, null],
      [0.01, 1.23456],
    ]);
    expect(sampleResult.findings.map(({ area_ha, width_m }) => [area_ha, width_m])).toEqual([
      [12.35, null],
      [0.01, 1.235],
    ]);
    expect(sampleResult.reconciliation.map(({ difference }) => difference)).toEqual([0, 0, 0]);
    expect(sampleResult.shapes![0]!.properties['overlap_ha']).toBe(8134.26);
  });

  test('are rounded once: rounding again changes nothing', () => {
    expect(roundResult(sampleResult)).toEqual(sampleResult);
  });

  test('are the numbers that their decimal text reads as', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 0, max: 7 }),
        (value, places) => {
          expect(roundNumber(value, places)).toBe(Number(formatNumber(value, places)));
        },
      ),
    );
    for (const value of [1.005, -1.005, 0.5, 2.675, -0.001, 123456789.125, 1e15 + 0.3]) {
      expect(roundNumber(value, 2)).toBe(Number(formatNumber(value, 2)));
    }
  });
});
