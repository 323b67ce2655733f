/**
 * Areas of all pairs by Turf or geos-wasm, as a process of its own:
 *
 *     node overlay-by-pairs.mjs Turf|geos-wasm A CODE_OF_A B CODE_OF_B OUT.csv
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { area, bbox, featureCollection, intersect } from '@turf/turf';
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers';

const [library, fileA, codeA, fileB, codeB, out] = process.argv.slice(2);
const ways = { Turf: byTurf, 'geos-wasm': byGeos };
const read = (file) => JSON.parse(readFileSync(file, 'utf8')).features;
const overlay = await ways[library]();
const [first, second] = [fileA, fileB].map((file) =>
  read(file).map((feature) => ({ feature, box: bbox(feature), made: overlay.make(feature) })),
);
const lines = ['a,b,area'];
for (const p of first)
  for (const q of second) {
    const apart = p.box[0] > q.box[2] || q.box[0] > p.box[2] || p.box[1] > q.box[3] || q.box[1] > p.box[3];
    const size = apart ? 0 : overlay.area(p.made, q.made);
    if (size > 0) lines.push(`${p.feature.properties[codeA]},${q.feature.properties[codeB]},${size}`);
  }
writeFileSync(out, `${lines.join('\n')}\n`);

async function byTurf() {
  return {
    make: (feature) => feature,
    area: (p, q) => {
      const found = intersect(featureCollection([p, q]));
      return found === null ? 0 : area(found);
    },
  };
}

async function byGeos() {
  const geos = await initGeosJs({ noticeHandler: () => undefined, errorHandler: () => undefined });
  return {
    make: (feature) => geojsonToGeosGeom(feature.geometry, geos),
    area: (p, q) => {
      const found = geos.GEOSIntersection(p, q);
      const shape = geosGeomToGeojson(found, geos);
      geos.GEOSGeom_destroy(found);
      return area(shape);
    },
  };
}
