/**
 * Pieces of a map with land of nobody in it: a gap goes with what is outside, and every other piece keeps its own units,
 * people and place.
 *
 *     boards  A A A B B B      councils  X X Y Z Z Z
 *             A . A B B B                X . Y Z Z Z
 *             A A A B B B                X X Y Z Z Z
 */
import { expect, it } from 'vitest';
import { Inputs, memoryFiles, openWhatIf } from '../../src/index.js';
import { collection, feature, square } from '../cli/small-files.js';

const BOARDS = ['AAABBB', 'A.ABBB', 'AAABBB'];
const COUNCILS = ['XXYZZZ', 'X.YZZZ', 'XXYZZZ'];
const [WEST, SOUTH, SIDE] = [-2, 52, 0.1];

/** Every place of a drawing with its letter. */
const placesOf = (drawing: readonly string[]): { letter: string; row: number; column: number }[] =>
  drawing.flatMap((line, row) => [...line].map((letter, column) => ({ letter, row, column })));

const ringAt = (row: number, column: number) => square(WEST + column * SIDE, SOUTH + (2 - row) * SIDE, SIDE);

/** A layer of the letters of a drawing, each unit of all its squares. */
function layerOf(drawing: readonly string[], stem: string, codeOf: (letter: string) => string): string {
  const letters = [...new Set(drawing.join(''))].filter((letter) => letter !== '.');
  return collection(
    letters.map((letter) => {
      const own = placesOf(drawing).filter((place) => place.letter === letter);
      const coordinates = own.map(({ row, column }) => [ringAt(row, column)]);
      return feature(
        { [`${stem}CD`]: codeOf(letter), [`${stem}NM`]: `Place ${letter}` },
        { type: 'MultiPolygon', coordinates },
      );
    }),
  );
}

const boardCode = (letter: string): string => `E5400000${'AB'.indexOf(letter) + 1}`;
const councilCode = (letter: string): string => `E0700000${'XYZ'.indexOf(letter) + 1}`;
const blockCode = (row: number, column: number): string => `E010000${row}${column}`;
const inhabited = placesOf(BOARDS).filter(({ letter }) => letter !== '.');

it('keep their units, their people and their place', async () => {
  const files = {
    'icb.geojson': layerOf(BOARDS, 'ICB24', boardCode),
    'lad.geojson': layerOf(COUNCILS, 'LAD24', councilCode),
    'lsoa.geojson': collection(
      inhabited.map(({ row, column }) =>
        feature(
          { LSOA21CD: blockCode(row, column), LSOA21NM: `Area ${row}${column}` },
          { type: 'Polygon', coordinates: [ringAt(row, column)] },
        ),
      ),
    ),
    'people.csv': `LSOA21CD,residents\n${inhabited
      .map(({ row, column }) => `${blockCode(row, column)},${100 + 10 * row + column}`)
      .join('\n')}\n`,
  };
  const { layout } = await openWhatIf(
    {
      layer: { path: 'icb.geojson' },
      against: [{ path: 'lad.geojson' }],
      people: [{ path: 'people.csv' }],
      blocks: { path: 'lsoa.geojson' },
    },
    new Inputs(memoryFiles(files)),
  );
  const { base, other, blocks, pieceBase, pieceOther, pieceBlock, piecePeople, map } = layout;
  expect(pieceBase.length).toBe(inhabited.length);
  const seen = Array.from(pieceBlock, (block, piece) => {
    const code = blocks!.codes[block]!;
    const [row, column] = [Number(code.at(-2)), Number(code.at(-1))];
    const { polygons } = map!.layers[0]!.units[piece]!;
    const west = Math.min(
      ...polygons.flat(2).flatMap((k) => {
        let x = 0;
        return map!.arcs[k < 0 ? ~k : k]!.filter((_, i) => i % 2 === 0).map((by) => (x += by));
      }),
    );
    expect(map!.west + west * map!.step).toBeCloseTo(WEST + column * SIDE, 4);
    return [
      base.codes[pieceBase[piece]!],
      other!.codes[pieceOther[piece]!],
      piecePeople![piece],
      row,
      column,
    ];
  });
  const wanted = inhabited.map(({ letter, row, column }) => [
    boardCode(letter),
    councilCode(COUNCILS[row]![column]!),
    100 + 10 * row + column,
    row,
    column,
  ]);
  expect(seen.map(String).sort()).toEqual(wanted.map(String).sort());
});
