/**
 * No face shows people an id, a number without commas or a plural of one: every command is run over small layers with odd
 * names, and everything it writes for people is read.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { humanText } from './human-text.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const { path: folder, remove } = makeFolder();
afterAll(remove);

/** Squares of a tenth of a degree, one a letter; codes and names by letter. */
function draw(
  file: string,
  drawn: readonly string[],
  field: (letter: string) => Record<string, unknown>,
): void {
  const squares = new Map<string, number[][][][]>();
  drawn.forEach((row, r) =>
    [...row].forEach((letter, c) => {
      if (letter === '.') return;
      const [x, y]: [number, number] = [-1.9 + c / 10, 52.3 + (drawn.length - 1 - r) / 10];
      const ring = [
        [x, y],
        [x + 0.1, y],
        [x + 0.1, y + 0.1],
        [x, y + 0.1],
        [x, y],
      ];
      squares.set(letter, [...(squares.get(letter) ?? []), [ring]]);
    }),
  );
  const features = [...squares].map(([letter, coordinates]) => ({
    type: 'Feature',
    properties: field(letter),
    geometry: { type: 'MultiPolygon', coordinates },
  }));
  writeFileSync(join(folder, file), JSON.stringify({ type: 'FeatureCollection', features }));
}

const LETTERS = 'abcdefghijklmnop';
const names: Readonly<Record<string, string>> = {
  a: "KING'S HEATH AND ST MARY",
  b: 'MCDONALD-ON-THE-HILL',
  c: 'NHS QUARTER',
  d: 'UPON TYNE',
};
draw('Bhopal_zones_v2.geojson', ['aabb', 'aabb', 'ccdd', 'ccdd'], (letter) => ({
  zone_no: `Z${letter}`,
  ZONE_NAME: names[letter],
}));
draw('bsol_localities_2024_bng.geojson', ['aaab', 'abbb', 'accd', 'ccd.'], (letter) => ({
  code: `L${letter}`,
  nom: `Locality ${letter.toUpperCase()}`,
}));
draw('bsol_localities_2026_bng.geojson', ['aaab', 'aabb', 'accd', 'ccdd'], (letter) => ({
  code: `L${letter}`,
  nom: `Locality ${letter.toUpperCase()}`,
}));
draw('odd_thing_x.geojson', ['pppq', 'pqqq', 'pqqq', 'pqqq'], (letter) => ({
  code: `X${letter}`,
  name: `Thing ${letter.toUpperCase()}`,
}));
draw('small_areas.geojson', ['abcd', 'efgh', 'ijkl', 'mnop'], (letter) => ({
  block_code: `K00${letter}`,
  block_name: `Block ${letter}`,
}));
writeFileSync(
  join(folder, 'people_by_block.csv'),
  `block_code,registered_patients\n${[...LETTERS].map((letter, i) => `K00${letter},${i === 3 ? 1 : 12_345 + 1111 * i}`).join('\n')}\n`,
);
writeFileSync(
  join(folder, 'list_of_patients.csv'),
  `PRACTICE_CODE,SEX,AGE,LSOA_CODE,NUMBER_OF_PATIENTS\n${[...LETTERS].map((letter, i) => `A8${i % 4}001,ALL,ALL,K00${letter},${10_345 + i}`).join('\n')}\nA80001,ALL,ALL,K00b,1\n`,
);
writeFileSync(
  join(folder, 'list_of_practices.csv'),
  'PRACTICE_CODE,PRACTICE_NAME,PCN_CODE,PCN_NAME\nA80001,THE SURGERY,U01,FIRST ST MARY PCN\nA81001,HEALTH CENTRE,U01,FIRST ST MARY PCN\nA82001,NEW SURGERY,U02,SECOND PCN\nA83001,OLD SURGERY,U03,THIRD PCN\n',
);
writeFileSync(
  join(folder, 'join_up.csv'),
  `old,new\nKing's Heath and St Mary,Two of four\nMcDonald-on-the-Hill,Two of four\n`,
);
writeFileSync(
  join(folder, 'join_all.csv'),
  `old,new\nKing's Heath and St Mary,All of it\nMcDonald-on-the-Hill,All of it\nNHS Quarter,All of it\n`,
);
writeFileSync(
  join(folder, 'many_reports.yaml'),
  `layers:
  the_zones: Bhopal_zones_v2.geojson
  loc_24: {file: bsol_localities_2024_bng.geojson, call: "locality|localities"}
people: {registered_patients: people_by_block.csv}
blocks: small_areas.geojson
reports:
  zones_and_localities: {command: align, layers: [the_zones, loc_24]}
  what_they_share: {command: overlap, layers: [the_zones, loc_24]}
`,
);

