/**
 * The way round a warehouse: faces are exported, an engine counts people on them, and `read` gives the tables that the
 * command gives when it has the people itself. Really run in every engine that is here, others skip with a message.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import { haveRealData, realData } from '../real-data.js';
import { knownSystem } from '../../src/read/systems/known-systems.js';
import { loadProjection } from '../../src/read/systems/projection.js';
import { toLongitudeLatitude } from '../../src/read/systems/to-longitude-latitude.js';
import type { CoordinateSystem } from '../../src/layer/coordinate-system.js';
import { differencesOf, type Pairing } from './differences.js';
import type { Engine, EngineOffer, Row } from './engine.js';
import { exportedFaces, ourRows, tablesOf, unitsOf, type Case } from './ours.js';
import { postgisOffer } from './postgis-server.js';
import { duckdbOffer, sedonaOffer } from './python-engine.js';
import { borderPoints } from './border-points.js';
import { randomLayers } from './random-layers.js';

const MINUTES = 60_000;

/** Small maps whose units overlap their own layer. */
function small(): Case {
  const { a, b, people } = randomLayers(5, Number(process.env['COTERMINOUS_SQL_MAPS'] ?? 40));
  const unit = ({ code, name, rings }: (typeof a)[number]) => ({ code, name, polygons: [rings] });
  return { a: a.map(unit), b: b.map(unit), people, tolerance: 30 };
}

/** People on corners of the units as well, on borders of one or many. */
const withCorners = (drawn: Case): Case => ({
  ...drawn,
  people: [
    ...drawn.people,
    ...drawn.a.flatMap(({ polygons }) =>
      polygons.flatMap(([outer]) => outer!.slice(1, 3).map((at) => ({ people: 3, at }))),
    ),
  ],
});

/** Postcodes, one in five unless COTERMINOUS_SQL_POSTCODES says `all`; boards and councils of two origins. */
async function national(): Promise<Case> {
  const read = (path: string): string => {
    const bytes = readFileSync(realData(path));
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  };
  const step = process.env['COTERMINOUS_SQL_POSTCODES'] === 'all' ? 1 : 5;
  const metres: number[] = [];
  const file = createReadStream(realData('people/codepoint_england.csv.gz')).pipe(createGunzip());
  let line = 0;
  for await (const text of createInterface({ input: file })) {
    if (line++ % step !== 1 % step || line === 1) continue;
    const [, , easting, northing] = text.split(',');
    metres.push(Number(easting), Number(northing));
  }
  await loadProjection();
  const { coordinates } = toLongitudeLatitude(
    Float64Array.from(metres),
    knownSystem('EPSG:27700')! as CoordinateSystem,
  );
  return {
    a: unitsOf(read('bgc/ICB24_BGC_from_LSOA21.geojson'), 'ICB24CD', 'ICB24NM'),
    b: unitsOf(read('bgc/LAD25_BGC_UK_from_WD25.geojson.gz'), 'LAD25CD', 'LAD25NM'),
    people: Array.from({ length: metres.length / 2 }, (_, i) => ({
      people: 1,
      at: [coordinates[2 * i]!, coordinates[2 * i + 1]!] as const,
    })),
    tolerance: 30,
  };
}

/** Columns that tell how people were placed, and how many corners patches meet in. */
const ASIDE = /^patches$|_(blocks|basis|method|ods)$/;

/** Cells of two tables of ours that are apart: percentages may be by their last digit, nothing else. */
function apart(ours: readonly Row[], theirs: readonly Row[], keys: readonly string[]): readonly string[] {
  const pairings = Object.keys(ours[0]!)
    .filter((heading) => !ASIDE.test(heading))
    .map((heading): Pairing => {
      const isNumber = ours.every((row) => row[heading] === null || !Number.isNaN(Number(row[heading])));
      return [heading, heading, isNumber ? (heading.startsWith('pct_') ? 1.5e-4 : 1e-9) : null];
    });
  const { onlyOurs, onlyTheirs, hairs, cells } = differencesOf(ours, theirs, keys, pairings);
  return [...onlyOurs, ...onlyTheirs, ...cells, ...(hairs === 0 ? [] : [`${String(hairs)} hairs`])];
}

/** Signs of a plan that compares everything with everything, or sends everything everywhere. */
const EVERYTHING =
  /Nested Loop|NESTED_LOOP|BLOCKWISE_NL|CROSS_PRODUCT|CartesianProduct|BroadcastNestedLoop|BroadcastHashJoin/;

