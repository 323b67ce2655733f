/**
 * The layout of a map of people: rules that hold on any input.
 */
import { describe, expect, it } from 'vitest';
import {
  boxesMeet,
  discMeetsBox,
  liesIn,
  lineMeetsBox,
  linesMeet,
  type Box,
} from '../../../src/report/map/people-map/boxes.js';
import type { LaidMap, MapCircle, MapScene, Medium } from '../../../src/report/map/people-map/laid-map.js';
import { layPeopleMap } from '../../../src/report/map/people-map/lay-people-map.js';
import { INSET_TITLE } from '../../../src/report/map/people-map/place-insets.js';
import { chance as chanceOf } from '../../arrangement/chance.js';

const circle = (x: number, y: number, amount: number | null, name = 'Hart'): MapCircle => ({
  x,
  y,
  amount,
  figure: amount === null ? '' : String(amount),
  name,
  towards: 'Frimley',
  below: '→ Frimley',
  number: null,
  isNone: false,
  isDot: false,
});

/** An island in the middle of the frame. */
const island =
  (width: number, height: number) =>
  (box: Box): boolean =>
    !boxesMeet(box, { left: width * 0.3, right: width * 0.7, top: height * 0.1, bottom: height * 0.9 });

const sceneOf = (circles: readonly MapCircle[], wishes: Partial<MapScene> = {}): MapScene => ({
  width: 872,
  height: 650,
  medium: 'screen',
  circles,
  counts: 'People outside the main ICB',
  keyRows: [{ sample: 'border', words: 'border of an ICB' }],
  unit: '',
  isFree: island(872, 650),
  isApart: () => true,
  isWhole: true,
  uncovered: [],
  blocked: [{ left: 12, top: 12, right: 46, bottom: 80 }],
  sumOf: (numbers) => `${numbers.length} together`,
  ...wishes,
});

const NAMES = [
  'Hart',
  'Westmorland and Furness',
  'Bournemouth, Christchurch and Poole',
  'York',
  'Vale of White Horse',
];
const PARTNERS = ['Frimley', 'Bath and North East Somerset, Swindon and Wiltshire', '', 'West Yorkshire'];

function chanceScene(seed: number): MapScene {
  const chance = chanceOf(seed).next;
  const between = (from: number, to: number): number => from + chance() * (to - from);
  const [width, height] = [between(320, 1200), between(300, 900)];
  const medium = (['screen', 'phone', 'print'] as const)[Math.floor(chance() * 3)]!;
  const crowded = chance() < 0.5;
  const circles = Array.from({ length: Math.floor(between(1, 30)) }, (_, i) => ({
    ...circle(
      crowded && i % 2 === 0 ? between(width * 0.45, width * 0.52) : between(width * 0.3, width * 0.7),
      crowded && i % 2 === 0 ? between(height * 0.6, height * 0.67) : between(height * 0.1, height * 0.9),
      chance() < 0.05 ? null : Math.round(between(0, 100_000)),
      NAMES[Math.floor(chance() * NAMES.length)],
    ),
    below: PARTNERS[Math.floor(chance() * PARTNERS.length)]!,
  })).sort((p, q) => (q.amount ?? 0) - (p.amount ?? 0));
  return sceneOf(circles, { width, height, medium, isFree: island(width, height), isWhole: chance() < 0.8 });
}