const [zones, localities, later, odd] = [
  'Bhopal_zones_v2.geojson',
  'bsol_localities_2024_bng.geojson',
  'bsol_localities_2026_bng.geojson',
  'odd_thing_x.geojson',
];
const people = ['--people', 'registered_patients=people_by_block.csv', '--blocks', 'small_areas.geojson'];

const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['overlap', zones, localities, ...people, '--sensitivity'],
  ['overlap', zones, localities],
  ['overlap', zones, localities, odd, ...people],
  ['align', zones, localities, ...people, '--sensitivity', '--bands'],
  ['align', zones, localities, odd, ...people],
  ['align', localities, zones],
  ['coverage', localities, '--within', zones, '--also', odd, ...people],
  ['coverage', odd, '--within', localities],
  ['partners', 'Locality B', zones, localities, odd, ...people],
  ['check', zones, localities, odd, ...people],
  ['compare', `old_one=${localities}`, `new_one=${later}`, '--against', zones, ...people],
  ['scenario', 'join_up.csv', '--layer', zones, '--against', localities, '--against', odd, ...people],
  ['scenario', 'join_up.csv', 'join_all.csv', '--layer', zones, '--against', localities, ...people],
  ['suggest', zones, localities, ...people],
  [
    'suggest neighbourhoods',
    '--within',
    zones,
    '--keep',
    localities,
    '--size',
    '10:90000',
    '--effort',
    '50',
    ...people,
  ],
  ['differencing', zones, localities, ...people, '--under', '20000'],
  [
    'derive',
    'pcn',
    '--patients',
    'list_of_patients.csv',
    '--practices',
    'list_of_practices.csv',
    '--blocks',
    'small_areas.geojson',
  ],
  ['report', 'many_reports.yaml'],
];

const FACES = ['md', 'html', 'docx', 'xlsx', 'svg'];

/** What a user wrote himself and finds again: names of files, and fields in quotes. */
const ownWords = (text: string): string =>
  text
    .replace(/[\w.-]+\.(geojson|csv|yaml)\b/g, 'FILE')
    .replace(
      /\b(block_code|block_name|zone_no|ZONE_NAME|new_code|new_name)\b|'registered_patients'|'(NUMBER_OF_PATIENTS|PRACTICE_CODE|LSOA_CODE|PCN_CODE)'/g,
      'FIELD',
    )
    .replace(/\b[0-9a-f]{64}\b/g, 'SUM');

/** Lines in which a word is not for people. */
function faults(text: string): string[] {
  return ownWords(text)
    .split('\n')
    .flatMap((line) => {
      const found = [
        ...line.matchAll(/\S*[\p{L}\p{N}]_[\p{L}\p{N}]\S*/gu),
        ...line.matchAll(
          /(?<![\d.,#])\b1 (?:registered )?(?:patients|residents|people|units|zones|localities|blocks|pieces|places|rows|pairs|findings|overlaps)\b/g,
        ),
        ...line.matchAll(/(?<![\d.,:/#-])\d{5,}(?![\d:]|\.\d{5})/g),
      ];
      return found.map(([word]) => `${word}   in   ${line.trim().slice(0, 160)}`);
    });
}

async function everyFace(
  argv: readonly string[],
  name: string,
): Promise<{ ran: Ran; faces: Map<string, string> }> {
  const outputs = FACES.filter((face) => face !== 'svg' || !['check', 'derive'].includes(argv[0]!));
  const ran = await runCommand(
    [...argv, ...outputs.flatMap((face) => ['-o', `${name}.${face}`]), '-o', `${name}.json`],
    { cwd: folder },
  );
  const written = readdirSync(folder).filter(
    (file) => file.startsWith(`${name}.`) && !file.endsWith('.json'),
  );
  const faces = new Map(written.map((file) => [file.slice(name.length + 1), humanText(join(folder, file))]));
  const table = await runCommand(['render', `${name}.json`, '--format', 'table'], { cwd: folder });
  faces.set('terminal', table.stdout);
  faces.set('stderr', ran.stderr.replace(/^wrote .*$/gm, ''));
  return { ran, faces };
}

describe('what people read of', () => {
  test.each(COMMANDS.map((argv, i) => [argv.join(' '), argv, `out${i}`] as const))(
    '%s',
    async (_, argv, name) => {
      const { ran, faces } = await everyFace(argv, name);
      expect(ran.code, ran.stderr).toBe(0);
      expect(faces.size).toBeGreaterThan(5);
      for (const [face, text] of faces) expect(faults(text), face).toEqual([]);
    },
  );
});

test('the words by which faults are found find them', () => {
  expect(
    faults('x of main_icb_name\n1 residents\n12345 people, 1,234,567, 0.123456\n1 resident in Z_1'),
  ).toHaveLength(4);
});
