/**
 * One case of the fuzzer: a messy map, drawn from a seed and checked for everything that must hold.
 */
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { geographicLattice, planarLattice, type Lattice } from '../../src/arrangement/lattice.js';
import { chance, type Chance } from './chance.js';
import { faultsOf } from './check-arrangement.js';
import { landByLabel } from './figures.js';
import { makeLayer, mapRings, type PlainFeature, type Position } from './make-layer.js';
import { pointFaults } from './point-check.js';
import { messyFeatures, mosaic } from './random-maps.js';
import { toldOtherwise } from './rearrange.js';

export interface DrawnMap {
  readonly lattice: Lattice;
  readonly reach: number;
  readonly layers: readonly (readonly PlainFeature[])[];
}

export function drawMap(roll: Chance): DrawnMap {
  const onEllipsoid = roll.once(2);
  const lattice = onEllipsoid ? geographicLattice : planarLattice(0, 0, 1e5, 1e5);
  // The largest reaches 25 degrees, or 1,000 km, from the middle: edges of 50 degrees over a town.
  const reach = roll.pick([2, 3, 5, 9, 50, 1000, 1e5, 1e7, onEllipsoid ? 2.5e8 : 1e9]);
  const one = mosaic(roll, reach, roll.whole(2, 5), 0);
  const another = roll.once(2) ? redrawn(roll, one) : messyFeatures(roll, reach);
  const layers = [roll.once(3) ? one : messyFeatures(roll, reach), another];
  if (roll.once(3)) layers.push(messyFeatures(roll, reach));
  const [middleX, middleY] = onEllipsoid ? [-1.5e7, 5.2e8] : [0, 0];
  const placed = layers.map((features) =>
    mapRings(features, (ring) =>
      ring.map(([x, y]): Position => [
        (x + middleX) / lattice.stepsPerUnit,
        (y + middleY) / lattice.stepsPerUnit,
      ]),
    ),
  );
  return { lattice, reach, layers: placed };
}

/** The same linework by another hand: a step off now and then, units merged. */
function redrawn(roll: Chance, features: readonly PlainFeature[]): PlainFeature[] {
  const rings = mapRings(features, (ring) =>
    ring.map(([x, y]): Position => (roll.once(2) ? [x, y] : [x + roll.whole(-1, 1), y + roll.whole(-1, 1)])),
  );
  return rings.map(({ unit, polygons }) => ({ unit: Math.min(unit, 2), polygons }));
}

/** What is wrong with the map of a seed, in words; empty when all is well. */
export function faultsOfSeed(seed: number): string[] {
  const roll = chance(seed);
  const map = drawMap(roll);
  const fill = roll.once(4) ? 'union' : 'parity';
  const layers = map.layers.map((features) => makeLayer(features, fill, 5));
  const arrangement = buildArrangement(layers, map.lattice);
  const faults = [...faultsOf(layers, arrangement), ...pointFaults(layers, arrangement, roll, 12)];
  const told = map.layers.map((features, l) => makeLayer(toldOtherwise(features, seed + l), fill, 5));
  const again = landByLabel(buildArrangement(told, map.lattice));
  const first = landByLabel(arrangement);
  for (const label of new Set([...first.keys(), ...again.keys()])) {
    const [a, b] = [first.get(label), again.get(label)];
    if (a !== b) faults.push(`${label} has ${a} m², told otherwise ${b}`);
  }
  return faults.map((fault) => `seed ${seed}, reach ${map.reach} ${map.lattice.model}: ${fault}`);
}
