/**
 * Arcs, units and shapes of the page's data on the map plane, which runs down the page as a screen does.
 */
import { shortenName } from '../../../result/shorten-name.js';
import { decodeLines } from '../line-text.js';
import { decodeArcs, decodePolygons, decodeTexts } from '../short-text.js';
import { arcNumber } from './outlines.js';
import type { PageData } from './page-data.js';
import { projectionAbout, type Projection } from '../../map/projection.js';
import { boxOf, joinBoxes, type Box, type PlaneLine } from './plane.js';
import type { ShapeView, UnitView } from './targets.js';

/** Everything that lies on the map plane. */
export interface Sheet {
  readonly arcs: readonly PlaneLine[];
  /** The box of each arc. */
  readonly boxes: readonly Box[];
  /** Longitude and latitude to the plane. */
  readonly project: Projection;
  /** Units layer by layer, in the order of the data. */
  readonly units: readonly UnitView[];
  readonly shapes: readonly ShapeView[];
}

/** The sheet of a page's data. */
export function decodeMap(data: PageData): Sheet {
  const arcSteps = decodeArcs(data.arcs).map(fromDifferences);
  const shapeSteps = data.shapes.map((shape) => decodeLines(shape.lines).map(fromDifferences));
  const [west, south, east, north] = boxOf([...arcSteps, ...shapeSteps.flat()]);
  const { step } = data;
  const northwards = projectionAbout(
    data.west + ((west + east) / 2) * step,
    data.south + ((south + north) / 2) * step,
    (east - west) * step,
  );
  const project: Projection = (longitude, latitude) => {
    const [x, y] = northwards(longitude, latitude);
    return [x, -y];
  };
  const toPlane = (line: readonly number[]): PlaneLine => {
    const positions = new Float64Array(line.length);
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = project(data.west + line[i]! * step, data.south + line[i + 1]! * step);
      positions[i] = x;
      positions[i + 1] = y;
    }
    return positions;
  };
  const arcs = arcSteps.map(toPlane);
  const boxes = arcs.map((line) => boxOf([line]));
  const units = data.layers.flatMap((layer, l) => {
    const names = decodeTexts(layer.names);
    const polygonsOf = decodePolygons(layer.polygons, names.length);
    return decodeTexts(layer.codes).map((code, number): UnitView => {
      const polygons = polygonsOf[number]!;
      return {
        layer: l,
        number,
        code,
        name: names[number]!,
        short: shortenName(names[number]!),
        rings: polygons.flat(),
        outer: polygons[0]?.[0] ?? [],
        box: joinBoxes(polygons.flatMap(([outer]) => outer!.map((k) => boxes[arcNumber(k)]!))),
      };
    });
  });
  const shapes = data.shapes.map((shape, number) => {
    const lines = shapeSteps[number]!.map(toPlane);
    return { number, data: shape, lines, box: boxOf(lines) };
  });
  return { arcs, boxes, project, units, shapes };
}

/** Positions from the first one and differences. */
function fromDifferences(line: readonly number[]): number[] {
  let [x, y] = [0, 0];
  return line.map((by, i) => (i % 2 === 0 ? (x += by) : (y += by)));
}
