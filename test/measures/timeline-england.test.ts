/**
 * The timeline of England from 2021 to 2026 against councils of 2024, worked out again from the published lookups alone:
 * LSOA by LSOA, by rules written here. An LSOA with a new code in 2021 is where its middle lies in the footprints of the
 * time; those of 2026 follow from the announced succession.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/measures/compare/compare.js';
import { haveRealData, realData } from '../real-data.js';
import { england, recordsOf } from './compare-drawn.js';

type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [head, ...lines] = text.trim().split('\n').map(cellsOfLine);
  return lines.map((cells) => Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? ''])));
}

const cellsOfLine = (line: string): string[] =>
  [...line.replace(/\r$/, '').matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );

type Ring = readonly (readonly [number, number])[];
interface Area {
  readonly code: string;
  readonly rings: readonly Ring[];
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
}

function areasOf(path: string, field: string): Area[] {
  const bytes = readFileSync(path);
  const { features } = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as {
    features: { properties: Record<string, string>; geometry: { type: string; coordinates: unknown } }[];
  };
  return features.map(({ properties, geometry: { type, coordinates } }) => {
    const rings = type === 'Polygon' ? (coordinates as Ring[]) : (coordinates as Ring[][]).flat();
    const extreme = (axis: 0 | 1, pick: (p: number, q: number) => number): number =>
      rings.reduce(
        (all, ring) => ring.reduce((of, point) => pick(of, point[axis]), all),
        pick(Infinity, -Infinity) > 0 ? -Infinity : Infinity,
      );
    return {
      code: properties[field]!,
      rings,
      box: [extreme(0, Math.min), extreme(1, Math.min), extreme(0, Math.max), extreme(1, Math.max)],
    };
  });
}

const holds = (
  { rings, box: [west, south, east, north] }: Area,
  [x, y]: readonly [number, number],
): boolean =>
  x >= west &&
  x <= east &&
  y >= south &&
  y <= north &&
  rings.reduce(
    (inside, ring) =>
      ring.reduce((odd, [x1, y1], i) => {
        const [x2, y2] = ring[(i + 1) % ring.length]!;
        return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !odd : odd;
      }, inside),
    false,
  );

/** A point well inside: the middle of the longest stretch that the area has of a line across it, so far up; none between islands. */
function pointIn(area: Area, part: number): (readonly [number, number])[] {
  const ys = area.rings.flat().map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const y = low + (high - low) * part;
  const xs = area.rings
    .flatMap((ring) =>
      ring.flatMap(([x1, y1], i) => {
        const [x2, y2] = ring[(i + 1) % ring.length]!;
        return y1 > y !== y2 > y ? [((x2 - x1) * (y - y1)) / (y2 - y1) + x1] : [];
      }),
    )
    .sort((p, q) => p - q);
  let best = 0;
  for (let i = 0; i + 1 < xs.length; i += 2) if (xs[i + 1]! - xs[i]! > xs[best + 1]! - xs[best]!) best = i;
  return xs.length < 2 ? [] : [[(xs[best]! + xs[best + 1]!) / 2, y]];
}

const nearestTo = ([x, y]: readonly [number, number], areas: readonly Area[]): string =>
  areas
    .map(({ code, rings }) => ({
      code,
      far: rings
        .flat()
        .reduce((least, [x1, y1]) => Math.min(least, Math.hypot((x1 - x) * 0.6, y1 - y)), Infinity),
    }))
    .reduce((least, area) => (area.far < least.far ? area : least)).code;

/** ICBs of 2026: whole successors, and the three that were split, by sub-ICB location or council. */
const WHOLE: Readonly<Record<string, string>> = {
  QMM: 'T6Y0W',
  QHG: 'S1Y5D',
  QH8: 'D7T5G',
  QRV: 'Z9B2Z',
  QMJ: 'Z9B2Z',
  QU9: 'S0E4D',
  QUE: 'S1Y5D',
  QXU: 'S9B9J',
  QNX: 'S9B9J',
};
function icbOf2026(icb: string, sicbl: string, council: string): string {
  if (icb === 'QJG') return sicbl === '06T' ? 'D7T5G' : 'T6Y0W';
  if (icb === 'QM7') return sicbl === '07H' ? 'D7T5G' : 'S1Y5D';
  if (icb === 'QNQ') {
    if (['Hart', 'Rushmoor'].includes(council)) return 'QRL';
    return ['Surrey Heath', 'Guildford', 'Waverley', 'Runnymede'].includes(council) ? 'S9B9J' : 'S0E4D';
  }
  return WHOLE[icb] ?? icb;
}

