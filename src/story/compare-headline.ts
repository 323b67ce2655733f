/**
 * What two vintages come to, in one sentence: what moved, most people first; else what was only renamed or redrawn.
 */
import { listText, withArticle } from '../trouble/count-text.js';
import { amountOf, type Comparison } from './read-comparison.js';
import { unitNouns } from '../result/layer-words.js';
import { sumOrNull } from './cells.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { hectareText } from '../result/hectare-text.js';
import { countedOf, peopleNouns } from './amount-text.js';

/** How many units had one of some changes. */
export const countOf = (changes: readonly string[], ...words: readonly string[]): number =>
  changes.filter((change) => words.includes(change)).length;

/** The headline, no full stop. */
export function compareHeadline(found: Comparison): string {
  const { transfers, small } = found;
  const between = transfers.filter(({ from, to }) => from !== null && to !== null);
  if (between.length > 0) return capital(changedHands(found, between));
  if (transfers.length > 0) return capital(ofNobody(found));
  return capital(small.length > 0 ? smallPieces(found) : nothingMoved(found));
}

/** Whether units went into others whole or in parts: then units close and open, and most who move did not choose to. */
export const isReorganised = ({ transfers }: Comparison): boolean =>
  transfers.some(({ change }) => change === 'merged' || change === 'split');

function changedHands(found: Comparison, between: Comparison['transfers']): string {
  const { before, after, measure, ofBefore, ofAfter } = found;
  const amount = sumOrNull(between.map((each) => amountOf(found, each)));
  const [was, is] = [unitNouns(before), unitNouns(after)];
  const pieces = countedUnits(between.length, { one: 'piece', many: 'pieces' });
  if (isReorganised(found)) {
    const [closed, opened] = [countOf(ofBefore, 'abolished'), countOf(ofAfter, 'created')];
    const come =
      amount === null
        ? `${pieces} ${between.length === 1 ? 'comes' : 'come'}`
        : `${countedOf(amount, measure)} ${Math.round(amount) === 1 && measure !== null ? 'comes' : 'come'}`;
    const how =
      ofBefore.length !== ofAfter.length
        ? `${numberText(ofBefore.length)} become ${numberText(ofAfter.length)}`
        : closed + opened === 0
          ? 'borders change'
          : `${countedUnits(closed, { one: 'closes', many: 'close' })} and ${countedUnits(opened, { one: 'opens', many: 'open' })}`;
    return was.many === is.many
      ? `${come} to another ${is.one} as ${how}`
      : `${come} to another unit as ${numberText(ofBefore.length)} ${was.many} become ${numberText(ofAfter.length)} ${is.many}`;
  }
  if (between.length === 1) {
    const [{ from, to }] = between as [Comparison['transfers'][number]];
    return `${amount === null ? 'one piece' : countedOf(amount, measure)} moved from ${from!.name} to ${to!.name}`;
  }
  const among = was.many === is.many ? is.many : `${was.many} and ${is.many}`;
  if (measure === null && amount !== null)
    return `${pieces}, ${hectareText(amount)} together, changed hands between ${among}`;
  return `${amount === null ? pieces : `${countedOf(amount, measure)} in ${pieces}`} changed hands between ${among}`;
}

/** Land that was nobody's before, or is nobody's after. */
function ofNobody(found: Comparison): string {
  const { measure, before, after, transfers } = found;
  const sum = (pieces: Comparison['transfers']): number | null =>
    sumOrNull(pieces.map((each) => amountOf(found, each)));
  const [fresh, gone] = [
    transfers.filter(({ from }) => from === null),
    transfers.filter(({ from }) => from !== null),
  ];
  const who = (pieces: Comparison['transfers']): string => {
    const amount = sum(pieces);
    return amount === null
      ? countedUnits(pieces.length, { one: 'piece', many: 'pieces' })
      : countedOf(amount, measure);
  };
  const isOne = (pieces: Comparison['transfers']): boolean => who(pieces).startsWith('one ');
  const { many } = peopleNouns(measure);
  const [come, were] = isOne(fresh) ? ['comes', 'was'] : ['come', 'were'];
  const relative = many === 'ha' || sum(fresh) === null ? 'that' : 'who';
  const parts = [
    ...(fresh.length === 0
      ? []
      : [`${who(fresh)} ${come} to ${withArticle(unitNouns(after).one)} ${relative} ${were} in none`]),
    ...(gone.length === 0
      ? []
      : [
          `${who(gone)} ${isOne(gone) ? 'is' : 'are'} ${fresh.length === 0 ? `in no ${unitNouns(before).one}` : 'in none'} any more`,
        ]),
  ];
  return listText(parts);
}

function smallPieces(found: Comparison): string {
  const { small, measure } = found;
  const amount = sumOrNull(small.map((each) => amountOf(found, each)));
  const pieces = countedUnits(small.length, { one: 'small piece', many: 'small pieces' });
  if (amount === null) return `only ${pieces} changed hands`;
  if (measure === null) return `only ${pieces}, ${hectareText(amount)}, changed hands`;
  if (amount > 0) return `only ${countedOf(amount, measure)} moved, in ${pieces}`;
  const land = sumOrNull(small.map(({ hectares }) => hectares));
  return `nobody moved: ${land === null ? '' : `${hectareText(land)} without people in `}${pieces} changed hands`;
}

/** What units were that only carry on under another name, code or outline. */
const DONE: readonly (readonly [done: string, ...changes: string[]])[] = [
  ['renamed', 'renamed'],
  ['given a new code', 'recoded'],
  ['redrawn', 'redrawn within tolerance', 'coastline redrawn'],
];

function nothingMoved({ after, ofAfter }: Comparison): string {
  const done = DONE.filter(([, ...changes]) => countOf(ofAfter, ...changes) > 0);
  if (done.length === 0) return 'nothing changed';
  const units = ofAfter.length - countOf(ofAfter, 'unchanged');
  const { one, many } = unitNouns(after);
  const words = done.map(([word]) => word);
  const what = words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
  return `nothing moved: ${countedUnits(units, { one, many })} ${units === 1 ? 'was' : 'were'} ${what}`;
}
