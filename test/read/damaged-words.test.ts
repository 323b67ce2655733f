/** What libraries say of damage is told without JavaScript's own words. */
import { describe, expect, it } from 'vitest';
import { causeOf } from '../../src/read/formats/damaged.js';
import { TableBuilder } from '../../src/read/formats/table-builder.js';
import { parseResult } from '../../src/result/parse-result.js';
import { writeJson } from '../../src/result/write-json.js';
import { sampleResult } from '../report/sample-result.js';
import { runCommand, makeFolder } from '../cli/run-command.js';
import { icbs } from '../cli/small-files.js';

describe('the cause of damage', () => {
  it.each([
    [new Error('parquet unsupported compression codec: undefined'), 'a part of it is missing'],
    [new Error('3:4: undefined entity.'), '3:4: an entity that it does not define'],
    [new TypeError('Cannot read properties of null'), 'a part of it is missing'],
    [new Error(''), 'no reason given'],
  ])('%s', (thrown, cause) => expect(causeOf(thrown)).toBe(cause));

  it('a position that is no number is called that', () => {
    const builder = new TableBuilder('a.fgb');
    expect(() => builder.position(1, NaN)).toThrow('a position is 1, no number');
    expect(() => builder.position(Infinity, 2)).toThrow('a position is no number, 2');
  });
});

it('a saved result with a number beyond all bounds is refused', () => {
  const text = writeJson(sampleResult);
  const grown = (digits: string): string => text.replace(/"tolerance_m": [\d.]+/, `"tolerance_m": ${digits}`);
  expect(() => parseResult(grown('1e21'))).not.toThrow();
  expect(() => parseResult(grown('1e22'))).toThrow(/damaged/);
  expect(() => parseResult(grown('1e999'))).toThrow(/damaged/);
});

it('a ring far beyond what a projection knows is told without a place', async () => {
  const ring = '[[400000,300000],[400000,302000],[404000,302000],[404000,300000],[400000,300000]]';
  const file = `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:27700"}},"features":[{"type":"Feature","properties":{"code":"A"},"geometry":{"type":"MultiPolygon","coordinates":[[${ring},[[40100401000,300750],[401000,300250]]]]}}]}`;
  const { path, remove } = makeFolder({ 'a.geojson': file, 'icbs.geojson': icbs });
  const { code, stderr } = await runCommand(['overlap', 'a.geojson', 'icbs.geojson', '--json'], {
    cwd: path,
  });
  remove();
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('internal error')]);
});
