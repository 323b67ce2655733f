/**
 * The story of proposals: which of them lines up better, for the units that change.
 */
import type { Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import { atStart, countedWord, numberWord, shareText } from './number-words.js';
import { basisText, peopleNouns } from './people-nouns.js';
import { plainStory } from './plain-story.js';
import { readProposals, splitOf, type Proposals } from './read-proposals.js';
import { scenarioHeadline } from './scenario-headline.js';
import { scenarioMatrix } from './scenario-matrix.js';
import type { Story, StoryMap } from './story.js';
import { unitNouns } from './unit-nouns.js';

/** The story of a result of `scenario`. */
export function tellScenario(result: Result): Story {
  const found = readProposals(result);
  if (found === null) return plainStory(result);
  return {
    title: titleOf(found, result),
    headline: scenarioHeadline(found, result),
    subtitle: subtitleOf(found, result),
    // The matrix has them all.
    figures: [],
    bar: null,
    answer: scenarioMatrix(found, result),
    map: mapOf(found, result),
    footnotes: [],
  };
}

function titleOf({ columns, layer, against }: Proposals, result: Result): string {
  const proposals = columns.length - 1;
  const others = against.map((other) => unitNouns(other.layer, result).many);
  const about = listText([unitNouns(layer, result).many, ...others.slice(0, 1)]);
  return atStart(
    proposals === 1 ? `A proposal for ${about}` : `${numberWord(proposals)} proposals for ${about}`,
  );
}

/** `11 councils as two or as three, against ICBs of 2024 and police force areas. Usual residents, Census 2021.` */
function subtitleOf({ columns, layer, against, measure, basis }: Proposals, result: Result): string {
  const { one, many } = unitNouns(layer, result);
  const [now, ...proposals] = columns;
  const counts = [...new Set(proposals.map(({ units }) => units.length))];
  const what = countedWord(now.units.length, one, many);
  const become =
    counts.length === 1 && counts[0] === now.units.length
      ? ' with other borders or names'
      : ` as ${counts.map(numberWord).join(' or as ')}`;
  const others = against.map(
    (other) =>
      `${unitNouns(other.layer, result).many}${other.layer.vintage === null ? '' : ` of ${other.layer.vintage}`}`,
  );
  const counted = basisText(measure, basis);
  return [
    `${atStart(what)}${become}${others.length === 0 ? '' : `, against ${listText(others)}`}.`,
    ...(counted === '' ? [] : [`${counted}.`]),
  ].join(' ');
}

/** The last proposal on the map: its split units, against the first layer that splits any. */
function mapOf({ columns, against, layer, measure }: Proposals, result: Result): StoryMap | null {
  const last = columns.at(-1)!;
  const other = against.find(({ isHolder }) => !isHolder);
  if (result.map === undefined || other === undefined || last.name === null) return null;
  const id = other.layer.id;
  const { outside, split } = splitOf(last, id, false);
  const [mine, theirs] = [unitNouns(layer, result), unitNouns(other.layer, result)];
  const many = measure === null ? 'hectares' : peopleNouns(measure).many;
  const said = outside === null ? null : shareText(outside, outside);
  return {
    title:
      split === 0
        ? `${last.title}: no ${mine.one} that changes is split between ${theirs.many}`
        : `${last.title}: ${countedWord(split, mine.one, mine.many)} split between ${theirs.many}`,
    subtitle: said === null ? '' : `Circles: ${many} outside their ${mine.one}’s main ${theirs.one}`,
    borders: id,
    subject: `${layer.id}_new`,
    place: null,
    circles: [],
    counts: atStart(`${many} outside the main ${theirs.one}`),
  };
}
