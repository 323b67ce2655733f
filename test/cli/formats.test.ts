/**
 * Every format, small and large, comes through the command line the same: from a disk, through a pipe, out of an archive.
 */
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatgeobufBytes } from '../read/flatgeobuf-fixture.js';
import * as made from '../read/formats-fixtures.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { runProcess } from './run-process.js';

const kmlText = `<kml><Document>${made.districts
  .map(({ code, name, people, polygons }) => {
    const data = Object.entries({ code, name, people }).map(
      ([k, v]) => `<SimpleData name="${k}">${v}</SimpleData>`,
    );
    const rings = polygons.map((rings) =>
      rings.map((ring, i) => {
        const at = ring.map(([x, y]) => `${(x - 400000) / 1e5},${52 + (y - 300000) / 1e5}`).join(' ');
        const edge = i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
        return `<${edge}><LinearRing><coordinates>${at}</coordinates></LinearRing></${edge}>`;
      }),
    );
    const shapes = rings.map((each) => `<Polygon>${each.join('')}</Polygon>`).join('');
    return `<Placemark><ExtendedData><SchemaData>${data.join('')}</SchemaData></ExtendedData><MultiGeometry>${shapes}</MultiGeometry></Placemark>`;
  })
  .join('')}</Document></kml>`;

const esriText = JSON.stringify({
  objectIdFieldName: 'FID',
  spatialReference: { wkid: 27700 },
  features: made.districts.map(({ code, name, people, polygons }) => ({
    attributes: { code, name, people },
    geometry: { rings: polygons.flat() },
  })),
});

const csvText = [
  'code,name,people,wkt',
  ...made.districts.map((d) => `${d.code},${d.name},${d.people},"${made.wktOf(d.polygons)}"`),
].join('\n');

/** Blank space makes text large without making it other. */
const padded = (text: string): string => text + '\n'.repeat(1_500_000);

const files = async (): Promise<Record<string, string | Uint8Array>> => ({
  'small.geojson': made.geojsonText(),
  'large.geojson': padded(made.geojsonText()),
  'small.topojson': made.topojsonText(),
  'large.topojson': padded(made.topojsonText()),
  'small.json': esriText,
  'large.json': padded(esriText),
  'small.kml': kmlText,
  'large.kml': padded(kmlText),
  'small.csv': csvText,
  'small.gpkg': await made.geopackageBytes(),
  'small.fgb': flatgeobufBytes(),
  'small.parquet': made.geoparquetBytes(),
  'large.parquet': made.manyRowsParquet(20_000, 'UNCOMPRESSED'),
});
const names = ['small.geojson', 'large.geojson', 'small.topojson', 'large.topojson', 'small.json', 'large.json', 'small.kml', 'large.kml', 'small.csv', 'small.gpkg', 'small.fgb', 'small.parquet', 'large.parquet']; // prettier-ignore

let contents: Record<string, string | Uint8Array>;
let folder: ReturnType<typeof makeFolder>;
beforeAll(async () => {
  contents = await files();
  const bytes = (name: string): Uint8Array =>
    typeof contents[name] === 'string' ? made.utf8(contents[name]) : contents[name]!;
  const archives = names.map((name) => [`${name}.zip`, zipSync({ [name]: bytes(name) })] as const);
  folder = makeFolder({
    ...contents,
    ...Object.fromEntries(archives),
    'shape.SHP': made.shpBytes(),
    'shape.DBF': made.dbfBytes(),
    'shape.PRJ': made.gridWkt,
    'shape.zip': made.zippedShapefile(),
    'd.kmz': zipSync({ 'doc.kml': made.utf8(kmlText) }),
  });
});
afterAll(() => folder.remove());

const inspect = (name: string): Promise<Ran> => runCommand(['inspect', name, '--json'], { cwd: folder.path });
const inspectPipe = (input: string | Uint8Array): Promise<Ran> =>
  runProcess(['inspect', '-', '--json'], { cwd: folder.path, input });

interface Found {
  readonly files: { readonly layers: { readonly units: number; readonly code_examples: string[] }[] }[];
}
const codesOf = ({ code, stdout, stderr }: Ran): string[] => {
  expect([code, stderr]).toEqual([0, '']);
  return (JSON.parse(stdout) as Found).files[0]!.layers[0]!.code_examples;
};

describe.each(names)('%s', (name) => {
  const codes = name === 'large.parquet' ? ['C0', 'C1', 'C2'] : ['E07000901', 'E07000902'];
  it('is read from a disk, through a pipe and out of an archive', async () => {
    expect(codesOf(await inspect(name))).toEqual(codes);
    expect(codesOf(await inspectPipe(contents[name]!))).toEqual(codes);
    expect(codesOf(await inspect(`${name}.zip`))).toEqual(codes);
  });
});

it.each(['shape.SHP', 'shape.zip', 'd.kmz'])('%s is read with all its parts', async (name) => {
  expect(codesOf(await inspect(name))).toEqual(['E07000901', 'E07000902']);
});

it('a cut download is refused with the option that goes on all the same', async () => {
  const cut = makeFolder({
    'lad.geojson': made.geojsonText().replace('{', '{"exceededTransferLimit":true,'),
  });
  const { code, stderr } = await runCommand(['overlap', 'lad.geojson', 'b=lad.geojson'], { cwd: cut.path });
  expect(code).toBe(2);
  expect(stderr).toMatch(/cut at the server’s limit; 2 features are here.*--allow-truncated/s);
  const argv = ['overlap', 'a=lad.geojson', 'b=lad.geojson', '--allow-truncated', '--json'];
  const on = await runCommand(argv, { cwd: cut.path });
  expect(on.code).toBe(0);
  const { findings } = JSON.parse(on.stdout) as { findings: { layer: string; detail: string }[] };
  expect(findings.map(({ layer, detail }) => [layer, detail.includes('cut at the server’s limit')])).toEqual(
    expect.arrayContaining([
      ['a', true],
      ['b', true],
    ]),
  );
  cut.remove();
});
