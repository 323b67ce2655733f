/** Documents that are legal and empty, or name what is not there: an answer or a reason, never a fault of ours. */
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';
import { collection, feature, polygon, square } from './small-files.js';

const whole = feature({ LAD24CD: 'E07000901', LAD24NM: 'Elm' }, polygon(square(-1, 52, 0.1)));
const withCoordinates = (type: string, coordinates: unknown): string =>
  collection([feature({ LAD24CD: 'E07000902', LAD24NM: 'Fir' }, { type, coordinates }), whole]);

const folder = makeFolder({
  'empty-ring.geojson': withCoordinates('Polygon', [[]]),
  'no-ring.geojson': withCoordinates('Polygon', []),
  'no-polygon.geojson': withCoordinates('MultiPolygon', []),
  'empty-rings.geojson': withCoordinates('MultiPolygon', [[[]], [[], []]]),
  'nothing.yaml': 'name: x\noperations:\n  - merge: *gone\n    into: { code: X }\n',
  'endless.yaml': `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
    .split('')
    .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]!},`.repeat(10)}]`)
    .join('\n')}\noperations: *i\n`,
  'config.yaml': 'layers: *gone\nreports: {}\n',
});
afterAll(() => folder.remove());

describe('a boundary file with', () => {
  it.each(['empty-ring', 'no-ring', 'no-polygon', 'empty-rings'])('%s is checked', async (name) => {
    const ran = await runCommand(['check', `${name}.geojson`, '--json'], { cwd: folder.path });
    expect([ran.code, ran.stderr.includes('internal error')]).toEqual([0, false]);
  });
});

describe('YAML whose names stand for nothing', () => {
  it.each([
    ['a scenario', ['scenario', 'nothing.yaml', '--layer', 'england:icb'], '*gone stands for nothing'],
    ['a scenario without end', ['scenario', 'endless.yaml', '--layer', 'england:icb'], 'without end'],
    ['a config file', ['report', 'config.yaml'], '*gone stands for nothing'],
  ])('is refused in %s', async (_, argv, says) => {
    const ran = await runCommand(argv, { cwd: folder.path });
    expect(ran.stderr).toContain(says);
    expect(ran.code).toBe(2);
  });
});
