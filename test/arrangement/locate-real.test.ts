/** A million and a half postcodes located among real councils, against the council that each postcode's row names. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { buildLocator, locatePositions } from '../../src/arrangement/locate.js';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { haveRealData, realData } from '../real-data.js';

const nationalGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m';
/** Positions of this quality and worse are those of a wider area. */
const ROUGH = 60;
/** Barnsley and Sheffield had other codes until 2025. */
const recoded: Readonly<Record<string, string>> = { E08000016: 'E08000038', E08000019: 'E08000039' };

describe.skipIf(!haveRealData)('postcodes', () => {
  it('lie in the council of their row, a few by the border apart', () => {
    const file = 'bgc/LAD25_BGC_UK_from_WD25.geojson.gz';
    const councils = makeLayer(readGeoJson(gunzipSync(readFileSync(realData(file))), file), file);
    const arrangement = buildArrangement(
      [{ unitCount: councils.codes.length, ...councils.land! }],
      geographicLattice,
    );
    const toDegrees = proj4(nationalGrid, 'WGS84');
    const table = gunzipSync(readFileSync(realData('people/codepoint_england.csv.gz'))).toString();
    const rows = table.trim().split('\n').slice(1).map((line) => line.split(',')).filter((row) => Number(row[1]) < ROUGH); // prettier-ignore
    const positions = Float64Array.from(
      rows.flatMap(([, , easting, northing]) => toDegrees.forward([Number(easting), Number(northing)])),
    );
    const { ofFace } = arrangement.labels[0]!;
    let elsewhere = 0;
    let nowhere = 0;
    locatePositions(buildLocator(arrangement), positions).forEach((face, i) => {
      const unit = ofFace[face]!;
      const named = rows[i]![5]!;
      if (unit < 0) nowhere++;
      else if (councils.codes[unit] !== (recoded[named] ?? named)) elsewhere++;
    });
    expect(rows).toHaveLength(1_480_964);
    expect(elsewhere).toBeLessThan(300);
    expect(nowhere).toBeLessThan(200);
  });
});
