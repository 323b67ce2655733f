/**
 * Where everything on a map of people stands, for a frame of any size and a view at any scale.
 *
 *     circles ──► sizes ──► clusters ──► key ──► insets ──► labels with leaders
 *
 * A pure function: the same for the picture and for the page, before the map is drawn.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { boxAbout, boxAround, discMeetsBox, grown, type Box, type Disc, type Point } from './boxes.js';
import { circleRadius, largestRadius } from './circle-sizes.js';
import { findClusters } from './clusters.js';
import { badgeBlock, labelBlock, shortBlock, withBadge, type TextBlock } from './label-text.js';
import { KEY_AIR, makeKey, placeInCorner, type Key, type KeyRow } from './place-key.js';
import { INSET_TITLE, placeInset, type Inset } from './place-insets.js';
import type { Arena, LaidLabel, WantedLabel } from './place-beside.js';
import { placeLabels } from './place-labels.js';

/** What the picture is for: sizes differ. */
export type Medium = 'screen' | 'phone' | 'print';

/** A circle that is to be laid out. The order is the rank. */
export interface MapCircle {
  /** Pixels from the upper left corner of the frame. */
  readonly x: number;
  readonly y: number;
  readonly amount: number | null;
  /** The amount as it is printed; '' where no figure may be shown. */
  readonly figure: string;
  readonly name: string;
  /** The place that these people look to, which a cluster is named after; '' for none. */
  readonly towards: string;
  /** What stands below the name: `→ West Yorkshire`; '' for nothing. */
  readonly below: string;
  /** Number in the list of moves; null for circles by size. */
  readonly number: number | null;
  /** A dot in an area that is drawn by itself, such as a gap; its size says nothing. */
  readonly isDot: boolean;
}

export interface MapScene {
  readonly width: number;
  readonly height: number;
  readonly medium: Medium;
  readonly circles: readonly MapCircle[];
  /** What circles count. */
  readonly counts: string;
  readonly keyRows: readonly KeyRow[];
  /** What follows figures of the key: ` ha`, or nothing for people. */
  readonly unit: string;
  /** Whether nothing is drawn in a box but sea. */
  readonly isFree: (box: Box) => boolean;
  /** Whether the whole subject is in view: insets and margin columns are for that; a closer view has neither. */
  readonly isWhole: boolean;
  /** Buttons and scale bar: nothing is laid over them. */
  readonly blocked: readonly Box[];
  /** Gaps and doubles: no text is laid over them. */
  readonly uncovered: readonly Box[];
  /** People and units of a cluster in words: `116,890 people in 5 councils`. */
  readonly sumOf: (circles: readonly number[]) => string;
}

/** A circle in its place. */
export interface LaidCircle extends Disc {
  /** Place in the rank. */
  readonly circle: number;
  readonly number: number | null;
}

export interface LaidInset extends Inset {
  readonly title: string;
  readonly sum: string;
  /** How many times larger than the picture. */
  readonly zoom: number;
  readonly laid: readonly LaidCircle[];
  readonly labels: readonly LaidLabel[];
}

export interface LaidMap {
  /** Largest first, so that small ones lie on top. */
  readonly circles: readonly LaidCircle[];
  readonly labels: readonly LaidLabel[];
  /** Clusters without an inset: what stands at their label. */
  readonly clusters: readonly { readonly circles: readonly number[]; readonly disc: Disc }[];
  readonly insets: readonly LaidInset[];
  /** On a ground of its own where something is drawn below it. */
  readonly key: (Key & { readonly box: Box; readonly hasGround: boolean }) | null;
}

interface Sizes {
  readonly largestRadius: number;
  readonly text: { readonly first: number; readonly second: number };
  readonly key: number;
  /** Labels at most; beyond the first number only as many as the second. */
  readonly all: number;
  readonly most: number;
  readonly arrows: boolean;
  readonly inset: { readonly width: number; readonly height: number } | null;
}

