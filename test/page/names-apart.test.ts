/** Files of one name from two places are both kept, and said. */
import { describe, expect, it } from 'vitest';
import { namesApart, sayNames, type GivenFile } from '../../src/page/asking/names-apart.js';

type Bytes = readonly [path: string, bytes: string, folder?: string];

/** Gives files in some drops, one after the other; gives what is there at the end, and what was said of the last drop. */
async function drops(...all: readonly (readonly Bytes[])[]): Promise<{ there: object; said: string }> {
  const there = new Map<string, string>();
  let said = '';
  for (const drop of all) {
    const given: GivenFile[] = drop.map(([path, , folder = '']) => ({ path, folder }));
    const named = await namesApart(
      given,
      (name) => there.has(name),
      (at, name) => Promise.resolve(there.get(name) === drop[at]![1]),
    );
    named.forEach(({ name }, at) => there.set(name, drop[at]![1]));
    said = sayNames(given, named);
  }
  return { there: Object.fromEntries(there), said };
}

describe('a file of a name that is there', () => {
  it('is kept beside it under another, and this is said', async () => {
    const { there, said } = await drops([['lad.geojson', '2023']], [['lad.geojson', '2024']]);
    expect(there).toEqual({ 'lad.geojson': '2023', 'lad-2.geojson': '2024' });
    expect(said).toBe('Another lad.geojson is here already: this one is called lad-2.geojson.');
  });

  it('is not taken twice where it is the very same, also under its other name', async () => {
    const { there, said } = await drops(
      [['a.csv', '1']],
      [['a.csv', '2']],
      [['a.csv', '2']],
      [['a.csv', '1']],
    );
    expect(there).toEqual({ 'a.csv': '1', 'a-2.csv': '2' });
    expect(said).toBe('a.csv is here already, with the very same content.');
  });

  it('is called by its folder where one was dropped, and numbered where that is not enough', async () => {
    const { there } = await drops(
      [['lad.geojson.gz', '1', 'old']],
      [['lad.geojson.gz', '2', 'new']],
      [['lad.geojson.gz', '3', 'new']],
    );
    expect(Object.keys(there)).toEqual(['lad.geojson.gz', 'new/lad.geojson.gz', 'new/lad-2.geojson.gz']);
  });

  it('is kept with its parts, also where some of these are the same', async () => {
    const { there } = await drops(
      [
        ['wards.shp', 'a'],
        ['wards.dbf', 'b'],
        ['wards.prj', 'same'],
      ],
      [
        ['wards.prj', 'same'],
        ['wards.dbf', 'c'],
        ['wards.shp', 'd'],
      ],
    );
    expect(there).toMatchObject({ 'wards-2.shp': 'd', 'wards-2.dbf': 'c', 'wards-2.prj': 'same' });
  });

  it('is kept from one drop of two folders', async () => {
    const { there } = await drops([
      ['2023/lad.geojson', 'x', '2023'],
      ['2024/lad.geojson', 'x', '2024'],
      ['lad.geojson', 'y'],
      ['lad.geojson', 'z'],
    ]);
    expect(Object.keys(there)).toEqual([
      '2023/lad.geojson',
      '2024/lad.geojson',
      'lad.geojson',
      'lad-2.geojson',
    ]);
  });
});

it('parts that come one by one join the file they belong to', async () => {
  const { there, said } = await drops([['wards.dbf', 'b']], [['wards.shp', 'a']], [['wards.shp', 'a']]);
  expect(Object.keys(there)).toEqual(['wards.dbf', 'wards.shp']);
  expect(said).toBe('wards.shp is here already, with the very same content.');
});
