/** Files read ahead by another thread: what comes of it is what one thread reads, whatever the other does. */
import { statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/cli/node-files.js';
import { ReadingAhead, WORTH_READING_AHEAD } from '../../src/cli/threads/read-ahead.js';
import { BEGUN, FREE, NOTHING, SENT } from '../../src/cli/threads/read-order.js';
import { readParts } from '../../src/cli/threads/read-parts.js';
import type { Order } from '../../src/cli/threads/thread-messages.js';
import { createGeoJsonReader } from '../../src/read/geojson/geojson-reader.js';
import type { FilePartsAhead } from '../../src/run/files.js';
import { Inputs } from '../../src/run/inputs.js';
import { readFeatures } from '../../src/run/read-features.js';
import { makeFolder } from './run-command.js';

const folder = makeFolder();
afterAll(folder.remove);
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};

/** Squares with `points` positions on a border, as a file. */
function squares(count: number, points: number, digits = 5): string {
  const features = Array.from({ length: count }, (_, i) => {
    const south = Array.from({ length: points }, (__, k) => `[${(i + k / points).toFixed(digits)},0]`);
    return `{"type":"Feature","properties":{"LAD25CD":"E0600${1000 + i}"},"geometry":{"type":"Polygon","coordinates":[[${south.join(',')},[${i + 1},0],[${i},1],[${i},0]]]}}`;
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

type ReadOrder = Extract<Order, { order: 'read' }>;
const withThread = (read: (order: ReadOrder) => void, step = 1000): ReadingAhead =>
  new ReadingAhead({ postMessage: (order: Order) => read(order as ReadOrder) }, step, 0);

/** A desk whose files are read ahead. */
const deskWith = (ahead: ReadingAhead): Inputs =>
  new Inputs({ ...nodeFiles, readAhead: (paths) => ahead.begin(paths), partsOf: (path) => ahead.take(path) });

async function read(inputs: Inputs, paths: readonly string[]) {
  inputs.expect(paths.map((path) => ({ path, role: 'layer' })));
  const tables = [];
  for (const path of paths) tables.push((await readFeatures(inputs, { path }, 'layer')).table);
  return tables;
}

const a = write('a.geojson', squares(40, 30));
const b = write('b.geojson', squares(9, 200));

describe('files read ahead', () => {
  it.each<[string, (order: ReadOrder, seen: Int32Array[]) => void]>([
    ['by a thread that reads it all', ({ files }) => readParts(files)],
    ['by one that does not answer', () => undefined],
    ['by one that hangs in a part', ({ files }) => files.forEach(({ states }) => states.fill(BEGUN, -1))],
    ['by one that finds nothing', ({ files }) => files.forEach(({ states }) => states.fill(NOTHING))],
    [
      'by one that hangs when it has read half of it',
      ({ files }) => {
        files.forEach(({ states }) => (states[Math.floor(states.length / 2)] = BEGUN));
        readParts(files);
      },
    ],
  ])('%s are the same', async (_, thread) => {
    const alone = await read(new Inputs(nodeFiles), [a, b]);
    for (const step of [700, 5000])
      expect(await read(deskWith(withThread((order) => thread(order, []), step)), [a, b])).toEqual(alone);
  });

  it('are taken over from the last place to the first', () => {
    const orders: ReadOrder[] = [];
    const ahead = withThread((order) => orders.push(order));
    ahead.begin([a]);
    const { states } = orders[0]!.files[0]!;
    const parts = ahead.take(a)!;
    expect(parts.places).toEqual(Array.from(states, (__, place) => place * 1000));
    // The first thread has come to the second place when the other one begins.
    expect([parts.partAt(0), parts.partAt(1)]).toEqual([null, null]);
    readParts(orders[0]!.files);
    expect([...states.subarray(2)].every((state) => state === SENT || state === NOTHING)).toBe(true);
    expect([...states].filter((state) => state === SENT).length).toBeGreaterThan(10);
    expect(ahead.take(a)).toBe(null);
  });

  it('are left alone where they are others than were asked for', () => {
    const path = write('c.geojson', squares(20, 30));
    const ahead = withThread(({ files }) => {
      utimesSync(path, 1, 1);
      readParts(files);
      expect([...files[0]!.states].every((state) => state === FREE)).toBe(true);
    });
    ahead.begin([path]);
    expect(ahead.take(path)!.isUnchanged()).toBe(false);
  });

  it.each([
    ['touched', (path: string) => utimesSync(path, 1, 1)],
    ['cut', (path: string) => truncateSync(path, 100)],
  ])('that are %s while they are read are refused', async (_, change) => {
    const path = write('d.geojson', squares(20, 30));
    const inputs = deskWith(withThread(({ files }) => readParts(files)));
    inputs.expect([{ path, role: 'layer' }]);
    await inputs.open(path, 'layer').start();
    change(path);
    await expect(readFeatures(inputs, { path }, 'layer')).rejects.toMatchObject({
      trouble: { id: 'file-changed' },
    });
  });

  it('of positions too dense for the room there is are read by the first thread', async () => {
    const path = write('e.geojson', squares(30, 60, 0));
    const alone = await read(new Inputs(nodeFiles), [path]);
    const states: Int32Array[] = [];
    const ahead = withThread(({ files }) => {
      states.push(files[0]!.states);
      readParts(files);
    });
    expect(await read(deskWith(ahead), [path])).toEqual(alone);
    expect([...states[0]!]).toContain(NOTHING);
  });

  it('are those of a quarter of a million bytes and more, not packed, three at most', () => {
    const asked: string[][] = [];
    const ahead = new ReadingAhead({
      postMessage: ({ files }: ReadOrder) => asked.push(files.map(({ path }) => path)),
    });
    const sized = (name: string, size: number): string => write(name, new Uint8Array(size));
    const names = [-1, 0, 1].map((more) => sized(`${more}.geojson`, WORTH_READING_AHEAD + more));
    const large = sized('large.JSON', 3e6);
    const packed = write('packed.geojson.gz', gzipSync('x'.repeat(10)));
    truncateSync(packed, 1e6);
    ahead.begin([...names, packed, folder.path, join(folder.path, 'none.geojson'), large, large]);
    expect(asked.pop()).toEqual([names[1], names[2], large]);
    ahead.begin([...names, large]);
    expect(asked).toEqual([]);
    const more = ['p', 'q', 'r', 's'].map((name) => sized(`${name}.geojson`, 3e5));
    ahead.begin(more);
    expect(asked.pop()).toEqual(more.slice(0, 3));
  });

  it('are those read for their shapes, and none where layers are kept from run to run', () => {
    const asked: (readonly string[])[] = [];
    const files = { ...nodeFiles, readAhead: (paths: readonly string[]) => void asked.push(paths) };
    const expected = [
      { path: a, role: 'layer' },
      { path: 'people.csv', role: 'people' },
      { path: b, role: 'blocks' },
    ] as const;
    new Inputs(files).expect(expected);
    expect(asked.pop()).toEqual([a, b]);
    new Inputs({ ...files, cache: { get: () => null, put: () => undefined } }).expect(expected);
    expect(asked).toEqual([]);
  });
});

describe('a reader with parts ahead', () => {
  it('asks for each place once, in order', () => {
    const asked: number[] = [];
    const bytes = new Uint8Array(statSync(a).size).fill(0x20);
    const ahead: FilePartsAhead = {
      places: [0, 100, 200],
      partAt: (place) => (asked.push(place), null),
      isUnchanged: () => true,
      sha256: () => null,
    };
    const reader = createGeoJsonReader('a', 0, ahead);
    for (let at = 0; at < bytes.length; at += 150) reader.push(bytes.subarray(at, at + 150));
    expect(asked).toEqual([0, 1, 2]);
  });
});
