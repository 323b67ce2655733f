/**
 * People of LSOA polygons on real files: councils and ICBs against the sums of lookups, wards against postcodes.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { unitAreas } from '../../src/arrangement/unit-areas.js';
import { buildLocator, locatePositions } from '../../src/arrangement/locate.js';
import { nodeFiles } from '../../src/cli/node-files.js';
import { arrangeLayers } from '../../src/measures/land/layer-arrangement.js';
import { britishNationalGrid, knownSystem } from '../../src/read/systems/known-systems.js';
import { loadProjection, projection } from '../../src/read/systems/projection.js';
import {
  againstNothing,
  placePolygons,
  type PlacedAgainst,
} from '../../src/measures/people/place-polygons.js';
import { Inputs } from '../../src/run/inputs.js';
import { loadLayers } from '../../src/run/load-layers.js';
import { runCommand } from '../cli/run-command.js';
import { haveRealData, realData } from '../real-data.js';

type Row = Record<string, string>;

function rowsOf(file: string): Row[] {
  const bytes = readFileSync(realData(file));
  return parse<Row>(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

const RESIDENTS = 'people/census21_residents_lsoa21.csv';
const BLOCKS = 'bgc/LSOA21_BGC_EW.geojson.gz';

const residents = (): Map<string, number> =>
  new Map(rowsOf(RESIDENTS).map((row) => [row['lsoa21_code']!, Number(row['total_residents'])]));

/** Residents of each unit by lookup. */
function byLookup(file: string, column: string): Map<string, number> {
  const people = residents();
  const sums = new Map<string, number>();
  for (const row of rowsOf(file))
    sums.set(row[column]!, (sums.get(row[column]!) ?? 0) + people.get(row['lsoa21_code']!)!);
  return sums;
}

/** Barnsley and Sheffield have new codes in 2025. */
const OLD_CODES: Readonly<Record<string, string>> = { E08000038: 'E08000016', E08000039: 'E08000019' };

interface Placed {
  /** Per cent by which each English unit is off what the lookup says, by name. */
  readonly councils: ReadonlyMap<string, number>;
  readonly icbs: ReadonlyMap<string, number>;
  readonly stderr: string;
}

async function place(icb: string, ltla: string): Promise<Placed> {
  const { code, stdout, stderr } = await runCommand([
    'overlap',
    realData(icb),
    realData(ltla),
    '--people',
    `people=${realData(RESIDENTS)}`,
    '--blocks',
    realData(BLOCKS),
    '--format',
    'csv',
  ]);
  expect(code, stderr).toBe(0);
  const rows = parse<Row>(stdout, { columns: true });
  const off = (id: string, truth: ReadonlyMap<string, number>): Map<string, number> =>
    new Map(
      rows.flatMap((row) => {
        const expected = truth.get(OLD_CODES[row[`${id}_code`]!] ?? row[`${id}_code`]!);
        if (expected === undefined || !row[`${id}_code`]!.startsWith('E')) return [];
        return [[row[`${id}_name`]!, 100 * (Number(row[`${id}_people`]) / expected - 1)]];
      }),
    );
  return {
    councils: off('ltla', byLookup('lookups/lookup_lsoa21_ward24_ltla24.csv.gz', 'ltla24_code')),
    icbs: off('icb', byLookup('lookups/lookup_lsoa21_icb24.csv.gz', 'icb24_code')),
    stderr,
  };
}

/** Names of the units that are off by more. */
const worse = (found: ReadonlyMap<string, number>, percent: number): string[] =>
  [...found].flatMap(([name, off]) => (Math.abs(off) > percent ? [name] : [])).sort();

const icb23 = 'official/Integrated_Care_Boards_April_2023_EN_BSC.geojson';

describe.skipIf(!haveRealData)('residents of LSOAs', () => {
  it('come to councils of 200 m as by lookup: three are off by over 1 %, none by 1.5, no ICB by 0.1', async () => {
    const { councils, icbs, stderr } = await place(
      icb23,
      'official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson',
    );
    expect([councils.size, icbs.size]).toEqual([296, 42]);
    expect(worse(councils, 1)).toEqual(['Brent', 'Cherwell', 'Westminster']);
    expect(worse(councils, 1.5)).toEqual([]);
    expect(Math.abs(councils.get('City of London')!)).toBeLessThan(1);
    expect(worse(icbs, 0.1)).toEqual([]);
    expect(stderr).not.toContain('use a lookup or finer files');
  });

  it.each([
    ['LAD25_BGC_UK_from_WD25.geojson.gz', ['Cherwell']],
    ['LAD24_BGC_EW_from_LSOA21.geojson', []],
  ])('come to councils of 20 m as by lookup: %s', async (file, exceptions) => {
    const { councils, icbs } = await place('bgc/ICB24_BGC_from_LSOA21.geojson', `bgc/${file}`);
    expect([councils.size, icbs.size]).toEqual([296, 42]);
    expect(worse(councils, 0.5)).toEqual(exceptions);
    expect(worse(icbs, 0.1)).toEqual([]);
  });

  it('come with a warning to councils of 500 m, which are coarser than blocks in towns', async () => {
    const { stderr } = await place(
      icb23,
      'official/Local_Authority_Districts_May_2024_Boundaries_UK_BUC.geojson',
    );
    expect(stderr).toMatch(
      /warning: councils[^:]*: [\d,]+ people \(2\.1 %\) in blocks of which no unit has three quarters/,
    );
  });
});

