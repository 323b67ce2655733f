/**
 * The map of a result as parts of an SVG picture: everything inside the frame.
 *
 *     result, story ──► subject ──► view of the land ──► layout ──► parts
 */
import type { Result } from '../../../result/result.js';
import type { MapRecord, MapUnit } from '../../../result/map-record.js';
import type { StoryCircle, StoryMap, UnitRef } from '../../../story/story.js';
import { counted, wholeText } from '../../../trouble/count-text.js';
import { layerWords } from '../../../result/layer-words.js';
import { arcPositions, arcsOfLayer, type Position } from '../map-lines.js';
import { fitPaper } from '../sheet-of-paper.js';
import { geometryPath } from '../svg-paths.js';
import { coverMarks, type CoverMark } from './cover-marks.js';
import { insetParts, keyParts, laidParts, scaleBar } from './draw-laid.js';
import { landParts, type LandScene } from './draw-land.js';
import { keyRows } from './key-rows.js';
import { freeOfLand } from './land-grid.js';
import { layPeopleMap, type MapCircle, type Medium } from './lay-people-map.js';
import type { Look, Part } from './looks.js';
import { coverNames } from './cover-names.js';
import { nameParts, namesInView, type NameScene } from './names-in-view.js';
import { placesOfCircles } from './piece-places.js';
import { INSET_TITLE } from './place-insets.js';
import { subjectOf, type Subject } from './subject.js';
import { boxOfLine, ringsInView, viewOfLand, type View } from './view-of-land.js';

export interface PictureWishes {
  readonly width: number;
  readonly leastHeight: number;
  readonly mostHeight: number;
  readonly medium: Medium;
  readonly look: Look;
  /** Beginning of every id, so that several pictures can stand in one document. */
  readonly id: string;
}

export interface MapPicture {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly string[];
}

/** Pixels kept free beside the land for columns of labels, and around it otherwise. */
const COLUMNS = 170;
const AIR = 20;
/** Circles that are drawn at most, by rank. */
const MOST_CIRCLES = 120;

/** Draws the map of a result; `story` says what it tells. */
export function mapPicture(
  result: Result,
  map: MapRecord,
  story: StoryMap | null,
  { width, leastHeight, mostHeight, medium, look, id }: PictureWishes,
): MapPicture {
  const whole = arcPositions(map);
  const subject = subjectOf(result, map, story, whole);
  const marks = result.command === 'coverage' ? coverMarks(result) : [];
  const told = circlesOf(
    map,
    marks.length > 0 || result.command === 'coverage' ? [] : (story?.circles ?? []),
    whole,
  );
  const hasLabels = told.length > 0 || marks.length > 0;
  const room = { x: hasLabels && medium !== 'phone' ? Math.min(COLUMNS, width / 5) : AIR, y: AIR };
  const paper = fitPaper(subject.bounds, width - 2 * room.x, mostHeight - 2 * room.y);
  const height = Math.round(Math.min(mostHeight, Math.max(leastHeight, paper.height + 2 * room.y)));
  const [right, down] = [(width - paper.width) / 2, (height - paper.height) / 2];
  const place = (position: Position): Position => {
    const [x, y] = paper.place(position);
    return [x + right, y + down];
  };
  const view: View = { place, box: { left: 0, top: 0, right: width, bottom: height } };
  const land = viewOfLand(whole, view);
  const { scene, former } = landScene(result, subject, told);
  const uncovered = marks.map(({ geometry }) => boxOfLine(outline(geometry).map(place)));
  const bar = scaleBar(height, paper.pixelsPerKilometre, look);
  const laid = layPeopleMap({
    width,
    height,
    medium,
    circles: [
      ...told.map(({ circle, position }): MapCircle =>
        circleIn(circle, place(position), story?.place ?? null),
      ),
      ...marks.map((mark): MapCircle => dotIn(mark, place(mark.position))),
    ],
    counts: countsOf(story),
    keyRows: keyRows(result, story, subject, {
      gaps: marks.some(({ kind }) => kind === 'gap'),
      doubles: marks.some(({ kind }) => kind === 'double'),
      former: former.length > 0,
    }),
    isFree: freeOfLand(
      [...scene.land.flat(), ...scene.toldLand].map((unit) => ringsInView(land, unit)),
      width,
      height,
    ),
    isWhole: true,
    blocked: [bar.box],
    uncovered,
    sumOf: (numbers) =>
      sumOf(
        result,
        numbers.map((i) => told[i]?.circle).filter((circle) => circle !== undefined),
      ),
  });
  const partOf = (i: number): Part =>
    i >= told.length ? 'dot' : isMain(told, i, subject) ? 'main-circle' : 'circle';
  const names = namesInView(nameScene(result, subject, told), land, { ...laid, uncovered });
  const insets = laid.insets.flatMap((inset, i) => {
    const { box, source, zoom } = inset;
    const inside: View = {
      place: (position) => {
        const [x, y] = place(position);
        return [box.left + (x - source.left) * zoom, box.top + INSET_TITLE + (y - source.top) * zoom];
      },
      box: { ...box, top: box.top + INSET_TITLE },
    };
    const own = viewOfLand(whole, inside);
    const ground = landParts({ ...scene, minor: subject.told?.units ?? [] }, own, look, `${id}-inset-${i}`);
    const called = namesInView({ units: subject.borders?.units ?? [], look: 'capitals' }, own, {
      circles: inset.laid,
      labels: inset.labels,
      insets: [],
      uncovered: [],
      key: null,
    });
    return insetParts(inset, [...ground, ...nameParts(called, look)].join(''), look, {
      id: `${id}-inset-${i}`,
      partOf,
    });
  });
  return {
    width,
    height,
    parts: [
      `<clipPath id="${id}-frame"><rect width="${width}" height="${height}"/></clipPath>`,
      `<g clip-path="url(#${id}-frame)">`,
      ...landParts(scene, land, look, id),
      ...marks.map(({ kind, geometry }) => `<path d="${geometryPath(geometry, place)}" ${look(kind)}/>`),
      ...nameParts(names, look),
      ...laidParts(laid, look, partOf),
      ...insets,
      ...keyParts(laid, look),
      bar.part,
      '</g>',
      `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" ${look('frame')}/>`,
    ],
  };
}

