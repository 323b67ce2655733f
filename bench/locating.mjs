/**
 * Locating 1.48 million postcodes in two layers, against unpacking the same file and splitting its lines.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Prints points per second of the locating itself, and the whole against gunzip plus splitting. */
export async function benchLocating(root, data, icbFile, ltlaFile) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
  const [
    { readGeoJson },
    { makeLayer },
    { arrangeLayers },
    { buildLocator, locatePositions },
    { readCsv },
    points,
    systems,
    transform,
  ] = await Promise.all([
    load('read/geojson/geojson-reader.js'),
    load('read/make-layer.js'),
    load('measures/layer-arrangement.js'),
    load('arrangement/locate.js'),
    load('read/table/csv.js'),
    load('read/table/points.js'),
    load('read/systems/recognise-system.js'),
    load('read/systems/to-longitude-latitude.js'),
  ]);
  await (await load('read/systems/projection.js')).loadProjection();
  const layers = await Promise.all(
    [icbFile, ltlaFile].map((file) => makeLayer(readGeoJson(readFileSync(file), file), file)),
  );
  const { arrangement } = arrangeLayers(layers, false);
  const packed = readFileSync(join(data, 'people/codepoint_england.csv.gz'));
  const clock = () => Number(process.hrtime.bigint()) / 1e9;
  for (let run = 0; run < 3; run++) {
    const start = clock();
    const lines = gunzipSync(packed)
      .toString('latin1')
      .split('\n')
      .map((line) => line.split(','));
    const split = clock() - start;
    const begun = clock();
    const table = readCsv(gunzipSync(packed), 'codepoint_england.csv');
    const { points: metres, system } = points.readPoints(table, points.recognisePoints(table));
    const { coordinates } = await transform.toLongitudeLatitude(metres, await systems.knownSystemOf(system));
    const located = clock();
    const faces = locatePositions(buildLocator(arrangement), coordinates);
    const end = clock();
    const inside = faces.reduce((sum, face) => sum + (face > 0 ? 1 : 0), 0);
    if (run < 2) continue;
    console.log(
      `Locating ${faces.length} postcodes in ICB × councils: ${(faces.length / (end - located) / 1e6).toFixed(1)} million a second (index included), ` +
        `${inside} on land; reading, transforming and locating ${(end - begun).toFixed(2)} s, ` +
        `gunzip and splitting ${lines.length} lines ${split.toFixed(2)} s: ${((end - begun) / split).toFixed(1)} times`,
    );
  }
}
