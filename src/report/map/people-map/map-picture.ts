/**
 * The map of a result as parts of an SVG picture: everything inside the frame.
 *
 *     result, story ──► subject ──► view of the land ──► layout ──► parts
 */
import type { Result } from '../../../result/result.js';
import type { MapRecord } from '../../../result/map-record.js';
import type { StoryMap } from '../../../story/story.js';
import { arcPositions, type Position } from '../map-lines.js';
import { fitPaper, type Bounds, type Paper } from '../sheet-of-paper.js';
import { geometryPath } from '../svg-paths.js';
import { cutFarIslands, type IslandGroup } from './cut-far-islands.js';
import { formerBorders } from './former-borders.js';
import type { CoverMark } from './cover-marks.js';
import { insetParts, keyParts, laidParts, scaleBar } from './draw-laid.js';
import { landParts, type LandScene } from './draw-land.js';
import { keyRows } from './key-rows.js';
import { freeOfLand } from './land-grid.js';
import type { MapCircle, Medium } from './laid-map.js';
import { layPeopleMap } from './lay-people-map.js';
import type { Look, Part } from './looks.js';
import { coverNames } from './cover-names.js';
import { nameParts, namesInView, type NameScene } from './names-in-view.js';
import { peopleOfMap, type ToldCircle } from './people-of-map.js';
import { INSET_TITLE } from './place-insets.js';
import { islandParts, placeIslands } from './place-islands.js';
import { keyUnit, sumText } from './sum-text.js';
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
/** Pixels about the middle of a circle that the frame of islands stays away from. */
const ABOUT_CIRCLE = 16;

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
  const fit = (bounds: Bounds): Paper => fitPaper(bounds, width - 2 * room.x, mostHeight - 2 * room.y);
  const cut = cutFarIslands(subject, whole, (bounds) => fit(bounds).pixelsPerKilometre);
  const paper = fit(cut.bounds);
  const height = Math.round(Math.min(mostHeight, Math.max(leastHeight, paper.height + 2 * room.y)));
  const [right, down] = [(width - paper.width) / 2, (height - paper.height) / 2];
  const placeOnMain = (position: Position): Position => {
    const [x, y] = paper.place(position);
    return [x + right, y + down];
  };
  const view: View = { place: placeOnMain, box: { left: 0, top: 0, right: width, bottom: height } };
  const away = new Set(cut.islands.flatMap(({ arcs }) => [...arcs]));
  const land = viewOfLand(whole, view, away);
  const { scene, former } = landScene(result, subject, told);
  const bar = scaleBar(height, paper.pixelsPerKilometre, look);
  const isFree = freeOfLand(
    [...scene.land.flat(), ...scene.toldLand].map((unit) => ringsInView(land, unit)),
    width,
    height,
  );
  const islands = placeIslands(cut.islands, {
    width,
    height,
    pixelsPerKilometre: paper.pixelsPerKilometre,
    place: placeOnMain,
    isFree,
    blocked: [bar.box],
    discs: points.map(({ position }) => {
      const [x, y] = placeOnMain(position);
      return { x, y, radius: ABOUT_CIRCLE };
    }),
  });
  const placeFor = (position: Position): View['place'] =>
    islands.find(({ group }) => group.holds(position))?.view.place ?? placeOnMain;
  const place = (position: Position): Position => placeFor(position)(position);
  const uncovered = marks.map(({ geometry }) => boxOfLine(outline(geometry).map(place)));
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
    isFree,
    islands: islands.map(({ view: own }) => own.box),
    isApart: freeOfLand(subject.place === null ? [] : [ringsInView(land, subject.place)], width, height),
    isWhole: true,
    blocked: [bar.box, ...islands.map(({ box }) => box)],
    uncovered,
    sumOf: (numbers) =>
      sumText(
        numbers.map((i) => points[i]!),
        words,
      ),
  });
  const partOf = (i: number): Part => (points[i]!.isDot ? 'dot' : 'circle');
  const names = namesInView(nameScene(result, subject, told), land, {
    ...laid,
    uncovered: [...uncovered, ...islands.map(({ box }) => box)],
  });
  const insets = laid.insets.flatMap((inset, i) => {
    const { box, source, zoom } = inset;
    const inside: View = {
      place: (position) => {
        const [x, y] = placeOnMain(position);
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
      ...nameParts(names, look),
      ...islands.flatMap((each, i) =>
        islandParts(
          each,
          landParts(
            scene,
            viewOfLand(whole, each.view, notOn(each.group, whole.length)),
            look,
            `${id}-islands-${i}`,
          ).join(''),
          look,
          `${id}-islands-${i}`,
        ),
      ),
      ...marks.map(
        ({ kind, geometry }) =>
          `<path d="${geometryPath(geometry, placeFor(outline(geometry)[0]!))}" ${look(kind)}/>`,
      ),
      ...laidParts(laid, look, partOf, (i) => points[i]!.isNone),
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
  const former = formerBorders(result, { borders, told }, split);
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

/** Arcs that do not lie on islands. */
const notOn = ({ arcs }: IslandGroup, count: number): Set<number> =>
  new Set(Array.from({ length: count }, (_, k) => k).filter((k) => !arcs.has(k)));

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
