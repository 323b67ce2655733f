/**
 * Coordinate systems: spelled, missing, contradicted, transformed.
 */
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../src/layer/coordinate-system.js';
import { boundsOf } from '../../src/layer/coordinate-system.js';
import { knownSystem } from '../../src/read/systems/known-systems.js';
import { parseSystem } from '../../src/read/systems/parse-system.js';
import { loadProjection } from '../../src/read/systems/projection.js';
import { givenSystem, recogniseSystem } from '../../src/read/systems/recognise-system.js';
import { toLongitudeLatitude } from '../../src/read/systems/to-longitude-latitude.js';
import { InputError } from '../../src/trouble/input-error.js';
import { gridWkt } from './formats-fixtures.js';
import { sayNote } from '../../src/trouble/say-notes.js';

await loadProjection();

const within = (minX: number, minY: number, maxX: number, maxY: number): Bounds => ({
  minX,
  minY,
  maxX,
  maxY,
});
const england = within(-6.4, 49.9, 1.8, 55.8);
const englandGrid = within(82000, 5000, 656000, 658000);

const longGridWkt =
  'PROJCS["OSGB36 / British National Grid",GEOGCS["OSGB36",DATUM["Ordnance_Survey_of_Great_Britain_1936",SPHEROID["Airy 1830",6377563.396,299.3249646,AUTHORITY["EPSG","7001"]]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4277"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],UNIT["metre",1],AUTHORITY["EPSG","27700"]]';
const wkt2 =
  'GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],AXIS["geodetic latitude (Lat)",north],AXIS["geodetic longitude (Lon)",east],ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",4326]]';
const coloradoWkt =
  'PROJCS["NAD_1983_StatePlane_Colorado_Central_FIPS_0502_Feet",GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",3000000.000316083],PARAMETER["False_Northing",999999.999996],PARAMETER["Central_Meridian",-105.5],PARAMETER["Standard_Parallel_1",38.45],PARAMETER["Standard_Parallel_2",39.75],PARAMETER["Latitude_Of_Origin",37.83333333333334],UNIT["Foot_US",0.3048006096012192]]';

describe('a system is understood however it is spelled', () => {
  test.each([
    ['EPSG:4326', 'EPSG:4326'],
    ['epsg:4326', 'EPSG:4326'],
    ['4326', 'EPSG:4326'],
    ['WGS 84', 'EPSG:4326'],
    ['CRS84', 'EPSG:4326'],
    ['OGC:CRS84', 'EPSG:4326'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['urn:ogc:def:crs:EPSG::4326', 'EPSG:4326'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 'EPSG:4326'],
    ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'EPSG:4326'],
    [wkt2, 'EPSG:4326'],
    ['+proj=longlat +datum=WGS84 +no_defs', 'EPSG:4326'],
    [
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      'EPSG:4326',
    ],
    ['{"type":"GeographicCRS","name":"WGS 84","id":{"authority":"EPSG","code":4326}}', 'EPSG:4326'],
    ['urn:ogc:def:crs:EPSG::27700', 'EPSG:27700'],
    ['urn:ogc:def:crs:EPSG:9.9.1:27700', 'EPSG:27700'],
    ['http://www.opengis.net/gml/srs/epsg.xml#27700', 'EPSG:27700'],
    ['British National Grid', 'EPSG:27700'],
    ['+init=epsg:27700', 'EPSG:27700'],
    ['EPSG:7405', 'EPSG:27700'],
    [gridWkt, 'EPSG:27700'],
    [longGridWkt, 'EPSG:27700'],
    [
      `COMPD_CS["BNG + ODN",${longGridWkt},VERT_CS["Newlyn",VERT_DATUM["ODN",2005],UNIT["metre",1]]]`,
      'EPSG:27700',
    ],
    [
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m',
      'EPSG:27700',
    ],
    ['ESRI:102100', 'EPSG:3857'],
    ['EPSG:900913', 'EPSG:3857'],
    ['EPSG:32630', 'EPSG:32630'],
    ['EPSG:25831', 'EPSG:25831'],
    ['EPSG:29902', 'EPSG:29902'],
    ['EPSG:2157', 'EPSG:2157'],
  ])('%s', (text, id) => {
    expect(parseSystem(text)?.id).toBe(id);
  });
  test.each([
    'rubbish',
    '',
    'EPSG:99999',
    'EPSG:32661',
    '+proj=nonsense',
    'PROJCS["cut',
    '{"type":',
    '[',
    'PROJCS[]',
  ])('“%s” is none', (text) => {
    expect(parseSystem(text)).toBeNull();
    expect(() => givenSystem(text, 'f')).toThrow(InputError);
  });
  test('Esri’s text for Colorado in US feet places Denver as EPSG:2232 does', () => {
    const denver = Float64Array.of(3143000, 1695000);
    const byText = toLongitudeLatitude(denver, givenSystem(coloradoWkt, 'f')).coordinates;
    const byNumber = toLongitudeLatitude(denver, givenSystem('EPSG:2232', 'f')).coordinates;
    expect(byText[0]).toBeCloseTo(byNumber[0]!, 7);
    expect(byText[1]).toBeCloseTo(byNumber[1]!, 7);
    expect(byText[0]).toBeCloseTo(-104.99, 1);
    expect(parseSystem(coloradoWkt)).toMatchObject({
      kind: 'planar',
      units: 'us-foot',
      isBritishNationalGrid: false,
    });
  });
});

