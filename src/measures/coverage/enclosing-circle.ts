/**
 * The smallest circle around some points.
 *
 *       .-''-.        It passes through two of the points, or three. Only corners of the convex hull matter, and they
 *      •      \       are taken one after another: one outside the circle so far lies on the next (Welzl 1991,
 *      |      •       Smallest enclosing disks, in its plain loops).
 *       \    /
 *        '•-'
 */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The circle around points given x, y after one another; radius 0 at the origin for none. */
export function enclosingCircle(points: Float64Array): Circle {
  const hull = spread(convexHull(points));
  let circle: Circle = { x: hull[0]?.[0] ?? 0, y: hull[0]?.[1] ?? 0, radius: 0 };
  for (let i = 1; i < hull.length; i++) {
    if (holds(circle, hull[i]!)) continue;
    circle = { x: hull[i]![0], y: hull[i]![1], radius: 0 };
    for (let j = 0; j < i; j++) {
      if (holds(circle, hull[j]!)) continue;
      circle = onTwo(hull[i]!, hull[j]!);
      for (let k = 0; k < j; k++) {
        if (!holds(circle, hull[k]!)) circle = onThree(hull[i]!, hull[j]!, hull[k]!);
      }
    }
  }
  return circle;
}

type Point = readonly [number, number];

/** Rounding may put a point on the rim just outside of it. */
const RIM = 1 + 1e-12;

const holds = (circle: Circle, [x, y]: Point): boolean =>
  Math.hypot(x - circle.x, y - circle.y) <= circle.radius * RIM;

const onTwo = (p: Point, q: Point): Circle => ({
  x: (p[0] + q[0]) / 2,
  y: (p[1] + q[1]) / 2,
  radius: Math.hypot(p[0] - q[0], p[1] - q[1]) / 2,
});

function onThree(p: Point, q: Point, r: Point): Circle {
  const [bx, by] = [q[0] - p[0], q[1] - p[1]];
  const [cx, cy] = [r[0] - p[0], r[1] - p[1]];
  const d = 2 * (bx * cy - by * cx);
  if (d === 0) {
    return [onTwo(p, q), onTwo(p, r), onTwo(q, r)].reduce((a, b) => (b.radius > a.radius ? b : a));
  }
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const ux = (cy * b2 - by * c2) / d;
  const uy = (bx * c2 - cx * b2) / d;
  return { x: p[0] + ux, y: p[1] + uy, radius: Math.hypot(ux, uy) };
}

/** Corners of the convex hull, counter-clockwise (monotone chain, Andrew 1979). */
function convexHull(points: Float64Array): Point[] {
  const sorted = Array.from({ length: points.length / 2 }, (_, i): Point => [
    points[2 * i]!,
    points[2 * i + 1]!,
  ]);
  sorted.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && !turnsLeft(chain[chain.length - 2]!, chain[chain.length - 1]!, point))
        chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())];
}

const turnsLeft = (p: Point, q: Point, r: Point): boolean =>
  (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0;

/** Neighbours on the hull far apart, so that the circle is nearly right after a few points. */
function spread(hull: readonly Point[]): Point[] {
  const stride = Math.max(1, Math.floor(hull.length / 3));
  const order: Point[] = [];
  for (let from = 0; from < stride; from++) {
    for (let i = from; i < hull.length; i += stride) order.push(hull[i]!);
  }
  return order;
}
