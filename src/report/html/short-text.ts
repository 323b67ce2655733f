/**
 * Lists as short text and back: arcs, rings of units, names, pairs. What follows is written as the difference from what
 * went before.
 *
 *     Barnet 001A        Barnet 001A               arcs lie along a curve that fills the map, so that the next
 *     Barnet 001B   ◄──► k B                       one begins nearby and a ring names numbers close together
 *     Barnet 002A        j 2A
 */
import { decodeLines, encodeLines } from './line-text.js';

/** Polygons of rings of arcs; ~k is arc k backwards. */
export type Polygons = readonly (readonly (readonly number[])[])[];

/** Arcs with their first position counted from the first of the arc before. */
export function encodeArcs(arcs: readonly (readonly number[])[]): string {
  let [x, y] = [0, 0];
  return encodeLines(
    arcs.map((arc) => {
      const line = [arc[0]! - x, arc[1]! - y, ...arc.slice(2)];
      [x, y] = [arc[0]!, arc[1]!];
      return line;
    }),
  );
}

/** The arcs that `encodeArcs` was given. */
export function decodeArcs(text: string): number[][] {
  const arcs = decodeLines(text);
  for (let k = 1; k < arcs.length; k++) {
    arcs[k]![0]! += arcs[k - 1]![0]!;
    arcs[k]![1]! += arcs[k - 1]![1]!;
  }
  return arcs;
}

/** Numbers of the arcs along a curve that fills the map (Morton 1966), by where they begin; equals as they stand. */
export function orderOfArcs(arcs: readonly (readonly number[])[]): number[] {
  const places = arcs.map(([x, y]) => spread(x! / 32) + 2 * spread(y! / 32));
  return [...arcs.keys()].sort((p, q) => places[p]! - places[q]! || p - q);
}

/** Bits of a number below 65,536 with a nought before each. */
function spread(value: number): number {
  let [rest, bit, found] = [Math.min(Math.max(Math.floor(value), 0), 65_535), 1, 0];
  for (; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) found += bit;
    bit *= 4;
  }
  return found;
}

/** Polygons of units: one word a unit, in it the number of rings of each polygon and of arcs in each ring before them. */
export function encodePolygons(units: readonly Polygons[]): string {
  let last = 0;
  return encodeLines(
    units.map((polygons) =>
      polygons.flatMap((rings) => [
        rings.length,
        ...rings.flatMap((ring) => [
          ring.length,
          ...ring.map((k) => {
            const arc = k < 0 ? ~k : k;
            const by = arc - last;
            last = arc;
            return 2 * by + (k < 0 ? 1 : 0);
          }),
        ]),
      ]),
    ),
  );
}

/** The polygons that `encodePolygons` was given, `count` units of them. */
export function decodePolygons(text: string, count: number): number[][][][] {
  const words = count === 0 ? [] : text.split(' ');
  let last = 0;
  return words.map((word) => {
    const line = word === '' ? [] : decodeLines(word)[0]!;
    const polygons: number[][][] = [];
    for (let i = 0; i < line.length;) {
      const rings: number[][] = [];
      for (let left = line[i++]!; left > 0; left--) {
        const ring: number[] = [];
        for (let arcs = line[i++]!; arcs > 0; arcs--) {
          const value = line[i++]!;
          last += Math.floor(value / 2);
          ring.push(value % 2 === 0 ? last : ~last);
        }
        rings.push(ring);
      }
      polygons.push(rings);
    }
    return polygons;
  });
}

const MOST_SHARED = 35;

/** Each text with a letter for how much of its beginning the text before has too (at most 35 signs), and the rest. */
export function encodeTexts(texts: readonly string[]): string[] {
  return texts.map((text, i) => {
    const before = texts[i - 1] ?? '';
    let shared = 0;
    while (shared < MOST_SHARED && shared < before.length && before[shared] === text[shared]) shared++;
    return shared.toString(36) + text.slice(shared);
  });
}

/** The texts that `encodeTexts` was given. */
export function decodeTexts(short: readonly string[]): string[] {
  let last = '';
  return short.map((text) => (last = last.slice(0, parseInt(text[0]!, 36)) + text.slice(1)));
}