describe('a label that fits the numbers stands', () => {
  test.each([
    ['EPSG:4326', england],
    ['EPSG:27700', englandGrid],
    ['EPSG:27700', within(-117, 5000, 656000, 1220300)],
    ['EPSG:3857', within(-712000, 6420000, 197000, 7550000)],
    ['EPSG:27700', within(0, 0, 10, 10)],
  ])('%s', (stated, bounds) => {
    expect(recogniseSystem(stated, bounds, 'f')).toMatchObject({
      id: stated,
      howKnown: 'stated',
      remark: null,
    });
  });
});

describe('without a label the numbers decide where they can be only one thing', () => {
  test.each([
    ['degrees', england, 'EPSG:4326'],
    ['metres of the British grid', englandGrid, 'EPSG:27700'],
    ['the British Isles in Web Mercator', within(-712000, 6420000, 197000, 7550000), 'EPSG:3857'],
  ])('%s', (_name, bounds, id) => {
    expect(recogniseSystem(null, bounds, 'f')).toMatchObject({ id, howKnown: 'detected' });
  });
  test.each([
    ['metres abroad', within(8927626, 3040627, 8958266, 3065297)],
    ['feet', within(3110000, 1640000, 3250000, 1750000)],
    ['UTM in England', within(400000, 5600000, 600000, 6000000)],
  ])('%s are refused with the option that settles it', (_name, bounds) => {
    expect(() => recogniseSystem(null, bounds, 'wards.geojson')).toThrow(/wards\.geojson: .*--crs/);
  });
});

describe('a label that the numbers contradict', () => {
  test('is set right where they can only be one thing, and that is said', () => {
    const metres = recogniseSystem('EPSG:4326', englandGrid, 'f');
    expect(metres).toMatchObject({ id: 'EPSG:27700', howKnown: 'detected', isBritishNationalGrid: true });
    expect(sayNote(metres.remark!)).toContain('the file says EPSG:4326');
    expect(recogniseSystem('EPSG:27700', england, 'f')).toMatchObject({
      id: 'EPSG:4326',
      howKnown: 'detected',
    });
  });
  test('is refused where they could be several things', () => {
    expect(() => recogniseSystem('CRS84', within(8927626, 3040627, 8958266, 3065297), 'f')).toThrow(
      'EPSG:4326',
    );
    expect(() => recogniseSystem('EPSG:27700', within(3110000, 1640000, 3250000, 1750000), 'f')).toThrow(
      '--crs',
    );
  });
  test('latitude before longitude is refused', () => {
    expect(() => recogniseSystem('EPSG:4326', within(49.9, -6.4, 55.8, 1.8), 'f')).toThrow(
      'latitude before longitude',
    );
  });
  test('a system that is not known is refused with what may be given instead', () => {
    expect(() => recogniseSystem('EPSG:31370', englandGrid, 'f')).toThrow(/“EPSG:31370” is not known.*proj4/);
  });
  test('a file without positions keeps its label', () => {
    expect(recogniseSystem('EPSG:27700', boundsOf(new Float64Array(0)), 'f').id).toBe('EPSG:27700');
  });
});

/**
 * Ordnance Survey’s first test point of OSTN15, on St Mary’s, Scilly: published both ways, so that the error of the
 * seven-parameter transformation is known (4.7 m).
 */
const scilly = { grid: [91492.146, 11318.804], place: [-6.29977752014, 49.9222639373] } as const;

