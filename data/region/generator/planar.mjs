/**
 * Whether sides keep apart: they may meet at common ends and nowhere else.
 *
 *     \ /            \   /
 *      X   crossed      \_/   not crossed
 *     / \              /
 */

/** Keys of all sides { key, points } that cross another or touch it between its ends. */
export function crossedSides(sides) {
  const edges = sides.flatMap(({ key, points }) =>
    points.slice(1).map((end, i) => ({ key, ends: [points[i], end], left: Math.min(points[i][0], end[0]) })),
  );
  edges.sort((a, b) => a.left - b.left);
  const longest = Math.max(...edges.map(({ ends: [a, b] }) => Math.abs(a[0] - b[0])));
  const crossed = new Set();
  edges.forEach((edge, i) => {
    for (let j = i + 1; j < edges.length && edges[j].left <= edge.left + longest; j++) {
      if (meet(edge.ends, edges[j].ends)) crossed.add(edge.key).add(edges[j].key);
    }
  });
  return [...crossed];
}

const turn = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/** True when two edges share a position that is not an end of both. */
function meet([a, b], [c, d]) {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0]))
    return false;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1]))
    return false;
  const shared = [a, b].filter((p) => same(p, c) || same(p, d)).length;
  if (shared > 1) return true;
  const [s, t, u, v] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (shared === 1) return s === 0 && t === 0 && overlapAlong(a, b, c, d);
  return s * t <= 0 && u * v <= 0;
}

/** For two edges on one line that share one end: true when they run the same way from it. */
function overlapAlong(a, b, c, d) {
  const [end, far] = same(a, c) || same(a, d) ? [a, b] : [b, a];
  const other = same(end, c) ? d : c;
  return (far[0] - end[0]) * (other[0] - end[0]) + (far[1] - end[1]) * (other[1] - end[1]) > 0;
}