/** People of one block by ward. */
type ByWard = ReadonlyMap<string, number>;

describe.skipIf(!haveRealData)('wards that LSOAs do not nest in', () => {
  it('have no more residents misplaced, as postcodes show, than by plain area share', async () => {
    const sources = [
      { id: 'ward', path: realData('messy/Trafford_wards_2023_every_ward_twice.geojson') },
      { id: 'lsoa', path: realData(BLOCKS) },
    ];
    const { layers } = await loadLayers(new Inputs(nodeFiles), sources, {}, () => undefined);
    const [wards, blocks] = [layers[0]!, layers[1]!];
    const { arrangement } = arrangeLayers([wards, blocks], false);
    const { sets, ofFace } = arrangement.labels[1]!;

    // Postcodes of Trafford, each with the ward that its publisher gives it, by the LSOA it lies in.
    await loadProjection();
    const toDegrees = projection()(knownSystem(britishNationalGrid)!.definition, 'EPSG:4326');
    const postcodes = rowsOf('people/codepoint_england.csv.gz').filter((row) => row['lad'] === 'E08000009');
    const positions = postcodes.flatMap((row) =>
      toDegrees.forward([Number(row['easting']), Number(row['northing'])]),
    );
    const faces = locatePositions(buildLocator(arrangement), Float64Array.from(positions));
    const counts = new Map<number, Map<string, number>>();
    postcodes.forEach((row, i) => {
      for (const block of sets.members(ofFace[faces[i]!]!)) {
        const ofBlock = counts.get(block) ?? new Map<string, number>();
        const ward = row['ward']!.trim();
        counts.set(block, ofBlock.set(ward, (ofBlock.get(ward) ?? 0) + 1));
      }
    });

    const people = residents();
    const values = Float64Array.from(blocks.codes, (code) => people.get(code)!);
    const against: PlacedAgainst = {
      ...againstNothing(arrangement),
      layers: [{ layer: wards, position: 0, areas: unitAreas(arrangement, 0, wards.codes.length).ofUnit }],
      // Wards generalised to 200 m, blocks to 20 m.
      toleranceTo: () => 220,
      isGiven: false,
    };
    const misplaced = (how: PlacedAgainst): number => {
      const { start, face, share } = placePolygons(arrangement, blocks, 1, how, values).shares;
      let sum = 0;
      for (const [block, ofBlock] of counts) {
        // Blocks of other councils that a few postcodes of Trafford lie in say nothing of their other postcodes.
        const all = [...ofBlock.values()].reduce((total, count) => total + count, 0);
        if (all < 10) continue;
        const found = new Map<string, number>();
        for (let i = start[block]!; i < start[block + 1]!; i++) {
          const ward = wards.codes[arrangement.labels[0]!.ofFace[face[i]!]!] ?? '';
          found.set(ward, (found.get(ward) ?? 0) + share[i]!);
        }
        sum +=
          values[block]! * distance(found, new Map([...ofBlock].map(([ward, count]) => [ward, count / all])));
      }
      return Math.round(sum);
    };
    const [byRule, byArea] = [misplaced(against), misplaced(againstNothing(arrangement))];
    expect(counts.size).toBeGreaterThan(135);
    const whole = misplaced({ ...against, place: 'whole' });
    expect(byRule).toBeLessThan(byArea);
    expect(byRule).toBeLessThan(whole);
    // Of 234,987 residents: by the rule, by plain area share, blocks placed whole.
    expect([byRule, byArea, whole]).toEqual([15_368, 16_764, 25_510]);
  });
});

/** The share that is in other wards by one of two accounts. */
const distance = (p: ByWard, q: ByWard): number =>
  [...new Set([...p.keys(), ...q.keys()])].reduce(
    (sum, ward) => sum + Math.abs((p.get(ward) ?? 0) - (q.get(ward) ?? 0)),
    0,
  ) / 2;