interface ToldCircle {
  readonly circle: StoryCircle;
  readonly position: Position;
  readonly unit: MapUnit | null;
  readonly partner: MapUnit | null;
}

/** The circles whose place the map knows, with their units. */
function circlesOf(
  map: MapRecord,
  circles: readonly StoryCircle[],
  arcs: readonly (readonly Position[])[],
): ToldCircle[] {
  const shown = circles.slice(0, MOST_CIRCLES);
  const unitOf = (ref: StoryCircle['partner']): MapUnit | null =>
    ref === null
      ? null
      : (map.layers.find(({ id }) => id === ref.layer)?.units.find(({ code }) => code === ref.code) ?? null);
  const places = placesOfCircles(map, shown, arcs);
  return shown.flatMap((circle, i) => {
    const position = places[i]!;
    return position === null
      ? []
      : [{ circle, position, unit: unitOf(circle.unit), partner: unitOf(circle.partner) }];
  });
}

/** Of a place the largest circle of each layer stands for its main partner. */
function isMain(told: readonly ToldCircle[], i: number, { place }: Subject): boolean {
  if (place === null) return false;
  const layersOf = ({ circle }: ToldCircle): string => `${circle.unit.layer} ${circle.partner?.layer ?? ''}`;
  const own = told.filter((other) => layersOf(other) === layersOf(told[i]!));
  return own.every(({ circle }) => (circle.amount ?? 0) <= (told[i]!.circle.amount ?? 0));
}

/** A circle on the picture: of a place it is named after the partner, which every circle of it has another. */
function circleIn(
  { amount, figure, unit, partner, number }: StoryCircle,
  [x, y]: Position,
  place: UnitRef | null,
): MapCircle {
  const isPlace = (ref: UnitRef | null): boolean =>
    place !== null && ref?.layer === place.layer && ref.code === place.code;
  const [named, other] =
    partner !== null && isPlace(unit) ? [partner, null] : [unit, isPlace(partner) ? null : partner];
  return {
    x,
    y,
    amount,
    figure,
    name: named.name,
    towards: other?.name ?? '',
    below: other === null || other.name === '' ? '' : `→ ${other.name}`,
    number,
    isDot: false,
  };
}

