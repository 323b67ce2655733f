import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/layer/table.js';
import { readPoints, recognisePoints, type TablePoints } from '../../src/read/table/points.js';
import { haveRealData } from '../real-data.js';
import { realTable, tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

const pointsOf = (table: Table): TablePoints => readPoints(table, recognisePoints(table)!);

describe('points in a table', () => {
  it.each([
    ['longitude,latitude', 'EPSG:4326', '-1.3,54.5'],
    ['LONG,LAT', 'EPSG:4326', '-1.3,54.5'],
    ['lon,lat', 'EPSG:4326', '-1.3,54.5'],
    ['easting,northing', 'EPSG:27700', '444136,518701'],
    ['BNG_E,BNG_N', 'EPSG:27700', '444136,518701'],
    ['oseast1m,osnrth1m', 'EPSG:27700', '444136,518701'],
    ['x,y', 'EPSG:27700', '444136,518701'],
    ['X,Y', 'EPSG:4326', '-1.3,54.5'],
  ])('are found under %s in %s', (headings, system, cells) => {
    const read = pointsOf(tableOf(`postcode,${headings}\nTS18 1HU,${cells}`));
    expect([read.system, [...read.points]]).toEqual([system, cells.split(',').map(Number)]);
  });

  it('are taken from longitude and latitude where there are both systems', () => {
    const table = tableOf('code,easting,northing,lon,lat\nA,444136,518701,-1.3,54.5');
    expect(recognisePoints(table)).toMatchObject({ x: 3, y: 4 });
  });

  it('are none in a table without coordinates', () => {
    expect(recognisePoints(tableOf('code,people\nA,4'))).toBeNull();
  });

  it('are missing, and counted, where coordinates are blank or nought', () => {
    const read = pointsOf(tableOf('code,lon,lat\nA,-1,54\nB,,\nC,0,0'));
    expect([read.missing, [...read.points.subarray(2)]]).toEqual([2, [NaN, NaN, NaN, NaN]]);
  });

  it('are refused where their headings claim another system', () => {
    const metres = troubleOf(() => pointsOf(tableOf('code,lon,lat\nA,-1,54\nB,444136,518701')));
    expect(metres).toMatchObject({ id: 'coordinates-system', place: 'line 3' });
    expect(metres.message).toBe("1 row in 'lon' and 'lat' holds metres, where degrees are expected");
    const degrees = troubleOf(() => pointsOf(tableOf('code,easting,northing\nA,-1,54')));
    expect(degrees.message).toContain('holds degrees, where metres are expected');
  });

  it('are refused where longitude and latitude are swapped over', () => {
    expect(troubleOf(() => pointsOf(tableOf('code,lon,lat\nA,54,-1\nB,53,-2'))).message).toContain(
      'swapped over',
    );
  });

  it.skipIf(!haveRealData)('are missing for 15 of the 6,171 practices', () => {
    const read = pointsOf(realTable('pcn/gp_practices_jan2026_with_coords.csv'));
    expect([read.points.length, read.missing, read.system]).toEqual([2 * 6171, 15, 'EPSG:4326']);
  });
});
