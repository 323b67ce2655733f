/**
 * The middle of every face: its centre of gravity, holes left out.
 *
 *        ┌────┐      each edge adds the triangle it makes with a position of the face's own border,
 *        │ +  │      forwards for the face on its left, backwards for the one on its right
 *        └────┘
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';

/** Steps of the lattice; NaN for the outside and for a face without area. A middle may lie outside a bent face. */
export interface FaceMiddles {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The middles of all faces of an arrangement. */
export function faceMiddles(arrangement: Arrangement): FaceMiddles {
  const { edges, area } = arrangement;
  const { from, to, nodeX, nodeY } = edges;
  const near = new Int32Array(area.length).fill(-1);
  const [twice, x, y] = [0, 1, 2].map(() => new Float64Array(area.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const add = (face: number, u: number, v: number): void => {
    if (near[face] === -1) near[face] = u;
    const [x0, y0] = [nodeX[near[face]!]!, nodeY[near[face]!]!];
    const [ux, uy, vx, vy] = [nodeX[u]! - x0, nodeY[u]! - y0, nodeX[v]! - x0, nodeY[v]! - y0];
    const cross = ux * vy - vx * uy;
    twice[face]! += cross;
    x[face]! += cross * (ux + vx);
    y[face]! += cross * (uy + vy);
  };
  for (let e = 0; e < from.length; e++) {
    add(leftFace(arrangement, e), from[e]!, to[e]!);
    add(rightFace(arrangement, e), to[e]!, from[e]!);
  }
  for (let face = 0; face < area.length; face++) {
    const whole = area[face]! > 0 && near[face] !== -1 ? 3 * twice[face]! : NaN;
    x[face] = x[face]! / whole + nodeX[near[face]!]!;
    y[face] = y[face]! / whole + nodeY[near[face]!]!;
  }
  return { x, y };
}
