/** Plain files at addresses, and what else is asked of services and portals. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Ajv from 'ajv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countFeatures, describeLayer, layersOfService } from '../../src/source/describe-service.js';
import { fetchSource } from '../../src/source/fetch-source.js';
import { getJson } from '../../src/source/get-json.js';
import { searchPortal } from '../../src/source/search-portal.js';
import type { FetchOptions } from '../../src/source/source.js';
import { storeAs } from '../../src/source/store-as.js';
import { makeFolder } from '../cli/run-command.js';
import { openPortal, type Portal } from './portal.js';

let portal: Portal;
let cache: ReturnType<typeof makeFolder>;
beforeEach(async () => {
  cache = makeFolder();
  portal = await openPortal({ units: 12 });
});
afterEach(async () => {
  cache.remove();
  await portal.close();
});

const limits = { backOffMs: 5, retries: 2 };
const fetched = (path: string, options: FetchOptions = {}): ReturnType<typeof fetchSource> =>
  fetchSource(portal.origin + path, {
    cacheFolder: cache.path,
    seed: 1,
    ...options,
    limits: { ...limits, ...options.limits },
  });

/** Lets a path answer in one way after the other; the last one stays. */
function serve(path: string, ...ways: ((asked: IncomingMessage, answer: ServerResponse) => void)[]): void {
  let at = 0;
  portal.serve(path, (asked, answer) => ways[Math.min(at++, ways.length - 1)]!(asked, answer));
}
const CSV = 'LAD24CD,residents\nE07900001,5\n';
const good = (_: IncomingMessage, answer: ServerResponse): void => void answer.end(CSV);

test('that is a server’s error is told and not kept, without the token that the server repeats', async () => {
  const error = { error: { code: 498, message: 'Invalid token abcdef1', details: [] } };
  serve('/a.geojson', (_, answer) => answer.end(JSON.stringify(error)));
  const failing = await fetched('/a.geojson?token=abcdef1').catch((thrown: unknown) => thrown);
  expect(failing).toMatchObject({ trouble: { id: 'fetch-wrong' } });
  expect(String(failing)).toContain('the server says (498): Invalid token ***');
  expect(String(failing)).not.toContain('abcdef1');
  expect(
    readdirSync(cache.path, { recursive: true, encoding: 'utf8' }).filter((name) => /\./.test(name)),
  ).toEqual([]);
});

test('that holds an error of its own, and features, is a file', async () => {
  const text = JSON.stringify({ error: 0.5, features: [] });
  serve('/a.json', (_, answer) => answer.end(text));
  expect(readFileSync((await fetched('/a.json')).path, 'utf8')).toBe(text);
});

test('that cannot be kept says where, and is asked for once at most', async () => {
  let times = 0;
  portal.serve('/a.csv', (_, answer) => void (times++, answer.end(CSV)));
  writeFileSync(join(cache.path, 'taken'), '');
  const folder = join(cache.path, 'taken');
  await expect(fetched('/a.csv', { cacheFolder: folder })).rejects.toMatchObject({
    trouble: { id: 'cache-not-writable', file: expect.stringContaining(folder) as string },
  });
  expect(times).toBeLessThan(2);
});

test('that is called as what is not finished is kept all the same', async () => {
  serve('/a', (_, answer) =>
    answer.writeHead(200, { 'Content-Disposition': 'attachment; filename=99.part' }).end(CSV),
  );
  const { path } = await fetched('/a');
  expect((await fetched('/a', { offline: true })).path).toBe(path);
});

