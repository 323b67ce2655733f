/** Memory estimated before it is taken: by files, then by vertices; at the bound, and a byte over it. */
import { describe, expect, test } from 'vitest';
import type { ExpectedInput } from '../../src/run/inputs.js';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import { run } from '../../src/run/run.js';
import {
  MEMORY_IN_STRIPS,
  MEMORY_OF_VERTEX,
  OWN_MEMORY,
  PACKED,
  refuseLargeFiles,
  refuseManyVertices,
  stripNodesOf,
  TEXT_OF_VERTEX,
} from '../../src/run/refuse-over-memory.js';
import type { Layer } from '../../src/layer/layer.js';
import { councils, icbs } from '../cli/small-files.js';

const MIB = 2 ** 20;
const files = memoryFiles({
  'a.geojson': ' '.repeat(MIB),
  'b.shp': ' '.repeat(2 * MIB),
  'c.geojson.gz': ' '.repeat(MIB),
  'people.csv': ' '.repeat(MIB),
  'lookup.csv': ' '.repeat(MIB),
});
const of = (bytes: number): number => OWN_MEMORY + (MEMORY_IN_STRIPS * bytes) / TEXT_OF_VERTEX;
const layers = (...paths: string[]): ExpectedInput[] => paths.map((path) => ({ path, role: 'layer' }));
const refuse = (named: readonly ExpectedInput[], maxMemory: number) => () =>
  refuseLargeFiles(new Inputs({ ...files, maxMemory }), named);

describe('files are refused before they are read', () => {
  test.each<[string, readonly ExpectedInput[], number]>([
    ['a file', layers('a.geojson'), MIB],
    ['several', layers('a.geojson', 'b.shp'), 3 * MIB],
    ['one file given twice', layers('a.geojson', './a.geojson'), MIB],
    ['what is packed, by what it unpacks to', layers('c.geojson.gz'), PACKED * MIB],
    [
      'blocks and what is clipped to',
      [
        { path: 'a.geojson', role: 'blocks' },
        { path: 'b.shp', role: 'clip' },
      ],
      3 * MIB,
    ],
    ['boundaries alone', [...layers('a.geojson', 'lookup.csv'), { path: 'people.csv', role: 'people' }], MIB],
  ])('%s', (_, named, bytes) => {
    expect(refuse(named, of(bytes))).not.toThrow();
    expect(refuse(named, of(bytes) + 1)).not.toThrow();
    expect(refuse(named, of(bytes) - 1)).toThrow(
      /vertices, which take .* MiB of memory or more, and --max-memory allows/,
    );
  });

  test('by what is said of them, what is allowed and what to do', () => {
    expect(refuse(layers('b.shp'), 63 * MIB)).toThrow(
      expect.objectContaining({
        trouble: {
          id: 'over-memory-estimate',
          message:
            '2 MiB of boundaries hold some 69,905 vertices, which take 64 MiB of memory or more, and --max-memory allows 63 MiB',
          hint: expect.stringContaining('coarser resolution') as string,
        },
      }),
    );
  });

  test('not where less is allowed than a run takes for itself, which is told by what it holds', () => {
    expect(refuse(layers('a.geojson'), OWN_MEMORY - 1)).not.toThrow();
    expect(refuse(layers('a.geojson'), OWN_MEMORY)).toThrow();
  });

  test('not where they may have been kept, nor where nothing bounds the memory', () => {
    const cache = { get: () => null, put: () => undefined };
    const named = layers('a.geojson');
    expect(() =>
      refuseLargeFiles(new Inputs({ ...files, cache, maxMemory: OWN_MEMORY }), named),
    ).not.toThrow();
    expect(() => refuseLargeFiles(new Inputs(files), named)).not.toThrow();
  });
});

const layer = (positions: number): Layer =>
  ({
    land: { shapes: { coordinates: new Float64Array(2 * positions) } },
  }) as Layer;

test('layers are refused by their vertices before they are laid out', () => {
  const most = OWN_MEMORY + 1000 * MEMORY_IN_STRIPS;
  const inputs = new Inputs({ ...files, maxMemory: most });
  const lookup = { land: null } as Layer;
  const half = layer(500);
  expect(() => refuseManyVertices(inputs, [half, layer(500), lookup])).not.toThrow();
  expect(() => refuseManyVertices(inputs, [half, layer(499)])).not.toThrow();
  expect(() => refuseManyVertices(inputs, [half, layer(501)])).toThrow(
    /^the layers hold some 1,001 vertices/,
  );
  // The same shapes in two layers are held once.
  expect(() => refuseManyVertices(inputs, [half, half, half])).not.toThrow();
});

describe('strips', () => {
  const strips = (maxMemory: number | undefined, stripNodes?: number) =>
    stripNodesOf(
      new Inputs({ ...files, ...(maxMemory && { maxMemory }), ...(stripNodes && { stripNodes }) }),
      [layer(500), layer(502)],
    );
  const whole = OWN_MEMORY + 1002 * MEMORY_OF_VERTEX;

  test('are taken where the whole takes more than is allowed: five of them', () => {
    expect(strips(undefined)).toBe(null);
    expect(strips(whole + 1)).toBe(null);
    expect(strips(whole)).toBe(null);
    expect(strips(whole - 1)).toBe(201);
  });

  test('are as large as the desk says, whatever is allowed', () => {
    expect(strips(undefined, 7)).toBe(7);
    expect(strips(whole - 1, 7)).toBe(7);
  });
});

test('a run is refused before anything is read, alone and among several reports', async () => {
  const small = memoryFiles({ 'icbs.geojson': icbs, 'councils.geojson': councils });
  const reading: string[] = [];
  const watched = {
    ...small,
    maxMemory: OWN_MEMORY,
    open: (path: string) => {
      const stream = small.open(path);
      return { ...stream, next: () => (reading.push(path), stream.next()) };
    },
  };
  const request = {
    command: 'overlap',
    layers: [{ path: 'icbs.geojson' }, { path: 'councils.geojson' }],
  } as const;
  const refused = /--max-memory allows 60 MiB/;
  await expect(run(request, new Inputs(watched))).rejects.toThrow(refused);
  const several = { command: 'report', reports: [{ name: 'one', request }] } as const;
  await expect(run(several, new Inputs(watched))).rejects.toThrow(refused);
  expect(reading).toEqual([]);
});
