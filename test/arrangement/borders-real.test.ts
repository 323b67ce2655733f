/** Borders of real layers: how much of the border of integrated care boards runs along councils. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { borderTable } from '../../src/arrangement/border-table.js';
import { borderLengths, classifyBorder } from '../../src/arrangement/borders.js';
import { deviatingStretches } from '../../src/arrangement/deviating-stretches.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { findPatches } from '../../src/arrangement/patches.js';
import { findThinPatches } from '../../src/arrangement/thin-patches.js';
import { unitAreas } from '../../src/arrangement/unit-areas.js';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { haveRealData, realData } from '../real-data.js';

const read = (path: string) => {
  const bytes = readFileSync(realData(path));
  return makeLayer(readGeoJson(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, path), path);
};

/** Kilometres between units, and of deviating stretches by council, most first. */
function compare(pathA: string, pathB: string, tolerance: number) {
  const [a, b] = [read(pathA), read(pathB)];
  const arrangement = buildArrangement(
    [a, b].map((layer) => ({ unitCount: layer.codes.length, ...layer.land! })),
    geographicLattice,
  );
  const areas = [a, b].map((layer, l) => unitAreas(arrangement, l, layer.codes.length).ofUnit);
  const patches = findPatches(arrangement, 0, 1);
  const border = classifyBorder(
    arrangement,
    0,
    1,
    patches,
    findThinPatches(patches, areas[0]!, areas[1]!, tolerance),
  );
  const lengths = borderLengths(arrangement, border);
  const stretches = deviatingStretches(arrangement, border);
  const councils = new Map<string, number>();
  for (const { unitB, length } of stretches) {
    const name = b.names[unitB] ?? 'none';
    councils.set(name, (councils.get(name) ?? 0) + length / 1000);
  }
  return {
    ...lengths,
    share: 100 * (1 - lengths.between.deviating / lengths.between.total),
    rows: borderTable(arrangement, border, a.codes.length),
    stretches,
    councils: [...councils].sort((p, q) => q[1] - p[1]).map(([name, km]) => `${name} ${km.toFixed(1)}`),
    nameA: (unit: number) => a.names[unit]!,
  };
}

describe.skipIf(!haveRealData)('the border of integrated care boards against councils', () => {
  const boards = 'bgc/ICB24_BGC_from_LSOA21.geojson';

  it('deviates in the twelve shared councils and nowhere else, where no linework is shared', () => {
    const found = compare(boards, 'bgc/LAD25_BGC_UK_from_WD25.geojson.gz', 40);
    // Geodesics over all edges add up to 5,893,533.75 m.
    expect(found.between.total / 1000).toBeCloseTo(5893.53, 2);
    expect(found.share).toBeCloseTo(93.92, 2);
    expect(found.between.deviating / 1000).toBeCloseTo(358.14, 2);
    expect(found.councils).toEqual([
      'North Yorkshire 98.5',
      'Westmorland and Furness 66.7',
      'Cumberland 38.4',
      'Hart 25.9',
      'East Suffolk 25.3',
      'Buckinghamshire 24.3',
      'Waverley 17.9',
      'Vale of White Horse 16.7',
      'North Hertfordshire 12.8',
      'Guildford 12.0',
      'Surrey Heath 12.0',
      'Runnymede 7.4',
    ]);
    const [longest] = found.stretches;
    expect(found.nameA(longest!.unitLeft)).toContain('North East and North Cumbria');
    expect(found.nameA(longest!.unitRight)).toContain('Lancashire and South Cumbria');
    expect(longest!.maxDistance / 1000).toBeCloseTo(22, 1);
    const between = found.rows.filter((row) => row.neighbour !== -1);
    expect(between.reduce((sum, { total }) => sum + total, 0)).toBe(2 * found.between.total);
  });

  it('is the same share, and exact, where all linework is shared', () => {
    const found = compare(boards, 'bgc/LAD24_BGC_EW_from_LSOA21.geojson', 40);
    expect(found.share).toBeCloseTo(93.88, 2);
    expect(found.between.exact / (found.between.total - found.between.deviating)).toBeGreaterThan(0.9999);
    expect(found.outer).toMatchObject({ exact: found.outer.total, deviating: 0 });
    // Twelve, and Cherwell, which the lookup of that layer gives one area too many.
    const councils = found.councils.map((council) => council.replace(/ [\d.]+$/, ''));
    expect(councils).toHaveLength(13);
    expect(councils).toContain('Cherwell');
  });

  it('is much the same at 200 m', () => {
    const found = compare(
      'official/Integrated_Care_Boards_April_2023_EN_BSC.geojson',
      'official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson',
      400,
    );
    expect(found.share).toBeCloseTo(93.74, 2);
    expect(found.councils).toHaveLength(12);
    expect(found.councils[0]).toBe('North Yorkshire 95.0');
  });
});
