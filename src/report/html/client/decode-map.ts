/**
 * Arcs, units and shapes of the page's data on the map plane, which runs down the page as a screen does.
 */
import { decodeLines } from '../line-text.js';
import { arcNumber } from './outlines.js';
import type { PageData } from './page-data.js';
import { boxOf, projectionAbout, type PlaneLine, type Projection } from './plane.js';
import type { ShapeView, UnitView } from './targets.js';

/** Everything that lies on the map plane. */
export interface Sheet {
  readonly arcs: readonly PlaneLine[];
  /** Units layer by layer, in the order of the data. */
  readonly units: readonly UnitView[];
  readonly shapes: readonly ShapeView[];
  /** From degrees to kilometres east and north of the middle; the plane runs the other way, down the page. */
  readonly project: Projection;
  /** Longitude and latitude of the middle. */
  readonly middle: readonly [number, number];
}

/** The sheet of a page's data. */
export function decodeMap(data: PageData): Sheet {
  const arcSteps = decodeLines(data.arcs).map(fromDifferences);
  const shapeSteps = data.shapes.map((shape) => decodeLines(shape.lines).map(fromDifferences));
  const [west, south, east, north] = boxOf([...arcSteps, ...shapeSteps.flat()]);
  const { step } = data;
  const middle = Number.isFinite(west)
    ? ([data.west + ((west + east) / 2) * step, data.south + ((south + north) / 2) * step] as const)
    : ([data.west, data.south] as const);
  const project = projectionAbout(middle[0], middle[1], (east - west) * step);
  const toPlane = (line: readonly number[]): PlaneLine => {
    const positions = new Float64Array(line.length);
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = project(data.west + line[i]! * step, data.south + line[i + 1]! * step);
      positions[i] = x;
      positions[i + 1] = -y;
    }
    return positions;
  };
  const arcs = arcSteps.map(toPlane);
  const units = data.layers.flatMap((layer, l) =>
    layer.units.map(([code, name, short, polygons], number) => ({
      layer: l,
      number,
      code,
      name,
      short: short === '' ? name : short,
      rings: polygons.flat(),
      outer: polygons[0]?.[0] ?? [],
      box: boxOf(polygons.flatMap((rings) => rings[0]!.map((k) => arcs[arcNumber(k)]!))),
    })),
  );
  const shapes = data.shapes.map((shape, number) => {
    const lines = shapeSteps[number]!.map(toPlane);
    return { number, data: shape, lines, box: boxOf(lines) };
  });
  return { arcs, units, shapes, project, middle };
}

/** Positions from the first one and differences. */
function fromDifferences(line: readonly number[]): number[] {
  let [x, y] = [0, 0];
  return line.map((by, i) => (i % 2 === 0 ? (x += by) : (y += by)));
}
