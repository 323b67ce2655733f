/**
 * The circles and dots of a map of people in the order of their ranks, before anything is placed: for the picture and for the page.
 */
import type { MapRecord, MapUnit } from '../../../result/map-record.js';
import type { Result } from '../../../result/result.js';
import { layerWords } from '../../../result/layer-words.js';
import type { StoryCircle, StoryMap, UnitRef } from '../../../story/story.js';
import { wholeText } from '../../../trouble/count-text.js';
import type { Position } from '../map-lines.js';
import { coverMarks, type CoverMark } from './cover-marks.js';
import type { MapCircle } from './laid-map.js';
import { placesOfCircles } from './piece-places.js';
import { isHectares, type SumWords } from './sum-text.js';

/** Circles that are drawn at most, by rank. */
const MOST_CIRCLES = 120;

/** A circle or dot before it is placed. */
export type PeoplePoint = Omit<MapCircle, 'x' | 'y'> & {
  /** Longitude and latitude. */
  readonly position: Position;
  /** Unit that is chosen with it; null where there is none to choose. */
  readonly chooses: UnitRef | null;
};

export interface PeopleOfMap {
  readonly points: readonly PeoplePoint[];
  /** Circles with their units, for tints: the first of the points. */
  readonly told: readonly ToldCircle[];
  /** Gaps and doubles, whose dots are the rest of the points. */
  readonly marks: readonly CoverMark[];
  /** What circles count, and how many of them are drawn where that is not all. */
  readonly counts: string;
  /** Words for a sum: of what, and of which units. */
  readonly words: SumWords;
}

/** What there is to draw of people. */
export function peopleOfMap(
  result: Result,
  map: MapRecord,
  story: StoryMap | null,
  arcs: readonly (readonly Position[])[],
): PeopleOfMap {
  const isCover = result.command === 'coverage';
  const marks = isCover ? coverMarks(result).slice(0, MOST_CIRCLES) : [];
  const told = circlesOf(map, isCover ? [] : (story?.circles ?? []), arcs);
  const place = story?.place ?? null;
  const layer = result.layers.find(({ id }) => id === told[0]?.circle.unit.layer);
  return {
    told,
    marks,
    points: [...told.map((each): PeoplePoint => circlePoint(each, place)), ...marks.map(dotPoint)],
    counts: countsOf(story),
    words: {
      unit: layer === undefined ? 'unit' : layerWords(layer, result).short,
      isLand: told.some(({ circle }) => isHectares(circle.figure)),
    },
  };
}

export interface ToldCircle {
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

/** A circle: of a place it is named after the partner, which every circle of it has another. */
function circlePoint({ circle, position }: ToldCircle, place: UnitRef | null): PeoplePoint {
  const { amount, figure, unit, partner, number } = circle;
  const isPlace = (ref: UnitRef | null): boolean =>
    place !== null && ref?.layer === place.layer && ref.code === place.code;
  const [named, other] =
    partner !== null && isPlace(unit) ? [partner, null] : [unit, isPlace(partner) ? null : partner];
  return {
    position,
    chooses: named,
    amount,
    figure,
    name: named.name,
    towards: other?.name ?? '',
    below: other === null || other.name === '' ? '' : `→ ${other.name}`,
    number,
    isNone: false,
    isDot: false,
  };
}

const dotPoint = ({ kind, amount, figure, place, position }: CoverMark): PeoplePoint => ({
  position,
  chooses: null,
  amount,
  figure,
  name: kind === 'gap' ? 'in none' : 'in two or more',
  towards: '',
  below: place,
  number: null,
  isNone: kind === 'gap',
  isDot: true,
});

/** What circles count, and how many of them are drawn where that is not all. */
function countsOf(story: StoryMap | null): string {
  const all = story?.circles.length ?? 0;
  const counts = story?.counts ?? '';
  return all <= MOST_CIRCLES || counts === ''
    ? counts
    : `${counts}: largest ${wholeText(MOST_CIRCLES)} of ${wholeText(all)}`;
}
