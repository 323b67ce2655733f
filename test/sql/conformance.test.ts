/**
 * The scripts, really run: PostGIS, DuckDB and Sedona give our rows, relations, cardinalities, hectares and people, on the
 * region, on national layers of two origins, and on random maps. An engine that is not here is skipped, with a message.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import { haveRealData, realData } from '../real-data.js';
import { chance } from '../arrangement/chance.js';
import {
  differencesOf,
  NEIGHBOURHOODS,
  OVERLAP,
  OVERLAP_PEOPLE,
  PARENTS,
  SHARED,
  type Pairing,
} from './differences.js';
import type { Engine, EngineOffer } from './engine.js';
import { borderPoints } from './border-points.js';
import { ourRows, tablesOf, unitsOf, type Case } from './ours.js';
import { postgisOffer } from './postgis-server.js';
import { duckdbOffer, sedonaOffer } from './python-engine.js';
import { randomLayers } from './random-layers.js';

const read = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
};

/** A case with what it is called in the table. */
interface Drawn extends Case {
  readonly title: string;
}

const region = (): Drawn => {
  const [a, b] = [
    unitsOf(read('data/region/icb.geojson'), 'ICB24CD', 'ICB24NM'),
    unitsOf(read('data/region/ltla.geojson'), 'LAD24CD', 'LAD24NM'),
  ];
  const positions = [...a, ...b].flatMap(({ polygons }) => polygons.flat(2));
  const [x, y] = [positions.map(([at]) => at), positions.map(([, at]) => at)];
  const roll = chance(7);
  const between = (all: readonly number[]): number => {
    const [low, high] = [all.reduce((p, q) => Math.min(p, q)), all.reduce((p, q) => Math.max(p, q))];
    return Math.round((low + roll.next() * (high - low)) * 1e7) / 1e7 + 2.5e-8;
  };
  const people = Array.from({ length: 3000 }, () => ({
    people: roll.whole(0, 90),
    at: [between(x), between(y)] as const,
  }));
  return { title: 'region', a, b, people, tolerance: 30 };
};

const random = (): Drawn => {
  const { a, b, people } = randomLayers(21, Number(process.env['COTERMINOUS_SQL_MAPS'] ?? 200));
  const unit = ({ code, name, rings }: (typeof a)[number]) => ({ code, name, polygons: [rings] });
  return { title: 'random maps', a: a.map(unit), b: b.map(unit), people, tolerance: 30 };
};

const national = (): Drawn => ({
  title: 'boards and councils',
  a: unitsOf(read(realData('bgc/ICB24_BGC_from_LSOA21.geojson')), 'ICB24CD', 'ICB24NM'),
  b: unitsOf(read(realData('bgc/LAD25_BGC_UK_from_WD25.geojson.gz')), 'LAD25CD', 'LAD25NM'),
  people: [],
  tolerance: 30,
});

const MINUTES = 60_000;

