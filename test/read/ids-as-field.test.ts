/**
 * Codes that stand in the features' ids alone are codes all the same; numbers of features are not.
 */
import { describe, expect, it } from 'vitest';
import { readBoundaryFile } from '../../src/read/formats/formats.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { utf8 } from './formats-fixtures.js';

type Id = string | number | undefined;
const ring = (i: number): number[][] => [[i, 0], [i, 1], [i + 1, 1], [i + 1, 0], [i, 0]]; // prettier-ignore

const topojson = (ids: readonly Id[], properties: object): string =>
  JSON.stringify({
    type: 'Topology',
    objects: {
      lad: {
        type: 'GeometryCollection',
        geometries: ids.map((id, i) => ({ type: 'Polygon', arcs: [[i]], id, properties })),
      },
    },
    arcs: ids.map((_, i) => ring(i)),
  });
const geojson = (ids: readonly Id[], properties: object): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: ids.map((id, i) => ({
      type: 'Feature',
      id,
      properties,
      geometry: { type: 'Polygon', coordinates: [ring(i)] },
    })),
  });

const fieldsOf = async (text: string): Promise<string[]> => {
  const { table } = await readBoundaryFile(utf8(text), 'lad.json');
  return Object.keys(table.properties[0]!);
};

describe.each([
  ['TopoJSON', topojson],
  ['GeoJSON', geojson],
])('%s', (_name, write) => {
  it('without a field of codes takes the ids of its features', async () => {
    const { table } = await readBoundaryFile(
      utf8(write(['E07000902', 'E07000901'], { name: 'x' })),
      'lad.json',
    );
    const layer = makeLayer(table, 'lad.json');
    expect([layer.codes, layer.codeField]).toEqual([['E07000901', 'E07000902'], 'id']);
  });
  it.each([
    ['there is a field of codes', ['A7', 'B9'], { LAD24CD: 'E07000901' }],
    ['there is a field of that name', ['A7', 'B9'], { ID: 'x' }],
    ['they are words', ['Ashby', 'Bexhill'], {}],
    ['they are paths', ['relation/901', 'relation/17'], {}],
    ['they count from 0', ['0', '1', '2'], {}],
    ['they count from 1 behind a name', ['lad.1', 'lad.2'], {}],
    ['they are numbers', [17, 4], {}],
    ['one is missing', ['A7', undefined], {}],
    ['one repeats', ['A7', 'A7'], {}],
  ])('does not where %s', async (_why, ids, properties) => {
    expect(await fieldsOf(write(ids, properties))).toEqual(Object.keys(properties));
  });
});
