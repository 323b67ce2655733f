/**
 * Arcs, units and shapes of the data on the map plane: a transverse Mercator projection of the sphere about the
 * middle of the map (Snyder 1987, equations 8-1 to 8-3), the look that maps of Britain have; in kilometres, so that
 * numbers on the way to the screen stay neither large nor small.
 */
import type { Box, Page, PlaneLine } from './page-data.js';

/** Fills in the page's arcs, units and shapes. */
export function decodeMap(page: Page): void {
  const { data } = page;
  const radius = 6371.009;
  const radians = Math.PI / 180;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const valueOf = new Map([...letters].map((letter, i) => [letter, i]));

  const decode = (text: string): number[] => {
    const found: number[] = [];
    let [value, shift] = [0, 1];
    for (const letter of text) {
      const part = valueOf.get(letter)!;
      value += (part & 31) * shift;
      if (part >= 32) {
        shift *= 32;
      } else {
        found.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
        [value, shift] = [0, 1];
      }
    }
    return found;
  };
  const steps = (text: string): number[][] => (text === '' ? [] : text.split(' ').map(decode));
  const arcSteps = steps(data.arcs);
  const shapeSteps = data.shapes.map((shape) => steps(shape.lines));

  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of [...arcSteps, ...shapeSteps.flat()]) {
    let [x, y] = [0, 0];
    for (let i = 0; i < line.length; i += 2) {
      x += line[i]!;
      y += line[i + 1]!;
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  const middleX = data.west + ((west + east) / 2) * data.step;
  const middleY = data.south + ((south + north) / 2) * data.step;
  const wide = (east - west) * data.step > 60;
  page.project = (longitude, latitude) => {
    if (wide)
      return [
        (longitude - middleX) * radians * radius * Math.cos(middleY * radians),
        (latitude - middleY) * radians * radius,
      ];
    const turn = (longitude - middleX) * radians;
    const up = latitude * radians;
    const across = Math.cos(up) * Math.sin(turn);
    return [
      radius * Math.atanh(across),
      radius * (Math.atan2(Math.tan(up), Math.cos(turn)) - middleY * radians),
    ];
  };
  // The plane runs down the page as a screen does.
  const toPlane = (line: readonly number[]): PlaneLine => {
    const positions = new Float64Array(line.length);
    let [x, y] = [0, 0];
    for (let i = 0; i < line.length; i += 2) {
      x += line[i]!;
      y += line[i + 1]!;
      const [u, v] = page.project(data.west + x * data.step, data.south + y * data.step);
      positions[i] = u;
      positions[i + 1] = -v;
    }
    return positions;
  };
  const boxOf = (lines: readonly PlaneLine[]): Box => {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const line of lines) {
      for (let i = 0; i < line.length; i += 2) {
        box[0] = Math.min(box[0], line[i]!);
        box[1] = Math.min(box[1], line[i + 1]!);
        box[2] = Math.max(box[2], line[i]!);
        box[3] = Math.max(box[3], line[i + 1]!);
      }
    }
    return box;
  };

  page.arcs = arcSteps.map(toPlane);
  page.units = data.layers.flatMap(({ units }, layer) =>
    units.map(([code, name, short, polygons], number) => ({
      layer,
      number,
      code,
      name,
      short: short === '' ? name : short,
      rings: polygons.flat(),
      outer: polygons[0]?.[0] ?? [],
      box: boxOf(polygons.flatMap((rings) => rings[0]!.map((k) => page.arcs[k < 0 ? ~k : k]!))),
    })),
  );
  page.shapes = data.shapes.map((shape, number) => {
    const lines = shapeSteps[number]!.map(toPlane);
    return { number, data: shape, lines, box: boxOf(lines) };
  });
}
