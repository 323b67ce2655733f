/**
 * What a GeoJSON text means by way of JSON.parse: slow, plain, and independent of the reader under test.
 */
import type { FeatureTable } from '../../src/layer/feature-table.js';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Item = { [key: string]: Json };

/** Rings, points and properties of one feature. */
export interface PlainFeature {
  readonly properties: { readonly [key: string]: Json };
  readonly id: string | number | null;
  readonly polygons: number[][][][];
  readonly points: number[][];
}

/** The features of a text that holds one or more GeoJSON values, given as texts. */
export function plainFeatures(texts: readonly string[]): PlainFeature[] {
  return texts.flatMap((text) => {
    const top = JSON.parse(text) as Item | Item[];
    return Array.isArray(top) ? top.flatMap(itemFeatures) : itemFeatures(top);
  });
}

function itemFeatures(item: Item): PlainFeature[] {
  if (item['type'] === 'FeatureCollection') return (item['features'] as Item[]).flatMap(itemFeatures);
  const isFeature = item['type'] === 'Feature';
  const polygons: number[][][][] = [];
  const points: number[][] = [];
  collect((isFeature ? (item['geometry'] ?? null) : item) as Item | null, polygons, points);
  const id = isFeature ? item['id'] : null;
  return [
    {
      properties: isFeature ? ((item['properties'] ?? {}) as Item) : {},
      id: typeof id === 'string' || typeof id === 'number' ? id : null,
      polygons,
      points,
    },
  ];
}

function collect(geometry: Item | null, polygons: number[][][][], points: number[][]): void {
  if (geometry === null) return;
  const c = geometry['coordinates'] as never;
  const add = (polygon: number[][][]) => {
    const rings = polygon.map(soundRing).filter((ring) => ring.length > 0);
    if (rings.length > 0) polygons.push(rings);
  };
  if (geometry['type'] === 'Polygon') add(c);
  else if (geometry['type'] === 'MultiPolygon') (c as number[][][][]).forEach(add);
  else if (geometry['type'] === 'Point')
    points.push(...[c as number[]].filter((p) => p.length > 0).map(flat));
  else if (geometry['type'] === 'MultiPoint') points.push(...(c as number[][]).map(flat));
  else if (geometry['type'] === 'GeometryCollection') {
    for (const part of geometry['geometries'] as Item[]) collect(part, polygons, points);
  }
}

const flat = (position: number[]): number[] => position.slice(0, 2);

function soundRing(ring: number[][]): number[][] {
  const positions = ring.map(flat);
  if (new Set(positions.map(([x, y]) => `${x! + 0} ${y! + 0}`)).size < 3) return [];
  const [first, last] = [positions[0]!, positions.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
}

/** A feature table as plain features; nested property values stay text. */
export function tableFeatures(table: FeatureTable): PlainFeature[] {
  const { coordinates, ringStart, polygonStart, featureStart } = table.shapes;
  const pick = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const position = (values: Float64Array) => (p: number) => [values[2 * p]!, values[2 * p + 1]!];
  return table.properties.map((properties, f) => ({
    properties,
    id: table.ids[f]!,
    polygons: pick(featureStart[f]!, featureStart[f + 1]!).map((p) =>
      pick(polygonStart[p]!, polygonStart[p + 1]!).map((r) =>
        pick(ringStart[r]!, ringStart[r + 1]!).map(position(coordinates)),
      ),
    ),
    points: pick(table.pointStart[f]!, table.pointStart[f + 1]!).map(position(table.points)),
  }));
}

/** The expected features with nested property values as the table's own text, where that text means the same. */
export function withTextFrom(expected: PlainFeature[], actual: PlainFeature[]): PlainFeature[] {
  return expected.map((feature, f) => {
    const properties: { [key: string]: Json } = {};
    for (const [key, value] of Object.entries(feature.properties)) {
      const text = actual[f]?.properties[key];
      const isNested = typeof value === 'object' && value !== null && typeof text === 'string';
      const same = isNested && JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
      Object.defineProperty(properties, key, {
        value: same ? text : value,
        enumerable: true,
        configurable: true,
      });
    }
    return { ...feature, properties };
  });
}