const SIZES: Readonly<Record<Medium, Sizes>> = {
  screen: {
    largestRadius: 26,
    text: { first: 15, second: 13 },
    key: 13,
    all: 15,
    most: 12,
    arrows: true,
    inset: { width: 302, height: 246 },
  },
  phone: {
    largestRadius: 18,
    text: { first: 13, second: 12 },
    key: 12,
    all: 3,
    most: 3,
    arrows: false,
    inset: null,
  },
  print: {
    largestRadius: 20,
    text: { first: 13, second: 11 },
    key: 12,
    all: 15,
    most: 12,
    arrows: true,
    inset: { width: 232, height: 176 },
  },
};
/** Pixels between the frame and what is laid in it. */
const MARGIN = 14;
/** Signs of a line under a name, in the left column and in the right. */
const SIGNS = { left: 27, right: 34 };
const MOST_INSETS = 2;
/** Numbers without words on a narrow picture. */
const MOST_BADGES = 30;
/** Circles of a cluster beyond which an inset would be as crowded. */
const MOST_IN_INSET = 15;
/** Rows of the key that a phone has no room for. */
const WIDE_ROWS: readonly KeyRow['sample'][] = ['piece', 'arrow'];
/** Radius of the dot in an area that is drawn by itself. */
const DOT_RADIUS = 2.5;
/** Frames narrower than this have no room for insets. */
const INSET_FROM = 600;

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
  const discs = sized(scene.circles, sizes);
  const key = layKey(scene, sizes, frame, discs);
  const blocked = [...scene.blocked, ...(key === null ? [] : [grown(key.box, KEY_AIR)])];
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
  const clusters = scene.isWhole && isBySize ? byWeight(findClusters(discs), scene.circles) : [];
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
  const inInset = new Set(insets.flatMap(({ circles }) => circles));
  const plain = clusters.filter((cluster) => cluster.every((i) => !inInset.has(i)));
  const asOne = scene.medium === 'phone' || scene.width < INSET_FROM ? plain : [];
  const labels = mostLabels(
    (arrows) => wantedLabels(scene, sizes, discs, asOne, inInset, arrows),
    arena,
    sizes.arrows,
  );
  return {
    circles: laidCircles(scene, discs),
    labels,
    clusters: asOne.map((circles) => ({ circles, disc: discAround(circles.map((i) => discs[i]!)) })),
    insets: insets.map((inset) => layInset(inset, scene, discs, sizes)),
    key,
  };
}

/** Labels with what stands below their names for all, half, a quarter or none of the first ranks, so that most find room. */
function mostLabels(
  wantedFor: (arrows: number) => WantedLabel[],
  arena: Arena,
  arrows: boolean,
): LaidLabel[] {
  const count = wantedFor(0).length;
  let most: LaidLabel[] = [];
  for (const withBelow of arrows ? [count, Math.ceil(count / 2), Math.ceil(count / 4), 0] : [0]) {
    if (most.length === count && count > 0) break;
    const labels = placeLabels(wantedFor(withBelow), arena);
    if (labels.length > most.length) most = labels;
  }
  return most;
}

function sized(circles: readonly MapCircle[], { largestRadius }: Sizes): Disc[] {
  const largest = Math.max(0, ...circles.map(({ amount }) => amount ?? 0));
  return circles.map(({ x, y, amount, number, isDot }) => ({
    x,
    y,
    radius: isDot || number !== null ? DOT_RADIUS : circleRadius(amount, largest, largestRadius),
  }));
}

const laidCircles = ({ circles }: MapScene, discs: readonly Disc[]): LaidCircle[] =>
  discs
    .map((disc, circle): LaidCircle => ({ ...disc, circle, number: circles[circle]!.number }))
    .sort((p, q) => q.radius - p.radius || p.circle - q.circle);

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
  const box = placeInCorner(key, frame, scene.blocked, discs, scene.isFree);
  const hasGround = !scene.isFree(box) || discs.some((disc) => discMeetsBox(disc, grown(box, KEY_AIR)));
  return { ...key, box, hasGround };
}

/** Clusters with most people first. */
const byWeight = (clusters: readonly number[][], circles: readonly MapCircle[]): number[][] => {
  const weight = (cluster: readonly number[]): number =>
    cluster.reduce((sum, i) => sum + (circles[i]!.amount ?? 0), 0);
  return [...clusters].sort((p, q) => weight(q) - weight(p) || p[0]! - q[0]!);
};