describe('to longitude and latitude', () => {
  test('British National Grid comes within five metres, and says so', () => {
    const { coordinates, accuracyMetres, method } = toLongitudeLatitude(
      Float64Array.from(scilly.grid),
      givenSystem('EPSG:27700', 'f'),
    );
    const east = (coordinates[0]! - scilly.place[0]) * 111320 * Math.cos((49.92 * Math.PI) / 180);
    const north = (coordinates[1]! - scilly.place[1]) * 111200;
    expect(Math.hypot(east, north)).toBeLessThan(5);
    expect([accuracyMetres, method]).toEqual([5, 'Helmert transformation']);
  });
  test('degrees stay as they are, in a new array', () => {
    const coordinates = Float64Array.of(-1.5, 52.5);
    const placed = toLongitudeLatitude(coordinates, givenSystem('CRS84', 'f'));
    expect(placed.coordinates).toEqual(coordinates);
    expect(placed.coordinates).not.toBe(coordinates);
    expect(placed.accuracyMetres).toBe(0);
  });
  test('Web Mercator is undone by its formula', () => {
    const radius = 6378137;
    const y = radius * Math.log(Math.tan(Math.PI / 4 + (52.5 * Math.PI) / 360));
    const x = (radius * -1.5 * Math.PI) / 180;
    const { coordinates } = toLongitudeLatitude(Float64Array.of(x, y), givenSystem('EPSG:3857', 'f'));
    expect(coordinates[0]).toBeCloseTo(-1.5, 10);
    expect(coordinates[1]).toBeCloseTo(52.5, 10);
  });
  test('the origins of the Irish grids lie where they are defined', () => {
    for (const [id, x, y] of [
      ['EPSG:29902', 200000, 250000],
      ['EPSG:2157', 600000, 750000],
    ] as const) {
      // prettier-ignore
      const { coordinates } = toLongitudeLatitude(Float64Array.of(x, y), givenSystem(id, 'f'));
      expect(coordinates[0]).toBeCloseTo(-8, 2);
      expect(coordinates[1]).toBeCloseTo(53.5, 2);
    }
  });
  test('every system of the table can be undone at its middle', () => {
    for (const id of [
      'EPSG:4277',
      'EPSG:29901',
      'EPSG:29903',
      'EPSG:3035',
      'EPSG:3034',
      'EPSG:32630',
      'EPSG:32730',
      'EPSG:25830',
      'EPSG:26913',
    ]) {
      const system = givenSystem(id, 'f');
      const middle = system.kind === 'geographic' ? [-2, 52] : [500000, 2500000];
      expect(
        [...toLongitudeLatitude(Float64Array.from(middle), system).coordinates].every(Number.isFinite),
      ).toBe(true);
      expect(knownSystem(id)?.name).not.toBe('');
    }
  });
});

/** An NTv2 grid from Airy over south-west England that shifts everything by the given seconds (west positive). */
function gridOfShifts(north: number, west: number, fromAxis = 6377563.396): Uint8Array {
  const [south, up, east, left] = [49 * 3600, 53 * 3600, 4 * 3600, 9 * 3600];
  const [rows, columns] = [5, 6];
  const view = new DataView(new ArrayBuffer(176 + 176 + rows * columns * 16));
  const word = (at: number, text: string): void => {
    [...text.padEnd(8)].forEach((character, i) => view.setUint8(at + i, character.charCodeAt(0)));
  };
  const heads: [string, number | string | [number]][] = [
    ['NUM_OREC', [11]], ['NUM_SREC', [11]], ['NUM_FILE', [1]], ['GS_TYPE', 'SECONDS'], ['VERSION', 'TEST'], ['SYSTEM_F', 'OSGB36'],
    ['SYSTEM_T', 'ETRS89'], ['MAJOR_F', fromAxis], ['MINOR_F', 6356256.909], ['MAJOR_T', 6378137], ['MINOR_T', 6356752.314],
    ['SUB_NAME', 'TEST'], ['PARENT', 'NONE'], ['CREATED', ''], ['UPDATED', ''], ['S_LAT', south], ['N_LAT', up], ['E_LONG', east],
    ['W_LONG', left], ['LAT_INC', 3600], ['LONG_INC', 3600], ['GS_COUNT', [rows * columns]],
  ]; // prettier-ignore
  heads.forEach(([name, value], i) => {
    word(16 * i, name);
    if (typeof value === 'string') word(16 * i + 8, value);
    else if (typeof value === 'number') view.setFloat64(16 * i + 8, value, true);
    else view.setInt32(16 * i + 8, value[0], true);
  });
  for (let node = 0; node < rows * columns; node++) {
    view.setFloat32(352 + 16 * node, north, true);
    view.setFloat32(352 + 16 * node + 4, west, true);
  }
  return new Uint8Array(view.buffer);
}

