/**
 * Published and messy files as they are, and what `check` says of them.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bringTogether } from '../../src/read/common-system.js';
import { readBoundaryFile } from '../../src/read/formats/formats.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { boundsOf } from '../../src/layer/coordinate-system.js';
import { prepareToRecognise } from '../../src/read/systems/recognise-system.js';
import { loadProjection } from '../../src/read/systems/projection.js';
import type { Report } from '../../src/measures/report.js';
import { haveRealData, realData } from '../real-data.js';
import { check, kindOf } from './check-drawn.js';

beforeAll(loadProjection);

async function checkFile(path: string, system?: string): Promise<Report> {
  const { table } = await readBoundaryFile(new Uint8Array(readFileSync(realData(path))), path);
  await prepareToRecognise(table.statedSystem, boundsOf(table.shapes.coordinates));
  const layer = makeLayer(table, path, () => ({
    lenient: true,
    ...(system === undefined ? {} : { system }),
  }));
  const common = await bringTogether([layer], []);
  return check(common.layers, { planar: common.planar, toDegrees: (positions) => positions });
}

const codes = (report: Report, kind: string): string[] => kindOf(report, kind).map(({ code }) => code);

describe.skipIf(!haveRealData)('official files', () => {
  test('councils 2024 at 200 m: nine units, each named with what is odd about it', async () => {
    const report = await checkFile('official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson');
    const touching = kindOf(report, 'ring-touches-itself');
    expect(touching.map(({ name }) => name)).toEqual([
      'East Hampshire',
      'Mid Sussex',
      'Highland',
      'Argyll and Bute',
    ]);
    for (const { severity, detail } of touching) {
      expect(severity).toBe('info');
      expect(detail).toContain('one place twice');
      expect(detail).toContain('its area is unaffected');
    }
    expect(kindOf(report, 'ring-crosses-itself')).toEqual([]);
    // Holes drawn as further parts; all are thinner than the 200 m that the file is accurate to.
    expect(codes(report, 'parity-and-union-differ')).toEqual([]);
    expect(codes(report, 'nested-shells').sort()).toEqual([
      'N09000011',
      'S12000013',
      'S12000017',
      'S12000023',
      'S12000027',
      'S12000034',
    ]);
    expect(codes(report, 'overlap')).toEqual([]);
  });

  test('ICBs 2024 at 20 m do not overlap and leave no gap', async () => {
    const report = await checkFile('bgc/ICB24_BGC_from_LSOA21.geojson');
    for (const kind of ['overlap', 'same-land', 'unit-within-unit', 'gap', 'rounding-overlap']) {
      expect(kindOf(report, kind)).toEqual([]);
    }
    expect(report.findings.every(({ severity }) => severity === 'info')).toBe(true);
  });

  test('networks drawn by their practices overlap by nature: one figure for all of it', async () => {
    const report = await checkFile('pcn/PCN_2021_practice_drawn_overlapping.geojson');
    expect(kindOf(report, 'overlap')).toEqual([]);
    const [double] = kindOf(report, 'double-cover');
    expect(double!.area! / 1e4 / (report.footprints[0]! / 1e4)).toBeGreaterThan(0.3);
    expect(kindOf(report, 'gap').every(({ severity }) => severity === 'info')).toBe(true);
  });
});

describe.skipIf(!haveRealData)('messy files', () => {
  test('every ward twice: 21 duplicates, no doubled land', async () => {
    const report = await checkFile('messy/Trafford_wards_2023_every_ward_twice.geojson');
    expect(kindOf(report, 'duplicate-code')).toHaveLength(21);
    expect(kindOf(report, 'repeated-polygon')).toHaveLength(21);
    expect(kindOf(report, 'same-land')).toEqual([]);
    expect(kindOf(report, 'double-cover')).toEqual([]);
    expect(report.footprints[0]! / 1e4).toBeCloseTo(10_606, -2);
  });

  test('precincts in US feet: ten gaps of 0.3 to 149 hectares, no overlap', async () => {
    const report = await checkFile('messy/Denver_precincts_2018_gaps_and_overlaps_feet.geojson');
    const gaps = kindOf(report, 'gap');
    expect(gaps).toHaveLength(10);
    expect(gaps[0]!.area! / 1e4).toBeCloseTo(149.46, 1);
    expect(kindOf(report, 'overlap')).toEqual([]);
    expect(gaps.every(({ position }) => position![0] < -104.5 && position![0] > -105.2)).toBe(true);
  });

  test('all vintages of combined authorities in one file: units within units, and one twice', async () => {
    const report = await checkFile('messy/Combined_authorities_2014_to_2025_in_one_layer.geojson');
    expect(kindOf(report, 'same-land').map(({ code, otherCode }) => [code, otherCode])).toEqual([
      ['E47000005', 'E47000014'],
    ]);
    expect(kindOf(report, 'unit-within-unit')).toHaveLength(4);
  });

  test('a file whose only field says nothing: told, and checked by feature numbers', async () => {
    const report = await checkFile('messy/West_Sussex_PCN_2019_all_rings_invalid.geojson');
    expect(kindOf(report, 'no-code-field')).toMatchObject([{ severity: 'error' }]);
    expect(codes(report, 'spike')).toHaveLength(21);
    expect(codes(report, 'doubled-vertex')).toHaveLength(21);
  });

  test('metres that could be anything are refused, and taken once their system is given', async () => {
    const path = 'messy/Kanpur_wards_metres_without_crs.geojson';
    await expect(checkFile(path)).rejects.toThrow(
      /Web Mercator, they would lie about longitude 80\.34.*--crs/,
    );
    const report = await checkFile(path, 'EPSG:3857');
    expect(kindOf(report, 'overlap').length).toBeGreaterThan(100);
    expect(kindOf(report, 'gap').length).toBeGreaterThan(300);
  });

  test.each([
    ['messy/Kochi_wards_newline_delimited.geojson', { 'missing-code': 6, overlap: 6, gap: 7 }],
    ['messy/Hyderabad_wards_osm_export.geojson', { 'missing-code': 0, overlap: 0, gap: 3 }],
  ])('%s', async (path, expected) => {
    const report = await checkFile(path);
    for (const [kind, count] of Object.entries(expected)) expect(kindOf(report, kind)).toHaveLength(count);
  });

  test.each([
    ['formats/Local_Authority_Districts_December_2022_UK_BGC_quantised_BNG_no_crs.topojson', 374],
    ['formats/Local_Authority_Districts_May_2025_UK_BGC_quantised.topojson', 361],
  ])('%s: quantised, so rings cross and slivers open, and all units are there', async (path, units) => {
    const report = await checkFile(path);
    expect(report.summary[1]).toContain(`${units} councils`);
    expect(kindOf(report, 'ring-crosses-itself').length).toBeGreaterThan(50);
    expect(kindOf(report, 'overlap').length).toBeGreaterThan(0);
    expect(kindOf(report, 'no-area')).toEqual([]);
  });
});
