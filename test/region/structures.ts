/**
 * Every structure that the field names, with the kind it is and a command on the embedded region that works with it.
 *
 * What the region has no file for is made small here, in the way in which such a footprint is had: a lookup of small areas,
 * a table of whole units, a list of wards, shares of small areas, or a drawn layer.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface Structure {
  /** As the field calls it. */
  readonly name: string;
  readonly kind: string;
  /** Words of the command, without `coterminous`; paths from the root of the project, or a file of `files`. */
  readonly command: readonly string[];
}

type Row = Readonly<Record<string, string>>;

const REGION = 'data/region';
const rows: Row[] = parse(readFileSync(resolve(REGION, 'lookup.csv')), { columns: true });

/** Files made for the list, by name; filled as the list is written. */
export const files: Record<string, string> = {};

const from = (column: string): string => `${REGION}/lookup.csv:LSOA21CD:${column}`;
const ICB = from('ICB24CD');
const COUNCIL = from('LAD24CD');
const PEOPLE = ['--people', `${REGION}/residents.csv`];

/** Areas numbered in order of the codes of a column, so many of its units to an area. */
function areasOf(column: string, to: number): (row: Row) => string {
  const codes = [...new Set(rows.map((row) => row[column]!))].sort();
  return (row) => `${1 + Math.floor(codes.indexOf(row[column]!) / to)}`;
}

/** A lookup of LSOAs whose areas are so many whole units of a column. */
function lookup(heading: string, column: string, to: number): string {
  const area = areasOf(column, to);
  const name = `${heading.toLowerCase()}.csv`;
  files[name] = `LSOA21CD,${heading}\n${rows.map((row) => `${row['LSOA21CD']},X${area(row)}`).join('\n')}\n`;
  return `${name}:LSOA21CD:${heading}`;
}

const lookedUp = (name: string, kind: string, heading: string, column: string, to: number): Structure => ({
  name,
  kind,
  command: ['overlap', lookup(heading, column, to), COUNCIL, ...PEOPLE],
});

/** A table of whole units of a layer and their groups. */
function grouped(name: string, kind: string, layer: string, column: string, to: number): Structure {
  const area = areasOf(column, to);
  const pairs = new Map(rows.map((row) => [row[column]!, area(row)]));
  const file = `${kind}_of_${layer}.csv`;
  files[file] =
    `${column},${kind}_code,${kind}_name\n${[...pairs].map(([unit, group]) => `${unit},X${group},Area ${group}`).join('\n')}\n`;
  const against = layer === 'ltla' ? ICB : COUNCIL;
  return {
    name,
    kind,
    command: ['overlap', from(column), against, '--group', `${kind}=${layer},${file}`, ...PEOPLE],
  };
}

/** A list of wards of each area; every third area also takes the first ward of the next. */
function listed(name: string, kind: string): Structure {
  const wards = [...new Set(rows.map((row) => row['WD24CD']!))].sort();
  const file = `${kind}_of_wards.csv`;
  const lines = wards.flatMap((ward, w) => {
    const area = 1 + Math.floor(w / 3);
    return [area, ...(w % 9 === 3 ? [area - 1] : [])].map((each) => `X${each},Area ${each},ward,${ward}\n`);
  });
  files[file] = `${kind}_code,${kind}_name,level,code\n${lines.join('')}`;
  return {
    name,
    kind,
    command: ['coverage', file, '--within', COUNCIL, '--also', from('WD24CD'), ...PEOPLE],
  };
}

/** Shares of LSOAs: most of each in one catchment, the rest in the next. */
function shared(name: string, kind: string): Structure {
  const area = areasOf('WD24CD', 12);
  const file = `${kind}_shares.csv`;
  const lines = rows.flatMap((row) => {
    const main = Number(area(row));
    return [`${row['LSOA21CD']},X${main},0.8\n`, `${row['LSOA21CD']},X${main + 1},0.2\n`];
  });
  files[file] = `LSOA21CD,${kind}_code,share\n${lines.join('')}`;
  return { name, kind, command: ['overlap', `${file}:LSOA21CD:${kind}_code:share`, COUNCIL, ...PEOPLE] };
}

/** A structure whose area is that of a kind, by its own word. */
const called = (name: string, kind: string, column: string, unit: string): Structure => ({
  name,
  kind,
  command: ['overlap', ICB, from(column), ...PEOPLE, '--only', `${name}=${unit}`],
});

