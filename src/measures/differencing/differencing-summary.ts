/**
 * What subtraction gives away, in sentences.
 */
import type { Layer } from '../../layer/layer.js';
import { unitWord } from '../../layer/unit-word.js';
import { formatNumber } from '../../result/format-number.js';
import { counted, listText, wholeText } from '../../trouble/count-text.js';
import { measureWord } from '../columns.js';
import type { AtomMeasure } from './placed-people.js';
import type { ToldGroups } from './told-groups.js';
import { saySubtraction } from './write-subtraction.js';

/** Groups told one by one. */
const MOST_TOLD = 10;

/** The smallest groups, each as a subtraction; that there are none, where there are none. */
export function differencingSummary(
  layers: readonly Layer[],
  measure: AtomMeasure,
  { groups, smallUnits, completeTo, nameOf }: ToldGroups,
  under: number,
  withheld: boolean,
): string[] {
  const what = measureWord(measure);
  const fewer = `fewer than ${wholeText(under)} ${what}`;
  const between = listText(
    layers.map((layer) => `${wholeText(layer.codes.length)} ${wordOf(layer, layers)}`),
  );
  const told = groups.slice(0, MOST_TOLD);
  const more = groups.length - told.length;
  return [
    ...(groups.length > 0
      ? []
      : [
          `No group of ${fewer} can be had by subtraction between ${between}${completeTo === null ? '' : ' as far as was searched'}.`,
        ]),
    ...told.map(
      ({ people, subtraction }) =>
        `${withheld ? capital(fewer) : `${peopleText(people[0]!, measure)} ${what}`}: ${saySubtraction(subtraction, nameOf)}.`,
    ),
    ...(more > 0
      ? [
          `${counted(more, withheld ? 'more group' : 'larger group')} ${more === 1 ? 'stands' : 'stand'} in the table.`,
        ]
      : []),
    ...(smallUnits === 0
      ? []
      : [
          `${counted(smallUnits, 'unit')} ${smallUnits === 1 ? 'has' : 'have'} ${fewer} as ${smallUnits === 1 ? 'it is' : 'they are'}: published without any subtraction, and no group.`,
        ]),
    completeText(completeTo, fewer),
  ];
}

/** Two layers of one kind are told apart by their ids. */
const wordOf = (layer: Layer, layers: readonly Layer[]): string => {
  const word = unitWord(layer, layer.codes.length);
  const isTwin = layers.some((other) => other !== layer && other.kind === layer.kind && layer.kind !== null);
  return isTwin ? `${word} of ${layer.id}` : word;
};

const peopleText = (people: number, { decimals }: AtomMeasure): string =>
  Number.isInteger(people) ? wholeText(people) : formatNumber(people, decimals);

function completeText(completeTo: number | null, fewer: string): string {
  if (completeTo === null)
    return `The list is complete: whoever can be told apart in a group of ${fewer} is in one of these.`;
  const upTo =
    completeTo === 0
      ? 'some may be missing'
      : `it is complete for groups of up to ${counted(completeTo, 'combination')} of units, and larger ones may be missing`;
  return `The search was cut short: ${upTo}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
