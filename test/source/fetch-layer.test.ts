/** Layers of services fetched from a portal that imitates the real one, and fails as it does. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchSource } from '../../src/source/fetch-source.js';
import type { FetchOptions, Limits, Wanted } from '../../src/source/source.js';
import { InputError } from '../../src/trouble/input-error.js';
import { makeFolder } from '../cli/run-command.js';
import { ALL_FAILING, openPortal, type Portal, type Service } from './portal.js';

const QUICK: Partial<Limits> = { backOffMs: 5, replyMs: 600, retries: 4, leastPageSize: 10 };

let portal: Portal;
let cache: ReturnType<typeof makeFolder>;
beforeEach(() => (cache = makeFolder()));
afterEach(async () => {
  cache.remove();
  await portal.close();
});

const open = async (service: Service): Promise<Portal> => (portal = await openPortal(service));
const fetched = (wanted: Wanted, options: FetchOptions = {}): ReturnType<typeof fetchSource> =>
  fetchSource(wanted, {
    cacheFolder: cache.path,
    seed: 1,
    ...options,
    limits: { ...QUICK, ...options.limits },
  });

/** The file that came, as text. */
const textOf = async (wanted: Wanted, options: FetchOptions = {}): Promise<string> =>
  readFileSync((await fetched(wanted, options)).path, 'utf8');

const codesIn = (text: string): string[] =>
  (JSON.parse(text) as { features: { properties: { LSOA21CD: string } }[] }).features.map(
    ({ properties }) => properties.LSOA21CD,
  );

async function errorOf(what: Promise<unknown>): Promise<InputError> {
  const error = await what.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw error ?? new Error('nothing was thrown');
  return error;
}

/** What stands in the cache that is no finished file. */
const unfinished = (): string[] =>
  readdirSync(cache.path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.part|pages-/.test(name));

describe.each(ALL_FAILING)('a page that fails once: %s', (how) => {
  test.each([
    ['by offset', {}],
    ['by object ids', { pagination: false }],
    ['as Esri JSON', { geoJson: false }],
  ])('the layer arrives whole, %s', async (_, service) => {
    if (how === 'no-ids' && 'geoJson' in service) return;
    await open({ units: 95, maxRecordCount: 20, ...service });
    const whole = await textOf(portal.layer);
    portal.fail(how, 3);
    expect(await textOf(portal.layer, { refresh: true })).toBe(whole);
    expect(unfinished()).toEqual([]);
  });
});

