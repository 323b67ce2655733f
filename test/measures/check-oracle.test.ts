/**
 * Validity of rings as GEOS sees it, an independent library: a ring has a fault here exactly when it is invalid there.
 */
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { chance, type Chance } from '../arrangement/chance.js';
import { haveRealData, realData } from '../real-data.js';
import { check, drawLayer, polygon, type Ring } from './check-drawn.js';

const quiet = (): void => undefined;
const geos = (await initGeosJs({ noticeHandler: quiet, errorHandler: quiet })) as unknown as {
  GEOSisValid(shape: number): number;
  GEOSisValidReason(shape: number): number;
  readonly Module: { readonly HEAPU8: Uint8Array };
  GEOSGeom_destroy(shape: number): void;
};

/** Why GEOS calls a shape invalid, without the place. */
function reasonOf(geometry: unknown): string {
  const drawn = geojsonToGeosGeom(geometry, geos);
  const address = geos.GEOSisValidReason(drawn);
  const heap = geos.Module.HEAPU8;
  const text = new TextDecoder().decode(heap.slice(address, heap.indexOf(0, address)));
  const reason = text.replace(/\[.*$/, '');
  geos.GEOSGeom_destroy(drawn);
  return reason;
}

function isValid(geometry: unknown): boolean {
  const drawn = geojsonToGeosGeom(geometry, geos);
  const valid = geos.GEOSisValid(drawn) === 1;
  geos.GEOSGeom_destroy(drawn);
  return valid;
}

const RING_FAULTS = [
  'ring-touches-itself',
  'ring-crosses-itself',
  'spike',
  'zero-area-ring',
  'no-area',
  'rings-cross',
  'hole-outside-shell',
  'nested-holes',
  'nested-shells',
  'interior-disconnected',
];

/** Our words for each of those of GEOS; it names the first fault it meets, so ours need only be among all we name. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'Self-intersection': ['ring-crosses-itself', 'rings-cross', 'spike', 'zero-area-ring', 'no-area'],
  'Ring Self-intersection': ['ring-touches-itself', 'ring-crosses-itself', 'spike'],
  'Hole lies outside shell': ['hole-outside-shell'],
  'Holes are nested': ['nested-holes'],
  'Nested shells': ['nested-shells'],
  'Interior is disconnected': ['interior-disconnected'],
};

const RELATIONS = [
  'Hole lies outside shell',
  'Holes are nested',
  'Nested shells',
  'Interior is disconnected',
];

/** A ring by chance on a small grid: a box, a diamond, a triangle or any places. */
function randomRing(roll: Chance): Ring {
  const [x, y, w, h] = [roll.whole(0, 8), roll.whole(0, 8), roll.whole(1, 5), roll.whole(1, 5)];
  const rings: Ring[] = [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ],
    [
      [x, y],
      [x + w, y + w],
      [x, y + 2 * w],
      [x - w, y + w],
      [x, y],
    ],
    [
      [x, y],
      [x + w, y],
      [x, y + h],
      [x, y],
    ],
  ];
  if (roll.once(8)) {
    const places = Array.from({ length: 5 }, (): [number, number] => [roll.whole(0, 9), roll.whole(0, 9)]);
    return [...places, places[0]!];
  }
  return roll.pick(rings);
}

const frame: Ring = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
  [0, 0],
];

/** One or two polygons with up to three holes each. */
function randomPolygons(seed: number): Ring[][] {
  const roll = chance(seed);
  return Array.from({ length: roll.whole(1, 2) }, () => [
    roll.once(2) ? frame : randomRing(roll),
    ...Array.from({ length: roll.whole(0, 3) }, () => randomRing(roll)),
  ]);
}

test('2,000 random polygons with holes and parts: the verdict is that of GEOS, and its kind is among ours', () => {
  const wrong: string[] = [];
  const met = new Set<string>();
  let stopped = 0;
  for (let seed = 1; seed <= 2000; seed++) {
    const coordinates = randomPolygons(seed);
    const geometry = { type: 'MultiPolygon' as const, coordinates };
    const reason = reasonOf(geometry);
    const faults = check([drawLayer([{ code: 'a', geometry }])])
      .findings.map(({ finding }) => finding)
      .filter((finding) => RING_FAULTS.includes(finding));
    met.add(reason);
    const named = WORDS[reason]?.some((word) => faults.includes(word)) ?? faults.length === 0;
    // GEOS looks no further for crossings once two rings touch twice, and then tells how rings lie that do cross.
    if (!named && RELATIONS.includes(reason) && faults.includes('rings-cross')) stopped++;
    else if (!named) wrong.push(`${seed} ${reason}: ${faults.join()} ${JSON.stringify(coordinates)}`);
  }
  expect(wrong).toEqual([]);
  expect(stopped).toBeLessThan(5);
  expect([...met].sort()).toEqual([...Object.keys(WORDS), 'Valid Geometry'].sort());
});

test('a random ring has a fault exactly when GEOS calls it invalid', () => {
  const position = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 10 }), (places) => {
      const ring = [...places, places[0]!] as unknown as Ring;
      const distinct = new Set(places.map(String));
      fc.pre(distinct.size >= 3);
      const report = check([drawLayer([{ code: 'a', geometry: polygon(ring) }])]);
      const faults = report.findings.filter(({ finding }) => RING_FAULTS.includes(finding));
      expect(faults.length === 0).toBe(isValid({ type: 'Polygon', coordinates: [ring] }));
    }),
    { numRuns: 1500, seed: 4 },
  );
});

describe.skipIf(!haveRealData)('published files', () => {
  test.each([
    ['official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson', 'LAD24CD', 9],
    ['official/Integrated_Care_Boards_April_2023_EN_BSC.geojson', 'ICB23CD', 0],
    ['official/Combined_Authorities_December_2023_Boundaries_EN_BUC.geojson', 'CAUTH23CD', 0],
  ])('%s: the units with faults are those that GEOS calls invalid', (path, field, count) => {
    const bytes = readFileSync(realData(path));
    const { features } = JSON.parse(bytes.toString('utf8')) as {
      features: { properties: Record<string, string>; geometry: unknown }[];
    };
    const invalid = features
      .filter(({ geometry }) => !isValid(geometry))
      .map(({ properties }) => properties[field]!);
    const layer = makeLayer(readGeoJson(new Uint8Array(bytes), path), path);
    const report = check([layer], { planar: false, toDegrees: (positions) => positions });
    const faults = report.findings.filter(({ finding }) =>
      [...RING_FAULTS, 'parity-and-union-differ'].includes(finding),
    );
    expect([...new Set(faults.map(({ code }) => code))].sort()).toEqual(invalid.sort());
    expect(invalid).toHaveLength(count);
  });
});
