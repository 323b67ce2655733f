/**
 * Every outline is closed: at each node an even number of its edges meet.
 */
import type { PlanarEdges } from '../planar-edges.js';

/** How many ends of outlines were looked at, and how many are left over: 0 where all outlines are closed. */
export function checkClosed({ from, to, sideStart, sideOutline }: PlanarEdges): {
  readonly compared: number;
  readonly open: number;
} {
  const ends = new Float64Array(2 * sideOutline.length);
  const width = 2 ** 26;
  let count = 0;
  for (let e = 0; e < from.length; e++) {
    for (let i = sideStart[e]!; i < sideStart[e + 1]!; i++) {
      ends[count++] = sideOutline[i]! * width + from[e]!;
      ends[count++] = sideOutline[i]! * width + to[e]!;
    }
  }
  ends.sort();
  let open = 0;
  for (let i = 0; i < count;) {
    let same = i + 1;
    while (same < count && ends[same] === ends[i]) same++;
    if ((same - i) % 2 === 1) open++;
    i = same;
  }
  return { compared: count, open };
}
