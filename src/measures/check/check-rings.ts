/**
 * Findings about the rings of a layer: doubled vertices, spikes, touching, crossing, no area, direction.
 *
 * One finding for each unit and kind, at its first place: a coast traced by machine can touch itself a hundred times.
 */
import type { Lattice } from '../../arrangement/lattice.js';
import type { Layer } from '../../layer/layer.js';
import { countBefore } from '../../trouble/order.js';
import { makeFinding, type Finding, type Severity } from '../../trouble/finding.js';
import { findMeetings } from './find-crossings.js';
import { pathOfRing, twiceArea, type RingPath } from './ring-path.js';
import { enclosesNothing, ringFaults } from './ring-faults.js';
import { ringRelations, type RingTouch } from './ring-relations.js';
import { sharedPlaces } from './shared-places.js';

/** What there is to say of each kind of place; `n` is how many there are. */
const WORDS: Readonly<Record<string, { severity: Severity; say: (n: number) => string }>> = {
  'ring-crosses-itself': {
    severity: 'warning',
    say: (n) =>
      `a ring of the unit crosses itself at ${places(n)} (GEOS: Self-intersection); land enclosed an even number of times is not counted`,
  },
  'ring-touches-itself': {
    severity: 'info',
    say: (n) =>
      `a ring of the unit comes to ${places(n)} twice: it touches itself there without crossing, and its area is unaffected`,
  },
  spike: {
    severity: 'info',
    say: (n) =>
      `a ring of the unit runs out and back on itself at ${places(n)}; spikes enclose nothing and are passed over`,
  },
  'doubled-vertex': {
    severity: 'info',
    say: (n) => `${n === 1 ? 'a position repeats' : `${n} positions repeat`} the one before; harmless`,
  },
  'rings-cross': {
    severity: 'warning',
    say: (n) =>
      `rings of the unit cross one another or share a border at ${places(n)} (GEOS: Self-intersection); land enclosed an even number of times is not counted`,
  },
  'hole-outside-shell': {
    severity: 'warning',
    say: (n) =>
      `${n === 1 ? 'a hole of the unit lies' : `${n} holes of the unit lie`} outside its shell (GEOS: Hole lies outside shell) and ${n === 1 ? 'counts' : 'count'} as land`,
  },
  'nested-holes': {
    severity: 'warning',
    say: (n) =>
      `${n === 1 ? 'a hole of the unit lies' : `${n} holes of the unit lie`} within another hole (GEOS: Holes are nested) and ${n === 1 ? 'counts' : 'count'} as land`,
  },
  'nested-shells': {
    severity: 'warning',
    say: (n) =>
      `${n === 1 ? 'a part of the unit lies' : `${n} parts of the unit lie`} within another part (GEOS: Nested shells) and ${n === 1 ? 'counts as a hole' : 'count as holes'}`,
  },
  'interior-disconnected': {
    severity: 'warning',
    say: (n) =>
      `rings of the unit touch at ${places(n)} so that they cut its land in two (GEOS: Interior is disconnected); its area is unaffected`,
  },
  'zero-area-ring': {
    severity: 'info',
    say: (n) =>
      `${n === 1 ? 'a ring encloses' : `${n} rings enclose`} no area and ${n === 1 ? 'is' : 'are'} passed over`,
  },
};

const places = (n: number): string => (n === 1 ? 'one place' : `${n} places`);

type Place = readonly [number, number];

/** How often each kind of place was met in each unit, and where first. */
class Tally {
  private readonly found = new Map<string, { unit: number; kind: string; count: number; place: Place }>();

  add(unit: number, kind: string, place: Place): void {
    const key = `${unit} ${kind}`;
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, { unit, kind, count: 1, place });
    else known.count++;
  }

  /** One finding each. */
  findings(layer: Layer): Finding[] {
    return [...this.found.values()].map(({ unit, kind, count, place }) =>
      makeFinding({
        layer: layer.id,
        finding: kind,
        severity: WORDS[kind]!.severity,
        code: layer.codes[unit]!,
        name: layer.names[unit]!,
        position: place,
        detail: WORDS[kind]!.say(count),
      }),
    );
  }
}