describe('with a grid of shifts', () => {
  const system = givenSystem('EPSG:27700', 'f');
  /** Where the point lies on the old datum itself: the projection undone, no shift. */
  const unshifted = toLongitudeLatitude(Float64Array.from(scilly.grid), {
    ...system,
    isBritishNationalGrid: false,
    definition: system.definition
      .replace(/\+towgs84=\S+/, '+towgs84=0,0,0')
      .replace('+ellps=airy', '+a=6377563.396 +rf=299.3249646'),
  });

  test('British National Grid is moved by the grid, and is exact to 0.1 m', () => {
    const { coordinates, accuracyMetres, method } = toLongitudeLatitude(
      Float64Array.from(scilly.grid),
      system,
      gridOfShifts(2, 5),
    );
    expect(accuracyMetres).toBe(0.1);
    expect(method).toBe('grid of shifts (NTv2)');
    const still = toLongitudeLatitude(Float64Array.from(scilly.grid), system, gridOfShifts(0, 0)).coordinates;
    expect((coordinates[1]! - still[1]!) * 3600).toBeCloseTo(2, 4);
    expect((still[0]! - coordinates[0]!) * 3600).toBeCloseTo(5, 4);
    expect(Math.abs(still[0]! - unshifted.coordinates[0]!)).toBeLessThan(0.01);
  });
  test('positions outside the grid fall back to the formula, which is counted and lowers the accuracy', () => {
    const both = Float64Array.of(...scilly.grid, 330000, 1000000);
    const placed = toLongitudeLatitude(both, system, gridOfShifts(2, 5));
    expect(placed.accuracyMetres).toBe(5);
    expect(placed.method).toContain('1 positions outside');
    expect([...placed.coordinates.subarray(2)]).toEqual([
      ...toLongitudeLatitude(both, system).coordinates.subarray(2),
    ]);
  });
  test.each([
    ['something else', new Uint8Array(1000)],
    ['the grid for the other direction', gridOfShifts(2, 5, 6378137)],
    ['a grid cut short', gridOfShifts(2, 5).subarray(0, 400)],
  ])('%s is refused', (_name, bytes) => {
    expect(() => toLongitudeLatitude(Float64Array.from(scilly.grid), system, bytes)).toThrow(InputError);
  });
  test('other systems do not use it', () => {
    const placed = toLongitudeLatitude(
      Float64Array.of(500000, 6000000),
      givenSystem('EPSG:32630', 'f'),
      gridOfShifts(2, 5),
    );
    expect(placed.method).toBe('projection formula');
  });
});

test('a point without coordinates stays without, and the others are placed', () => {
  const system = givenSystem('EPSG:27700', 'postcodes.csv');
  const { coordinates } = toLongitudeLatitude(Float64Array.of(NaN, NaN, 651409.903, 313177.27), system);
  expect([...coordinates.subarray(0, 2)]).toEqual([NaN, NaN]);
  expect(coordinates[2]).toBeCloseTo(1.7161, 3);
  expect(coordinates[3]).toBeCloseTo(52.658, 3);
});

describe('degrees that are given otherwise', () => {
  const stated = [null, 'EPSG:4326', 'EPSG:27700', 'EPSG:3857'];
  test.each(stated)('longitudes from 0 to 360 are refused, stated as %s', (system) => {
    for (const bounds of [within(357, 52, 359, 53), within(179, -18, 181, -17), within(0, -90, 360, 90)])
      expect(() => recogniseSystem(system, bounds, 'f')).toThrow(/longitude goes from -180 to 180/);
  });

  test('a hair beyond 180 or 360 is where some files draw the edge of the map', () => {
    expect(recogniseSystem('EPSG:4326', within(-180, 50, 180.0001, 53), 'f').id).toBe('EPSG:4326');
    expect(() => recogniseSystem('EPSG:4326', within(0, 50, 180.0002, 53), 'f')).toThrow(/0 to 360/);
    expect(() => recogniseSystem('EPSG:4326', within(0, 50, 360.0002, 53), 'f')).toThrow(/0 to 360/);
    expect(recogniseSystem('EPSG:27700', within(0, 50, 360.0003, 53), 'f').id).toBe('EPSG:27700');
    expect(recogniseSystem('EPSG:27700', within(200, 50, 300, 90.0002), 'f').id).toBe('EPSG:27700');
  });

  test.each(['EPSG:27700', 'EPSG:3857', 'EPSG:32630'])(
    'stated as metres of %s they would be a stone’s throw from its origin: read as degrees, which is said',
    (system) => {
      for (const bounds of [within(2, 45, 5, 48), within(-1.5, 52, -1.2, 53), within(-180, -90, 180, 90)])
        expect(recogniseSystem(system, bounds, 'f')).toMatchObject({
          id: 'EPSG:4326',
          howKnown: 'detected',
          remark: { id: 'system-supposed' },
        });
    },
  );
});