/** What is wrong with a layout, in words. */
function faults(scene: MapScene, laid: LaidMap): string[] {
  const found: string[] = [];
  const frame = { left: 0, top: 0, right: scene.width, bottom: scene.height };
  laid.labels.forEach((label, i) => {
    if (!liesIn(label.box, frame)) found.push(`label ${label.circle} leaves the frame`);
    for (const disc of laid.circles)
      if (discMeetsBox(disc, label.box)) found.push(`label ${label.circle} covers circle ${disc.circle}`);
    for (const box of [
      ...scene.blocked,
      ...laid.insets.map((inset) => inset.box),
      ...(laid.key ? [laid.key.box] : []),
    ])
      if (boxesMeet(label.box, box)) found.push(`label ${label.circle} covers what is blocked`);
    if (label.leader.length > 3) found.push(`leader ${label.circle} bends more than once`);
    laid.labels.slice(0, i).forEach((other) => {
      if (boxesMeet(label.box, other.box)) found.push(`labels ${label.circle} and ${other.circle} overlap`);
      if (linesMeet(label.leader, other.leader))
        found.push(`leaders ${label.circle} and ${other.circle} cross`);
      if (lineMeetsBox(label.leader, other.box) || lineMeetsBox(other.leader, label.box))
        found.push(`a leader runs through label ${other.circle} or ${label.circle}`);
    });
    for (const inset of laid.insets)
      if (linesMeet(inset.leader, label.leader))
        found.push(`leader ${label.circle} crosses that of an inset`);
  });
  for (const [i, inset] of laid.insets.entries()) {
    if (!liesIn(inset.box, frame)) found.push('an inset leaves the frame');
    for (const other of laid.insets.slice(0, i))
      if (boxesMeet(inset.box, other.box)) found.push('insets overlap');
    for (const disc of laid.circles)
      if (!inset.circles.includes(disc.circle) && discMeetsBox(disc, inset.box))
        found.push('an inset covers a circle');
    inset.labels.forEach((label, l) => {
      for (const other of inset.labels.slice(0, l))
        if (boxesMeet(label.box, other.box)) found.push('labels of an inset overlap');
      for (const disc of inset.laid)
        if (discMeetsBox(disc, label.box)) found.push('a label of an inset covers a circle');
    });
  }
  return found;
}

