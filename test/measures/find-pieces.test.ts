/**
 * Where circles stand: inside the piece with most people, on top of them.
 */
import { describe, expect, it } from 'vitest';
import type { MapPiece } from '../../src/result/map-record.js';
import type { MapWishes } from '../../src/measures/map/map-wishes.js';
import { alignDrawn, drawnLayer, drawnPeople } from './align-lattice.js';

/** The drawing stands on squares of 1,000 m; a hundredth of a degree each. */
const toDegrees: MapWishes['toLongitudeLatitude'] = (positions) => positions.map((metres) => metres / 1e5);

function piecesOf(
  layers: Readonly<Record<string, string>>,
  people: string | null,
  byPeople = true,
): Map<string, MapPiece> {
  const report = alignDrawn(
    Object.entries(layers).map(([id, text]) => drawnLayer(id, text)),
    people === null ? [] : [drawnPeople(people)],
  );
  const { pieces } = report.drawMap!({ toLongitudeLatitude: toDegrees, pairs: false, byPeople })!;
  return new Map(pieces!.map((piece) => [piece.codes.join(' '), piece]));
}

/** Column and row of the square that a piece stands on, from the upper left. */
const squareOf = ({ longitude, latitude }: MapPiece, rows: number): [number, number] => [
  Math.floor(longitude / 0.01),
  rows - 1 - Math.floor(latitude / 0.01),
];

const AREAS = `
  a a a a b b b b
  a a a a b b b b
  a a a a b b b b`;
const COUNCILS = `
  p p p p p p q q
  p p p p p p q q
  p p p p q q q q`;

describe('places of pieces', () => {
  it('are those of pairs in which neither unit is whole; others are the smaller unit itself', () => {
    expect([...piecesOf({ area: AREAS, council: COUNCILS }, null).keys()]).toEqual(['b p']);
  });

  it('lie where the people of the piece live', () => {
    const people = `
      1 1 1 1 0 0 1 1
      1 1 1 1 0 9 1 1
      1 1 1 1 1 1 1 1`;
    const pieces = piecesOf({ area: AREAS, council: COUNCILS }, people);
    expect(squareOf(pieces.get('b p')!, 3)).toEqual([5, 1]);
  });

  it('lie in the middle of the people, weighted', () => {
    const people = `
      1 1 1 1 0 0 1 1
      1 1 1 1 3 1 1 1
      1 1 1 1 1 1 1 1`;
    const { longitude, latitude } = piecesOf({ area: AREAS, council: COUNCILS }, people).get('b p')!;
    expect([longitude, latitude]).toEqual([0.0475, 0.015]);
  });

  it('tell nothing of where people live under a disclosure rule', () => {
    const people = `
      1 1 1 1 0 0 1 1
      1 1 1 1 0 9 1 1
      1 1 1 1 1 1 1 1`;
    const wide = piecesOf({ area: AREAS, council: COUNCILS }, people, false).get('b p')!;
    const bare = piecesOf({ area: AREAS, council: COUNCILS }, null).get('b p')!;
    expect(wide).toEqual(bare);
  });

  const SPLIT = `
    a a b b a b
    a a b b a b
    a a a a a b`;
  const HELD = `
    p p p p q q
    p p p p q q
    p q q q q p`;

  it('are at the connected piece with most people, most land where nobody is counted', () => {
    // p has four squares of b on the left and one on the right.
    const land = piecesOf({ area: SPLIT, council: HELD }, null).get('b p')!;
    expect(land.box).toEqual([0.02, 0.01, 0.04, 0.03]);
    const people = `
      1 1 1 1 1 1
      1 1 1 1 1 1
      1 1 1 1 1 5`;
    const peopled = piecesOf({ area: SPLIT, council: HELD }, people).get('b p')!;
    expect(peopled.box).toEqual([0.05, 0, 0.06, 0.01]);
    expect(squareOf(peopled, 3)).toEqual([5, 2]);
    // As many people as on the larger piece: the larger one.
    const equal = piecesOf({ area: SPLIT, council: HELD }, people.replace('5', '4')).get('b p')!;
    expect(equal.box).toEqual([0.02, 0.01, 0.04, 0.03]);
  });

  it('lie inside a bent piece whose middle lies outside', () => {
    const areas = `
      a a a a
      a b b a
      a a a a`;
    const councils = `
      p p p p
      p p q q
      p p p p`;
    const people = `
      1 1 1 1
      1 9 1 1
      1 1 1 1`;
    const pieces = piecesOf({ area: areas, council: councils }, people);
    const [x, y] = squareOf(pieces.get('a p')!, 3);
    expect(areas.trim().split('\n')[y]!.trim().split(' ')[x]).toBe('a');
  });

  it('do not depend on the order of layers', () => {
    const one = piecesOf({ area: SPLIT, council: HELD }, null).get('b p')!;
    const two = piecesOf({ council: HELD, area: SPLIT }, null).get('p b')!;
    expect({ ...two, layers: [], codes: [] }).toEqual({ ...one, layers: [], codes: [] });
  });

  it('take in whole units of the other layer where a unit of the layer of more units does', () => {
    // Council p has the whole of area b and a part of area a.
    const areas = `
      b a a a
      a a a a`;
    const councils = `
      p p q q
      r r q q`;
    expect([...piecesOf({ area: areas, council: councils }, null).keys()]).toEqual(['a p', 'b p']);
  });
});
