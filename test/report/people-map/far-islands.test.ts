/**
 * Which islands of a map go into a frame of their own, and what of them is then drawn where.
 *
 *      0         10        20          mainland 0 to 10; an island off it to the east
 *      ▇▇▇▇▇▇▇▇▇▇          ▪
 */
import { describe, expect, it } from 'vitest';
import { farIslands, type LandPart } from '../../../src/report/map/people-map/far-islands.js';
import { cutFarIslands } from '../../../src/report/map/people-map/cut-far-islands.js';
import { placeIslands } from '../../../src/report/map/people-map/place-islands.js';
import { boxesMeet, liesIn } from '../../../src/report/map/people-map/boxes.js';
import { arcPositions } from '../../../src/report/map/map-lines.js';
import { fitPaper, type Bounds } from '../../../src/report/map/sheet-of-paper.js';
import type { MapUnit } from '../../../src/result/map-record.js';

/** A part at the equator, where a degree of longitude is as long as one of latitude. */
const part = (west: number, east: number, land: number, south = -0.1, north = 0.1): LandPart => ({
  bounds: { west, east, south, north },
  land,
});
/** Scale of a frame that is 1 wide: the narrower the bounds the larger they are drawn. */
const byWidth = ({ west, east }: Bounds): number => 1 / (east - west);

describe('islands are cut from a map', () => {
  const mainland = part(0, 10, 100);

  it('where the rest is then drawn 1.1 times as large or larger', () => {
    expect(farIslands([mainland, part(10.9, 11.0001, 1)], byWidth)).toEqual([[1]]);
    expect(farIslands([mainland, part(10.9, 11, 1)], byWidth)).toEqual([[1]]);
    expect(farIslands([mainland, part(10.9, 10.9999, 1)], byWidth)).toEqual([]);
  });

  it('where the gap is 3 % of the map or wider', () => {
    const west = part(-10, 0, 100);
    const reaching = (gap: number): LandPart => part(gap, 10, 1);
    expect(farIslands([west, reaching(0.61)], byWidth)).toEqual([[1]]);
    expect(farIslands([west, reaching(0.6)], byWidth)).toEqual([[1]]);
    expect(farIslands([west, reaching(0.59)], byWidth)).toEqual([]);
  });

  it('where they have a quarter of the land of the rest or less', () => {
    const island = (land: number): LandPart => part(15, 20, land);
    expect(farIslands([mainland, island(24)], byWidth)).toEqual([[1]]);
    expect(farIslands([mainland, island(25)], byWidth)).toEqual([[1]]);
    expect(farIslands([mainland, island(26)], byWidth)).toEqual([]);
  });

  it('together where they lie together, whichever part comes first, the part of most land staying', () => {
    const west = part(-20, -19.5, 1);
    const beside = part(-19, -18.5, 2);
    const east = part(14, 15, 3);
    expect(farIslands([west, mainland, beside, east], byWidth)).toEqual([[0, 2], [3]]);
    expect(farIslands([east, beside, mainland, west], byWidth)).toEqual([[1, 3], [0]]);
    expect(farIslands([mainland], byWidth)).toEqual([]);
    expect(farIslands([], byWidth)).toEqual([]);
  });

  it('in three groups at most', () => {
    const far = [14, 20, 30, 50].map((at) => part(at, at + 0.1, 1));
    expect(farIslands([mainland, ...far], byWidth).length).toBeLessThanOrEqual(3);
  });

  it('by where they count: off to a side on which the frame has room nothing is gained', () => {
    const byHeight = ({ south, north }: Bounds): number => 1 / (north - south);
    expect(farIslands([mainland, part(30, 31, 1)], byHeight)).toEqual([]);
  });
});

describe('a subject with a far island', () => {
  /** A square of land as an arc in tenths of a degree. */
  const square = (x: number, y: number, size: number): number[] => [
    x,
    y,
    size,
    0,
    0,
    size,
    -size,
    0,
    0,
    -size,
  ];
  const map = {
    step: 0.1,
    west: 0,
    south: 50,
    arcs: [square(0, 0, 20), square(20, 0, 20), square(80, 5, 2), square(83, 5, 2)],
    layers: [],
    pairs: [],
  };
  const unit = (code: string, name: string, ...arcs: number[]): MapUnit => ({
    code,
    name,
    polygons: arcs.map((k) => [[k]]),
  });
  const arcs = arcPositions(map);
  const subject = (units: MapUnit[]): Parameters<typeof cutFarIslands>[0] => ({
    borders: { id: 'a', units },
    told: null,
    place: null,
    bounds: { west: -0.1, south: 49.9, east: 8.6, north: 52.1 },
  });
  const scaleOf = (bounds: Bounds): number => fitPaper(bounds, 600, 600).pixelsPerKilometre;
  const mainland = [unit('W', 'West', 0), unit('E', 'East', 1)];

  it('is fitted to the rest, the islands called after the units that are there whole', () => {
    const one = cutFarIslands(subject([...mainland, unit('I', 'Isle', 2, 3)]), arcs, scaleOf);
    expect(one.bounds.east).toBeLessThan(4.1);
    expect(one.islands.map(({ title }) => title)).toEqual(['Isle']);
    expect([...one.islands[0]!.arcs]).toEqual([2, 3]);
    expect(one.islands[0]!.holds([8.1, 50.6])).toBe(true);
    expect(one.islands[0]!.holds([3.9, 50.6])).toBe(false);
    const two = cutFarIslands(
      subject([...mainland, unit('I', 'Isle', 2), unit('J', 'Skerry', 3)]),
      arcs,
      scaleOf,
    );
    expect(two.islands.map(({ title }) => title)).toEqual(['Isle and Skerry']);
    const shared = cutFarIslands(subject([mainland[0]!, unit('E', 'East', 1, 2, 3)]), arcs, scaleOf);
    expect(shared.islands.map(({ title }) => title)).toEqual(['East (part)']);
  });

  it('has them in frames inside the picture, clear of one another and of what is blocked, the land inside', () => {
    const { bounds, islands } = cutFarIslands(subject([...mainland, unit('I', 'Isle', 2, 3)]), arcs, scaleOf);
    const paper = fitPaper(bounds, 600, 560);
    const blocked = { left: 10, top: 540, right: 120, bottom: 590 };
    const placed = placeIslands([...islands, ...islands], {
      width: 640,
      height: 600,
      pixelsPerKilometre: paper.pixelsPerKilometre,
      place: paper.place,
      isFree: (box) => box.left > 420,
      blocked: [blocked],
      discs: [],
    });
    expect(placed.length).toBe(2);
    expect(boxesMeet(placed[0]!.box, placed[1]!.box)).toBe(false);
    for (const { box, view, scale } of placed) {
      expect(liesIn(box, { left: 0, top: 0, right: 640, bottom: 600 })).toBe(true);
      expect(boxesMeet(box, blocked)).toBe(false);
      expect(scale).toMatch(/^same scale$|^scale × \d$/);
      for (const [x, y] of arcs.slice(2).flat().map(view.place))
        expect(x > view.box.left && x < view.box.right && y > view.box.top && y < view.box.bottom).toBe(true);
    }
  });
});
