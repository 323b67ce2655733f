/**
 * The circles of people that a page draws over its map.
 */
import type { Result } from '../../result/result.js';
import { layerWords } from '../../result/layer-words.js';
import type { Story, StoryCircle, StoryMap, UnitRef } from '../../story/story.js';
import { withArticle } from '../../trouble/count-text.js';
import { arcPositions } from '../map/map-lines.js';
import { formerBorders } from '../map/people-map/former-borders.js';
import { keyRows } from '../map/people-map/key-rows.js';
import type { KeyRow } from '../map/people-map/place-key.js';
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
  const subject = subjectOf(result, map, told, arcs);
  const moved = new Set(circles.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  const drawn = {
    gaps: marks.some(({ kind }) => kind === 'gap'),
    doubles: marks.some(({ kind }) => kind === 'double'),
    former: formerBorders(result, subject, moved).length > 0,
  };
  return {
    counts,
    borders: layers.indexOf(told.borders ?? ''),
    words,
    keyRows: [...keyRows(result, told, subject, drawn), ...proposalRows(result, told)],
    points: points.map(({ position, chooses, ...point }, i) => ({
      ...point,
      at: [position[0], position[1]],
      target: chooses === null ? '' : targetOf(chooses),
      tint: tintOf(circles[i]?.circle),
    })),
  };
}

/** What else is drawn of proposals: their units, and the borders that they take away. */
function proposalRows(result: Result, { subject }: StoryMap): KeyRow[] {
  const layer = result.layers.find(({ id }) => id === subject);
  if (result.command !== 'scenario' || layer === undefined) return [];
  return [
    { sample: 'group-edge', words: `border of ${withArticle(layerWords(layer, result).short)}` },
    { sample: 'former', words: 'border that goes' },
    { sample: 'unit', words: 'land that changes' },
  ];
}