const dotIn = ({ kind, amount, figure, place }: CoverMark, [x, y]: Position): MapCircle => ({
  x,
  y,
  amount,
  figure,
  name: kind === 'gap' ? 'in none' : 'in two or more',
  towards: '',
  below: place,
  number: null,
  isDot: true,
});

/** What is drawn of the land, and the arcs that were borders before. */
function landScene(
  result: Result,
  { borders, told, place }: Subject,
  circles: readonly ToldCircle[],
): { readonly scene: LandScene; readonly former: readonly number[] } {
  const isCover = result.command === 'coverage';
  const split = new Set(circles.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  const former =
    result.command === 'compare' ? formerBorders(told?.units ?? [], borders?.units ?? [], split) : [];
  return {
    former,
    scene: {
      land: [borders?.units ?? [], isCover ? [] : (told?.units ?? [])].filter((units) => units.length > 0),
      toldLand: isCover ? (told?.units ?? []) : [],
      pieceLook: result.command === 'compare' ? 'moved' : 'tint',
      pieces: circles.flatMap(({ unit, partner }, i) =>
        unit === null || isMain(circles, i, { borders, told, place } as Subject)
          ? []
          : [{ unit, within: partner }],
      ),
      minor: isCover ? (told?.units ?? []) : result.command === 'compare' ? [] : [...split],
      borders: borders?.units ?? [],
      former,
      place,
    },
  };
}

/** Arcs between units that moved and others of before, where after has no border; none where the files were drawn apart. */
function formerBorders(
  before: readonly MapUnit[],
  after: readonly MapUnit[],
  moved: ReadonlySet<MapUnit>,
): number[] {
  const now = new Set(arcsOfLayer(after));
  const gone = arcsOfLayer(before).filter((k) => !now.has(k));
  if (gone.length > arcsOfLayer(before).length / 2) return [];
  const own = new Set(arcsOfLayer([...moved]));
  return gone.filter((k) => own.has(k));
}

/** `116,890 people in 5 councils`. */
function sumOf(result: Result, circles: readonly StoryCircle[]): string {
  const amounts = circles.map(({ amount }) => amount);
  const units = new Set(circles.map(({ unit }) => unit.code)).size;
  const layer = result.layers.find(({ id }) => id === circles[0]?.unit.layer);
  const word = layer === undefined ? 'unit' : layerWords(layer, result).short;
  const where = `in ${counted(units, word)}`;
  if (amounts.some((amount) => amount === null)) return where;
  const sum = Math.round(amounts.reduce<number>((total, amount) => total + amount!, 0));
  const isLand = circles.some(({ figure }) => / ha$/.test(figure.replaceAll('\u00a0', ' ')));
  return `${isLand ? counted(sum, 'hectare') : counted(sum, 'person', 'people')} ${where}`;
}

const outline = (geometry: CoverMark['geometry']): Position[] =>
  geometry.type === 'LineString'
    ? [...geometry.coordinates]
    : geometry.type === 'Polygon'
      ? [...geometry.coordinates[0]!]
      : geometry.coordinates.flatMap(([outer]) => [...outer!]);

/** Border units more than this are not named on the whole map. */
const MOST_NAMES = 16;

/** What is named: parents of neighbourhoods, neighbourhoods with their people where nothing is amiss, else the units whose borders are drawn. */
function nameScene(
  result: Result,
  { borders, told, place }: Subject,
  circles: readonly ToldCircle[],
): NameScene {
  if (place !== null) return { units: [], look: 'plain' };
  if (result.command === 'coverage' && circles.length === 0) return coverNames(result, borders, told);
  const units = borders?.units ?? [];
  return { units: units.length <= MOST_NAMES ? units : [], look: 'plain' };
}

/** What circles count, and how many of them are drawn where that is not all. */
function countsOf(story: StoryMap | null): string {
  const all = story?.circles.length ?? 0;
  const counts = story?.counts ?? '';
  return all <= MOST_CIRCLES || counts === ''
    ? counts
    : `${counts}: largest ${wholeText(MOST_CIRCLES)} of ${wholeText(all)}`;
}
