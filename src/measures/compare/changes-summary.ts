/**
 * What changed between two vintages, in sentences.
 */
import { hectareText } from '../../result/hectare-text.js';
import { measureWord } from '../columns.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { hectares } from '../../result/units-of-measure.js';
import { unitWord } from '../../layer/unit-words.js';
import { sameCode } from '../changes/continuation.js';
import { wholeParts } from '../../result/whole-parts.js';
import { counted, countedPeople, wholeText } from '../../trouble/count-text.js';
import { changedHands, matters } from '../changes/changes-table.js';
import type { PairsOfLayers } from '../pairs/pairs-of-layers.js';
import type { Changes, Piece, UnitChange } from '../changes/changes.js';

const WORDS: readonly UnitChange[] = [
  'unchanged',
  'recoded',
  'renamed',
  'redrawn within tolerance',
  'coastline redrawn',
  'enlarged',
  'reduced',
  'enlarged and reduced',
];

/** Headline first: how many units before and after, and what became of them. */
export function changesSummary(changes: Changes): string[] {
  return [headline(changes), ...transfers(changes), ...coast(changes), ...names(changes)];
}

function headline({ before, after, ofBefore, ofAfter }: Changes): string {
  const counts: string[] = WORDS.map(
    (word) => [ofAfter.filter((change) => change === word).length, word] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${wholeText(count)} ${word}`);
  const abolished = ofBefore.filter((change) => change === 'abolished').length;
  const created = ofAfter.filter((change) => change === 'created').length;
  if (abolished > 0) counts.push(`${wholeText(abolished)} abolished`);
  if (created > 0) counts.push(`${wholeText(created)} created`);
  const [n, m] = [before.codes.length, after.codes.length];
  return `${wholeText(n)} ${unitWord(before, n)} before, ${wholeText(m)} ${unitWord(after, m)} after: ${counts.join(', ')}.`;
}

function transfers(changes: Changes): string[] {
  const { pieces, found, before, after } = changes;
  const moved = pieces.filter(changedHands);
  if (moved.length === 0) {
    const measure = found.measures[0];
    return [
      `Nothing changed hands: no ${measure === undefined ? 'land' : `${measureWord(measure)} or land`} went from one unit to another.`,
    ];
  }
  const places = moved.filter((piece) => matters(piece, changes));
  const smaller = moved.filter((piece) => !places.includes(piece));
  const area = places.reduce((sum, { pair }) => sum + (pair.area ?? 0), 0);
  const land = found.areasA === null ? [] : [hectareText(hectares(area))];
  const people = found.measures.flatMap((measure, m) => {
    const [sum] = wholeParts([peopleOf(places, m), peopleOf(smaller, m)]);
    const blocks = places.reduce((total, { pair }) => total + (pair.amounts[m]!.blocks ?? 0), 0);
    const where = areWhole(measure) ? ` in ${smallAreas(blocks)}` : '';
    return [`${countedPeople(sum!, measure.name)}${where}`];
  });
  const sentences = [
    places.length === 0
      ? `No piece that matters changed hands${smallerText(smaller, places, found)}.`
      : `${counted(places.length, 'piece')} changed hands: ${[...people, ...land].join(', ')}${smallerText(smaller, places, found)}.`,
  ];
  const recodedBlocks = pieces
    .filter(({ pair }) => pair.a !== NO_UNIT && pair.b !== NO_UNIT && !sameCode(before, after, pair))
    .reduce((total, { pair }) => total + (pair.amounts[0]?.blocks ?? 0), 0);
  if (found.measures[0] !== undefined && areWhole(found.measures[0])) {
    sentences.push(
      `${smallAreas(recodedBlocks)} ${recodedBlocks === 1 ? 'is' : 'are'} in a unit with another code, those included whose unit only took a new code.`,
    );
  }
  return sentences;
}

const peopleOf = (pieces: readonly Piece[], measure: number): number =>
  pieces.reduce((sum, { pair }) => sum + pair.amounts[measure]!.people, 0);

/** What the pieces hold that do not matter, beside those that do. */
function smallerText(
  smaller: readonly Piece[],
  places: readonly Piece[],
  { measures }: PairsOfLayers,
): string {
  if (smaller.length === 0) return '';
  const [measure] = measures;
  const holds = (pieces: readonly Piece[]): number =>
    measure === undefined
      ? pieces.reduce((sum, { pair }) => sum + hectares(pair.area ?? 0), 0)
      : peopleOf(pieces, 0);
  const [, amount] = wholeParts([holds(places), holds(smaller)]);
  const what = places.length > 0 ? 'smaller piece' : 'small piece';
  return `; ${counted(smaller.length, what)} ${smaller.length === 1 ? 'holds' : 'hold'} ${wholeText(amount!)} ${measure?.name ?? 'ha'}`;
}

/**
 * Whether small areas are counted, each in one piece: those that borders cut would be counted in every piece they have a
 * part in, and under a disclosure rule none are.
 */
const areWhole = ({ decimals, withheld }: PairsOfLayers['measures'][number]): boolean =>
  decimals === 0 && withheld === undefined;

const smallAreas = (count: number): string => `${wholeText(count)} small ${count === 1 ? 'area' : 'areas'}`;

/** Coast pieces wider than the tolerance; what is thinner is redrawing that every copy of a coast shows. */
function coast({ pieces, continuation }: Changes): string[] {
  const outer = pieces.filter(
    ({ change, pair }) => change === 'coastline redrawn' && (pair.a === NO_UNIT || pair.b === NO_UNIT),
  );
  if (outer.length === 0) return [];
  const sum = (side: 'a' | 'b'): number =>
    outer.reduce(
      (total, { pair }) => total + (pair[side] === NO_UNIT ? pair.area! - pair.sliverArea! : 0),
      0,
    );
  const units = new Set(
    outer.map(({ pair }) => (pair.a === NO_UNIT ? `after ${pair.b}` : `after ${continuation.after[pair.a]}`)),
  );
  return [
    `The coastline is redrawn in ${units.size} ${units.size === 1 ? 'unit' : 'units'} by pieces wider than the tolerance: ${hectareText(hectares(sum('a')))} gained from nobody, ${hectareText(hectares(sum('b')))} lost to nobody, without people.`,
  ];
}

function names({ namesCompared, before, after }: Changes): string[] {
  return namesCompared
    ? []
    : [
        `Names are not compared: ${unitWord(before, 2)} and ${unitWord(after, 2)} are named in different ways.`,
      ];
}
