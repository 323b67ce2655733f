/** The succession of April 2026 on the embedded figures, and the changes of July 2022 on real files. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/measures/compare/compare.js';
import { cellsOf, england, recordsOf } from './compare-drawn.js';

// From, to, LSOAs, people, per cent of the earlier ICB.
const SUCCESSION = `E54000022 E54000068 624 1032520 100.00
E54000023 E54000066 206 341014 34.61
E54000023 E54000068 377 644316 65.39
E54000024 E54000065 587 998757 100.00
E54000025 E54000065 702 1178601 78.67
E54000025 E54000066 185 319649 21.33
E54000026 E54000066 720 1199535 100.00
E54000027 E54000071 1183 2092982 100.00
E54000028 E54000071 806 1410350 100.00
E54000034 E54000067 105 174249 22.80
E54000034 E54000069 95 153488 20.08
E54000034 E54000070 255 436606 57.12
E54000042 E54000067 1126 1823983 100.00
E54000044 E54000070 1056 1778215 100.00
E54000056 E54000065 527 914695 100.00
E54000063 E54000069 624 1049641 100.00
E54000064 E54000069 1029 1705587 100.00`;

describe('ICBs of 2024 and of April 2026', () => {
  const request = england(['icb_2024', 'icb_2026', 'ltla', 'utla']);
  const report = compare({ ...request, planar: false, tolerance: 'auto', sensitivity: false });

  it('have the succession that is known, row by row', () => {
    const rows = recordsOf(report, 'units')
      .filter(({ change }) => change !== 'unchanged')
      .map((row) =>
        [
          row['before_code'],
          row['after_code'],
          row['people_blocks'],
          row['people'],
          (row['pct_of_before_people'] as number).toFixed(2),
        ].join(' '),
      );
    expect(rows).toEqual(SUCCESSION.split('\n'));
  });

  it('are 12 abolished, 6 created, 1 enlarged and 29 unchanged', () => {
    const tally = new Map<string, number>();
    for (const [vintage, change] of cellsOf(report, 'summary', ['vintage', 'change'])) {
      const key = `${vintage as string} ${change as string}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(tally)).toEqual({
      'icb_2024 unchanged': 29,
      'icb_2024 abolished': 12,
      'icb_2024 enlarged': 1,
      'icb_2026 unchanged': 29,
      'icb_2026 created': 6,
      'icb_2026 enlarged': 1,
    });
    expect(report.summary[0]).toContain('29 unchanged, 1 enlarged, 12 abolished, 6 created');
  });

  it('bring 10,207 LSOAs into a unit with another code', () => {
    expect(report.summary.join(' ')).toContain('10,207 small areas');
  });

  it('leave 5 of 12 councils shared, and 133,486 people outside the main ICB', () => {
    const figures = recordsOf(report, 'effect')
      .filter(({ quantity }) => quantity === 'units_shared' || quantity === 'outside_main')
      .map((row) => [row['against'], row['quantity'], row['before'], row['after']].join(' '));
    expect(figures).toEqual([
      'ltla units_shared 12 5',
      'ltla outside_main 386898 133486',
      'utla units_shared 10 5',
      'utla outside_main 1258478 133486',
    ]);
  });
});
