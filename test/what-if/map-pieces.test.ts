/**
 * Each piece of the map lies where its units do, also where features of one unit have borders between them, which the
 * contracted sheet has not:
 *
 *     icb   A A A│B        A is three features, B is one       lad   x x│y y
 */
import { expect, it } from 'vitest';
import { Inputs, memoryFiles, openWhatIf } from '../../src/index.js';
import { pieceShapes } from '../../src/page/what-if/piece-shapes.js';

const square = (x: number): number[][] => [
  [x, 52],
  [x + 1, 52],
  [x + 1, 53],
  [x, 53],
  [x, 52],
];
const layer = (codes: readonly string[], name: string): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((code, x) => ({
      type: 'Feature',
      properties: { [`${name}CD`]: code, [`${name}NM`]: `Unit ${code}` },
      geometry: { type: 'Polygon', coordinates: [square(x)] },
    })),
  });

it('features of one unit are one piece with the unit of the other layer, where they are', async () => {
  const files = memoryFiles({
    'icb.geojson': layer(['A', 'A', 'A', 'A', 'B', 'B'], 'ICB24'),
    'lad.geojson': layer(['x', 'x', 'y', 'y', 'y', 'z'], 'LAD25'),
  });
  const { layout } = await openWhatIf(
    { layer: { path: 'icb.geojson' }, against: [{ path: 'lad.geojson' }] },
    new Inputs(files),
  );
  const shapes = pieceShapes(layout.map!);
  const found = shapes.pieces.map(({ number, box }) => {
    const left = (box[0] - shapes.box[0]) / (shapes.box[2] - shapes.box[0]);
    const right = (box[2] - shapes.box[0]) / (shapes.box[2] - shapes.box[0]);
    const codes = [
      layout.base.codes[layout.pieceBase[number]!],
      layout.other!.codes[layout.pieceOther[number]!],
    ];
    return `${codes.join('')} ${Math.round(6 * left)}-${Math.round(6 * right)}`;
  });
  expect(found.sort()).toEqual(['Ax 0-2', 'Ay 2-4', 'By 4-5', 'Bz 5-6']);
});
