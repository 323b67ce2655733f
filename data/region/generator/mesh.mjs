/**
 * The mesh: every corner, side and face of the drawing, each stored once.
 *
 *       2            Cells are hexagons in rows; corners are counted anticlockwise from the lower right.
 *     3/ \1          A corner of the grid has whole-number coordinates (X, Y), the same from all three
 *     |   |          cells around it, so that neighbours share it exactly.
 *     4\ /0
 *       5
 *
 * Corners are shaken, drawn together around towns, and put on the lattice. A side is a wiggly line between two
 * corners, made once and used by both faces, forwards by one and backwards by the other. A cell is one face, or two
 * where the map marks a straight cut: the cut runs from corner 3 to corner 0, and the part south of it comes first.
 */
import { sway } from './chance.mjs';
import { toLattice, twiceArea } from './ground.mjs';
import { councilMap, markMap, towns } from './map.mjs';
import { crossedSides } from './planar.mjs';

const width = 1900;
const rise = 550;
const around = [
  [1, -1],
  [1, 1],
  [0, 2],
  [-1, 1],
  [-1, -1],
  [0, -2],
];

const unshaken = (X, Y) => [(X * width) / 2 + 1200, Y * rise - 1700];

/** How strongly each town draws a place: its pull in the middle, next to nothing beyond its reach. */
const pullOf = (town, [x, y]) => {
  const [tx, ty] = unshaken(2 * town.col, -3 * town.row);
  const u = ((x - tx) * (x - tx) + (y - ty) * (y - ty)) / (town.reach * town.reach * 1e6);
  return town.pull / (1 + u * u);
};

/** Draws a place together around the towns: near one, distances shrink; far away little changes. */
function drawTogether([x, y]) {
  let [dx, dy] = [0, 0];
  for (const town of towns) {
    const [tx, ty] = unshaken(2 * town.col, -3 * town.row);
    dx += (tx - x) * pullOf(town, [x, y]);
    dy += (ty - y) * pullOf(town, [x, y]);
  }
  return [x + dx, y + dy];
}

/** Metres east and north of a corner of the grid; towns are shaken less. */
function cornerPlace(X, Y) {
  const [x, y] = unshaken(X, Y);
  const shake = 0.19 * width * (1 - Math.max(...towns.map((town) => pullOf(town, [x, y]))));
  return drawTogether([x + shake * sway('corner x', X, Y), y + shake * sway('corner y', X, Y)]);
}

/**
 * A wiggly line from a to b in metres: the middle is pushed sideways, then each half likewise, `depth` times.
 * Returns the places between the two ends, 2^depth - 1 of them.
 */
function wiggle(a, b, depth, rough, key) {
  if (depth === 0) return [];
  const push = rough * sway('wiggle', ...key);
  const middle = [(a[0] + b[0]) / 2 - (b[1] - a[1]) * push, (a[1] + b[1]) / 2 + (b[0] - a[0]) * push];
  const halves = [2 * key[key.length - 1], 2 * key[key.length - 1] + 1].map((last) => [
    ...key.slice(0, -1),
    last,
  ]);
  return [
    ...wiggle(a, middle, depth - 1, rough, halves[0]),
    middle,
    ...wiggle(middle, b, depth - 1, rough, halves[1]),
  ];
}

/** Halvings of a side: more on the coast and where it is long. */
function depthOf(metres, coast) {
  const depth = metres < 450 ? 1 : metres < 1150 ? 2 : 3;
  return coast ? depth + 1 : depth;
}

/**
 * The mesh of the drawing.
 *
 * cells: { col, row, letter, mark, faces } in reading order, sea left out.
 * sides: { from, to, points, faces } with points from corner to corner on the lattice and the faces left and right
 * of that direction (-1 for none).
 * faces: { cell, sides } with sides as [side, forwards] anticlockwise.
 *
 * Where two sides would cross, both are drawn again half as rough until none do.
 */
export function buildMesh() {
  const calm = new Map();
  for (;;) {
    const mesh = drawMesh(calm);
    const crossed = crossedSides(mesh.sides);
    if (crossed.length === 0) {
      assertAnticlockwise(mesh);
      return mesh;
    }
    for (const side of crossed) calm.set(side, (calm.get(side) ?? 1) / 2);
  }
}