/** Findings about rings, places in the layer's own coordinates. `wasCut` tells whether its arrangement cut any edge. */
export function checkRings(layer: Layer, lattice: Lattice, wasCut: boolean): Finding[] {
  const land = layer.land!;
  const { featureStart, polygonStart, ringStart, coordinates } = land.shapes;
  const tally = new Tally();
  const least = 2 / lattice.stepsPerUnit ** 2;
  const paths = new Map<number, RingPath>();
  const flat = new Set<number>();
  let [outer, clockwise] = [0, 0];
  const several = (feature: number): boolean =>
    polygonStart[featureStart[feature + 1]!]! - polygonStart[featureStart[feature]!]! > 1;
  for (let feature = 0; feature < featureStart.length - 1; feature++) {
    const unit = land.featureUnit[feature]!;
    for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
      for (let ring = polygonStart[p]!; ring < polygonStart[p + 1]!; ring++) {
        const start = ringStart[ring]!;
        const path = pathOfRing(land.shapes, ring);
        const area = twiceArea(path);
        if (ring === polygonStart[p]) {
          outer++;
          if (area < 0) clockwise++;
        }
        const first = 2 * path.firstDoubled;
        for (let i = 0; i < path.doubled; i++) {
          tally.add(unit, 'doubled-vertex', [coordinates[first]!, coordinates[first + 1]!]);
        }
        if (enclosesNothing(path, area, least)) {
          flat.add(ring);
          tally.add(unit, 'zero-area-ring', [coordinates[2 * start]!, coordinates[2 * start + 1]!]);
        } else {
          if (several(feature)) paths.set(ring, path);
          for (const { kind, x, y } of ringFaults(path)) tally.add(unit, kind, [x, y]);
        }
      }
    }
  }
  const featureOf = (ring: number): number =>
    countBefore(featureStart.length, (f) => polygonStart[featureStart[f]!]! <= ring) - 1;
  const polygonOf = (ring: number): number =>
    countBefore(polygonStart.length, (p) => polygonStart[p]! <= ring) - 1;
  const crossed = new Set<number>();
  const touches = new Map<number, RingTouch[]>();
  const meet = (rings: readonly [number, number], crosses: boolean, x: number, y: number): void => {
    const feature = featureOf(rings[0]);
    if (crosses) {
      crossed.add(feature);
      tally.add(land.featureUnit[feature]!, 'rings-cross', [x, y]);
    } else {
      const known = touches.get(feature);
      if (known === undefined) touches.set(feature, [{ rings, x, y }]);
      else known.push({ rings, x, y });
    }
  };
  for (const { rings, kind, x, y } of wasCut ? findMeetings(land.shapes, lattice, flat) : []) {
    if (rings[0] !== rings[1]) meet(rings, kind === 'crossing', x, y);
    else {
      const found = kind === 'crossing' ? 'ring-crosses-itself' : 'ring-touches-itself';
      tally.add(land.featureUnit[featureOf(rings[0])]!, found, [x, y]);
    }
  }
  for (let feature = 0; feature < featureStart.length - 1; feature++) {
    if (!several(feature)) continue;
    const [from, to] = [featureStart[feature]!, featureStart[feature + 1]!];
    const own = range(polygonStart[from]!, polygonStart[to]!).flatMap((ring) => {
      const path = paths.get(ring);
      return path === undefined ? [] : [[ring, path] as const];
    });
    for (const { rings, crosses, x, y } of sharedPlaces(own, polygonOf)) meet(rings, crosses, x, y);
    if (crossed.has(feature)) continue;
    for (const { kind, x, y } of ringRelations(
      land.shapes,
      range(from, to),
      flat,
      touches.get(feature) ?? [],
      polygonOf,
    ))
      tally.add(land.featureUnit[feature]!, kind, [x, y]);
  }
  return [...tally.findings(layer), winding(layer, outer, clockwise)];
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

function winding(layer: Layer, outer: number, clockwise: number): Finding {
  const how =
    clockwise === 0
      ? 'all outer rings run counter-clockwise, as RFC 7946 wants'
      : `${clockwise} of ${outer} outer rings run clockwise, as in most public files of the United Kingdom`;
  return makeFinding({
    layer: layer.id,
    finding: 'winding',
    severity: 'info',
    detail: `${how}; nothing here depends on it`,
  });
}
