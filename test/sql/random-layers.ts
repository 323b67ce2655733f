/**
 * Many small maps drawn by chance, side by side in one pair of layers, so that an engine cuts them in one run. Positions
 * are whole steps of 1e-7 degree; units are valid polygons. Maps stand at all longitudes and from 60° south to 70° north.
 *
 *   mosaic   squares with bent borders; the second layer has the same ones drawn by another hand, so that slivers arise
 *   stars    notched rings over it, which overlap their own layer, stick out of it, and may have a hole
 */
import { chance, type Chance } from '../arrangement/chance.js';
import { mosaic, star } from '../arrangement/random-maps.js';
import type { PlainFeature, Ring } from '../arrangement/make-layer.js';

/** A unit with its polygon's rings in degrees, each closed. */
export interface DrawnUnit {
  readonly code: string;
  readonly name: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

export interface DrawnPerson {
  readonly people: number;
  readonly at: readonly [number, number];
}

const REACH = 60_000;
const COLUMNS = 20;

/** Both layers and people on points in and around them. */
export function randomLayers(
  seed: number,
  maps: number,
): { a: DrawnUnit[]; b: DrawnUnit[]; people: DrawnPerson[] } {
  const roll = chance(seed);
  const [a, b, people]: [DrawnUnit[], DrawnUnit[], DrawnPerson[]] = [[], [], []];
  const rows = Math.ceil(maps / COLUMNS);
  for (let map = 0; map < maps; map++) {
    const west = -1_650_000_000 + (map % COLUMNS) * 170_000_000;
    const south = -600_000_000 + Math.floor(Math.floor(map / COLUMNS) * (1_300_000_000 / rows));
    const placed = ([x, y]: readonly [number, number]): [number, number] => [
      (west + x) / 1e7,
      (south + y) / 1e7,
    ];
    const size = roll.whole(1, 4);
    const drawn = mosaic(roll, REACH, size, 0).filter(isSimple);
    const again = drawn.map((feature) => (roll.once(3) ? feature : nudged(roll, feature)));
    const layers = [
      [...drawn, ...stars(roll)],
      [...(roll.once(2) ? again : mosaic(roll, REACH, roll.whole(1, 4), 0)).filter(isSimple), ...stars(roll)],
    ];
    layers.forEach((features, l) => {
      features.forEach(({ polygons }, i) => {
        const code = `M${String(map).padStart(3, '0')}${l === 0 ? 'A' : 'B'}${String(i).padStart(2, '0')}`;
        const rings = polygons[0]!.map((ring) => [...ring, ring[0]!].map(placed));
        (l === 0 ? a : b).push({ code, name: `Unit ${code}`, rings });
      });
    });
    for (let i = 0; i < 20; i++)
      people.push({
        people: roll.whole(0, 50),
        // A quarter of a step keeps them off all borders that are drawn.
        at: placed([roll.whole(-REACH, REACH) + 0.25, roll.whole(-REACH, REACH) + 0.25]),
      });
  }
  return { a, b, people };
}

/** Up to two stars, now and then with a hole: a triangle about its middle that all its corners lie outside of. */
function stars(roll: Chance): PlainFeature[] {
  return Array.from({ length: roll.whole(0, 2) }, () => {
    const outer = star(roll, REACH, roll.whole(8, 14));
    return { unit: 0, polygons: [roll.once(2) ? [outer] : [outer, holeOf(outer)]] };
  }).filter(isSimple);
}

function holeOf(outer: Ring): Ring {
  const [x, y] = [0, 1].map((axis) => outer.reduce((sum, p) => sum + p[axis]!, 0) / outer.length) as [
    number,
    number,
  ];
  const radius = Math.min(...outer.map(([px, py]) => Math.hypot(px - x, py - y))) / 4;
  return [0, 1, 2].map((corner): [number, number] => [
    Math.round(x + radius * Math.cos((corner * 2 * Math.PI) / 3)),
    Math.round(y + radius * Math.sin((corner * 2 * Math.PI) / 3)),
  ]);
}

/** Each position up to 30 m off. */
const nudged = (roll: Chance, { unit, polygons }: PlainFeature): PlainFeature => ({
  unit,
  polygons: polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]) => [x + roll.whole(-2000, 2000), y + roll.whole(-2000, 2000)])),
  ),
});

/** No two edges of its rings cross or touch but where they follow one another, and holes lie inside. */
function isSimple({ polygons }: PlainFeature): boolean {
  const rings = polygons[0]!;
  const edges = rings.flatMap((ring, r) =>
    ring.map((p, i) => ({ r, i, n: ring.length, p, q: ring[(i + 1) % ring.length]! })),
  );
  const crosses = edges.some((e, k) =>
    edges.slice(k + 1).some((f) => {
      const follow = e.r === f.r && (f.i === (e.i + 1) % e.n || e.i === (f.i + 1) % f.n);
      return follow ? sideOf(e, follow && f.i === (e.i + 1) % e.n ? f.q : f.p) === 0 : meets(e, f);
    }),
  );
  return !crosses && rings.slice(1).every((hole) => hole.every((at) => isWithin(rings[0]!, at)));
}

interface Edge {
  readonly p: readonly [number, number];
  readonly q: readonly [number, number];
}

const sideOf = ({ p, q }: Edge, at: readonly [number, number]): number =>
  Math.sign((q[0] - p[0]) * (at[1] - p[1]) - (q[1] - p[1]) * (at[0] - p[0]));

const meets = (e: Edge, f: Edge): boolean =>
  sideOf(e, f.p) * sideOf(e, f.q) <= 0 && sideOf(f, e.p) * sideOf(f, e.q) <= 0;

const isWithin = (ring: Ring, [x, y]: readonly [number, number]): boolean =>
  ring.reduce((inside, p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    const crosses = p[1] > y !== q[1] > y && x < ((q[0] - p[0]) * (y - p[1])) / (q[1] - p[1]) + p[0];
    return inside !== crosses;
  }, false);