describe('a map of people', () => {
  it('has no label on another, on a circle or on a leader, and no leader that crosses one, whatever it shows', () => {
    let labels = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const scene = chanceScene(seed);
      const laid = layPeopleMap(scene);
      labels += laid.labels.length;
      expect({ seed, faults: faults(scene, laid) }).toEqual({ seed, faults: [] });
    }
    expect(labels).toBeGreaterThan(1500);
  });

  it('is the same each time', () => {
    expect(layPeopleMap(chanceScene(5))).toEqual(layPeopleMap(chanceScene(5)));
  });

  it('draws the area of a circle by its people, never less than 3 pixels, largest first', () => {
    const { circles } = layPeopleMap(
      sceneOf([circle(300, 200, 100_000), circle(400, 400, 25_000), circle(500, 300, 1)]),
    );
    expect(circles.map(({ radius }) => radius)).toEqual([26, 13, 3]);
  });

  it.each([
    ['screen', 26],
    ['phone', 18],
    ['print', 20],
  ] as const)('has a largest circle for a %s of %d pixels', (medium: Medium, radius) => {
    expect(layPeopleMap(sceneOf([circle(300, 200, 10)], { medium })).circles[0]!.radius).toBe(radius);
  });

  it('draws small equal circles without a number where no figure may be shown', () => {
    const { circles, labels } = layPeopleMap(sceneOf([circle(300, 200, null), circle(500, 400, null)]));
    expect(circles.map(({ radius }) => radius)).toEqual([6, 6]);
    expect(
      labels.flatMap(({ block }) => block.lines.flatMap(({ runs }) => runs.map(({ look }) => look))),
    ).not.toContain('figure');
  });

  const spread = (count: number): MapCircle[] =>
    Array.from({ length: count }, (_, i) =>
      circle(330 + (i % 3) * 90, 80 + Math.floor(i / 3) * 85, 1000 - i, 'York'),
    );

  it('labels all of 15 circles, the first 12 of 16', () => {
    const bare = (count: number): MapCircle[] => spread(count).map((each) => ({ ...each, below: '' }));
    const isFree = (): boolean => true;
    expect(layPeopleMap(sceneOf(bare(15), { isFree })).labels.length).toBe(15);
    const laid = layPeopleMap(sceneOf(bare(16), { isFree }));
    expect(laid.labels.map((label) => label.circle).sort((p, q) => p - q)).toEqual([...Array(12).keys()]);
  });

  it('labels three circles on a phone', () => {
    const laid = layPeopleMap(
      sceneOf(spread(6), { medium: 'phone', width: 620, height: 400, isFree: () => true }),
    );
    expect(laid.labels.map((label) => label.circle).sort()).toEqual([0, 1, 2]);
  });

  it('sets labels beside circles at the sea, in the nearer margin otherwise', () => {
    const laid = layPeopleMap(sceneOf([circle(600, 300, 900), circle(340, 300, 800), circle(500, 500, 700)]));
    const label = (i: number): LaidMap['labels'][number] => laid.labels.find(({ circle: c }) => c === i)!;
    expect(label(0).box.left).toBeGreaterThan(600);
    expect(label(0).leader.length).toBeLessThan(3);
    expect(label(1).box.right).toBeLessThan(340);
    expect(label(2).box.left).toBeGreaterThan(600);
    const [bend, end] = label(2).leader.slice(-2);
    expect(bend![1]).toBe(end![1]);
  });

  it('keeps the labels of a column in the order of their circles from north to south', () => {
    const inland = [350, 250, 150, 450].map((y, i) => circle(420, y, 1000 - i, `Place ${i}`));
    const laid = layPeopleMap(sceneOf(inland));
    const tops = [...laid.labels].sort((p, q) => p.box.top - q.box.top).map((label) => label.circle);
    expect(tops).toEqual([2, 1, 0, 3]);
  });

  const frimley = [
    circle(420, 500, 45_000, 'Waverley'),
    circle(412, 494, 25_000, 'Hart'),
    circle(430, 492, 20_000, 'Guildford'),
    circle(432, 484, 14_000, 'Surrey Heath'),
  ];

  it('puts three or more circles that overlap by more than a third into an inset with their sum', () => {
    const { insets, labels } = layPeopleMap(sceneOf([circle(500, 200, 100_000, 'East'), ...frimley]));
    expect(insets.map((inset) => [...inset.circles])).toEqual([[1, 2, 3, 4]]);
    expect(insets[0]!.title).toBe('Around Frimley');
    expect(insets[0]!.sum).toBe('4 together');
    expect(insets[0]!.labels.length).toBe(4);
    expect(labels.map((label) => label.circle)).toEqual([0]);
    expect(insets[0]!.laid.every(({ y }) => y > insets[0]!.box.top + INSET_TITLE)).toBe(true);
    expect(layPeopleMap(sceneOf(frimley.slice(0, 2))).insets).toEqual([]);
  });

  it('names a cluster with its sum where there is no room for an inset', () => {
    const laid = layPeopleMap(
      sceneOf(
        frimley.map((each) => ({ ...each, x: each.x - 200 })),
        { medium: 'phone', width: 358, height: 600, isFree: () => true },
      ),
    );
    expect(laid.insets).toEqual([]);
    const text = laid.labels.map(({ block }) =>
      block.lines.map(({ runs }) => runs.map((run) => run.text).join('')),
    );
    expect(text).toEqual([['Around Frimley (4)', '104,000']]);
  });

  it('has two insets at most, those of most people', () => {
    const at = (x: number, y: number, amount: number): MapCircle[] =>
      [0, 5, 9].map((by) => circle(x + by, y, amount - by));
    const { insets } = layPeopleMap(
      sceneOf([...at(400, 100, 900), ...at(400, 300, 800), ...at(400, 500, 700)]),
    );
    expect(insets.map((inset) => inset.circles[0])).toEqual([0, 3]);
  });

  it('has neither insets nor margins in a closer view', () => {
    const laid = layPeopleMap(sceneOf(frimley, { isWhole: false }));
    expect(laid.insets).toEqual([]);
  });

  it('shows three round values in its key', () => {
    const { key } = layPeopleMap(sceneOf([circle(300, 200, 116_367)]));
    expect(key!.circles.map(({ text }) => text)).toEqual(['100,000', '25,000', '5,000']);
  });
});