describe('a file', () => {
  test.each<[string, (asked: IncomingMessage, answer: ServerResponse) => void]>([
    ['fails', (_, answer) => answer.writeHead(500).end()],
    ['is still being made', (_, answer) => answer.writeHead(202).end('{"status":"Pending"}')],
    ['breaks off', (_, answer) => answer.socket!.destroy()],
    [
      'is cut',
      (_, answer) => {
        answer.setHeader('Content-Length', 1000);
        answer.write(CSV);
        setTimeout(() => answer.socket?.destroy(), 10);
      },
    ],
    [
      'is cut within its packing',
      (_, answer) => {
        answer.setHeader('Content-Encoding', 'gzip');
        answer.end(gzipSync(CSV.repeat(50)).subarray(0, 40));
      },
    ],
    ['is a page', (_, answer) => answer.end('<!doctype html><title>Sign in</title>')],
    ['is empty', (_, answer) => answer.end()],
    ['leads on', (_, answer) => answer.writeHead(302, { Location: '/a.csv?2' }).end()],
    [
      'is packed',
      (_, answer) => {
        answer.setHeader('Content-Encoding', 'gzip');
        answer.end(gzipSync(CSV));
      },
    ],
  ])('that once %s arrives whole', async (_, fails) => {
    serve('/a.csv', fails, good);
    const { path } = await fetched('/a.csv');
    expect(readFileSync(path, 'utf8')).toBe(CSV);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['a.csv', 'a.csv.provenance.json']);
  });

  test.each<[string, (asked: IncomingMessage, answer: ServerResponse) => void]>([
    [
      "a web page came instead of a file titled 'Sign in', 2 times. A firewall",
      (_, answer) => answer.end('<!doctype html><title>Sign in</title>'),
    ],
    ['the server failed (500), 3 times', (_, answer) => answer.writeHead(500).end()],
    ['the server refused it (401). It asks who you are', (_, answer) => answer.writeHead(401).end()],
    ['it leads on more than 5 times', (_, answer) => answer.writeHead(302, { Location: '/a.csv' }).end()],
    [
      'it leads on to an address of http, http://a.example/',
      (_, answer) => answer.writeHead(302, { Location: 'http://a.example/' }).end(),
    ],
    ['it is larger than 0 MiB', (_, answer) => answer.end('x'.repeat(5000))],
    [
      'it is larger than 0 MiB',
      (_, answer) => {
        answer.setHeader('Content-Encoding', 'gzip');
        answer.end(gzipSync('x'.repeat(900_000)));
      },
    ],
    [
      'the reply is packed as zstd',
      (_, answer) => {
        answer.setHeader('Content-Encoding', 'zstd');
        answer.end('x');
      },
    ],
  ])('that stays so says: %s', async (words, fails) => {
    serve('/a.csv', fails);
    await expect(fetched('/a.csv', { limits: { bytes: 4000 } })).rejects.toThrow(words);
    const left = readdirSync(cache.path, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => /csv|part/.test(name))).toEqual([]);
  });

  test('that is asked for again comes again only where it changed', async () => {
    const tagged =
      (tag: string, date: string) =>
      (asked: IncomingMessage, answer: ServerResponse): void => {
        const same = asked.headers['if-none-match'] === tag && asked.headers['if-modified-since'] === date;
        answer.writeHead(same ? 304 : 200, { ETag: tag, 'Last-Modified': date });
        answer.end(same ? undefined : CSV + tag);
      };
    const dates = ['Thu, 01 Jan 2026 00:00:05 GMT', 'Fri, 02 Jan 2026 00:00:05 GMT'] as const;
    serve('/a.csv', tagged('"1"', dates[0]), tagged('"1"', dates[0]), tagged('"2"', dates[1]));
    const first = await fetched('/a.csv');
    expect(first.provenance).toMatchObject({
      edited: '2026-01-01T00:00:05Z',
      entity_tag: '"1"',
      query: null,
      count: null,
    });
    expect(await fetched('/a.csv')).toMatchObject({ how: 'unchanged', path: first.path });
    expect(readdirSync(join(first.path, '..'))).toHaveLength(2);
    expect(await fetched('/a.csv')).toMatchObject({ how: 'fetched', provenance: { entity_tag: '"2"' } });
  });

  test('with another query is another file', async () => {
    serve('/a.csv', (asked, answer) => void answer.end(CSV + asked.url!));
    const [one, two] = [await fetched('/a.csv?key=1'), await fetched('/a.csv?key=2')];
    expect(readFileSync(one.path, 'utf8')).not.toBe(readFileSync(two.path, 'utf8'));
    expect([one, two].map(({ provenance }) => provenance.address)).toEqual(
      Array(2).fill(`${portal.origin}/a.csv?key=***`),
    );
  });
});