describe('how a layer is asked for', () => {
  test('its limit is read first, and pages are ordered by the code and the object id', async () => {
    await open({ units: 7, maxRecordCount: 3 });
    await fetched(portal.layer);
    const page = new URL(
      portal.asked.find((each) => each.includes('resultOffset=3'))!,
      portal.origin,
    );
    expect(Object.fromEntries(page.searchParams)).toEqual({
      where: '1=1',
      outFields: '*',
      outSR: '4326',
      f: 'geojson',
      orderByFields: 'LSOA21CD,FID',
      resultOffset: '3',
      resultRecordCount: '3',
    });
    expect(portal.offsets().sort()).toEqual([0, 3, 6]);
  });

  test('never more than so many pages at once', async () => {
    await open({ units: 100, maxRecordCount: 5, delay: () => 5 });
    await fetched(portal.layer);
    expect(portal.atOnce()).toBe(3);
  });

  test.each([5, 6, 7])('%i units in pages of 6: the last page may be full', async (units) => {
    await open({ units, maxRecordCount: 6 });
    expect(codesIn(await textOf(portal.layer))).toHaveLength(units);
    expect(portal.offsets()).toHaveLength(units > 6 ? 2 : 1);
  });

  test('without paging by object ids, in their order, and never with an offset', async () => {
    await open({ units: 50, maxRecordCount: 8, pagination: false });
    expect(new Set(codesIn(await textOf(portal.layer))).size).toBe(50);
    expect(portal.offsets()).toEqual([]);
    expect(portal.asked.filter((each) => each.includes('FID+%3E%3D'))).toHaveLength(7);
  });

  test('without an order by object ids too: pages of no order may hold anything', async () => {
    await open({ units: 50, maxRecordCount: 8, orderBy: false });
    await fetched(portal.layer);
    expect(portal.offsets()).toEqual([]);
  });

  test('without paging and object ids whole, or not at all', async () => {
    await open({ units: 8, maxRecordCount: 8, pagination: false, objectIds: false });
    expect(codesIn(await textOf(portal.layer))).toHaveLength(8);
    portal.change({ units: 9 });
    expect((await errorOf(fetched(portal.layer, { refresh: true }))).trouble).toMatchObject({
      id: 'fetch-no-pages',
      message: 'the server sends 8 features at once, and cannot be asked for the rest',
    });
  });

  test('positions keep every digit that the server gives', async () => {
    await open({ units: 3 });
    const { features } = JSON.parse(await textOf(portal.layer)) as {
      features: { geometry: { coordinates: number[][][] } }[];
    };
    expect(features[0]!.geometry.coordinates[0]![0]![1]).toBe(51 + 1 / 3e9);
  });

  test('in British National Grid as Esri JSON, which says so', async () => {
    await open({ units: 3 });
    const { path, provenance } = await fetched({ service: portal.service, layer: 0, outSR: 27700 });
    expect(path).toMatch(/BGC\.json$/);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      spatialReference: { wkid: 27700 },
      geometryType: 'esriGeometryPolygon',
    });
    expect(provenance.query).toMatchObject({ outSR: '27700', f: 'json' });
  });

  test('a table comes without shapes', async () => {
    await open({ units: 3, table: true });
    expect(await textOf(portal.layer)).toContain('"geometry":null');
    expect(portal.asked.at(-3)).toContain('returnGeometry=false');
  });

  test('a page that takes too long is asked for in halves, down to the least', async () => {
    await open({ units: 64, maxRecordCount: 64 });
    const whole = await textOf(portal.layer);
    portal.failLarger(16, '504');
    expect(await textOf(portal.layer, { refresh: true })).toBe(whole);
    portal.failLarger(9, '504');
    expect(
      (await errorOf(fetched(portal.layer, { refresh: true, limits: { leastPageSize: 32 } }))).trouble.id,
    ).toBe('fetch-timeout');
  });

  test('so is one at which the server fails again and again', async () => {
    await open({ units: 64, maxRecordCount: 64 });
    const whole = await textOf(portal.layer);
    portal.failLarger(32, 'error-inside');
    expect(await textOf(portal.layer, { refresh: true, limits: { retries: 1 } })).toBe(whole);
  });

  test('a condition, fields and a layer number are those of the address', async () => {
    await open({ units: 30, layers: 2 });
    const where = encodeURIComponent("LSOA21CD < 'E01000011'");
    const { path, provenance } = await fetched(
      `${portal.service}/1/query?where=${where}&outFields=LSOA21CD&f=html&resultRecordCount=2`,
    );
    expect(codesIn(readFileSync(path, 'utf8'))).toHaveLength(10);
    expect(path).toMatch(/LSOA_December_2021_Boundaries_EW_BGC_1\.geojson$/);
    expect(provenance).toMatchObject({
      address: `${portal.service}/1`,
      count: 10,
      query: { outFields: 'LSOA21CD,FID', where: "LSOA21CD < 'E01000011'" },
    });
  });
});

