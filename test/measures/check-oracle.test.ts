/**
 * Validity of rings as GEOS sees it, an independent library: a ring has a fault here exactly when it is invalid there.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { haveRealData, realData } from '../real-data.js';
import { box, check, drawLayer, polygon, polygons, type Ring } from './check-drawn.js';
import { reasonOf, VALID } from './geos.js';
import { randomPolygons } from './random-polygons.js';

const isValid = (geometry: unknown): boolean => reasonOf(geometry) === VALID;

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

const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));

/** A kind named here, and the shapes of which one has it by itself if the whole has it: rings, or two and two of them. */
const ALONE: Readonly<Record<string, (parts: readonly (readonly Ring[])[]) => unknown[]>> = {
  'ring-touches-itself': (parts) => parts.flat().map((ring) => polygon(ring)),
  'ring-crosses-itself': (parts) => parts.flat().map((ring) => polygon(ring)),
  spike: (parts) => parts.flat().map((ring) => polygon(ring)),
  'zero-area-ring': (parts) => parts.flat().map((ring) => polygon(ring)),
  'no-area': (parts) => parts.flat().map((ring) => polygon(ring)),
  'rings-cross': (parts) =>
    pairsOf(parts.flat()).flatMap(([p, q]) => [polygon(p, q), polygon(q, p), polygons([p], [q])]),
  'hole-outside-shell': (parts) =>
    parts.flatMap(([shell, ...holes]) => holes.map((hole) => polygon(shell!, hole))),
  'nested-holes': (parts) =>
    parts.flatMap(([, ...holes]) => pairsOf(holes).map(([p, q]) => polygon(box(-20, -20, 60), p, q))),
  'nested-shells': (parts) =>
    pairsOf(parts).flatMap(([p, q]) => [polygons(p, q), polygons([p[0]!], [q[0]!])]),
  'interior-disconnected': (parts) => parts.map((rings) => polygon(...rings)),
};

test('the same 2,000: each kind that check names is one that GEOS names of the rings it concerns', () => {
  const wrong: string[] = [];
  const [sure, unsure] = [new Set<string>(), [] as string[]];
  for (let seed = 1; seed <= 2000; seed++) {
    const coordinates = randomPolygons(seed);
    const { findings } = check([drawLayer([{ code: 'a', geometry: polygons(...coordinates) }])]);
    for (const fault of new Set(findings.map(({ finding }) => finding))) {
      if (!RING_FAULTS.includes(fault)) continue;
      const reasons = ALONE[fault]!(coordinates).map(reasonOf);
      const told = `${seed} ${fault}: ${JSON.stringify(coordinates)}`;
      if (reasons.some((reason) => WORDS[reason]?.includes(fault))) sure.add(fault);
      // A ring that crosses itself is all that GEOS has to say of it.
      else if (reasons.some((reason) => reason.endsWith('elf-intersection'))) unsure.push(told);
      else wrong.push(told);
    }
  }
  expect(wrong).toEqual([]);
  expect([...sure].sort()).toEqual(
    RING_FAULTS.filter((fault) => fault !== 'no-area' && fault !== 'zero-area-ring').sort(),
  );
  expect(unsure.length).toBeLessThan(120);
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
