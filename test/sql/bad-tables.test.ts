/**
 * Tables that cannot be measured: the script stops before anything is cut, and names the table and what is wrong with it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import type { Engine, EngineOffer, Loaded } from './engine.js';
import { postgisOffer } from './postgis-server.js';
import { duckdbOffer, sedonaOffer } from './python-engine.js';

const box = (west: number, south: number, side = 1): string =>
  `POLYGON((${west} ${south},${west + side} ${south},${west + side} ${south + side},${west} ${south + side},${west} ${south}))`;
type Unit = Loaded['rows'][number];
const unit = (code: string | null, geom: string | null, srid = 4326): Unit => ({
  code,
  name: code,
  geom,
  srid,
});
const good = [unit('E1', box(0, 50)), unit('E2', box(1, 50))];
const bowTie = 'POLYGON((0 50,1 51,1 50,0 51,0 50))';

/** Rows of the table `a`, and what is said of it; engines that know no systems are left out of some. */
const FAULTS: readonly { what: string; rows: readonly Unit[]; said: string; knowsSystems?: boolean }[] = [
  { what: 'a code twice', rows: [...good, unit('E1', box(2, 50))], said: 'a: 1 rows repeat a code' },
  { what: 'no code', rows: [...good, unit(null, box(2, 50))], said: 'a: 1 rows without a code' },
  { what: 'no shape', rows: [...good, unit('E3', null)], said: 'a: 1 rows without a shape' },
  { what: 'an empty shape', rows: [...good, unit('E3', 'POLYGON EMPTY')], said: 'a: 1 rows without a shape' },
  {
    what: 'a line',
    rows: [...good, unit('E3', 'LINESTRING(0 50,1 51)')],
    said: 'a: 1 shapes that are no polygons',
  },
  { what: 'an invalid polygon', rows: [...good, unit('E3', bowTie)], said: 'a: 1 invalid polygons' },
  {
    what: 'metres',
    rows: [...good, unit('E3', box(400000, 300000, 1000))],
    said: 'a: 1 shapes beyond all longitudes',
  },
  {
    what: 'two systems',
    rows: [...good, unit('E3', box(2, 50), 27700)],
    said: 'a: 2 coordinate systems in one table',
    knowsSystems: true,
  },
  {
    what: 'another system',
    rows: good.map(({ code, geom }) => unit(code as string, geom as string, 27700)),
    said: 'a: 27700 is the EPSG number',
    knowsSystems: true,
  },
];

describe.each([postgisOffer, duckdbOffer, sedonaOffer].map((offer) => [offer.name, offer] as const))(
  '%s',
  (name, { start }: EngineOffer) => {
    if (start === null) console.warn(`Tests of the SQL for ${name} are skipped: it is not installed.`);
    let engine: Engine;
    let script = '';
    beforeAll(async () => {
      if (start === null) return;
      engine = await start();
      await engine.load({ name: 'b', rows: good });
      const { stdout } = await runCommand([
        'sql',
        'overlap',
        'a',
        'b',
        '--engine',
        name,
        '--tolerance',
        '30',
      ]);
      script = stdout;
    }, 300_000);
    afterAll(async () => {
      if (start !== null) await engine.stop();
    });

    const faults = FAULTS.filter(({ knowsSystems }) => knowsSystems !== true || name !== 'duckdb');
    it.skipIf(start === null).each(faults)(
      '$what',
      async ({ rows, said }) => {
        await engine.load({ name: 'a', rows });
        expect(await engine.run(script)).toContain(`coterminous: ${said}`);
      },
      300_000,
    );

    it.skipIf(start === null)(
      'no rows',
      async () => {
        await engine.load({ name: 'a', rows: good });
        const empty = script.replaceAll(/FROM (["`])a\1/g, '$& WHERE 1 = 0');
        expect(empty).not.toBe(script);
        expect(await engine.run(empty)).toContain('coterminous: a: table without rows');
      },
      300_000,
    );

    it.skipIf(start === null)(
      'people below nothing, and without a point',
      async () => {
        const { stdout } = await runCommand([
          'sql',
          'overlap',
          'a',
          'b',
          '--engine',
          name,
          '--tolerance',
          '30',
          '--people',
          'people:n',
        ]);
        await engine.load({ name: 'people', rows: [{ n: -1, geom: 'POINT(0.5 50.5)', srid: 4326 }] });
        expect(await engine.run(stdout)).toContain(
          'coterminous: people:n: 1 rows whose people are below nothing',
        );
        await engine.load({ name: 'people', rows: [{ n: 1, geom: null, srid: 4326 }] });
        expect(await engine.run(stdout)).toContain('coterminous: people:n: 1 rows without a point');
      },
      300_000,
    );

    it.skipIf(start === null)(
      'an engine that measures wrongly is found by a polygon with a hole',
      async () => {
        // As if the engine had forgotten the hole.
        const wrong = script.replace('abs(m2 - 7575205849.646524)', 'abs(m2 - 7892218857.987154)');
        expect(wrong).not.toBe(script);
        expect(await engine.run(wrong)).toContain('measures polygons with holes wrongly');
        expect(await engine.run(script)).toBeNull();
      },
      300_000,
    );
  },
);
