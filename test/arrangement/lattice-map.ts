/**
 * Layers drawn as letters, one letter a square, so that the exact answer is a count of letters.
 *
 *     counties  a a b      districts  a b b      overlaps  a∩a 2, a∩b 2, b∩b 2
 *               a a b                 a b b
 *
 * A dot is nothing; two letters in one square are double cover. The first row is the north.
 */
import type { LandLayer } from '../../src/arrangement/land-layer.js';
import { makeLayer, type Position, type Ring } from './make-layer.js';

export interface LatticeMap {
  /** Codes of the units, sorted; unit u is codes[u]. */
  readonly codes: readonly string[];
  /** Letters of each square, rows from the north. */
  readonly squares: readonly (readonly string[])[];
  readonly layer: LandLayer;
}

/** Where the south-west corner lies and how wide a square is, in metres or degrees. */
export interface Drawing {
  readonly west: number;
  readonly south: number;
  readonly square: number;
  /** One polygon a unit, its outline traced; or every square a polygon of its own. */
  readonly outlines: 'traced' | 'squares';
}

const plain: Drawing = { west: 0, south: 0, square: 1, outlines: 'traced' };

/** Reads a drawing. By default a square is one metre. */
export function drawLayer(text: string, drawing: Partial<Drawing> = {}): LatticeMap {
  const { west, south, square, outlines } = { ...plain, ...drawing };
  const squares = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const codes = [...new Set(squares.flat().join('').replaceAll('.', ''))].sort();
  const at = ([column, row]: Position): Position => [
    west + column * square,
    south + (squares.length - row) * square,
  ];
  const features = codes.map((code, unit) => {
    const rings = outlines === 'traced' ? [traceOutline(squares, code)] : squareRings(squares, code);
    return { unit, polygons: rings.map((polygon) => polygon.map((ring) => ring.map(at))) };
  });
  return { codes, squares, layer: makeLayer(features) };
}

/** Squares of every pair of units, such as { 'a∩b': 2 }. */
export function countOverlaps(a: LatticeMap, b: LatticeMap): Record<string, number> {
  const count: Record<string, number> = {};
  for (const [row, letters] of a.squares.entries()) {
    for (const [column, ofA] of letters.entries()) {
      for (const p of lettersOf(ofA)) {
        for (const q of lettersOf(b.squares[row]?.[column] ?? '.')) {
          count[`${p}∩${q}`] = (count[`${p}∩${q}`] ?? 0) + 1;
        }
      }
    }
  }
  return sorted(count);
}

/** Squares of every unit. */
export function countSquares(map: LatticeMap): Record<string, number> {
  const count: Record<string, number> = {};
  for (const letter of map.squares.flat().flatMap(lettersOf)) count[letter] = (count[letter] ?? 0) + 1;
  return sorted(count);
}

/** The same record with its keys in order. */
export function sorted(record: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).sort(([p], [q]) => (p < q ? -1 : p > q ? 1 : 0)));
}

const lettersOf = (square: string): string[] => [...square].filter((letter) => letter !== '.');

function squareRings(squares: LatticeMap['squares'], code: string): Ring[][] {
  const polygons: Ring[][] = [];
  for (const [row, letters] of squares.entries()) {
    for (const [column, square] of letters.entries()) {
      if (!square.includes(code)) continue;
      polygons.push([
        [
          [column, row],
          [column, row + 1],
          [column + 1, row + 1],
          [column + 1, row],
        ],
      ]);
    }
  }
  return polygons;
}

/** Rings around all squares of a letter, outer ones and holes, without positions in the middle of a line. */
function traceOutline(squares: LatticeMap['squares'], code: string): Ring[] {
  const covered = (column: number, row: number): boolean => squares[row]?.[column]?.includes(code) ?? false;
  const from = new Map<string, Position[]>();
  const addSide = (p: Position, q: Position): void => {
    from.set(p.join(), [...(from.get(p.join()) ?? []), q]);
  };
  for (const [row, letters] of squares.entries()) {
    for (let column = 0; column < letters.length; column++) {
      if (!covered(column, row)) continue;
      if (!covered(column, row - 1)) addSide([column + 1, row], [column, row]);
      if (!covered(column - 1, row)) addSide([column, row], [column, row + 1]);
      if (!covered(column, row + 1)) addSide([column, row + 1], [column + 1, row + 1]);
      if (!covered(column + 1, row)) addSide([column + 1, row + 1], [column + 1, row]);
    }
  }
  const rings: Ring[] = [];
  for (const start of from.keys()) {
    while (from.get(start)!.length > 0) {
      const ring: Position[] = [];
      let key = start;
      do {
        const position = from.get(key)!.pop()!;
        ring.push(position);
        key = position.join();
      } while (key !== start);
      rings.push(
        ring.filter((p, i) =>
          turns(ring[(i + ring.length - 1) % ring.length]!, p, ring[(i + 1) % ring.length]!),
        ),
      );
    }
  }
  return rings;
}

const turns = (p: Position, q: Position, r: Position): boolean =>
  (q[0] - p[0]) * (r[1] - q[1]) !== (q[1] - p[1]) * (r[0] - q[0]);