function wantedLabels(
  scene: MapScene,
  sizes: Sizes,
  discs: readonly Disc[],
  asOne: readonly number[][],
  inInset: ReadonlySet<number>,
  arrows: number,
): WantedLabel[] {
  const { circles, width, height } = scene;
  const isNarrow = scene.medium === 'phone' || scene.width < INSET_FROM;
  const inCluster = new Set(asOne.flat());
  const inView = circles.flatMap(({ x, y }, i) => (x >= 0 && y >= 0 && x <= width && y <= height ? [i] : []));
  const isNumbered = circles.some(({ number }) => number !== null);
  const most = isNumbered && isNarrow ? MOST_BADGES : inView.length <= sizes.all ? sizes.all : sizes.most;
  const block = (i: number, hasBelow: boolean, signs: number): TextBlock => {
    const { figure, name, below, number } = circles[i]!;
    if (number !== null && isNarrow) return badgeBlock(number);
    if (number !== null)
      return withBadge(number, labelBlock({ figure, name, below: hasBelow ? below : '' }, sizes.text, signs));
    if (scene.medium === 'phone') return shortBlock({ figure, name, below: '' }, sizes.text.first);
    return labelBlock({ figure, name, below: hasBelow ? below : '' }, sizes.text, signs);
  };
  const single = inView
    .slice(0, most)
    .filter((i) => !inInset.has(i) && !inCluster.has(i))
    .map((i, rank): WantedLabel => ({
      circle: i,
      disc: discs[i]!,
      left: block(i, rank < arrows, SIGNS.left),
      right: block(i, rank < arrows, SIGNS.right),
    }));
  const together = asOne.map((cluster): WantedLabel => {
    const text = shortBlock(
      {
        figure: sumText(cluster, circles),
        name: `${clusterName(cluster, circles)} (${cluster.length})`,
        below: '',
      },
      sizes.text.first,
    );
    return { circle: cluster[0]!, disc: discAround(cluster.map((i) => discs[i]!)), left: text, right: text };
  });
  return [...together, ...single];
}

/** The place that most of the people of a cluster look to. */
export function clusterName(cluster: readonly number[], circles: readonly MapCircle[]): string {
  const sums = new Map<string, number>();
  for (const i of cluster) {
    const { towards, name, amount } = circles[i]!;
    const word = towards === '' ? name : towards;
    sums.set(word, (sums.get(word) ?? 0) + (amount ?? 1));
  }
  const [most] = [...sums].sort(([p, m], [q, n]) => n - m || (p < q ? -1 : 1));
  return `Around ${most![0]}`;
}

/** The sum as it is printed; '' where a figure is withheld. */
function sumText(cluster: readonly number[], circles: readonly MapCircle[]): string {
  const amounts = cluster.map((i) => circles[i]!.amount);
  return amounts.some((amount) => amount === null)
    ? ''
    : wholeText(Math.round(amounts.reduce<number>((sum, n) => sum + n!, 0)));
}

function discAround(discs: readonly Disc[]): Disc {
  const { left, top, right, bottom } = boxAround(discs.map(boxAbout));
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x,
    y,
    radius: Math.max(...discs.map((disc) => Math.hypot(disc.x - x, disc.y - y) + disc.radius)) + 4,
  };
}

function layInset(inset: Inset, scene: MapScene, discs: readonly Disc[], sizes: Sizes): LaidInset {
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
  const arena: Arena = {
    frame: {
      left: box.left + 4,
      right: box.right - 4,
      top: box.top + INSET_TITLE + 2,
      bottom: box.bottom - 4,
    },
    isFree: () => true,
    uncovered: [],
    overLand: true,
    blocked: [],
    discs: own,
    lines: [],
  };
  const wanted = circles.map((i): WantedLabel => {
    const { figure, name } = scene.circles[i]!;
    const text = shortBlock({ figure, name, below: '' }, Math.min(sizes.text.first, 13));
    return { circle: i, disc: own[i]!, left: text, right: text };
  });
  return {
    ...inset,
    title: clusterName(circles, scene.circles),
    sum: scene.sumOf(circles),
    zoom,
    laid,
    labels: placeLabels(wanted, arena),
  };
}