export const structures: readonly Structure[] = [
  { name: 'integrated care board', kind: 'icb', command: ['overlap', ICB, COUNCIL, ...PEOPLE] },
  {
    name: 'integrated care partnership',
    kind: 'icb',
    command: ['overlap', ICB, COUNCIL, ...PEOPLE, '--only', 'integrated care partnership=QZ1'],
  },
  grouped('ICB cluster', 'icb_cluster', 'icb', 'ICB24CD', 2),
  lookedUp('sub-ICB location', 'sicbl', 'SICBL24CD', 'LAD24CD', 2),
  lookedUp('clinical commissioning group', 'ccg', 'CCG21CD', 'LAD24CD', 2),
  lookedUp('sustainability and transformation partnership', 'stp', 'STP21CD', 'ICB21CD', 1),
  lookedUp('NHS region', 'nhser', 'NHSER24CD', 'ICB24CD', 3),
  lookedUp('cancer alliance', 'cal', 'CAL24CD', 'ICB24CD', 2),
  grouped('ambulance trust', 'ambulance', 'icb', 'ICB24CD', 2),
  shared('acute trust catchment', 'acute'),
  shared('mental health trust catchment', 'mental_health'),
  shared('community trust catchment', 'community_trust'),
  listed('provider collaborative', 'collaborative'),
  listed('multi-neighbourhood provider', 'mnp'),
  {
    name: 'primary care network',
    kind: 'pcn',
    command: ['overlap', from('pcn_code'), COUNCIL, ...PEOPLE],
  },
  shared('GP practice area', 'practice'),
  {
    name: 'integrated neighbourhood team',
    kind: 'neighbourhood',
    command: ['coverage', `${REGION}/neighbourhoods.geojson`, '--within', `${REGION}/ltla.geojson`],
  },
  listed('place-based partnership', 'place'),
  listed('NNHIP place', 'nnhip'),
  listed('neighbourhood health centre', 'health_centre'),
  {
    name: 'neighbourhood area committee',
    kind: 'area_committee',
    command: [
      'overlap',
      from('WD24CD'),
      COUNCIL,
      ...['--group', `area_committee=ward,${REGION}/area_committees.csv:WD24CD:committee_code`],
      ...PEOPLE,
    ],
  },
  called('health and wellbeing board', 'utla', 'CTYUA24CD', 'Wendshire'),
  called('Better Care Fund', 'utla', 'CTYUA24CD', 'Wendshire'),
  called('Healthwatch', 'utla', 'CTYUA24CD', 'Wendshire'),
  called('education authority', 'utla', 'CTYUA24CD', 'Wendshire'),
  called('adult social care', 'utla', 'CTYUA24CD', 'Wendshire'),
  called('public health authority', 'utla', 'CTYUA24CD', 'Wendshire'),
  called('housing authority', 'ltla', 'LAD24CD', 'Fenmarch'),
  {
    name: 'county',
    kind: 'cty',
    command: ['overlap', lookup('CTY24CD', 'CTYUA24CD', 1), COUNCIL, ...PEOPLE],
  },
  {
    name: 'new unitary council',
    kind: 'ltla',
    command: [
      'scenario',
      `${REGION}/proposal_two_councils.csv:LAD24CD:council_code`,
      ...['--layer', COUNCIL, '--against', ICB],
      ...PEOPLE,
    ],
  },
  { name: 'combined authority', kind: 'cauth', command: ['overlap', ICB, from('CAUTH24CD'), ...PEOPLE] },
  lookedUp('region', 'region', 'RGN24CD', 'ICB24CD', 3),
  lookedUp('country', 'ctry', 'CTRY24CD', 'ICB24CD', 99),
  { name: 'ward', kind: 'ward', command: ['overlap', ICB, from('WD24CD'), ...PEOPLE] },
  lookedUp('county electoral division', 'ced', 'CED24CD', 'WD24CD', 2),
  lookedUp('town council', 'parish', 'PARNCP24CD', 'WD24CD', 1),
  lookedUp('parliamentary constituency', 'pcon', 'PCON24CD', 'WD24CD', 20),
  { name: 'police force', kind: 'pfa', command: ['overlap', ICB, from('PFA24CD'), ...PEOPLE] },
  called('police and crime commissioner', 'pfa', 'PFA24CD', 'Wend and Merrin'),
  { name: 'fire and rescue authority', kind: 'fra', command: ['overlap', ICB, from('FRA24CD'), ...PEOPLE] },
  lookedUp('community safety partnership', 'csp', 'CSP24CD', 'LAD24CD', 1),
  lookedUp('local resilience forum', 'lrf', 'LRF24CD', 'PFA24CD', 1),
  grouped('probation region', 'probation', 'pfa', 'PFA24CD', 2),
  listed('family hub area', 'family_hub'),
  listed('school catchment', 'school_catchment'),
  grouped('DWP district', 'dwp', 'ltla', 'LAD24CD', 3),
  listed('housing association patch', 'housing_patch'),
  listed('VCSE neighbourhood', 'vcse'),
  lookedUp('local planning authority', 'lpa', 'LPA24CD', 'LAD24CD', 1),
  lookedUp('national park', 'npark', 'NPARK24CD', 'WD24CD', 30),
  lookedUp('built-up area', 'bua', 'BUA24CD', 'WD24CD', 4),
  lookedUp('MSOA', 'msoa', 'MSOA21CD', 'WD24CD', 1),
  { name: 'LSOA', kind: 'lsoa', command: ['overlap', from('LSOA21CD'), COUNCIL, ...PEOPLE] },
  {
    name: 'output area',
    kind: 'oa',
    command: ['overlap', lookup('OA21CD', 'LSOA21CD', 1), COUNCIL, ...PEOPLE],
  },
];