describe('what is told of a layer', () => {
  test('a service of one layer is that layer; of several they are listed', async () => {
    await open({ units: 3 });
    expect((await fetched(portal.service)).provenance.address).toBe(portal.layer);
    portal.change({ layers: 3 });
    expect((await errorOf(fetched(`${portal.service}/`))).trouble).toMatchObject({
      id: 'which-layer',
      message: 'the service holds 3 layers: 0 (Layer 0), 1 (Layer 1) and 2 (Layer 2)',
      hint: `Name one of them by its number: ${portal.service}/0`,
    });
  });

  test('a layer for which nothing holds, a query for something else and no layer at all', async () => {
    await open({ units: 3 });
    const ids = [`/0/query?where=LSOA21CD+<+'A'`, '/0/query?returnCountOnly=true', '/0/query?outSR=bng'];
    const found = await Promise.all(ids.map((each) => errorOf(fetched(portal.service + each))));
    expect(found.map(({ trouble }) => trouble.id)).toEqual(['fetch-empty', 'query-refused', 'query-refused']);
    portal.serve('/y/FeatureServer/0', (_, answer) => void answer.end('{"id": 0}'));
    expect((await errorOf(fetched(`${portal.origin}/y/FeatureServer/0`))).trouble.id).toBe('not-a-layer');
  });

  test('its provenance: counts, dates, seal and sources, and the same again for the same', async () => {
    await open({ units: 12 });
    process.env['SOURCE_DATE_EPOCH'] = '1790000000';
    try {
      const { provenance, path, how } = await fetched({ service: portal.service, licence: 'OGL' });
      expect(how).toBe('fetched');
      expect(provenance).toMatchObject({
        address: portal.layer,
        title: 'LSOA_DEC_2021_EW_0',
        count: 12,
        fetched: '2026-09-21T14:13:20Z',
        edited: '2026-09-21T14:13:20.000Z',
        licence: 'OGL',
        attribution: 'Made up for a test',
        bytes: readFileSync(path).length,
      });
      const sidecar = readFileSync(`${path}.provenance.json`);
      await fetched({ service: portal.service, licence: 'OGL' }, { refresh: true });
      expect(readFileSync(`${path}.provenance.json`)).toEqual(sidecar);
    } finally {
      delete process.env['SOURCE_DATE_EPOCH'];
    }
  });

  test('a token goes with every question, and stands nowhere', async () => {
    await open({ units: 5, maxRecordCount: 2, token: 's3cretvalue' });
    expect((await errorOf(fetched(portal.layer))).message).toContain('add a token to the address');
    const { provenance, path } = await fetched(`${portal.layer}?token=s3cretvalue`);
    expect(portal.asked.slice(1).every((each) => each.includes('token=s3cretvalue'))).toBe(true);
    expect(JSON.stringify(provenance) + path + readFileSync(path, 'utf8')).not.toContain('s3cretvalue');
    portal.change({ token: 'another' });
    const error = await errorOf(fetched(`${portal.layer}?token=s3cretvalue`, { refresh: true }));
    expect(JSON.stringify(error.trouble) + error.message).not.toContain('s3cretvalue');
  });
});

describe('data that changes under way', () => {
  const changing = async (change: () => void, service: Partial<Service> = {}): Promise<InputError> => {
    await open({ units: 100, maxRecordCount: 10, ...service });
    portal.onPage((page) => {
      if (page === 5) change();
    });
    const error = await errorOf(fetched(portal.layer));
    expect(unfinished().filter((name) => !/pages-[0-9a-f]+(\/owner)?$/.test(name))).toEqual([]);
    return error;
  };

  test('is found by the date of its last edit', async () => {
    const { trouble } = await changing(() => portal.change({ editingDate: 1_790_000_000_001 }));
    expect(trouble).toMatchObject({
      id: 'fetch-changed',
      message: 'its data was edited while it was fetched, and pages of two states make no layer',
    });
  });

  test('is found by its number of features, where it goes on changing', async () => {
    await open({ units: 100, maxRecordCount: 10, editingDate: null });
    let left = 100;
    portal.onPage((page) => {
      if (page % 9 === 5) portal.remove(left--);
    });
    expect((await errorOf(fetched(portal.layer))).trouble.id).toBe('fetch-changed');
  });

  test('is never put together of two states: what was removed once is asked for anew', async () => {
    await open({ units: 100, maxRecordCount: 10, editingDate: null });
    portal.onPage((page) => {
      if (page === 5) portal.remove(97);
    });
    const text = await textOf(portal.layer);
    portal.onPage(() => undefined);
    expect(text).toBe(await textOf(portal.layer, { refresh: true }));
    expect(codesIn(text)).toHaveLength(99);
  });

  test('one put in and one taken out between two pages are found by the ids', async () => {
    await open({ units: 100, maxRecordCount: 10, editingDate: null });
    portal.onPage((page) => {
      if (page !== 10) return;
      portal.change({ units: 101 });
      portal.remove(100);
    });
    const text = await textOf(portal.layer);
    portal.onPage(() => undefined);
    expect(text).toBe(await textOf(portal.layer, { refresh: true }));
  });

  test('a count that was wrong once is counted again; one that stays wrong is told', async () => {
    await open({ units: 50, maxRecordCount: 10 });
    const whole = await textOf(portal.layer);
    for (const by of [-7, 7, -10]) {
      portal.miscount(by);
      expect(await textOf(portal.layer, { refresh: true })).toBe(whole);
    }
    portal.miscount(3, 3, 3, 3, 3);
    expect((await errorOf(fetched(portal.layer, { refresh: true }))).trouble).toMatchObject({
      id: 'fetch-changed',
      message: expect.stringContaining('53 features') as string,
    });
  });
});

