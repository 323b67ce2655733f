/** The README of the folder, written from the drawing and the facts. */
import { councilMap, markMap } from './map.mjs';
import { councils } from './names.mjs';
import { grouped } from './text.mjs';

const files = [
  ['blocks.geojson', 'LSOA21CD, LSOA21NM', 'the small areas that carry people, polygons'],
  ['blocks_centroids.geojson', 'LSOA21CD', 'their centres (as if weighted by population), points'],
  ['residents.csv', 'LSOA21CD, Total', 'residents of each block'],
  [
    'deprivation.csv',
    'LSOA21CD, imd_decile, core20, core20_residents',
    'decile 1 is the most deprived; Core20 is deciles 1 and 2',
  ],
  [
    'lookup.csv',
    'LSOA21CD, … of every layer below',
    'the unit of each layer each block lies in; blank where none',
  ],
  ['icb.geojson', 'ICB24CD, ICB24CDH, ICB24NM', '3 integrated care boards'],
  ['icb_older.geojson', 'ICB21CD, ICB21CDH, ICB21NM', '4, as they were in 2021'],
  ['icb_generalised_BSC.geojson', 'ICB24CD, ICB24CDH, ICB24NM', 'the 3 of 2024, generalised on their own'],
  ['ltla.geojson', 'LAD24CD, LAD24NM', '12 councils, lower tier and unitary'],
  ['utla.geojson', 'CTYUA24CD, CTYUA24NM', '6 councils, upper tier and unitary'],
  ['cauth.geojson', 'CAUTH24CD, CAUTH24NM', '2 combined authorities; they do not cover the region'],
  ['ward.geojson', 'WD24CD, WD24NM', 'wards'],
  ['pcn.geojson', 'pcn_code, pcn_name', 'primary care networks, derived from registrations'],
  [
    'neighbourhoods.geojson',
    'neighbourhood_code, neighbourhood_name',
    'neighbourhoods; made of wards, with four known faults',
  ],
  [
    'neighbourhood_membership.csv',
    'LSOA21CD, neighbourhood_code, neighbourhood_name',
    'their blocks; one block may be in two or none',
  ],
  ['area_committees.csv', 'WD24CD, …, committee_code, committee_name', 'area committees made of wards'],
  ['pfa.geojson', 'PFA24CD, PFA24NM', '2 police force areas, to low water in the estuary'],
  ['fra.geojson', 'FRA24CD, FRA24NM', '3 fire and rescue authorities'],
  ['neighbour_country.geojson', 'CTRY24CD, CTRY24NM', 'the strip of Gwennol across the land border'],
  ['registrations.csv', 'LSOA21CD, pcn_code, pcn_name, patients', 'registered patients by block and network'],
  [
    'gp-reg-pat-prac-lsoa-all.csv',
    'PUBLICATION, EXTRACT_DATE, PRACTICE_CODE, …',
    'the same by practice, in the published layout',
  ],
  [
    'gp-reg-pat-prac-map.csv',
    'PUBLICATION, EXTRACT_DATE, PRACTICE_CODE, …',
    'practice to network and ICB, in the published layout',
  ],
  [
    'services.csv',
    'service_code, service_name, type, longitude, latitude',
    'practices, family hubs, health centres, a hospital',
  ],
  ['cluster.csv', 'ICB24CD, ICB24NM, cluster_code, cluster_name', 'ICBs that share their leadership'],
  [
    'proposal_two_councils.csv',
    'LAD24CD, LAD24NM, council_code, council_name',
    'a reorganisation of the east into two',
  ],
  ['proposal_three_councils.csv', 'LAD24CD, LAD24NM, council_code, council_name', 'its rival, into three'],
  ['known.csv', 'fact, layer, code, name, …', 'every number of this page as a table'],
];

/** A drawing with odd rows half a block further east. */
const drawn = (lines) =>
  lines
    .map((line, row) => `${row & 1 ? ' ' : ''}${[...line].join(' ')}`.trimEnd())
    .join('\n')
    .trimEnd();

const titles = {
  code: 'code',
  name: 'name',
  other_code: 'with',
  other_name: '',
  blocks: 'blocks',
  people: 'people',
  hectares: 'hectares',
};

/** A Markdown table of facts; columns that are blank throughout are left out. */
function table(facts) {
  const shown = Object.keys(titles).filter((key) => facts.some((fact) => fact[key] !== ''));
  const right = (key) => ['blocks', 'people', 'hectares'].includes(key);
  const text = (key, value) => (right(key) && value !== '' ? grouped(value) : `${value}`);
  return [
    `| ${shown.map((key) => titles[key]).join(' | ')} |`,
    `| ${shown.map((key) => (right(key) ? '---:' : '---')).join(' | ')} |`,
    ...facts.map((fact) => `| ${shown.map((key) => text(key, fact[key])).join(' | ')} |`),
  ].join('\n');
}

/** The whole page. `moved` is how far the generalised copy leaves the border, in metres. */
export function makeReadme(sections, moved) {
  const letters = Object.entries(councils).map(
    ([letter, { code, name }]) => `| ${letter} | ${code} | ${name} |`,
  );
  return `# The region

A small region that does not exist, complete enough to try everything on. All names, codes, people and patients are
made up; codes have the shape of real ones and match none. \`node data/region/generate.mjs\` writes every file of this
folder, this page too, the same bytes each time; the drawing it starts from is \`generator/map.mjs\`.

Every layer is put together from one mesh of blocks, so that \`lookup.csv\` says, without any geometry, what each
shape result must be, to the person. Shapes differ from the lookup only where this page says "Deviation".

Positions are WGS84 longitude and latitude with seven decimals; neighbours share them exactly. The numbers below are
sums over blocks by the lookup; hectares are on the ellipsoid.

## The map

One letter a block: \`.\` sea, \`~\` foreshore of the estuary, \`#\` the neighbour country, a letter for the council.

\`\`\`
${drawn(councilMap)}
\`\`\`

| letter | code | council |
| --- | --- | --- |
${letters.join('\n')}

Blocks out of the ordinary: \`o\` in another ICB than the rest of the council, \`t\` moved between ICBs after 2021,
\`z\` nobody lives there, \`x\` nobody and the council border cuts through it, \`n\` in no neighbourhood, \`w\` in two,
\`s\` second part of a neighbourhood, \`y\` in a neighbourhood of the council next door, \`e\` two networks equal.

\`\`\`
${drawn(markMap.map((line, row) => [...line].map((mark, col) => (mark !== ' ' ? mark : '.~#'.includes(councilMap[row][col]) ? ' ' : '·')).join('')))}
\`\`\`

## Files

Most boundary files also number their units, \`FID\`.

| file | fields | what it holds |
| --- | --- | --- |
${files.map((row) => `| \`${row[0]}\` | ${row[1]} | ${row[2]} |`).join('\n')}

Outer rings run clockwise in some files (as the Office for National Statistics publishes them), anticlockwise in
others, and either way in \`blocks\`, \`cauth\`, \`pcn\` and \`neighbourhoods\`.

## What there is to find

${sections.map(({ title, words, facts }) => `### ${title}\n\n${words}\n\n${table(facts)}\n`).join('\n')}
### Deviation: the generalised copy

\`icb_generalised_BSC.geojson\` has the borders of \`icb.geojson\` with every second position of long
sides left out and the others moved, up to ${moved} m from the line they came from. Against the other layers it gives slivers along every border and coast,
and every pair that \`icb.geojson\` does not give is made of slivers alone. Centres of blocks stay in their ICB.
`;
}