describe('a fetched file that is stored', () => {
  test('has its provenance beside it, by the schema, and nothing is written over', async () => {
    const out = makeFolder();
    const layer = await fetchSource(portal.layer, { cacheFolder: cache.path });
    const path = join(out.path, 'small areas.geojson');
    expect(storeAs(layer, path)).toBe(`${path}.provenance.json`);
    expect(readFileSync(path)).toEqual(readFileSync(layer.path));
    const sidecar = JSON.parse(readFileSync(`${path}.provenance.json`, 'utf8')) as unknown;
    expect(sidecar).toEqual(layer.provenance);
    const validate = new Ajv().compile(
      JSON.parse(readFileSync('schema/provenance.schema.json', 'utf8')) as object,
    );
    expect(validate(sidecar), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...layer.provenance, sha256: 'x' })).toBe(false);

    expect(() => storeAs(layer, path)).toThrow(
      'it is there already, and is not written over. Name another folder, or add --force',
    );
    writeFileSync(path, 'mine');
    storeAs(layer, path, { force: true });
    expect(readFileSync(path)).toEqual(readFileSync(layer.path));
    expect(() => storeAs(layer, join(out.path, 'none/x.geojson'))).toThrow('it cannot be written (ENOENT)');
    expect(readdirSync(out.path)).toHaveLength(2);
    out.remove();
    expect(existsSync(layer.path)).toBe(true);
  });
});

describe('what services and portals are asked', () => {
  test('layers, a layer, a count, any JSON', async () => {
    portal.change({ layers: 2 });
    expect(await layersOfService(portal.service)).toEqual([
      { number: 0, name: 'Layer 0', isTable: false },
      { number: 1, name: 'Layer 1', isTable: false },
    ]);
    expect(await describeLayer(portal.service, 1)).toMatchObject({
      address: `${portal.service}/1`,
      maxRecordCount: 2000,
      objectIdField: 'FID',
      system: 27700,
      edited: '2026-09-21T14:13:20.000Z',
      supportsGeoJson: true,
      supportsPagination: true,
      extent: { xmin: -6, ymax: 56 },
    });
    expect(await countFeatures(portal.service, 0)).toBe(12);
    expect(await countFeatures(portal.service, 0, "LSOA21CD < 'E01000006'")).toBe(5);
    expect(await getJson(`${portal.service}?f=json`)).toHaveProperty('layers');
  });

  test('a search, the last modified first as the portal has it', async () => {
    serve(
      '/sharing/rest/search',
      (_, answer) =>
        void answer.end(
          JSON.stringify({
            total: 7,
            results: [
              {
                id: 'a',
                title: 'Wards',
                type: 'Feature Service',
                url: `${portal.service}`,
                modified: 1_790_000_000_000,
              },
              { id: 'b', title: 'Words', type: 'Feature Service', url: null },
              { broken: true },
            ],
          }),
        ),
    );
    expect(await searchPortal({ portal: `${portal.origin}/`, words: ['wards'], most: 3 })).toEqual({
      total: 7,
      items: [
        {
          id: 'a',
          title: 'Wards',
          type: 'Feature Service',
          address: portal.service,
          modified: '2026-09-21T14:13:20.000Z',
        },
        { id: 'b', title: 'Words', type: 'Feature Service', address: null, modified: null },
      ],
    });
    expect(portal.asked.at(-1)).toContain('num=3');
  });
});
