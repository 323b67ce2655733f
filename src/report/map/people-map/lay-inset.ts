/**
 * Circles and labels inside a frame of their own: an inset, or far islands.
 */
import type { Box, Disc, Point } from './boxes.js';
import { shortBlock } from './label-text.js';
import type { LaidInset, MapScene } from './laid-map.js';
import type { Sizes } from './medium-sizes.js';
import type { Arena, LaidLabel, WantedLabel } from './place-beside.js';
import { INSET_TITLE, type Inset } from './place-insets.js';
import { placeLabels } from './place-labels.js';
import { laidCircles } from './sized-circles.js';
import { clusterName } from './wanted-labels.js';

/** An inset with what is drawn in it. */
export function layInset(inset: Inset, scene: MapScene, discs: readonly Disc[], sizes: Sizes): LaidInset {
  const { box, source, circles } = inset;
  const zoom = (box.right - box.left) / (source.right - source.left);
  const place = (x: number, y: number): Point => [
    box.left + (x - source.left) * zoom,
    box.top + INSET_TITLE + (y - source.top) * zoom,
  ];
  const own = discs.map((disc): Disc => {
    const [x, y] = place(disc.x, disc.y);
    return { x, y, radius: disc.radius };
  });
  // All circles that come to lie in the inset are drawn, not those of the cluster alone.
  const inside = own.flatMap(({ x, y }, i) =>
    x > box.left && x < box.right && y > box.top + INSET_TITLE && y < box.bottom ? [i] : [],
  );
  const laid = laidCircles(scene, own).filter(({ circle }) => inside.includes(circle));
  return {
    ...inset,
    title: clusterName(circles, scene.circles),
    sum: scene.sumOf(circles),
    zoom,
    laid,
    labels: labelsInside({ ...box, top: box.top + INSET_TITLE }, circles, scene, own, sizes),
  };
}

const [BESIDE, BELOW_TITLE] = [4, 2];

/** Labels of circles in a frame: a name that is told twice is told by where its people are. */
export function labelsInside(
  box: Box,
  circles: readonly number[],
  scene: MapScene,
  discs: readonly Disc[],
  sizes: Sizes,
): LaidLabel[] {
  const arena: Arena = {
    frame: {
      left: box.left + BESIDE,
      right: box.right - BESIDE,
      top: box.top + BELOW_TITLE,
      bottom: box.bottom - BESIDE,
    },
    isFree: () => true,
    uncovered: [],
    overLand: true,
    blocked: [],
    discs,
    lines: [],
  };
  const named = new Set<string>();
  const wanted = circles.map((i): WantedLabel => {
    const { figure, name, below } = scene.circles[i]!;
    const isAgain = named.has(name) && below !== '';
    named.add(name);
    const text = shortBlock(
      { figure, name: isAgain ? below : name, below: '' },
      Math.min(sizes.text.first, 13),
    );
    return { circle: i, disc: discs[i]!, left: text, right: text };
  });
  return placeLabels(wanted, arena);
}
