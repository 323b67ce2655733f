/**
 * The parts that a map is painted of, made once: outlines, coast and borders of each layer, units that are shared.
 *
 *     ~~~~~coast~~~~~~        an arc with land of its layer on one side alone is coast, unless all along it land of
 *     ───┐     ┌──────        another layer lies a little further off
 *        border
 */
import type { Sheet } from './decode-map.js';
import type { TargetFinder } from './find-target.js';
import { landOutline, type Cycle } from './land-outline.js';
import { arcNumber } from './outlines.js';
import { dotPainter, type PaintDots } from './paint-dots.js';
import type { PageData } from './page-data.js';
import { joinBoxes, type Box } from './plane.js';
import type { UnitView } from './targets.js';

/** Arcs that lie close together, as those of a page do whose numbers follow one another, and the box of them all. */
export interface Cluster {
  readonly arcs: readonly number[];
  readonly box: Box;
}

/** What is painted of each layer, by its number. */
export interface MapParts {
  readonly sheet: Sheet;
  readonly styles: readonly number[];
  /** Layers as their land is painted, and as their borders are: the thickest last, of two moments the later one. */
  readonly order: readonly number[];
  readonly lineOrder: readonly number[];
  readonly outlines: readonly (readonly Cycle[])[];
  /** Those of the outlines that touch a coast: all others lie in land of another layer. */
  readonly shores: readonly (readonly Cycle[])[];
  readonly coast: readonly Cluster[][];
  readonly borders: readonly Cluster[][];
  readonly sharedBorders: readonly Cluster[][];
  readonly shared: readonly UnitView[];
  /** Units whose land within another one is tinted, by that other one. */
  readonly tints: readonly { readonly within: UnitView; readonly units: readonly UnitView[] }[];
  /** Units that proposals change, which the map opens with; none where there are no proposals. */
  readonly changing: readonly UnitView[];
  /** Layer whose land has the colour of neighbourhoods; -1 for none. */
  readonly told: number;
  /** The place that the map is about, and the one layer whose borders are drawn around it; null for none. */
  readonly place: { readonly unit: UnitView; readonly borders: number } | null;
  /** Borders of the earlier of two moments that the later one has not; null where there are no two moments. */
  readonly former: {
    readonly earlier: number;
    readonly later: number;
    readonly borders: readonly Cluster[];
  } | null;
  /** Whether circles tell the whole map, so that finer borders wait for a closer view. */
  readonly isCalm: boolean;
  /** Paints people as dots; null where there are none. */
  readonly paintDots: PaintDots | null;
  /** Kilometres across the unit in the middle, by size. */
  readonly middleSize: readonly number[];
  /** The box of everything that is drawn. */
  readonly whole: Box;
}

/** Arcs of a cluster. */
const CLUSTER = 128;
/** Part of the map's length that is looked beyond a coast. */
const BEYOND = 1 / 400;

