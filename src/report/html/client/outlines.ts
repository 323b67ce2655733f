/**
 * Outlines from arcs: rings put together, thinned for a scale, written as paths of SVG.
 *
 * A ring names its arcs by number; `~k`, which is negative, is arc k walked backwards.
 */

/** The number of an arc in whichever direction a ring walks it. */
export const arcNumber = (k: number): number => (k < 0 ? ~k : k);

/** All positions of a ring, x and y after one another, from the positions of its arcs. */
export function joinArcs(ring: readonly number[], arcOf: (arc: number) => ArrayLike<number>): number[] {
  const positions: number[] = [];
  for (const k of ring) {
    const line = arcOf(arcNumber(k));
    for (let i = 0; i < line.length; i += 2) {
      const at = k < 0 ? line.length - 2 - i : i;
      positions.push(line[at]!, line[at + 1]!);
    }
  }
  return positions;
}

/** The positions of a line that are at least so far from the one before, east and north added; its ends always. */
export function thinLine(line: ArrayLike<number>, least: number): number[] {
  let [x, y] = [line[0]!, line[1]!];
  const kept = [x, y];
  for (let i = 2; i < line.length - 2; i += 2) {
    if (Math.abs(line[i]! - x) + Math.abs(line[i + 1]! - y) < least) continue;
    kept.push((x = line[i]!), (y = line[i + 1]!));
  }
  kept.push(line[line.length - 2]!, line[line.length - 1]!);
  return kept;
}

/** A path through positions, with so many decimals. */
export function pathOf(positions: readonly number[], decimals: number): string {
  let text = '';
  for (let i = 0; i < positions.length; i += 2) {
    text += `${i === 0 ? 'M' : 'L'}${positions[i]!.toFixed(decimals)} ${positions[i + 1]!.toFixed(decimals)}`;
  }
  return text;
}
