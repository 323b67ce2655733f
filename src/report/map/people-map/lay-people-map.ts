/**
 * Where everything on a map of people stands, for a frame of any size and a view at any scale.
 *
 *     circles ──► sizes ──► clusters ──► key ──► insets ──► labels with leaders
 *
 * A pure function: the same for the picture and for the page, before the map is drawn.
 */
import { boxAbout, boxAround, discMeetsBox, grown, type Box, type Disc } from './boxes.js';
import { largestRadius } from './circle-sizes.js';
import { findClusters } from './clusters.js';
import type { LaidMap, MapCircle, MapScene } from './laid-map.js';
import { labelsInside, layInset } from './lay-inset.js';
import { INSET_FROM, isNarrow, SIZES, type Sizes } from './medium-sizes.js';
import type { Arena, LaidLabel, WantedLabel } from './place-beside.js';
import { placeInset, type Inset } from './place-insets.js';
import { KEY_AIR, makeKey, placeInCorner, type KeyRow } from './place-key.js';
import { lengthenLabels, placeLabels } from './place-labels.js';
import { laidCircles, sizedCircles } from './sized-circles.js';
import { discAround, wantedLabels } from './wanted-labels.js';

/** Pixels between the frame and what is laid in it. */
const MARGIN = 14;
const MOST_INSETS = 2;
/** Circles of a cluster beyond which an inset would be as crowded. */
const MOST_IN_INSET = 15;
/** Rows of the key that a phone has no room for. */
const WIDE_ROWS: readonly KeyRow['sample'][] = ['piece', 'arrow'];

/** Lays out a map. */
export function layPeopleMap(scene: MapScene): LaidMap {
  const usual = SIZES[scene.medium];
  const sizes: Sizes = {
    ...usual,
    largestRadius: largestRadius(
      scene.circles.map(({ amount, isDot, number }) => (isDot || number !== null ? 0 : amount)),
      usual.largestRadius,
      scene.width * scene.height,
    ),
  };
  const frame = grown({ left: 0, top: 0, right: scene.width, bottom: scene.height }, -MARGIN);
  const discs = sizedCircles(scene.circles, sizes);
  const key = layKey(scene, sizes, frame, discs);
  const islands = scene.islands ?? [];
  const blocked = [...scene.blocked, ...islands, ...(key === null ? [] : [grown(key.box, KEY_AIR)])];
  const start: Arena = {
    frame,
    isFree: scene.isFree,
    uncovered: scene.uncovered,
    overLand: !scene.isWhole,
    blocked,
    discs,
    lines: [],
  };
  const isBySize = scene.circles.every(({ number, isDot }) => number === null && !isDot);
  const ofIslands = islands.map((box) =>
    discs.flatMap(({ x, y }, i) =>
      x > box.left && x < box.right && y > box.top && y < box.bottom ? [i] : [],
    ),
  );
  const onIslands = new Set(ofIslands.flat());
  const clusters =
    scene.isWhole && isBySize
      ? byWeight(
          findClusters(discs).filter((cluster) => !cluster.some((i) => onIslands.has(i))),
          scene.circles,
        )
      : [];
  const insets: Inset[] = [];
  let arena = start;
  if (sizes.inset !== null && scene.width >= INSET_FROM) {
    for (const cluster of clusters) {
      if (insets.length === MOST_INSETS) break;
      const inset = cluster.length > MOST_IN_INSET ? null : placeInset(cluster, discs, sizes.inset, arena);
      if (inset === null) continue;
      insets.push(inset);
      const around = boxAround([inset.source, ...inset.circles.map((i) => boxAbout(discs[i]!))]);
      arena = {
        ...arena,
        blocked: [...arena.blocked, inset.box, around],
        lines: [...arena.lines, inset.leader],
      };
    }
  }
  const inInset = new Set([...insets.flatMap(({ circles }) => circles), ...onIslands]);
  const plain = clusters.filter((cluster) => cluster.every((i) => !inInset.has(i)));
  const asOne = isNarrow(scene) ? plain : [];
  const labels = mostLabels(
    (arrows) => wantedLabels(scene, sizes, discs, asOne, inInset, arrows),
    arena,
    sizes.arrows,
  );
  return {
    circles: laidCircles(scene, discs),
    labels: [
      ...labels,
      ...islands.flatMap((box, i) => labelsInside(box, ofIslands[i]!, scene, discs, sizes)),
    ],
    clusters: asOne.map((circles) => ({ circles, disc: discAround(circles.map((i) => discs[i]!)) })),
    insets: insets.map((inset) => layInset(inset, scene, discs, sizes)),
    key,
  };
}

/** Labels with what stands below their names, or, where not all find room, without it but for those that can be longer. */
function mostLabels(
  wantedFor: (arrows: number) => WantedLabel[],
  arena: Arena,
  arrows: boolean,
): LaidLabel[] {
  const short = wantedFor(0);
  const long = wantedFor(short.length);
  if (!arrows) return placeLabels(short, arena);
  const labels = placeLabels(long, arena);
  return labels.length === long.length ? labels : lengthenLabels(placeLabels(short, arena), long, arena);
}

function layKey(scene: MapScene, sizes: Sizes, frame: Box, discs: readonly Disc[]): LaidMap['key'] {
  const bySize = scene.circles.filter(({ number, isDot }) => number === null && !isDot);
  const hasSizes = bySize.length > 0 && scene.counts !== '';
  const key = makeKey(
    hasSizes ? scene.counts : '',
    hasSizes ? bySize.map(({ amount }) => amount) : [],
    scene.medium === 'phone'
      ? scene.keyRows.filter(({ sample }) => !WIDE_ROWS.includes(sample))
      : scene.keyRows,
    {
      largestRadius: sizes.largestRadius,
      size: sizes.key,
      isNarrow: scene.medium === 'phone',
      unit: scene.unit,
    },
  );
  if (key.height === 0) return null;
  // Narrow pictures have their labels on the right.
  const box = placeInCorner(key, frame, [...scene.blocked, ...(scene.islands ?? [])], discs, scene.isFree, {
    leftFirst: scene.medium === 'phone',
    isApart: scene.isApart,
  });
  const hasGround = !scene.isFree(box) || discs.some((disc) => discMeetsBox(disc, grown(box, KEY_AIR)));
  return { ...key, box, hasGround };
}

/** Clusters with most people first. */
const byWeight = (clusters: readonly number[][], circles: readonly MapCircle[]): number[][] => {
  const weight = (cluster: readonly number[]): number =>
    cluster.reduce((sum, i) => sum + (circles[i]!.amount ?? 0), 0);
  return [...clusters].sort((p, q) => weight(q) - weight(p) || p[0]! - q[0]!);
};
