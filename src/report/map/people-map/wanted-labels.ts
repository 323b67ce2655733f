/**
 * What the labels of circles say, and of which circles: each its own, a cluster without an inset one for all.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { boxAbout, boxAround, type Disc } from './boxes.js';
import { badgeBlock, labelBlock, shortBlock, withBadge, type TextBlock } from './label-text.js';
import type { MapCircle, MapScene } from './laid-map.js';
import { isNarrow, type Sizes } from './medium-sizes.js';
import type { WantedLabel } from './place-beside.js';

/** Signs of a line under a name, in the left column and in the right. */
const SIGNS = { left: 27, right: 34 };
/** Numbers without words on a narrow picture. */
const MOST_BADGES = 30;

/** Labels in the order of ranks, clusters first; the first so many have what stands below their names. */
export function wantedLabels(
  scene: MapScene,
  sizes: Sizes,
  discs: readonly Disc[],
  asOne: readonly number[][],
  inInset: ReadonlySet<number>,
  arrows: number,
): WantedLabel[] {
  const { circles, width, height } = scene;
  const narrow = isNarrow(scene);
  const inCluster = new Set(asOne.flat());
  const inView = circles.flatMap(({ x, y }, i) => (x >= 0 && y >= 0 && x <= width && y <= height ? [i] : []));
  const isNumbered = circles.some(({ number }) => number !== null);
  const most = isNumbered && narrow ? MOST_BADGES : inView.length <= sizes.all ? sizes.all : sizes.most;
  const block = (i: number, hasBelow: boolean, signs: number): TextBlock => {
    const { figure, name, below, number } = circles[i]!;
    if (number !== null && narrow) return badgeBlock(number);
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

/** The disc that holds some. */
export function discAround(discs: readonly Disc[]): Disc {
  const { left, top, right, bottom } = boxAround(discs.map(boxAbout));
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x,
    y,
    radius: Math.max(...discs.map((disc) => Math.hypot(disc.x - x, disc.y - y) + disc.radius)) + 4,
  };
}
