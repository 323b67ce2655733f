import { feature } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import { drawPng } from '../../src/report/map/write-png.js';
import { drawSvg, writeSvg } from '../../src/report/map/write-svg.js';
import { writeTopojson } from '../../src/report/map/write-topojson.js';
import { troubleOf } from '../trouble-of.js';
import { sampleWithMap } from './sample-map.js';
import { sampleResult } from './sample-result.js';
import { expectWellFormed } from './well-formed.js';

/** JSON of any shape. */
type Loose = any; // eslint-disable-line @typescript-eslint/no-explicit-any

describe('the map as SVG', () => {
  const svg = writeSvg(sampleWithMap);

  test('is well-formed and says in words what it shows', () => {
    expectWellFormed(svg, 'SVG');
    expect(svg).toContain('<title id="title">12 of 296 councils');
    expect(svg).toContain('3 shared units tinted and named');
    expect(svg).toContain('Open Government Licence');
  });

  test('names the shared units that it draws, and no others', () => {
    expect(svg).toContain('>Hart</text>');
    expect(svg).not.toContain('>Guildford</text>');
  });

  test('draws a border that two units share once', () => {
    const borders = [...svg.matchAll(/<path d="(M[^"H]*)" fill="none" stroke="#6B7280"/g)];
    expect(borders).toHaveLength(1);
    expect(borders[0]![1]!.match(/M/g)).toHaveLength(3);
  });

  test('runs no script from a name', () => {
    const name = '<script>alert(1)</script>"';
    const layers = sampleWithMap.map!.layers.map((layer) => ({
      ...layer,
      units: layer.units.map((unit) => ({ ...unit, name })),
    }));
    const drawn = writeSvg({ ...sampleWithMap, summary: [name], map: { ...sampleWithMap.map!, layers } });
    expectWellFormed(drawn, 'SVG');
    expect(drawn).not.toContain('<script');
  });

  test('a result without a map is refused with what to do', () => {
    expect(troubleOf(() => writeSvg(sampleResult))).toMatchObject({ id: 'no-map-to-draw' });
  });
});

test('the map as PNG is twice as fine as the SVG', async () => {
  const { width, height } = drawSvg(sampleWithMap);
  const { bytes } = await drawPng(sampleWithMap);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  expect(view.getUint32(16)).toBe(2 * width);
  expect(view.getUint32(20)).toBe(2 * height);
});

describe('units and shapes as TopoJSON', () => {
  const topology = JSON.parse(writeTopojson(sampleWithMap));
  const featuresOf = (name: string): Loose[] => (feature(topology, topology.objects[name]) as Loose).features;

  test('an independent reader has the squares where they are', () => {
    const [hart, guildford, nowhere] = featuresOf('ltla');
    const corners = (f: Loose): string[] =>
      [
        ...new Set<string>(
          f.geometry.coordinates[0].map((p: number[]) => p.map((v) => v.toFixed(2)).join(' ')),
        ),
      ].sort();
    expect(corners(hart)).toEqual(['-0.98 51.00', '-0.98 51.02', '-1.00 51.00', '-1.00 51.02']);
    expect(corners(guildford)).toEqual(['-0.96 51.00', '-0.96 51.02', '-0.98 51.00', '-0.98 51.02']);
    expect(nowhere.geometry).toBeNull();
  });

  test('units carry their results', () => {
    expect(featuresOf('ltla')[0].properties).toMatchObject({
      code: 'E07000089',
      name: 'Hart',
      parts: 2,
      people_outside_main: 24880,
    });
    expect(featuresOf('icb')[0].id).toBe('E54000034');
  });

  test('shapes of tables are objects of their own', () => {
    const tables = [...new Set(sampleWithMap.shapes!.map(({ table }) => table))];
    for (const table of tables) {
      const drawn = featuresOf(table);
      const given = sampleWithMap.shapes!.filter((shape) => shape.table === table);
      expect(drawn.map(({ geometry }) => geometry.type)).toEqual(given.map(({ geometry }) => geometry.type));
      expect(drawn[0].properties).toMatchObject({});
    }
    expect(tables.length).toBeGreaterThan(0);
  });
});
