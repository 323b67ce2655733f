/**
 * The story of proposals: which of them lines up better, for the units that change.
 */
import type { Result } from '../result/result.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { plainStory } from './plain-story.js';
import { readProposals, splitOf, type Proposals } from './read-proposals.js';
import { scenarioHeadline } from './scenario-headline.js';
import { scenarioMatrix } from './scenario-matrix.js';
import type { Story, StoryMap } from './story.js';
import { unitWords } from '../result/layer-words.js';
import { basisWords } from './counted-text.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { hectareText } from '../result/hectare-text.js';
import { peopleNouns } from './amount-text.js';

/** The story of a result of `scenario`. */
export function tellScenario(given: Result): Story {
  const found = readProposals(given);
  if (found === null) return plainStory(given);
  // A map has the proposal as a layer of its own; nobody is to tell its units from those of now by their words.
  const result = { ...given, layers: given.layers.filter(({ id }) => id !== newLayerOf(found)) };
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

/** Id of the layer that the last proposal makes, on the map. */
const newLayerOf = ({ layer }: Proposals): string => `${layer.id}_new`;

function titleOf({ columns, layer, against }: Proposals, result: Result): string {
  const proposals = columns.length - 1;
  const others = against.map((other) => unitWords(other.layer, result).many);
  const about = listText([unitWords(layer, result).many, ...others.slice(0, 1)]);
  return capital(
    proposals === 1 ? `A proposal for ${about}` : `${numberText(proposals)} proposals for ${about}`,
  );
}

/** `11 councils as two or as three, against ICBs of 2024 and police force areas. Usual residents, Census 2021.` */
function subtitleOf({ columns, layer, against, measure, basis }: Proposals, result: Result): string {
  const { one, many } = unitWords(layer, result);
  const [now, ...proposals] = columns;
  const counts = [...new Set(proposals.map(({ units }) => units.length))];
  const what = countedUnits(now.units.length, { one, many });
  const become =
    counts.length === 1 && counts[0] === now.units.length
      ? ' with other borders or names'
      : ` as ${counts.map(numberText).join(' or as ')}`;
  const others = against.map(
    (other) =>
      `${unitWords(other.layer, result).many}${other.layer.vintage === null ? '' : ` of ${other.layer.vintage}`}`,
  );
  const counted = measure === null ? '' : capital(basisWords(measure, basis));
  return [
    `${capital(what)}${become}${others.length === 0 ? '' : `, against ${listText(others)}`}.`,
    ...(counted === '' ? [] : [`${counted}.`]),
  ].join(' ');
}

/** The last proposal on the map: its split units, against the first layer that splits any. */
function mapOf(found: Proposals, result: Result): StoryMap | null {
  const { columns, against, layer, measure } = found;
  const last = columns.at(-1)!;
  const other = against.find(({ isHolder }) => !isHolder);
  if (result.map === undefined || other === undefined || last.name === null) return null;
  const id = other.layer.id;
  const { split } = splitOf(last, id, false);
  const [mine, theirs] = [unitWords(layer, result), unitWords(other.layer, result)];
  const many = measure === null ? 'hectares' : peopleNouns(measure).many;
  return {
    title:
      split === 0
        ? `${last.title}: no ${mine.one} that changes is split between ${theirs.many}`
        : `${last.title}: ${countedUnits(split, mine)} split between ${theirs.many}`,
    subtitle: `Circles: ${many} outside their ${mine.one}’s main ${theirs.one}`,
    borders: id,
    subject: newLayerOf(found),
    place: null,
    circles: last.own.flatMap(({ unit, against: standings }) => {
      const { partners, outside: amount } = standings.get(id)!;
      if (partners < 2) return [];
      return [
        {
          unit,
          partner: null,
          amount,
          figure: amount === null ? '' : measure === null ? hectareText(amount) : wholeText(amount),
          number: null,
        },
      ];
    }),
    counts: capital(`${many} outside the main ${theirs.one}`),
  };
}
