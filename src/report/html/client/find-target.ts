/**
 * What lies at a place of the map plane: shapes of rows before units, of units the finest layer, of units that overlap
 * the smallest. Found from the arcs, by way of a grid of boxes.
 */
import type { Sheet } from './decode-map.js';
import { arcNumber } from './outlines.js';
import { joinBoxes, type Box, type PlaneLine } from './plane.js';
import type { Target, UnitView } from './targets.js';

/** Finds units and shapes. */
export interface TargetFinder {
  /** Units of a layer in which a place lies. */
  readonly unitsAt: (layer: number, x: number, y: number) => UnitView[];
  /** The shape at a place: an area that holds it, or a line no further off than `reach` kilometres; undefined for none. */
  readonly shapeAt: (form: 'area' | 'line', x: number, y: number, reach: number) => Target | undefined;
}

/** Makes the finder of a sheet. */
export function findTargets({
  arcs,
  boxes,
  units,
  shapes,
}: Pick<Sheet, 'arcs' | 'boxes' | 'units' | 'shapes'>): TargetFinder {
  /** Whether a ray eastwards crosses the arcs of all rings an odd number of times. */
  const isInUnit = ({ rings }: UnitView, x: number, y: number): boolean => {
    let inside = false;
    for (const ring of rings) {
      for (const k of ring) {
        const arc = arcNumber(k);
        const box = boxes[arc]!;
        if (y < box[1] || y > box[3] || x > box[2]) continue;
        const line = arcs[arc]!;
        // Of an arc that lies wholly to the east its ends tell.
        const isOdd = x < box[0] ? line[1]! > y !== line[line.length - 1]! > y : crossesOdd(x, y, line);
        if (isOdd) inside = !inside;
      }
    }
    return inside;
  };
  const drawn = units.filter(({ rings }) => rings.length > 0);
  const near = gridOfBoxes(drawn);
  return {
    unitsAt: (layer, x, y) =>
      near(x, y).filter((unit) => unit.layer === layer && holds(unit.box, x, y, 0) && isInUnit(unit, x, y)),
    shapeAt: (form, x, y, reach) => {
      for (let i = shapes.length - 1; i >= 0; i--) {
        const shape = shapes[i]!;
        if (shape.data.form !== form || !holds(shape.box, x, y, reach)) continue;
        const isHit =
          form === 'area'
            ? shape.lines.filter((line) => crossesOdd(x, y, line)).length % 2 === 1
            : shape.lines.some((line) => isNear(x, y, line, reach));
        if (isHit) return { kind: 'shape', shape };
      }
      return undefined;
    },
  };
}

const holds = (box: Box, x: number, y: number, reach: number): boolean =>
  x >= box[0] - reach && x <= box[2] + reach && y >= box[1] - reach && y <= box[3] + reach;

/** Whether a ray eastwards crosses a line an odd number of times. */
function crossesOdd(x: number, y: number, line: PlaneLine): boolean {
  let isOdd = false;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [y1, y2] = [line[i + 1]!, line[i + 3]!];
    if (y1 > y === y2 > y) continue;
    const x1 = line[i]!;
    if (x < x1 + ((y - y1) / (y2 - y1)) * (line[i + 2]! - x1)) isOdd = !isOdd;
  }
  return isOdd;
}

function isNear(x: number, y: number, line: PlaneLine, reach: number): boolean {
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [dx, dy] = [line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : ((x - line[i]!) * dx + (y - line[i + 1]!) * dy) / length;
    const part = Math.min(1, Math.max(0, t));
    if (Math.hypot(x - line[i]! - part * dx, y - line[i + 1]! - part * dy) <= reach) return true;
  }
  return false;
}

/** Makes what gives the units whose boxes lie in the same square of a grid as a place. */
function gridOfBoxes(units: readonly UnitView[]): (x: number, y: number) => readonly UnitView[] {
  const whole = joinBoxes(units.map(({ box }) => box));
  const side = Math.ceil(Math.sqrt(units.length)) || 1;
  const [across, down] = [(whole[2] - whole[0]) / side || 1, (whole[3] - whole[1]) / side || 1];
  const column = (x: number): number => Math.min(side - 1, Math.max(0, Math.floor((x - whole[0]) / across)));
  const row = (y: number): number => Math.min(side - 1, Math.max(0, Math.floor((y - whole[1]) / down)));
  const squares: UnitView[][] = [];
  for (const unit of units) {
    for (let r = row(unit.box[1]); r <= row(unit.box[3]); r++)
      for (let c = column(unit.box[0]); c <= column(unit.box[2]); c++)
        (squares[r * side + c] ??= []).push(unit);
  }
  return (x, y) => (holds(whole, x, y, 0) ? (squares[row(y) * side + column(x)] ?? []) : []);
}
