/**
 * The map: neighbours stay together however few positions are drawn, and nothing depends on the order of things.
 */
import { describe, expect, it } from 'vitest';
import type { MapRecord } from '../../src/result/map-record.js';
import type { MapWishes } from '../../src/measures/map/map-wishes.js';
import { positionWeights } from '../../src/measures/map/position-weights.js';
import { alignDrawn, drawnLayer, drawnPeople } from './align-lattice.js';

const COUNTIES = `
  a a a a b b .
  a a a a b b .
  a c c a b b .
  a c c b b b d
  a a a b b b .`;
const DISTRICTS = `
  p p q q q q .
  p p q q q q .
  p p q q r r .
  p p p q r r r
  p p p r r r .`;

/** The drawing stands on squares of 1,000 m; a tenth of a degree each will do for longitude and latitude. */
const toDegrees: MapWishes['toLongitudeLatitude'] = (positions) => positions.map((metres) => metres / 1e4);

const mapOf = (texts: Readonly<Record<string, string>>, wishes: Partial<MapWishes> = {}): MapRecord =>
  alignDrawn(Object.entries(texts).map(([id, text]) => drawnLayer(id, text))).drawMap!({
    toLongitudeLatitude: toDegrees,
    pairs: false,
    byPeople: true,
    ...wishes,
  })!;

/** Positions of a ring, in steps. */
function ringOf(map: MapRecord, ring: readonly number[]): [number, number][] {
  return ring.flatMap((k) => {
    const steps = map.arcs[k < 0 ? ~k : k]!;
    let [x, y] = [0, 0];
    const line = Array.from({ length: steps.length / 2 }, (_, i): [number, number] => [
      (x += steps[2 * i]!),
      (y += steps[2 * i + 1]!),
    ]);
    return (k < 0 ? line.reverse() : line).slice(0, -1);
  });
}

/** Area of a ring in squares of the drawing; holes are negative. */
function areaOf(map: MapRecord, ring: readonly number[]): number {
  const positions = ringOf(map, ring);
  const twice = positions.reduce((sum, [x, y], i) => {
    const [u, v] = positions[(i + 1) % positions.length]!;
    return sum + x * v - u * y;
  }, 0);
  return (twice / 2) * (map.step / 0.1) ** 2;
}

const unitArea = (
  map: MapRecord,
  polygons: MapRecord['layers'][number]['units'][number]['polygons'],
): number => polygons.flat().reduce((sum, ring) => sum + areaOf(map, ring), 0);

