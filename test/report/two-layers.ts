/**
 * Two layers of squares in a row, measured by a whole run, under any names.
 *
 *     first     W W E E       blocks    100  60  40  200 people
 *     second    A B B C
 */
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import { run } from '../../src/run/run.js';
import type { Result } from '../../src/result/result.js';

type Square = readonly [code: string, name: string, from: number, to: number];

/** A layer as GeoJSON; squares are 0.05 degrees wide, counted from the west. */
function squares(field: string, units: readonly Square[]): string {
  const longitude = (i: number): number => Math.round((-1 + 0.05 * i) * 100) / 100;
  const features = units.map(([code, name, from, to]) => {
    const [west, east] = [longitude(from), longitude(to)];
    const ring = [
      [west, 52],
      [east, 52],
      [east, 52.05],
      [west, 52.05],
      [west, 52],
    ];
    return {
      type: 'Feature',
      properties: { [`${field}CD`]: code, [`${field}NM`]: name },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const FILES = {
  'icb.geojson': squares('ICB24', [
    ['H1', 'West', 0, 2],
    ['H2', 'East', 2, 4],
  ]),
  'councils.geojson': squares('LAD24', [
    ['C1', 'Alder', 0, 1],
    ['C2', 'Birch', 1, 3],
    ['C3', 'Cedar', 3, 4],
  ]),
  'blocks.geojson': squares('LSOA21', [
    ['B0', 'B0', 0, 1],
    ['B1', 'B1', 1, 2],
    ['B2', 'B2', 2, 3],
    ['B3', 'B3', 3, 4],
  ]),
  'residents.csv': 'LSOA21CD,residents\nB0,100\nB1,60\nB2,40\nB3,200\n',
};

/** The result of a report on them, with ids for the layers and a name for the people. */
export const twoLayers = (
  command: 'overlap' | 'align',
  [first, second, measure]: readonly [string, string, string] = ['icb', 'ltla', 'residents'],
): Promise<Result> =>
  run(
    {
      command,
      layers: [
        { id: first, path: 'icb.geojson' },
        { id: second, path: 'councils.geojson' },
      ],
      people: [{ name: measure, path: 'residents.csv' }],
      blocks: { path: 'blocks.geojson' },
      map: true,
    },
    new Inputs(memoryFiles(FILES)),
  );
