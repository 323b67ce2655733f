/**
 * Where a name stands in its unit, how it is broken into lines, and round lengths for the scale bar.
 *
 *      ┌──────────┐
 *      │   name   │      the middle of the widest stretch that lies inside,
 *      └───┐      │      looked for at a few heights, the middle one first
 *          └──────┘
 */

/** Heights that are tried, in eighths from top to bottom. */
const EIGHTHS = [4, 3, 5, 2, 6];
/** A later height is taken only where it gives so much more room. */
const MUCH_WIDER = 1.3;
/** Signs of a line of a name, unless one word is longer. */
const LINE_LENGTH = 15;

/** Middle of the widest stretch across a ring and its width, in the ring's unit; x and y after one another. */
export function labelPoint(ring: readonly number[]): [number, number, number] {
  let [top, bottom] = [Infinity, -Infinity];
  for (let i = 1; i < ring.length; i += 2) {
    top = Math.min(top, ring[i]!);
    bottom = Math.max(bottom, ring[i]!);
  }
  let found: [number, number, number] = [0, 0, 0];
  for (const eighth of EIGHTHS) {
    const y = top + ((bottom - top) * eighth) / 8;
    const crossed: number[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const [x1, y1, x2, y2] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      if (y1 > y !== y2 > y) crossed.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
    crossed.sort((p, q) => p - q);
    for (let i = 0; i + 1 < crossed.length; i += 2) {
      const width = crossed[i + 1]! - crossed[i]!;
      if (width > MUCH_WIDER * found[2]) found = [(crossed[i]! + crossed[i + 1]!) / 2, y, width];
    }
  }
  return found;
}

/** The words of a name on lines of at most 15 signs. */
export function nameLines(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** The greatest of 1, 2, 5, 10, 20, 50 … (and 0.5, 0.2 …) that is not above a length. */
export function roundLength(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= length) ?? power;
}
