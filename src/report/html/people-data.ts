/**
 * The circles of people that a page draws over its map.
 */
import type { Result } from '../../result/result.js';
import type { Story, StoryCircle, UnitRef } from '../../story/story.js';
import { arcPositions } from '../map/map-lines.js';
import { keyRows } from '../map/people-map/key-rows.js';
import { peopleOfMap } from '../map/people-map/people-of-map.js';
import { subjectOf } from '../map/people-map/subject.js';
import type { PeopleData } from './client/page-data.js';

/** The circles, units by their layer's number on the page; null where the story has none or nothing is drawn. */
export function peopleData(
  result: Result,
  { map: told }: Story,
  layers: readonly string[],
): PeopleData | null {
  const { map } = result;
  if (map === undefined || told === null) return null;
  const arcs = arcPositions(map);
  const { points, told: circles, marks, counts, words } = peopleOfMap(result, map, told, arcs);
  if (points.length === 0) return null;
  const targetOf = ({ layer, code }: UnitRef): string => `u:${layers.indexOf(layer)}:${code}`;
  const tintOf = (circle: StoryCircle | undefined): [string, string] =>
    circle === undefined || circle.partner === null
      ? ['', '']
      : [targetOf(circle.unit), targetOf(circle.partner)];
  const drawn = {
    gaps: marks.some(({ kind }) => kind === 'gap'),
    doubles: marks.some(({ kind }) => kind === 'double'),
    former: false,
  };
  return {
    counts,
    words,
    keyRows: keyRows(result, told, subjectOf(result, map, told, arcs), drawn),
    points: points.map(({ position, chooses, ...point }, i) => ({
      ...point,
      at: [position[0], position[1]],
      target: chooses === null ? '' : targetOf(chooses),
      tint: tintOf(circles[i]?.circle),
    })),
  };
}
