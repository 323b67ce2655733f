/** Shapes of a result: as GeoJSON, in the JSON document, and read back. */
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.js';
import { hasShapes } from '../../src/report/shapes/shapes-of-result.js';
import { writeGeojson } from '../../src/report/shapes/write-geojson.js';
import { writeJson } from '../../src/result/write-json.js';
import { parseResult } from '../../src/result/parse-result.js';
import { sampleResult } from './sample-result.js';

const withoutShapes = Object.fromEntries(
  Object.entries(sampleResult).filter(([key]) => key !== 'shapes'),
) as unknown as Result;

describe('shapes', () => {
  const collection = JSON.parse(writeGeojson(sampleResult)) as {
    type: string;
    bbox: number[];
    features: {
      bbox: number[];
      properties: Record<string, unknown>;
      geometry: { type: string; coordinates: unknown };
    }[];
  };

  test('each is one feature that names its table and carries the cells of its row, rounded as there, and its label', () => {
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features.map(({ properties }) => properties)).toEqual([
      {
        table: 'overlap',
        icb_code: 'E54000034',
        overlap_ha: 8134.26,
        label_longitude: -0.8333333,
        label_latitude: 51.2333333,
      },
      { table: 'stretches', stretch: 1, note: null, label_longitude: -0.8, label_latitude: 51.3 },
    ]);
  });

  test('boxes are west, south, east, north: of each feature and of all', () => {
    expect(collection.bbox).toEqual([-0.9, 51.2, -0.8, 51.3]);
    expect(collection.features.map(({ bbox }) => bbox)).toEqual([collection.bbox, collection.bbox]);
  });

  test('positions have seven places, about a centimetre', () => {
    expect(collection.features[0]!.geometry.coordinates).toEqual([
      [
        [-0.9, 51.2],
        [-0.8, 51.2],
        [-0.8, 51.3],
        [-0.9, 51.2],
      ],
    ]);
  });

  test('the JSON holds the same, and gives it back when it is read', () => {
    const again = parseResult(writeJson(sampleResult));
    expect(writeGeojson(again)).toBe(writeGeojson(sampleResult));
    expect(writeJson(again)).toBe(writeJson(sampleResult));
  });

  test('a geometry of another depth is refused with its place', () => {
    const text = writeJson(sampleResult).replace('"LineString"', '"MultiPolygon"');
    expect(() => parseResult(text)).toThrow('shapes[1].geometry');
  });

  test('a command that draws nothing says so, and a folder of everything goes without', () => {
    expect(() => writeGeojson(withoutShapes)).toThrow('this result of overlap holds no shapes');
    expect(hasShapes(withoutShapes)).toBe(false);
    expect(writeJson(withoutShapes)).not.toContain('"shapes"');
    expect(parseResult(writeJson(withoutShapes)).shapes).toBeUndefined();
  });

  test('a command that found nothing to draw writes an empty collection', () => {
    expect(JSON.parse(writeGeojson({ ...sampleResult, shapes: [] }))).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
  });
});
