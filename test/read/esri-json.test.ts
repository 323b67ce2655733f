/**
 * Esri JSON gives the same layer as GeoJSON of the same land would.
 */
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { readBoundaryFile } from '../../src/read/formats/formats.js';
import { polygonsOfRings } from '../../src/read/formats/rings-by-winding.js';
import { districts, expectedRings, ringsOf, utf8, type Ring } from './formats-fixtures.js';

const read = async (page: unknown, name = 'd.json'): Promise<FeatureTable> =>
  (await readBoundaryFile(utf8(typeof page === 'string' ? page : JSON.stringify(page)), name)).table;

const head = {
  objectIdFieldName: 'FID',
  geometryType: 'esriGeometryPolygon',
  spatialReference: { wkid: 27700, latestWkid: 27700 },
};
const featuresOf = districts.map(({ code, name, people, polygons }) => ({
  attributes: { code, name, people },
  geometry: { rings: polygons.flat() },
}));
const square = (x: number, y: number, side: number): Ring => [[x, y], [x, y + side], [x + side, y + side], [x + side, y], [x, y]]; // prettier-ignore
const hole = (x: number, y: number, side: number): Ring => square(x, y, side).reverse();

describe('Esri JSON', () => {
  it('gives rings, codes, names, people and the system', async () => {
    const table = await read({ ...head, features: featuresOf });
    expect(ringsOf(table)).toEqual(expectedRings);
    expect(table.properties).toEqual(districts.map(({ code, name, people }) => ({ code, name, people })));
    expect(table.statedSystem).toBe('EPSG:27700');
    expect(table.notes).toEqual([]);
    expect([...table.shapes.polygonStart]).toEqual([0, 2, 3, 4]);
  });
  it.each([
    ['web maps’ own number', { wkid: 102100 }, 'EPSG:102100'],
    ['both numbers', { wkid: 102100, latestWkid: 3857 }, 'EPSG:3857'],
    ['a text', { wkt: 'PROJCS["x"]' }, 'PROJCS["x"]'],
    ['nothing', undefined, null],
  ])('states its system by %s', async (_how, spatialReference, stated) => {
    expect((await read({ ...head, spatialReference, features: featuresOf })).statedSystem).toBe(stated);
  });
  it('says where the server cut it, on any page', async () => {
    const page = (isCut: boolean | string): object => ({
      ...head,
      exceededTransferLimit: isCut,
      features: featuresOf,
    });
    expect((await read(page(true))).truncated).toEqual({ features: 2, of: null });
    expect((await read(page(false))).truncated).toBeUndefined();
    expect((await read(page('True'))).truncated).toEqual({ features: 2, of: null });
    expect((await read(page('false'))).truncated).toBeUndefined();
    const pages = [JSON.stringify(page(true)), JSON.stringify(page(false))];
    expect((await read(pages.join('\n'))).truncated).toEqual({ features: 4, of: null });
    expect((await read(`[${pages.join(',')}]`)).truncated).toEqual({ features: 4, of: null });
  });
  it('gives points, notes lines, keeps features without a place', async () => {
    const table = await read({
      ...head,
      features: [
        { attributes: { a: 1 }, geometry: { x: 1, y: 2 } },
        { attributes: { a: 2 }, geometry: { points: [[3, 4, 9], [5, 6, 9]] } },
        { attributes: { a: 3 }, geometry: { paths: [[[0, 0], [1, 1]]] } },
        { attributes: { a: 4 } },
        { attributes: { a: 5 }, geometry: { x: 'NaN', y: 'NaN' } },
      ],
    }); // prettier-ignore
    expect([...table.points]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(table.notes.map(({ note, feature }) => [note, feature])).toEqual([
      ['extra-dimension', -1],
      ['line-geometry', 2],
      ['null-geometry', 3],
      ['null-geometry', 4],
    ]);
  });
  it('of a quantised page is brought to the units of its system', async () => {
    const transform = { originPosition: 'upperLeft', scale: [2, 2], translate: [400000, 300010] };
    const rings = [[[0, 5], [0, -5], [5, 0], [0, 5], [-5, 0]]]; // prettier-ignore
    const table = await read({ ...head, transform, features: [{ attributes: {}, geometry: { rings } }] });
    expect([...table.shapes.coordinates]).toEqual([
      400000, 300000, 400000, 300010, 400010, 300010, 400010, 300000, 400000, 300000,
    ]);
  });
  it('with curves, without features or cut short is refused', async () => {
    const curved = { ...head, features: [{ attributes: {}, geometry: { curveRings: [] } }] };
    await expect(read(curved)).rejects.toThrow(/curved edges/);
    await expect(read({ ...head })).rejects.toThrow(/no list of features/);
    const whole = JSON.stringify({ ...head, features: featuresOf });
    await expect(read(whole.slice(0, -9))).rejects.toThrow(/cut short|cannot be read/);
    await expect(read({ ...head, error: { message: 'Token required' } })).rejects.toThrow(/Token required/);
  });
});

describe('rings by winding', () => {
  it('a hole goes to the smallest outside around it, an island in it stands alone', () => {
    const [outer, inner, lake, island] = [
      square(0, 0, 10),
      square(20, 0, 10),
      hole(2, 2, 6),
      square(4, 4, 2),
    ];
    expect(polygonsOfRings([lake, outer, island, inner])).toEqual([[outer, lake], [island], [inner]]);
    const pond = hole(4.5, 4.5, 1);
    expect(polygonsOfRings([outer, lake, island, pond])).toEqual([
      [outer, lake],
      [island, pond],
    ]);
  });
  it('a hole that nothing contains is kept', () => {
    expect(polygonsOfRings([hole(0, 0, 1)])).toEqual([[hole(0, 0, 1)]]);
  });
});