/** Makes the parts. */
export function mapParts(
  sheet: Sheet,
  { layers, shared: sharedUnits, people, dots, told, place, changing }: PageData,
  areMoments: boolean,
  finder: TargetFinder,
): MapParts {
  const styles = layers.map(({ style }) => style);
  const order = [...layers.keys()].sort((p, q) => styles[p]! - styles[q]!);
  const unitsOf = layers.map((_, l) =>
    sheet.units.filter(({ layer, rings }) => layer === l && rings.length > 0),
  );
  const isShared = new Set(sharedUnits.map(([layer, unit]) => `${layer}:${unit}`));
  const shared = unitsOf.flat().filter(({ layer, number }) => isShared.has(`${layer}:${number}`));
  const outlines = unitsOf.map((units) =>
    landOutline(
      units.flatMap(({ rings }) => rings),
      sheet.arcs,
      sheet.boxes,
    ),
  );
  const whole = joinBoxes([...sheet.units, ...sheet.shapes].map(({ box }) => box));
  const far = BEYOND * Math.max(whole[2] - whole[0], whole[3] - whole[1]);
  const isLand = (x: number, y: number, but: number): boolean =>
    layers.some((_, l) => l !== but && finder.unitsAt(l, x, y).length > 0);
  // Splinters of a ragged shore, which have land all about them, are coast too.
  const isLong = (arc: number): boolean => {
    const [west, top, east, foot] = sheet.boxes[arc]!;
    return Math.max(east - west, foot - top) > far;
  };
  const coast = outlines.map((cycles, l) => [
    ...new Set(
      cycles.flatMap(({ arcs }) =>
        arcs.flatMap((k) =>
          isLong(arcNumber(k)) && placesBeside(sheet, k, far).every(([x, y]) => isLand(x, y, l))
            ? []
            : [arcNumber(k)],
        ),
      ),
    ),
  ]);
  const isCoast = coast.map((arcs) => new Set(arcs));
  const clusters = (arcs: readonly number[]): Cluster[] => {
    const rising = [...arcs].sort((p, q) => p - q);
    return Array.from({ length: Math.ceil(rising.length / CLUSTER) }, (_, i) => {
      const own = rising.slice(CLUSTER * i, CLUSTER * (i + 1));
      return { arcs: own, box: joinBoxes(own.map((k) => sheet.boxes[k]!)) };
    });
  };
  const arcsOf = (units: readonly UnitView[], l: number): number[] => {
    return [...new Set(units.flatMap(({ rings }) => rings.flatMap((ring) => ring.map(arcNumber))))].filter(
      (k) => !isCoast[l]!.has(k),
    );
  };
  const bordersOf = unitsOf.map((units, l) => arcsOf(units, l));
  return {
    sheet,
    styles,
    order,
    lineOrder: areMoments ? order : [...order].reverse(),
    outlines,
    shores: outlines.map((cycles, l) =>
      cycles.filter(({ arcs }) => arcs.some((k) => isCoast[l]!.has(arcNumber(k)))),
    ),
    coast: coast.map(clusters),
    borders: bordersOf.map(clusters),
    sharedBorders: unitsOf.map((_, l) =>
      clusters(
        arcsOf(
          shared.filter(({ layer }) => layer === l),
          l,
        ),
      ),
    ),
    shared,
    tints: people === null ? [] : tintsOf(people.points, sheet.units),
    changing: unitsOf
      .flat()
      .filter(({ layer, number }) => layer === changing?.[0] && changing[1].includes(number)),
    told,
    place: placeOf(place, people, sheet.units),
    former: areMoments ? formerOf(styles, bordersOf, clusters) : null,
    paintDots: dots === null ? null : dotPainter(dots, sheet.project),
    isCalm: people !== null && told < 0,
    middleSize: unitsOf.map((units) => {
      const sizes = units.map(({ box }) => Math.max(box[2] - box[0], box[3] - box[1])).sort((p, q) => p - q);
      return sizes[sizes.length >> 1] ?? 0;
    }),
    whole,
  };
}

/** Units to tint by the one within which, from the circles of a page. */
function tintsOf(
  points: NonNullable<PageData['people']>['points'],
  units: readonly UnitView[],
): MapParts['tints'] {
  const known = new Map(units.map((unit) => [`u:${unit.layer}:${unit.code}`, unit]));
  const found = new Map<UnitView, UnitView[]>();
  for (const { tint } of points) {
    const [unit, within] = tint.map((target) => known.get(target));
    if (unit !== undefined && within !== undefined) found.set(within, [...(found.get(within) ?? []), unit]);
  }
  return [...found].map(([within, own]) => ({ within, units: own }));
}

/** The place of a page whose circles tell of it. */
function placeOf(
  place: PageData['place'],
  people: PageData['people'],
  units: readonly UnitView[],
): MapParts['place'] {
  const unit = units.find(({ layer, number }) => layer === place?.[0] && number === place[1]);
  return unit === undefined || people === null || people.borders < 0
    ? null
    : { unit, borders: people.borders };
}

/** What of the borders of the first of two moments is gone in the second. */
function formerOf(
  styles: readonly number[],
  bordersOf: readonly (readonly number[])[],
  clusters: (arcs: readonly number[]) => Cluster[],
): MapParts['former'] {
  const [earlier, later] = [styles.indexOf(0), styles.indexOf(1)];
  if (earlier < 0 || later < 0) return null;
  const now = new Set(bordersOf[later]);
  return { earlier, later, borders: clusters(bordersOf[earlier]!.filter((arc) => !now.has(arc))) };
}

/** Places along an arc that are looked at. */
const PLACES = 4;

/** Places off an arc, so many kilometres and a third of that, away from the land: rings of land run anticlockwise. */
function placesBeside({ arcs }: Sheet, k: number, far: number): [number, number][] {
  const line = arcs[arcNumber(k)]!;
  const edges = line.length / 2 - 1;
  // On the plane y runs down: what lies to the right of a run there is the outside of its ring.
  const turn = k < 0 ? -1 : 1;
  return Array.from({ length: Math.min(PLACES, edges) }, (_, n) => {
    const i = 2 * Math.floor(((n + 0.5) * edges) / Math.min(PLACES, edges));
    const [x1, y1, x2, y2] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    return [far, far / 3].map((off): [number, number] => [
      (x1 + x2) / 2 - (turn * off * (y2 - y1)) / length,
      (y1 + y2) / 2 + (turn * off * (x2 - x1)) / length,
    ]);
  }).flat();
}