describe.each([postgisOffer, duckdbOffer, sedonaOffer].map((offer) => [offer.name, offer] as const))(
  '%s',
  (_, { name, start, isPartOnly = false }: EngineOffer) => {
    if (start === null) console.warn(`Tests of the SQL for ${name} are skipped: it is not installed.`);
    let engine: Engine;
    beforeAll(async () => {
      if (start !== null) engine = await start();
    }, 5 * MINUTES);
    afterAll(async () => {
      if (start !== null) await engine.stop();
    });

    /** Differences of one table, after the script of its report was run. */
    const compare = async (
      drawn: Drawn,
      report: 'overlap' | 'align' | 'coverage',
      tables: readonly (readonly [
        ours: string,
        theirs: string,
        keys: readonly string[],
        pairings: readonly Pairing[],
      ])[],
      withPeople: boolean,
      contested = 0,
    ): Promise<void> => {
      const { stdout: script } = await runCommand([
        'sql',
        report,
        'a',
        'b',
        '--engine',
        name,
        '--tolerance',
        String(drawn.tolerance),
        ...(withPeople ? ['--people', 'people:n'] : []),
      ]);
      const began = performance.now();
      expect(await engine.run(script)).toBeNull();
      const seconds = (performance.now() - began) / 1000;
      for (const [ours, theirs, keys, pairings] of tables) {
        const ownBegan = performance.now();
        const own = await ourRows(drawn, report, ours, withPeople);
        const ownSeconds = (performance.now() - ownBegan) / 1000;
        const rows = await engine.read(`SELECT * FROM coterminous_${theirs}`);
        const differences = differencesOf(own, rows, keys, pairings);
        const apartNow = (about: RegExp): number =>
          differences.cells.filter((cell) => about.test(cell)).length;
        // A row of the table in docs/beyond-one-machine.md.
        console.info(
          `| ${[
            `${drawn.title}, ${report} ${theirs}`,
            engine.version,
            `${own.length - differences.hairs} of ${own.length}`,
            apartNow(/ (relation|cardinality): /),
            apartNow(/ n: /),
            differences.largestHectares.toFixed(4),
            seconds.toFixed(1),
            ownSeconds.toFixed(1),
          ].join(' | ')} |`,
        );
        const { onlyOurs, onlyTheirs, cells } = differences;
        const moved = cells.filter((cell) => cell.includes(' n: '));
        // Where units overlap their own layer, a sliver may have borders of one length: its people then go either way.
        const nobodyLost = moved
          .map((cell) => cell.match(/n: (\d+), (\d+)/)!)
          .reduce((sum, [, us, them]) => sum + Number(us) - Number(them), 0);
        expect(nobodyLost).toBe(0);
        // Two double covers may meet in one step of the lattice, which makes them one patch for the command alone.
        const patched = cells.filter((cell) => cell.includes(' double_ha: '));
        expect(moved.length + patched.length).toBeLessThanOrEqual(contested);
        const apart = cells.filter((cell) => !moved.includes(cell) && !patched.includes(cell));
        expect({ onlyOurs, onlyTheirs, cells: apart }).toEqual({
          onlyOurs: [],
          onlyTheirs: [],
          cells: [],
        });
      }
    };
    const overlapWithPeople = (drawn: Drawn, contested = 0): Promise<void> => {
      const pairings = [...OVERLAP, ...OVERLAP_PEOPLE];
      return compare(
        drawn,
        'overlap',
        [['overlap', 'overlap', ['a_code', 'b_code'], pairings]],
        true,
        contested,
      );
    };
    const load = async (drawn: Case): Promise<void> => {
      for (const table of tablesOf(drawn)) if (table.rows.length > 0) await engine.load(table);
    };

    describe.skipIf(start === null)('the region', () => {
      const drawn = region();
      beforeAll(() => load(drawn), 2 * MINUTES);
      it('overlap with people', () => overlapWithPeople(drawn), 8 * MINUTES);
      it.skipIf(isPartOnly)(
        'align with people',
        () => compare(drawn, 'align', [['shared', 'shared', ['b_code'], SHARED]], true),
        8 * MINUTES,
      );
      it.skipIf(isPartOnly)(
        'coverage',
        () =>
          compare(
            drawn,
            'coverage',
            [
              ['neighbourhoods', 'neighbourhoods', ['a_code'], NEIGHBOURHOODS],
              ['parents', 'parents', ['b_code'], PARENTS],
            ],
            false,
          ),
        8 * MINUTES,
      );
    });

    describe.skipIf(start === null || isPartOnly)('people on borders', () => {
      const drawn = { ...borderPoints(), title: 'people on borders' };
      beforeAll(() => load(drawn), 2 * MINUTES);
      it('overlap with people', () => overlapWithPeople(drawn), 8 * MINUTES);
      it(
        'joins units that touch, and people and cells, in parts',
        async () => {
          const words = ['--tolerance', '0', '--people', 'people:n'];
          const { stdout } = await runCommand(['sql', 'overlap', 'a', 'b', '--engine', name, ...words]);
          const { ct_inside: units, ct_touched: people } = await engine.plans(stdout, [
            'ct_inside',
            'ct_touched',
          ]);
          // A tree of boxes, or parts of the plane; the few units here are searched without their index by some.
          expect(units).toMatch(
            { postgis: /geom && |Index Cond/, duckdb: /SPATIAL_JOIN/, sedona: /RangeJoin/ }[name],
          );
          expect(people).toMatch(/Merge Cond|Hash Cond|HASH_JOIN|SortMergeJoin/);
        },
        8 * MINUTES,
      );
    });

    describe.skipIf(start === null || isPartOnly)('random maps, two hundred in one run', () => {
      const drawn = random();
      beforeAll(() => load(drawn), 2 * MINUTES);
      it('overlap with people', () => overlapWithPeople(drawn, 10), 8 * MINUTES);
      it(
        'align',
        () => compare(drawn, 'align', [['shared', 'shared', ['b_code'], SHARED]], false),
        8 * MINUTES,
      );
      it(
        'coverage',
        () =>
          compare(
            drawn,
            'coverage',
            [
              ['neighbourhoods', 'neighbourhoods', ['a_code'], NEIGHBOURHOODS],
              ['parents', 'parents', ['b_code'], PARENTS],
            ],
            false,
            2,
          ),
        8 * MINUTES,
      );
    });

    describe.skipIf(start === null || isPartOnly || !haveRealData)(
      'health boards and councils of two origins',
      () => {
        it(
          'overlap',
          async () => {
            const drawn = national();
            await load(drawn);
            await compare(drawn, 'overlap', [['overlap', 'overlap', ['a_code', 'b_code'], OVERLAP]], false);
          },
          15 * MINUTES,
        );
      },
    );
  },
);
