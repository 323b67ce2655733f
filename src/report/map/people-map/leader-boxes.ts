/**
 * The room that a leader takes, so that it strikes through no name.
 */
import { boxAbout, type Box, type Point } from './boxes.js';

/** Pixels on either side. */
const BESIDE = 3;
/** A slanted stretch in eighths, so that its boxes stay close to it. */
const PARTS = 8;

/** Boxes along a line, in pixels. */
export function leaderBoxes(leader: readonly Point[]): Box[] {
  const found: Box[] = [];
  for (let i = 1; i < leader.length; i++) {
    const [[ax, ay], [bx, by]] = [leader[i - 1]!, leader[i]!];
    if (ay === by)
      found.push({ left: Math.min(ax, bx), right: Math.max(ax, bx), top: ay - BESIDE, bottom: ay + BESIDE });
    else
      for (let part = 0; part <= PARTS; part++)
        found.push(
          boxAbout({
            x: ax + ((bx - ax) * part) / PARTS,
            y: ay + ((by - ay) * part) / PARTS,
            radius: BESIDE,
          }),
        );
  }
  return found;
}
