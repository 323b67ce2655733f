import { feature } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import { drawPng } from '../../src/report/map/write-png.js';
import { drawSvg, writeSvg } from '../../src/report/map/write-svg.js';
import { writeTopojson } from '../../src/report/map/write-topojson.js';
import type { Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { troubleOf } from '../trouble-of.js';
import { sampleWithMap } from './sample-map.js';
import { sampleResult } from './sample-result.js';
import { expectWellFormed } from './well-formed.js';

/** JSON of any shape. */
type Loose = any; // eslint-disable-line @typescript-eslint/no-explicit-any

describe('the map as SVG', () => {
  const svg = writeSvg(sampleWithMap);
  const SIZE = { width: 900, leastHeight: 400, mostHeight: 600, medium: 'screen', isTitled: true } as const;

  test('is well-formed and says in words what it shows', () => {
    expectWellFormed(svg, 'SVG');
    expect(svg).toContain(`<title id="title">${tellStory(sampleWithMap).headline}`);
    expect(svg).toContain('3 shared units tinted and named');
    expect(svg).toContain('Open Government Licence');
  });

  test('labels a circle with figure, name and direction', () => {
    const circle = {
      unit: { layer: 'ltla', code: 'E07000089', name: 'Hart' },
      partner: { layer: 'icb', code: 'E54000034', name: 'Frimley' },
      amount: 24_880,
      figure: '24,880',
      number: null,
    };
    const map = {
      title: 'Found',
      subtitle: 'Circles: people',
      borders: 'icb',
      subject: 'ltla',
      place: null,
      circles: [circle],
      counts: 'People outside',
    };
    const text = (story: Story): string => drawSvg(sampleWithMap, SIZE, story).svg.replace(/<[^>]+>/g, '');
    const story = tellStory(sampleWithMap);
    const drawn = text({ ...story, map });
    expect(drawn).toContain('24,880 Hart');
    expect(drawn).toContain('→ Frimley');
    expect(drawn).toContain('Circles: people');
    // A figure that may not be shown is not there.
    const withheld = text({ ...story, map: { ...map, circles: [{ ...circle, amount: null, figure: '' }] } });
    expect(withheld).toContain('Hart');
    expect(withheld).not.toContain('24,880');
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

  test('shapes of tables are objects of their own, but for those that are drawn for files of shapes alone', () => {
    const tables = ['stretches'];
    expect(topology.objects).not.toHaveProperty('overlap');
    for (const table of tables) {
      const drawn = featuresOf(table);
      const given = sampleWithMap.shapes!.filter((shape) => shape.table === table);
      expect(drawn.map(({ geometry }) => geometry.type)).toEqual(given.map(({ geometry }) => geometry.type));
      expect(drawn[0].properties).toMatchObject({});
    }
  });
});