describe('the map', () => {
  it('draws every unit with its own squares, holes left out', () => {
    const map = mapOf({ county: COUNTIES, district: DISTRICTS });
    const areas = map.layers.map(({ units }) =>
      Object.fromEntries(
        units.map(({ code, polygons }) => [code, Math.round(unitArea(map, polygons) * 100) / 100]),
      ),
    );
    expect(areas).toEqual([
      { a: 14, b: 12, c: 4, d: 1 },
      { p: 12, q: 11, r: 8 },
    ]);
  });

  it('stores each border once: an arc between two units of a layer is run once in each direction', () => {
    const map = mapOf({ county: COUNTIES, district: DISTRICTS }, { positions: 5 });
    for (const { units } of map.layers) {
      const runs = units.flatMap(({ polygons }) => polygons.flat(2));
      const times = new Map<number, number>();
      for (const k of runs) times.set(k, (times.get(k) ?? 0) + 1);
      expect([...times.values()].every((count) => count === 1)).toBe(true);
    }
  });

  it('opens no gap when simplified: the units still add up to their outline', () => {
    const wavy = COUNTIES.replaceAll('c c', 'c a');
    for (const positions of [5, 12, 20, 1000]) {
      const map = mapOf({ county: wavy, district: DISTRICTS }, { positions });
      for (const { units } of map.layers) {
        const runs = units.flatMap(({ polygons }) => polygons.flat(2));
        const outline = runs.filter((k) => !runs.includes(~k));
        const total = units.reduce((sum, { polygons }) => sum + unitArea(map, polygons), 0);
        // The shoelace sum over the outline's arcs alone: arcs between neighbours cancel.
        const around = outline.reduce((sum, k) => {
          const line = ringOf(map, [k]);
          const end = ringOf(map, [~k])[0]!;
          const all = [...line, end];
          return sum + all.slice(1).reduce((s, [u, v], i) => s + (all[i]![0] * v - u * all[i]![1]) / 2, 0);
        }, 0);
        expect(total).toBeCloseTo(around * (map.step / 0.1) ** 2, 6);
      }
    }
  });

  it('shares the arcs of layers that share a border, and keeps those apart that only cross', () => {
    const same = mapOf({ one: COUNTIES, two: COUNTIES });
    expect(same.layers[0]!.units).toEqual(same.layers[1]!.units);
    const apart = mapOf({ one: COUNTIES, two: COUNTIES.replaceAll('a', 'b') });
    expect(apart.arcs.length).toBeGreaterThanOrEqual(same.arcs.length - 2);
  });

  it('does not depend on the order of layers', () => {
    const one = mapOf({ county: COUNTIES, district: DISTRICTS });
    const two = mapOf({ district: DISTRICTS, county: COUNTIES });
    expect(two.arcs).toEqual(one.arcs);
    expect([...two.layers].reverse()).toEqual(one.layers);
  });

  it('draws only units that share land with another layer, and says how many do not', () => {
    const map = mapOf({ one: COUNTIES, two: COUNTIES.replaceAll('d', '.') });
    const [one, two] = map.layers;
    expect(one!.outOfSight).toBe(1);
    expect(one!.units.map(({ code, polygons }) => [code, polygons.length])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 0],
    ]);
    expect(two).not.toHaveProperty('outOfSight');
  });

  it('draws everything of layers that share nothing', () => {
    const map = mapOf({ one: 'a a . .', two: '. . b b' });
    expect(map.layers.map(({ units }) => units[0]!.polygons.length)).toEqual([1, 1]);
  });

  it('leaves out the layer of more arcs than it may have, and draws the coarser one as it would', () => {
    const texts = { county: COUNTIES.replaceAll('c', 'a').replaceAll('d', 'b'), district: DISTRICTS };
    const all = mapOf(texts);
    const most = all.arcs.length;
    const isDense = (arcs: number): (true | undefined)[] =>
      mapOf(texts, { arcs }).layers.map(({ tooDense }) => tooDense);
    expect(isDense(most)).toEqual([undefined, undefined]);
    expect(isDense(most + 1)).toEqual([undefined, undefined]);
    expect(isDense(most - 1)).toEqual([undefined, true]);
    const coarse = mapOf(texts, { arcs: most - 1 });
    expect(coarse.layers[1]!.units.map(({ polygons }) => polygons)).toEqual([[], [], []]);
    expect(coarse.layers[0]!.units.map(({ polygons }) => unitArea(coarse, polygons))).toEqual(
      all.layers[0]!.units.map(({ polygons }) => unitArea(all, polygons)),
    );
  });

  it('draws the coarsest layer however many arcs it has, and one that adds none', () => {
    const map = mapOf({ one: COUNTIES, two: COUNTIES }, { arcs: 1 });
    expect(map.layers.map(({ tooDense }) => tooDense)).toEqual([undefined, undefined]);
  });

  it('does not cut borders of overlapping units where they only cross', () => {
    const network = `
      . . . . . .
      . . x x . .
      . y xy xy y .
      . . x x . .
      . . . . . .`;
    const map = mapOf({ network, county: network.replaceAll(/[.xy]+/g, 'a') });
    const rings = map.layers[0]!.units.map(({ polygons }) => polygons.flat().flat().length);
    expect(rings).toEqual([1, 1]);
  });

  it('draws units that overlap whole', () => {
    const map = mapOf({ network: 'x xy y\nx xy y', county: 'a a a\na a a' });
    const [network] = map.layers;
    expect(network!.units.map(({ polygons }) => Math.round(unitArea(map, polygons)))).toEqual([4, 4]);
  });

  it('leaves out specks in the sea, never the whole of a unit', () => {
    const text = `
      a a a a . e
      a a a a . .
      a a a a . f`;
    const map = mapOf({ one: text.replaceAll('e', 'a'), two: text }, { positions: 4 });
    const polygons = map.layers.map(({ units }) => units.map((unit) => unit.polygons.length));
    expect(polygons[1]).toEqual([1, 1, 1]);
  });

  it('carries the pairs of units only where it is asked to', () => {
    const layers = [drawnLayer('county', COUNTIES), drawnLayer('district', DISTRICTS)];
    const report = alignDrawn(layers, [drawnPeople(COUNTIES.replace(/[a-z]/g, '1').replaceAll('.', '0'))]);
    const map = report.drawMap!({ toLongitudeLatitude: toDegrees, pairs: true, byPeople: true })!;
    expect(map.pairs.map(({ name }) => name)).toEqual(['overlap']);
    expect(map.pairs[0]!.rows.length).toBeGreaterThan(4);
    expect(mapOf({ county: COUNTIES, district: DISTRICTS }).pairs).toEqual([]);
  });
});

describe('the weight of a position', () => {
  it('is the area of its triangle once lighter ones are gone, and never falls', () => {
    const weights = positionWeights(Float64Array.of(0, 1, 2, 3, 4), Float64Array.of(0, 0.1, 0, 3, 0));
    expect(weights[0]).toBe(Infinity);
    expect(weights[4]).toBe(Infinity);
    expect(weights[1]).toBeCloseTo(0.1, 12);
    expect(weights[3]!).toBeGreaterThan(weights[2]!);
    expect(weights[2]!).toBeGreaterThanOrEqual(weights[1]!);
  });
});
