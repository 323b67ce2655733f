/** Polygons by chance on a small grid, most of them invalid. */
import { chance, type Chance } from '../arrangement/chance.js';
import type { Ring } from './check-drawn.js';

/** A ring by chance on a small grid: a box, a diamond, a triangle or any places. */
function randomRing(roll: Chance): Ring {
  const [x, y, w, h] = [roll.whole(0, 8), roll.whole(0, 8), roll.whole(1, 5), roll.whole(1, 5)];
  const rings: Ring[] = [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ],
    [
      [x, y],
      [x + w, y + w],
      [x, y + 2 * w],
      [x - w, y + w],
      [x, y],
    ],
    [
      [x, y],
      [x + w, y],
      [x, y + h],
      [x, y],
    ],
  ];
  if (roll.once(8)) {
    const places = Array.from({ length: 5 }, (): [number, number] => [roll.whole(0, 9), roll.whole(0, 9)]);
    return [...places, places[0]!];
  }
  return roll.pick(rings);
}

const frame: Ring = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
  [0, 0],
];

/** One or two polygons with up to three holes each. */
export function randomPolygons(seed: number): Ring[][] {
  const roll = chance(seed);
  return Array.from({ length: roll.whole(1, 2) }, () => [
    roll.once(2) ? frame : randomRing(roll),
    ...Array.from({ length: roll.whole(0, 3) }, () => randomRing(roll)),
  ]);
}
