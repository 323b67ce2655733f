/**
 * The map of a result as parts of an SVG picture: everything inside the frame.
 *
 *     result, story ──► subject ──► view of the land ──► layout ──► parts
 */
import type { Result } from '../../../result/result.js';
import type { MapRecord, MapUnit } from '../../../result/map-record.js';
import type { StoryMap } from '../../../story/story.js';
import { arcPositions, arcsOfLayer, type Position } from '../map-lines.js';
import { fitPaper } from '../sheet-of-paper.js';
import { geometryPath } from '../svg-paths.js';
import type { CoverMark } from './cover-marks.js';
import { insetParts, keyParts, laidParts, scaleBar } from './draw-laid.js';
import { landParts, type LandScene } from './draw-land.js';
import { keyRows } from './key-rows.js';
import { freeOfLand } from './land-grid.js';
import { layPeopleMap, type MapCircle, type Medium } from './lay-people-map.js';
import type { Look, Part } from './looks.js';
import { coverNames } from './cover-names.js';
import { nameParts, namesInView, type NameScene } from './names-in-view.js';
import { peopleOfMap, type ToldCircle } from './people-of-map.js';
import { keyUnit, sumText } from './sum-text.js';
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

/** Draws the map of a result; `story` says what it tells. */
export function mapPicture(
  result: Result,
  map: MapRecord,
  story: StoryMap | null,
  { width, leastHeight, mostHeight, medium, look, id }: PictureWishes,
): MapPicture {
  const whole = arcPositions(map);
  const subject = subjectOf(result, map, story, whole);
  const { told, marks, points, counts, words } = peopleOfMap(result, map, story, whole);
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
    circles: points.map(({ position, ...point }): MapCircle => {
      const [x, y] = place(position);
      return { ...point, x, y };
    }),
    counts,
    unit: keyUnit(words),
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
      sumText(
        numbers.map((i) => points[i]!),
        words,
      ),
  });
  const partOf = (i: number): Part => (points[i]!.isDot ? 'dot' : 'circle');
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
      pieces: circles.flatMap(({ unit, partner }) => (unit === null ? [] : [{ unit, within: partner }])),
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

const outline = (geometry: CoverMark['geometry']): Position[] =>
  geometry.type === 'LineString'
    ? [...geometry.coordinates]
    : geometry.type === 'Polygon'
      ? [...geometry.coordinates[0]!]
      : geometry.coordinates.flatMap(([outer]) => [...outer!]);

/** Border units more than this are not named on the whole map. */
const MOST_NAMES = 16;

/** What is named: around a place its partners, parents of neighbourhoods, neighbourhoods with their people where nothing is amiss, else the units whose borders are drawn. */
function nameScene(
  result: Result,
  { borders, told, place }: Subject,
  circles: readonly ToldCircle[],
): NameScene {
  if (result.command === 'coverage' && circles.length === 0) return coverNames(result, borders, told);
  const units = borders?.units ?? [];
  return { units: place !== null || units.length <= MOST_NAMES ? units : [], look: 'plain' };
}
