/**
 * The room that leaders take.
 */
import { describe, expect, it } from 'vitest';
import { boxesMeet, type Point } from '../../../src/report/map/people-map/boxes.js';
import { leaderBoxes } from '../../../src/report/map/people-map/leader-boxes.js';

const at = (x: number, y: number) => ({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 });
const isTaken = (leader: readonly Point[], x: number, y: number): boolean =>
  leaderBoxes(leader).some((box) => boxesMeet(box, at(x, y)));

describe('a leader', () => {
  it('takes the whole of a level stretch, and three pixels on either side', () => {
    const level: Point[] = [
      [100, 50],
      [300, 50],
    ];
    for (let x = 101; x < 300; x++) expect(isTaken(level, x, 50)).toBe(true);
    expect([isTaken(level, 200, 53.9), isTaken(level, 200, 54)]).toEqual([true, false]);
  });

  it('leaves what lies beside a slanted stretch free', () => {
    const slanted: Point[] = [
      [0, 0],
      [80, 80],
    ];
    expect([isTaken(slanted, 40, 40), isTaken(slanted, 60, 20)]).toEqual([true, false]);
  });

  it('is none where the text stands at the circle', () => expect(leaderBoxes([])).toEqual([]));
});
