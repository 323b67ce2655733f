/**
 * Pieces on the map plane: their lines once, and for each line the pieces on its sides and the nodes at its ends, so that
 * a border is whatever line has two units beside it, and borders are put together end to end.
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
  /** Box of each arc. */
  readonly boxes: readonly Box[];
  /** Pieces on both sides of arc k at entries 2 k and 2 k + 1; -1 for none. */
  readonly sides: Int32Array;
  /** Nodes where arc k begins and ends, at entries 2 k and 2 k + 1. */
  readonly ends: Int32Array;
  /** Room for whoever walks from arc to arc: an entry for each node, all of them -1 between two walks. */
  readonly atNode: Int32Array;
  /** Pieces with their rings and boxes, in the order of their numbers. */
  readonly pieces: readonly UnitView[];
  readonly box: Box;
  /** A point inside a piece, and how wide it is there, in kilometres; no number for a piece that is not drawn. */
  readonly middle: (piece: number) => readonly [x: number, y: number, width: number];
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
  const finder = findTargets({ arcs, boxes, units: pieces, shapes: [] });
  const middles: (readonly [number, number, number])[] = [];
  const { ends, nodes } = endsOf(steps);
  return {
    arcs,
    boxes,
    sides: sidesOf(arcs.length, pieces),
    ends,
    atNode: new Int32Array(nodes).fill(-1),
    pieces,
    box: joinBoxes(boxes),
    middle: (piece) => (middles[piece] ??= middleOf(pieces[piece]!.outer, arcs)),
    pieceAt: (x, y) => finder.unitsAt(0, x, y)[0]?.number ?? -1,
  };
}

const middleOf = (outer: readonly number[], arcs: readonly PlaneLine[]): readonly [number, number, number] =>
  outer.length === 0 ? [NaN, NaN, 0] : labelPoint(joinArcs(outer, (k) => arcs[k]!));

function sidesOf(arcs: number, pieces: readonly UnitView[]): Int32Array {
  const sides = new Int32Array(2 * arcs).fill(-1);
  for (const { number, rings } of pieces)
    for (const ring of rings)
      for (const k of ring) {
        const arc = arcNumber(k);
        sides[2 * arc + (sides[2 * arc] === -1 ? 0 : 1)] = number;
      }
  return sides;
}

/** More than the steps of a map from north to south, so that a place is one number. */
const ROWS = 2 ** 26;

function endsOf(steps: readonly (readonly number[])[]): {
  readonly ends: Int32Array;
  readonly nodes: number;
} {
  const nodes = new Map<number, number>();
  const nodeAt = (x: number, y: number): number => {
    const place = x * ROWS + y;
    const node = nodes.get(place) ?? nodes.size;
    nodes.set(place, node);
    return node;
  };
  const ends = Int32Array.from(
    steps.flatMap((line) => [nodeAt(line[0]!, line[1]!), nodeAt(line.at(-2)!, line.at(-1)!)]),
  );
  return { ends, nodes: nodes.size };
}

function fromDifferences(line: readonly number[]): number[] {
  let [x, y] = [0, 0];
  return line.map((by, i) => (i % 2 === 0 ? (x += by) : (y += by)));
}
