/**
 * Small files with the names that the examples of help and documents use: two ICBs, four councils, eight small areas.
 *
 *     ┌──┬──┬──┬──┐     councils 1 to 4 from west to east, each of two small areas one above the other;
 *     │1 │2 │3 │4 │     the border of the ICBs runs through the third, so that it is shared
 *     └──┴──┴──┴──┘
 */
import { collection, feature, polygon, square, type Position } from './small-files.js';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const council = (n: number): string => `E0600000${n}`;
const lsoa = (n: number): string => `E0100000${n}`;
const at = (n: number): number => -1 + n * 0.1;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const csv = (...rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.join(',')}\n`).join('');

const councilNames = ['', 'Elm', 'Fir', 'Oak', 'Yew'];
const boundaries = (year: string): string =>
  collection(
    numbers(4).map((n) =>
      feature(
        { [`LAD${year}CD`]: council(n), [`LAD${year}NM`]: councilNames[n]! },
        polygon(box(at(n - 1), 52, at(n) + (year === '23' && n === 1 ? 0.01 : 0), 52.2)),
      ),
    ),
  );
/** The council of a small area: two and two. */
const councilOf = (n: number): string => council(Math.ceil(n / 2));
const icbOf = (n: number): string => (n <= 5 ? 'E54000001' : 'E54000002');

/** Contents by name. */
export const exampleFiles = (): Record<string, string> => ({
  'icbs.geojson': collection([
    feature({ ICB24CD: 'E54000001', ICB24NM: 'Ash' }, polygon(box(-1, 52, at(2.5), 52.2))),
    feature({ ICB24CD: 'E54000002', ICB24NM: 'Birch' }, polygon(box(at(2.5), 52, at(4), 52.2))),
  ]),
  'councils.geojson': boundaries('24'),
  'councils_before.geojson': boundaries('23'),
  'neighbourhoods.geojson': collection(
    numbers(3).map((n) =>
      feature(
        { neighbourhood_code: `N${n}`, neighbourhood_name: `Part ${n}` },
        polygon(square(at(n - 1), 52, 0.1)),
      ),
    ),
  ),
  'lsoa.geojson': collection(
    numbers(8).map((n) =>
      feature(
        { LSOA21CD: lsoa(n), LSOA21NM: `Area ${n}` },
        polygon(square(at(Math.ceil(n / 2) - 1), n % 2 === 1 ? 52 : 52.1, 0.1)),
      ),
    ),
  ),
  'residents.csv': csv(['LSOA21CD', 'residents'], ...numbers(8).map((n) => [lsoa(n), 1000 + n])),
  'ONSPD.csv': 'pcds,doterm,oslaua,lsoa21\nLS1 4AP,,E08000035,E01033010\n',
  'lsoa_ward_council.csv':
    'LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\nE01012367,Halton 001A,E05012005,Appleton,E06000006,Halton\n',
  'lookup.csv': csv(
    ['LSOA21CD', 'ICB24CD', 'ICB24NM', 'LAD24CD', 'LAD24NM'],
    ...numbers(8).map((n) => {
      const icb = icbOf(n);
      return [
        lsoa(n),
        icb,
        icb.endsWith('1') ? 'Ash' : 'Birch',
        councilOf(n),
        councilNames[Math.ceil(n / 2)]!,
      ];
    }),
  ),
  'neighbourhoods.csv': csv(
    ['neighbourhood', 'level', 'code'],
    ...numbers(8).map((n) => [n <= 4 ? 'West' : 'East', 'LSOA', lsoa(n)]),
  ),
  'list.csv': csv(
    ['neighbourhood', 'level', 'code'],
    ['Riverside', 'council', council(1)],
    ['Riverside', 'LSOA', lsoa(3)],
  ),
  'patients.csv': csv(
    ['PRACTICE_CODE', 'LSOA_CODE', 'SEX', 'NUMBER_OF_PATIENTS'],
    ...numbers(8).map((n) => [n <= 4 ? 'A00001' : 'A00002', lsoa(n), 'ALL', 100 + n]),
  ),
  'practices.csv': csv(
    ['PRACTICE_CODE', 'PRACTICE_NAME', 'PCN_CODE', 'PCN_NAME', 'ICB_CODE', 'ICB_NAME'],
    ['A00001', 'One', 'U00001', 'West Network', 'QAA', 'Ash'],
    ['A00002', 'Two', 'U00002', 'East Network', 'QBB', 'Birch'],
  ),
  'patients_by_network.csv': csv(
    ['LSOA21CD', 'network', 'patients'],
    ...numbers(8).map((n) => [lsoa(n), n <= 4 ? 'W' : 'E', 100 + n]),
  ),
  'proposal.csv': csv(
    ['unit', 'new_unit'],
    ['Elmbridge', 'East Surrey'],
    ['Mole Valley', 'East Surrey'],
    ['Guildford', 'West Surrey'],
  ),
  'proposal.yaml': 'merge:\n  East Surrey: [Elmbridge, Mole Valley]\n',
  'rival.yaml': 'merge:\n  Surrey Hills: [Guildford, Mole Valley]\n',
  'counts.csv': csv(['face', 'people'], ...numbers(5).map((n) => [n, 100 + n])),
  'coterminous.yaml': CONFIG,
  'sub/wards.geojson': collection([]),
});

const CONFIG = `layers:
  icb: icbs.geojson
  council: { file: councils.geojson, code: LAD24CD, name: LAD24NM }
people:
  residents: residents.csv
blocks: lsoa.geojson
tolerance: auto
reports:
  councils:
    command: align
    layers: [icb, council]
    rules: ["shared_units max 12"]
    outputs: [councils.csv]
outputs: [report.html, report.xlsx]
`;
