/**
 * Boxes, circles and lines on a picture, in pixels from its upper left corner, and whether they meet.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Point = readonly [number, number];

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Whether two boxes share more than an edge. */
export const boxesMeet = (p: Box, q: Box): boolean =>
  p.left < q.right && p.right > q.left && p.top < q.bottom && p.bottom > q.top;

/** Whether the first box lies in the second. */
export const liesIn = (p: Box, q: Box): boolean =>
  p.left >= q.left && p.right <= q.right && p.top >= q.top && p.bottom <= q.bottom;

/** The box with so much more on every side. */
export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

export const boxAbout = ({ x, y, radius }: Disc): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** The least box around some; at least one. */
export const boxAround = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** Whether a circle covers any of a box. */
export function discMeetsBox({ x, y, radius }: Disc, { left, top, right, bottom }: Box): boolean {
  const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
  return dx * dx + dy * dy < radius * radius;
}

const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

/** Whether two stretches have a point in common, ends included. */
export function stretchesMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [p, q, r, s] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (p !== q && r !== s) return true;
  const within = (u: Point, v: Point, w: Point): boolean =>
    Math.min(u[0], v[0]) <= w[0] &&
    w[0] <= Math.max(u[0], v[0]) &&
    Math.min(u[1], v[1]) <= w[1] &&
    w[1] <= Math.max(u[1], v[1]);
  return (
    (p === 0 && within(a, b, c)) ||
    (q === 0 && within(a, b, d)) ||
    (r === 0 && within(c, d, a)) ||
    (s === 0 && within(c, d, b))
  );
}

/** Whether two lines of stretches meet. */
export const linesMeet = (p: readonly Point[], q: readonly Point[]): boolean =>
  p.some((end, i) => i > 0 && q.some((other, j) => j > 0 && stretchesMeet(p[i - 1]!, end, q[j - 1]!, other)));

/** Whether a line runs through a box. */
export function lineMeetsBox(line: readonly Point[], box: Box): boolean {
  const { left, top, right, bottom } = box;
  const inside = ([x, y]: Point): boolean => x > left && x < right && y > top && y < bottom;
  if (line.some(inside)) return true;
  const around: readonly Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
  return linesMeet(line, around);
}

/** Whether a line runs through a circle. */
export const lineMeetsDisc = (line: readonly Point[], { x, y, radius }: Disc): boolean =>
  line.some((end, i) => {
    if (i === 0) return false;
    const [ax, ay] = line[i - 1]!;
    const [dx, dy] = [end[0] - ax, end[1] - ay];
    const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(ax + along * dx - x, ay + along * dy - y) < radius;
  });
