/**
 * Pieces on the map plane: their lines once, and for each line the pieces on its sides, so that a border is whatever line
 * has two units beside it.
 *
 *     piece 3 ─┐ line 7: pieces 3 and 4. Both in one unit: no border. In two: a border of the layer that changes.
 *     piece 4 ─┘
 */
import type { MapRecord } from '../../index.js';
import { findTargets } from '../../report/html/client/find-target.js';
import { labelPoint } from '../../report/html/client/labels.js';
import { arcNumber, joinArcs } from '../../report/html/client/outlines.js';
import { boxOf, joinBoxes, type Box, type PlaneLine } from '../../report/html/client/plane.js';
import type { UnitView } from '../../report/html/client/targets.js';
import { projectionAbout } from '../../report/map/projection.js';

export interface PieceShapes {
  readonly arcs: readonly PlaneLine[];
  /** Pieces on both sides of arc k at entries 2 k and 2 k + 1; -1 for none. */
  readonly sides: Int32Array;
  /** Pieces with their rings and boxes, in the order of their numbers. */
  readonly pieces: readonly UnitView[];
  /** A point inside each piece, and how wide it is there, in kilometres. */
  readonly middles: readonly (readonly [x: number, y: number, width: number])[];
  readonly box: Box;
  /** The piece at a place of the plane; -1 for none. */
  readonly pieceAt: (x: number, y: number) => number;
}

/** The shapes of the map's first layer, whose units are the pieces. */
export function pieceShapes(map: MapRecord): PieceShapes {
  const steps = map.arcs.map(fromDifferences);
  const [west, south, east, north] = boxOf(steps);
  const project = projectionAbout(
    map.west + ((west + east) / 2) * map.step,
    map.south + ((south + north) / 2) * map.step,
    (east - west) * map.step,
  );
  const arcs = steps.map((line) => {
    const positions = new Float64Array(line.length);
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = project(map.west + line[i]! * map.step, map.south + line[i + 1]! * map.step);
      positions[i] = x;
      positions[i + 1] = -y;
    }
    return positions;
  });
  const boxes = arcs.map((line) => boxOf([line]));
  const pieces = map.layers[0]!.units.map(({ code, name, polygons }, number): UnitView => ({
    layer: 0,
    number,
    code,
    name,
    short: name,
    rings: polygons.flat(),
    outer: polygons[0]?.[0] ?? [],
    box: joinBoxes(polygons.flatMap(([outer]) => outer!.map((k) => boxes[arcNumber(k)]!))),
  }));
  const sides = new Int32Array(2 * arcs.length).fill(-1);
  for (const { number, rings } of pieces)
    for (const ring of rings)
      for (const k of ring) {
        const arc = arcNumber(k);
        sides[2 * arc + (sides[2 * arc] === -1 ? 0 : 1)] = number;
      }
  const finder = findTargets({ arcs, boxes, units: pieces, shapes: [] });
  return {
    arcs,
    sides,
    pieces,
    middles: pieces.map(({ outer }) =>
      outer.length === 0 ? [NaN, NaN, 0] : labelPoint(joinArcs(outer, (k) => arcs[k]!)),
    ),
    box: joinBoxes(boxes),
    pieceAt: (x, y) => finder.unitsAt(0, x, y)[0]?.number ?? -1,
  };
}

function fromDifferences(line: readonly number[]): number[] {
  let [x, y] = [0, 0];
  return line.map((by, i) => (i % 2 === 0 ? (x += by) : (y += by)));
}