/** How the plan of each engine says that people and pieces are joined by the two numbers of their cell. */
const BY_CELLS = {
  postgis: /(Merge|Hash) Join\n +(Merge|Hash) Cond: .*cx.*cy/,
  duckdb: /HASH_JOIN[^]*cx[^]*cy/,
  sedona: /SortMergeJoin \[cx#\d+L?, cy#\d+L?\], \[cx#\d+L?, cy#\d+L?\], Inner/,
} as const;

const TABLES = [
  ['overlap', 'overlap', ['a_code', 'b_code']],
  ['align', 'shared', ['b_code']],
  ['coverage', 'neighbourhoods', ['a_code']],
  ['coverage', 'parents', ['b_code']],
] as const;

describe.each([postgisOffer, duckdbOffer, sedonaOffer].map((offer) => [offer.name, offer] as const))(
  'people on exported faces in %s',
  (_, { name, start, isPartOnly = false }: EngineOffer) => {
    if (start === null) console.warn(`Tests of faces in ${name} are skipped: it is not installed.`);
    let engine: Engine;
    beforeAll(async () => {
      if (start !== null) engine = await start();
    }, 5 * MINUTES);
    afterAll(async () => {
      if (start !== null) await engine.stop();
    });

    const countsOf = async (
      drawn: Case,
      faces: Awaited<ReturnType<typeof exportedFaces>>,
    ): Promise<Row[]> => {
      await engine.load(faces.table);
      await engine.load(tablesOf(drawn)[2]!);
      const { stdout: script } = await runCommand([
        'sql',
        'people',
        'faces:geom',
        'people:n',
        '--engine',
        name,
      ]);
      const began = performance.now();
      const { ct_touched: plan } = await engine.plans(script, ['ct_touched']);
      expect(plan).toMatch(BY_CELLS[name]);
      expect(plan).not.toMatch(EVERYTHING);
      const counts = await engine.read('SELECT face, people FROM coterminous_counts ORDER BY face');
      console.info(
        `${engine.version}: ${String(drawn.people.length)} rows on ${String(faces.table.rows.length)} faces in ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
      const sum = counts.reduce((total, { people }) => total + Number(people), 0);
      expect(sum).toBe(drawn.people.reduce((total, { people }) => total + people, 0));
      return counts;
    };

    it.skipIf(start === null || isPartOnly)(
      'gives all tables of maps whose units overlap',
      async () => {
        const drawn = withCorners(small());
        const faces = await exportedFaces(drawn);
        const counts = await countsOf(drawn, faces);
        for (const [report, table, keys] of TABLES) {
          const [ours, theirs] = [
            await ourRows(drawn, report, table),
            await faces.read(counts, report, table),
          ];
          expect(apart(ours, theirs, keys)).toEqual([]);
        }
        faces.remove();
      },
      8 * MINUTES,
    );

    it.skipIf(start === null)(
      'gives people on borders, and a step beside them, where the command gives them, cell by cell',
      async () => {
        const drawn = borderPoints();
        const faces = await exportedFaces(drawn);
        const counts = await countsOf(drawn, faces);
        const keys = ['a_code', 'b_code'];
        const theirs = await faces.read(counts, 'overlap', 'overlap');
        expect(apart(await ourRows(drawn, 'overlap', 'overlap'), theirs, keys)).toEqual([]);
        faces.remove();
      },
      8 * MINUTES,
    );

    it.skipIf(start === null || isPartOnly || !haveRealData)(
      'gives the national table of postcodes',
      async () => {
        const drawn = await national();
        const faces = await exportedFaces(drawn);
        const counts = await countsOf(drawn, faces);
        const ours = await ourRows(drawn, 'overlap', 'overlap');
        expect(apart(ours, await faces.read(counts, 'overlap', 'overlap'), ['a_code', 'b_code'])).toEqual([]);
        faces.remove();
      },
      10 * MINUTES,
    );

    it.skipIf(start === null)(
      'by keys: weights of blocks, and rows whose key is no block',
      async () => {
        await engine.load({ name: 'faces', rows: [1, 2, 3].map((face) => ({ face, geom: 'POINT(0 50)' })) });
        await engine.load({
          name: 'blocks',
          rows: [
            { block: 'E01', face: 1, weight: 1 },
            { block: 'E02', face: 1, weight: 0.25 },
            { block: 'E02', face: 2, weight: 0.75 },
            { block: 'E03', face: null, weight: 1 },
          ],
        });
        await engine.load({
          name: 'keyed',
          rows: [
            { code: 'E01', n: 5 },
            { code: 'E02', n: 8 },
            { code: 'E03', n: 7 },
            { code: 'X', n: 2 },
          ],
        });
        const by = ['--blocks', 'blocks', '--key', 'code'];
        const { stdout } = await runCommand([
          'sql',
          'people',
          'faces:geom',
          'keyed:n',
          ...by,
          '--engine',
          name,
        ]);
        expect(await engine.run(stdout)).toBeNull();
        const counts = await engine.read('SELECT face, people FROM coterminous_counts');
        expect(
          counts.map(({ face, people }) => [face === null ? null : Number(face), Number(people)]).sort(),
        ).toEqual(
          [
            [1, 7],
            [2, 6],
            [3, 0],
            [null, 9],
          ].sort(),
        );
      },
      5 * MINUTES,
    );
  },
);