describe.skipIf(!haveRealData)('the timeline of ICBs 2021 to 2026, from the lookups alone', () => {
  it('has the shared councils and the people outside the main ICB at each date, of both tiers', () => {
    const old21 = new Map(
      rowsOf(realData('lookups/lookup_lsoa11_ccg21_stp21_ltla21.csv.gz')).map((row) => [
        row['lsoa11_code']!,
        row['stp21_code']!,
      ]),
    );
    const old22 = new Map(
      rowsOf(realData('lookups/lookup_lsoa11_sicbl22_icb22_ltla22.csv.gz')).map((row) => [
        row['lsoa11_code']!,
        row['icb22_code']!,
      ]),
    );
    const councils = new Map(
      rowsOf(realData('lookups/lookup_lsoa21_ward24_ltla24.csv.gz')).map((row) => [row['lsoa21_code']!, row]),
    );
    const people = new Map(
      rowsOf(realData('people/census21_residents_lsoa21.csv')).map((row) => [
        row['lsoa21_code']!,
        Number(row['total_residents']),
      ]),
    );
    const upper = new Map(
      rowsOf('data/england/atoms.csv').map((row) => [row['ltla_code']!, row['utla_code']!]),
    );
    const lsoas = rowsOf(realData('lookups/lookup_lsoa21_icb24.csv.gz'));
    const fresh = new Set(lsoas.map((row) => row['lsoa21_code']!).filter((code) => !old21.has(code)));
    expect(fresh.size).toBe(1945);
    const points = new Map<string, (readonly [number, number])[]>(
      areasOf(realData('bgc/LSOA21_BGC_EW.geojson.gz'), 'LSOA21CD')
        .filter(({ code }) => fresh.has(code))
        .map((area) => [
          area.code,
          [0.4871, 0.2913, 0.7131, 0.9713, 0.9131].flatMap((part) => pointIn(area, part)),
        ]),
    );
    const [stps, icbs] = [
      areasOf(realData('bgc/STP21_BGC_from_LSOA11.geojson'), 'STP21CD'),
      areasOf(realData('bgc/ICB22_BGC_from_LSOA11.geojson'), 'ICB22CD'),
    ];
    // On a coast that was redrawn all points may lie in none: the nearest footprint is the one it was added to.
    const inArea = (areas: readonly Area[], code: string): string => {
      const found = points
        .get(code)!
        .flatMap((point) => areas.find((area) => holds(area, point))?.code ?? []);
      expect(new Set(found).size, code).toBeLessThan(2);
      return found[0] ?? nearestTo(points.get(code)![0]!, areas);
    };

    const cells = new Map<string, Map<string, Map<string, number>>>();
    const add = (key: string, council: string, board: string, amount: number): void => {
      const byCouncil = cells.get(key) ?? new Map<string, Map<string, number>>();
      cells.set(key, byCouncil);
      const byBoard = byCouncil.get(council) ?? new Map<string, number>();
      byCouncil.set(council, byBoard);
      byBoard.set(board, (byBoard.get(board) ?? 0) + amount);
    };
    for (const row of lsoas) {
      const code = row['lsoa21_code']!;
      // This best-fit row says Cherwell; the LSOA lies in West Northamptonshire, as its name says.
      const council =
        code === 'E01027305'
          ? { ltla24_code: 'E06000062', ltla24_name: 'West Northamptonshire' }
          : councils.get(code)!;
      const boards = {
        2021: old21.get(code) ?? inArea(stps, code),
        2022: old22.get(code) ?? inArea(icbs, code),
        2024: row['icb24_code_nhs']!,
        2026: icbOf2026(row['icb24_code_nhs']!, row['sicbl24_code_nhs']!, council['ltla24_name']!),
      };
      for (const [year, board] of Object.entries(boards)) {
        add(`ltla ${year}`, council['ltla24_code']!, board, people.get(code)!);
        add(`utla ${year}`, upper.get(council['ltla24_code']!)!, board, people.get(code)!);
      }
    }
    const recomputed = [...cells]
      .sort(([p], [q]) => (p < q ? -1 : 1))
      .map(([key, byCouncil]) => {
        const shared = [...byCouncil.values()].filter((boards) => boards.size > 1);
        const outside = shared.reduce((sum, boards) => {
          const parts = [...boards.values()];
          return sum + parts.reduce((all, part) => all + part, 0) - Math.max(...parts);
        }, 0);
        return `${key} ${shared.length} of ${byCouncil.size}, ${outside}`;
      });

    const request = england(['stp_2021', 'icb_2022', 'icb_2024', 'icb_2026', 'ltla', 'utla']);
    const report = compare({ ...request, planar: false, tolerance: 'auto', sensitivity: false, vintages: 4 });
    const told = recordsOf(report, 'timeline').map(
      (row) =>
        `${row['against'] as string} ${row['vintage'] as string} ${row['units_shared'] as number} of ${row['units_held'] as number}, ${row['people_outside_main'] as number}`,
    );
    expect(told).toEqual(recomputed);
    expect(told).toEqual([
      'ltla 2021 16 of 296, 617862',
      'ltla 2022 13 of 296, 393612',
      'ltla 2024 12 of 296, 386898',
      'ltla 2026 5 of 296, 133486',
      'utla 2021 15 of 153, 1607246',
      'utla 2022 11 of 153, 1265192',
      'utla 2024 10 of 153, 1258478',
      'utla 2026 5 of 153, 133486',
    ]);
  }, 120_000);
});
