/** Headline figures of England, ICB 2024 by council 2024, counted from lookups of LSOAs without any geometry. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestFit, weakBestFits } from '../../src/measures/metrics/best-fit.js';
import { overlapMatrix, partsOf, transpose, type OverlapMatrix } from '../../src/measures/metrics/matrix.js';
import { metricRows } from '../../src/measures/metrics/metric-rows.js';
import { shareInWholeAreasByRow } from '../../src/measures/metrics/whole-areas.js';
import { haveRealData, realData } from '../real-data.js';

describe.skipIf(!haveRealData)('ICBs and councils of England, residents of Census 2021', () => {
  // The one LSOA of Cherwell (1,914 people) that the best-fit lookup puts in a council of another ICB.
  const artefact = 'E54000059,E07000177,1,1914';

  function counted(): OverlapMatrix {
    const pairs = readFileSync(realData('expected/oracle_icb24_lad24.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => !line.startsWith(artefact))
      .map((line) => line.split(','));
    const icbs = [...new Set(pairs.map(([icb]) => icb!))].sort();
    const councils = [...new Set(pairs.map(([, council]) => council!))].sort();
    const cells = pairs.map(([icb, council, , people]) => ({
      row: icbs.indexOf(icb!),
      column: councils.indexOf(council!),
      value: Number(people),
    }));
    return overlapMatrix(icbs.length, councils.length, cells);
  }

  it('share 12 councils, with 386,898 people outside the main ICB', () => {
    const rows = metricRows(counted(), 'residents', 'people');
    const value = (id: string): number | null => rows.find((row) => row.metric === id)!.value;
    expect(value('units_shared')).toBe(12);
    expect(value('outside_main')).toBe(386_898);
  });

  it('leave 28 ICBs made of whole councils', () => {
    const shares = shareInWholeAreasByRow(counted());
    expect(shares.filter((share) => share === 1)).toHaveLength(28);
  });

  it('have the 12 shared councils as the only best fits below 100 %', () => {
    const councils = transpose(counted());
    const weak = weakBestFits(councils, 1);
    expect(weak).toHaveLength(12);
    for (const council of weak) expect(partsOf(councils, council).length).toBeGreaterThan(1);
    expect(bestFit(councils).partner).not.toContain(-1);
  });
});