/** One drawing of the mesh; `calm` holds, by key of a side, the share of its roughness that is kept. */
function drawMesh(calm) {
  const cells = [];
  const faces = [];
  const sides = [];
  const sideAt = new Map();
  const places = new Map();
  const land = (col, row) => (councilMap[row]?.[col] ?? '.') !== '.';
  const placeOf = (X, Y) => {
    const key = `${X},${Y}`;
    if (!places.has(key)) places.set(key, cornerPlace(X, Y));
    return places.get(key);
  };

  const addSide = (p, q, coast, straight) => {
    const [from, to] = p[0] < q[0] || (p[0] === q[0] && p[1] < q[1]) ? [p, q] : [q, p];
    const key = `${from},${to}`;
    if (!sideAt.has(key)) {
      const a = placeOf(...from);
      const b = placeOf(...to);
      const metres = Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]));
      const depth = straight ? 0 : depthOf(metres, coast);
      const between = wiggle(a, b, depth, (coast ? 0.22 : 0.16) * (calm.get(key) ?? 1), [...from, ...to, 1]);
      const points = [a, ...between, b].map(([x, y]) => toLattice(x, y));
      sideAt.set(key, sides.push({ key, from: `${from}`, to: `${to}`, points, faces: [-1, -1] }) - 1);
    }
    return [sideAt.get(key), from === p];
  };

  const addFace = (cell, edges) => {
    const index = faces.push({ cell, sides: edges }) - 1;
    for (const [side, forwards] of edges) {
      const slot = forwards ? 0 : 1;
      if (sides[side].faces[slot] !== -1) throw new Error(`side ${side} has two faces on one hand`);
      sides[side].faces[slot] = index;
    }
    return index;
  };

  councilMap.forEach((line, row) => {
    [...line].forEach((letter, col) => {
      if (letter === '.') return;
      const shift = row & 1;
      const corners = around.map(([X, Y]) => [2 * col + shift + X, Y - 3 * row]);
      const next = [
        [col + 1, row],
        [col + shift, row - 1],
        [col + shift - 1, row - 1],
        [col - 1, row],
        [col + shift - 1, row + 1],
        [col + shift, row + 1],
      ];
      const edges = corners.map((corner, i) =>
        addSide(corner, corners[(i + 1) % 6], !land(...next[i]), false),
      );
      const mark = markMap[row][col];
      const cell = { col, row, letter, mark, faces: [] };
      const index = cells.push(cell) - 1;
      if (mark === 'x') {
        const [cut, forwards] = addSide(corners[0], corners[3], false, true);
        cell.faces.push(addFace(index, [edges[3], edges[4], edges[5], [cut, forwards]]));
        cell.faces.push(addFace(index, [edges[0], edges[1], edges[2], [cut, !forwards]]));
      } else cell.faces.push(addFace(index, edges));
    });
  });
  return { cells, faces, sides };
}

/** The closed ring of one face, anticlockwise. */
export function faceRing(mesh, face) {
  const ring = [];
  for (const [side, forwards] of mesh.faces[face].sides) {
    const points = mesh.sides[side].points;
    ring.push(...(forwards ? points : [...points].reverse()).slice(0, -1));
  }
  ring.push(ring[0]);
  return ring;
}

/** For each cell the cells it shares a side with, in order of index. */
export function cellNeighbours(mesh) {
  const next = mesh.cells.map(() => new Set());
  for (const { faces } of mesh.sides) {
    if (faces[0] === -1 || faces[1] === -1) continue;
    const [a, b] = faces.map((face) => mesh.faces[face].cell);
    if (a === b) continue;
    next[a].add(b);
    next[b].add(a);
  }
  return next.map((set) => [...set].sort((a, b) => a - b));
}

/** Throws where a face is turned over. */
function assertAnticlockwise(mesh) {
  mesh.faces.forEach((_, face) => {
    if (twiceArea(faceRing(mesh, face)) <= 0) throw new Error(`face ${face} is turned over`);
  });
}