describe('what is kept', () => {
  test('is not asked for again while it is the same, and is when it was edited', async () => {
    await open({ units: 20, maxRecordCount: 10 });
    const { path } = await fetched(portal.layer);
    const before = portal.offsets().length;
    expect(await fetched(portal.layer)).toMatchObject({ path, how: 'unchanged' });
    expect(portal.offsets()).toHaveLength(before);
    portal.change({ editingDate: 1_791_000_000_000 });
    expect((await fetched(portal.layer)).how).toBe('fetched');
    portal.change({ editingDate: null });
    expect((await fetched(portal.layer)).how).toBe('fetched');
    expect((await fetched(portal.layer)).how).toBe('unchanged');
  });

  test('is taken offline, and nothing is asked; where nothing is kept it says what to put where', async () => {
    await open({ units: 5 });
    const { trouble } = await errorOf(fetched(portal.layer, { offline: true }));
    expect(trouble.id).toBe('not-kept');
    expect(trouble.hint).toContain(
      `open ${portal.layer}/query?where=1%3D1&outFields=*&outSR=4326&f=geojson, and put the file that comes into ${cache.path}`,
    );
    const { path } = await fetched(portal.layer);
    const before = portal.asked.length;
    expect(await fetched(portal.layer, { offline: true })).toMatchObject({ path, how: 'kept' });
    expect(portal.asked).toHaveLength(before);
  });

  test('that was damaged is fetched again', async () => {
    await open({ units: 5 });
    const { path } = await fetched(portal.layer);
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.from(whole).fill(32, 10, 12));
    expect((await errorOf(fetched(portal.layer, { offline: true }))).trouble.id).toBe('not-kept');
    expect((await fetched(portal.layer)).how).toBe('fetched');
    expect(readFileSync(path)).toEqual(whole);
  });

  test('pages of a fetching that failed are not asked for again', async () => {
    await open({ units: 100, maxRecordCount: 10 });
    const whole = await textOf(portal.layer);
    for (const nth of [6, 7, 8, 9]) portal.fail('500', nth);
    const failed = await errorOf(
      fetched(portal.layer, { refresh: true, limits: { retries: 1, atOnce: 1, leastPageSize: 10 } }),
    );
    expect(failed.message).toContain(
      'the server failed (500), 2 times. Try again later; what has come is kept',
    );
    const before = portal.offsets().length;
    expect(await textOf(portal.layer, { refresh: true, limits: { retries: 4 } })).toBe(whole);
    expect(portal.offsets().length - before).toBeLessThan(10);
    expect(unfinished()).toEqual([]);
  });
});

describe('patience', () => {
  test('ends where the server wants more than there is', async () => {
    await open({ units: 5 });
    portal.serve('/z/FeatureServer/0', (_, answer) => {
      answer.writeHead(429, { 'Retry-After': '3600' });
      answer.end();
    });
    const error = await errorOf(fetched(`${portal.origin}/z/FeatureServer/0`));
    expect(error.message).toContain('the server is busy (429). Try again later');
  });

  test('a signal ends it with its own reason', async () => {
    await open({ units: 100, maxRecordCount: 10, delay: () => 50 });
    const stop = new AbortController();
    portal.onPage((page) => {
      if (page === 4) stop.abort(new Error('enough'));
    });
    await expect(fetched(portal.layer, { signal: stop.signal })).rejects.toThrow('enough');
  });

  test('everything ends in time, and a reply that is too large is not read', async () => {
    await open({ units: 100, maxRecordCount: 10, delay: () => 100 });
    expect((await errorOf(fetched(portal.layer, { limits: { wholeMs: 250 } }))).trouble.id).toBe(
      'fetch-too-long',
    );
    expect((await errorOf(fetched(portal.layer, { limits: { replyBytes: 600 } }))).trouble.id).toBe(
      'fetch-too-large',
    );
    expect((await errorOf(fetched(portal.layer, { limits: { bytes: 5000 } }))).trouble.id).toBe(
      'fetch-too-large',
    );
  });
});
