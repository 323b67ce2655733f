/**
 * What is said of the placing of polygon blocks: how many people hang on which rule.
 */
import { percentText } from '../../result/percent-text.js';
import { unitWord } from '../../layer/unit-words.js';
import type { Disclosure } from '../../layer/disclosure.js';
import { counted, countedPeople, firstThree, wholeText } from '../../trouble/count-text.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import type { BlocksAgainst, Place, PlacedBlocks } from './place-polygons.js';

/** The share of people in contested blocks from which it is a warning. */
const MANY = 0.01;

/** How a measure was placed; figures are left out under a rule. */
export function methodText(
  placed: PlacedBlocks,
  place: Place,
  values: Float64Array,
  rule: Disclosure | null,
): string {
  const word = place === 'area' ? 'shared by area' : 'whole blocks';
  if (rule !== null) return word;
  const { blocks, people, others } = sumShared(placed, values);
  if (place === 'area')
    return `${word}: ${wholeText(people)} in ${counted(blocks, 'shared block')}, ${wholeText(others)} in whole ones`;
  return `${word}: ${wholeText(people)} in ${counted(blocks, 'block')} given to the unit with most of each, ${wholeText(others)} in one unit anyway`;
}

/** Sentences on shared blocks and on slivers between blocks and units; none under a rule. */
export function placingSentences(
  placed: PlacedBlocks,
  place: Place,
  name: string,
  values: Float64Array,
  rule: Disclosure | null,
): string[] {
  if (rule !== null) return [];
  const { blocks, people } = sumShared(placed, values);
  const one = blocks === 1;
  const how =
    place === 'area'
      ? `${one ? 'is' : 'are'} shared by area`
      : `${one ? 'is' : 'are each'} given to the unit with most of it`;
  const thin = sumMoved(placed, values);
  const metres = placed.against.map(({ layer, tolerance }) => `${tolerance} m in ${unitWord(layer, 2)}`);
  return [
    ...(blocks === 0
      ? []
      : [`${counted(blocks, 'block')} cut by borders, with ${countedPeople(people, name)}, ${how}.`]),
    ...(thin < 0.5 || place === 'whole'
      ? []
      : [
          `${countedPeople(thin, name)} in slivers between blocks and units (thinner than ${firstThree(metres)}) are counted with the rest of their block.`,
        ]),
  ];
}

/** A sentence for each layer in which some people are in contested blocks, but not many; none under a rule. */
export const contestedSentences = (
  { against }: PlacedBlocks,
  name: string,
  rule: Disclosure | null,
): string[] =>
  rule !== null
    ? []
    : against
        .filter((each) => each.contested >= 0.5 && !isMuch(each))
        .map(
          (each) =>
            `${contestedText(each, name)} in blocks of which no ${unitWord(each.layer, 1)} has three quarters.`,
        );

/** A warning for each layer in which many people are in contested blocks. */
export const contestedFindings = (
  { against }: PlacedBlocks,
  name: string,
  rule: Disclosure | null,
): Finding[] =>
  against.filter(isMuch).map((each) =>
    makeFinding({
      layer: each.layer.id,
      finding: 'contested-blocks',
      severity: 'warning',
      detail: `${rule === null ? contestedText(each, name) : `over 1 % of ${name}`} in blocks of which no unit has three quarters, so that it is unsure where they belong; use a lookup or finer files`,
    }),
  );

const isMuch = ({ people, contested }: BlocksAgainst): boolean => contested > MANY * people;

const contestedText = ({ people, contested }: BlocksAgainst, name: string): string =>
  `${countedPeople(contested, name)} (${percentText((100 * contested) / people)})`;

/** People of the blocks that are shared, and of all others. */
function sumShared(
  { isShared }: PlacedBlocks,
  values: Float64Array,
): { blocks: number; people: number; others: number } {
  let [blocks, people, others] = [0, 0, 0];
  values.forEach((value, block) => {
    if (Number.isNaN(value)) return;
    if (isShared[block] === 0) others += value;
    else {
      blocks++;
      people += value;
    }
  });
  return { blocks, people, others };
}

const sumMoved = ({ moved }: PlacedBlocks, values: Float64Array): number =>
  moved.reduce(
    (sum, part, block) => sum + (part === 0 || Number.isNaN(values[block]!) ? 0 : part * values[block]!),
    0,
  );
