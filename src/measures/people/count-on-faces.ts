/**
 * People at points counted on the faces of a sheet as they go by: sums for each face, and nothing of a row.
 *
 *     positions, people ──► face of each ──► people, points and their middle by face ──► one point for each face
 *
 * Sums of people are exact, so neither order nor pieces matter. What is made of them is what would be made of all points.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { buildLocator, placePositions, type Locator } from '../../arrangement/locate.js';
import type { PointBlocks } from '../../layer/blocks.js';
import type { Measure } from '../../layer/people.js';
import type { MeasureRequest } from './measure-request.js';

/** Points of a piece that are located together. */
const AT_ONCE = 1 << 16;

export class CountOnFaces {
  private readonly locator: Locator;
  private readonly people: ExactSums;
  private readonly points: Float64Array;
  private readonly weight: Float64Array;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private onBorders = 0;

  constructor(private readonly arrangement: Arrangement) {
    const faces = arrangement.area.length;
    this.locator = buildLocator(arrangement);
    this.people = new ExactSums(faces);
    [this.points, this.weight, this.x, this.y] = [0, 1, 2, 3].map(() => new Float64Array(faces)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
  }

  /** Counts points (x, y after one another, in the units of the sheet); those whose people are not known are left out. */
  add(positions: Float64Array, people: Float64Array): void {
    const isKnown = !people.some(Number.isNaN);
    const known = isKnown ? null : Int32Array.from(people.keys()).filter((i) => !Number.isNaN(people[i]!));
    const count = known?.length ?? people.length;
    for (let from = 0; from < count; from += AT_ONCE) {
      const to = Math.min(count, from + AT_ONCE);
      const rows = known?.subarray(from, to) ?? null;
      this.addSome(
        rows === null ? positions.subarray(2 * from, 2 * to) : pick(positions, rows, 2),
        rows === null ? people.subarray(from, to) : pick(people, rows, 1),
      );
    }
  }

  private addSome(positions: Float64Array, people: Float64Array): void {
    const { faces, onBorders } = placePositions(this.locator, positions);
    this.onBorders += onBorders;
    for (let i = 0; i < faces.length; i++) {
      const face = faces[i]!;
      const here = people[i]!;
      this.people.add(face, here);
      this.points[face]!++;
      if (!(here > 0)) continue;
      this.weight[face]! += here;
      this.x[face]! += here * positions[2 * i]!;
      this.y[face]! += here * positions[2 * i + 1]!;
    }
  }

  /** The measure on one point for each face with points: in the middle of its people, or nowhere. */
  request(measure: Measure, { method, source }: Pick<PointBlocks, 'method' | 'source'>): MeasureRequest {
    const faces = Int32Array.from(this.points.keys()).filter((face) => this.points[face]! > 0);
    const sums = this.people.values();
    const codes = Array.from(faces, (face) => `face ${face}`);
    return {
      measure: { ...measure, blocks: codes, values: Float64Array.from(faces, (face) => sums[face]!) },
      blocks: {
        form: 'points',
        codes,
        positions: Float64Array.from({ length: 2 * faces.length }, (_, at) => {
          const face = faces[at >> 1]!;
          return (at & 1 ? this.y : this.x)[face]! / this.weight[face]!;
        }),
        method,
        source,
        onFaces: {
          sheet: this.arrangement,
          faces,
          points: Float64Array.from(faces, (face) => this.points[face]!),
          onBorders: this.onBorders,
        },
      },
    };
  }
}

const pick = (values: Float64Array, rows: Int32Array, each: 1 | 2): Float64Array =>
  Float64Array.from({ length: each * rows.length }, (_, at) =>
    each === 1 ? values[rows[at]!]! : values[2 * rows[at >> 1]! + (at & 1)]!,
  );
