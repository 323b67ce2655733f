/**
 * Split units by rank, and as circles on the map: who is outside the main partner, and where.
 */
import { hectareFigure } from '../result/hectare-text.js';
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { sumOrNull } from './cells.js';
import { capital } from './number-text.js';
import type { PairFacts } from './pair-facts.js';
import { peopleWords } from './people-text.js';
import { shareOf, shareText } from './share-text.js';
import { pairWords } from './split-headline.js';
import type { SplitPart, SplitUnit } from './splits.js';
import type { RankedList, RankedRow, StoryCircle } from './story.js';
import { nameList, unitName, unitRef } from './unit-name.js';

/** What stands for a figure that a disclosure rule takes away. */
export const WITHHELD = 'withheld';

/** `116,367`, `36,959 ha`, `withheld`; '' for land that was not read: an amount of a pair of layers as it is printed. */
export function amountText(amount: number | null, { measure }: Pick<PairFacts, 'measure'>): string {
  if (measure === null) return amount === null ? '' : landText(amount);
  return amount === null ? WITHHELD : wholeText(amount);
}

const landText = (hectares: number): string => hectareFigure(hectares);

/** `people outside the main ICB`, `land outside the main ICB`. */
export function outsideWords(facts: PairFacts, result: Result): string {
  const { partner } = pairWords(facts, result);
  return `${facts.measure === null ? 'land' : peopleWords(facts.measure).many} outside the main ${partner.one}`;
}

/** The split units of one or several pairs of layers, each pair by itself, the worst first. */
export function splitList(pairs: readonly PairFacts[], result: Result): RankedList {
  const [worst] = pairs as [PairFacts, ...PairFacts[]];
  const { unit } = pairWords(worst, result);
  const several = pairs.filter(({ units }) => units.length > 0).length > 1;
  const what = worst.measure === null ? 'land' : peopleWords(worst.measure).many;
  return {
    kind: 'list',
    heading: capital(several ? `${what} outside the main partner` : outsideWords(worst, result)),
    aside: several ? `share of the unit’s ${what}` : `share of the ${unit.one}’s ${what}`,
    groups: pairs.flatMap((facts) => groupsOf(facts, result, several)),
    table: worst.table,
    empty: worst.units.length === 0 ? `No ${unit.one} is split` : '',
  };
}

function groupsOf(facts: PairFacts, result: Result, several: boolean): RankedList['groups'] {
  const { unit, partner } = pairWords(facts, result);
  const isEmpty = ({ outside }: SplitUnit): boolean =>
    facts.measure !== null && outside !== null && outside < 0.5;
  const rows = (units: readonly SplitUnit[]): RankedRow[] => units.map((each) => rowOf(each, facts, result));
  const groups = [
    {
      heading: several ? capital(`${unit.many} split between ${partner.many}`) : null,
      rows: rows(facts.units.filter((each) => !isEmpty(each))),
    },
    {
      heading: capital(
        `${several ? `${unit.many} split between ${partner.many}` : 'split'} where nobody lives`,
      ),
      rows: rows(facts.units.filter(isEmpty)),
    },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

function rowOf(unit: SplitUnit, facts: PairFacts, result: Result): RankedRow {
  const { a, b, measure } = facts;
  const share = shareOf(unit.outside, unit.amount);
  // Neither people nor land: all that is known is who shares it.
  const isBare = measure === null && unit.parts.every(({ hectares }) => hectares === null);
  const { partner } = pairWords(facts, result);
  return {
    unit: unitRef(b, unit.code, unit.name),
    amount: unit.outside,
    figure: isBare ? `${wholeText(unit.partners.length)} ${partner.many}` : amountText(unit.outside, facts),
    share,
    detail: detailOf(unit, facts, share),
    partners: unit.parts.map(({ code, name }) => unitRef(a, code, name)),
  };
}

/** `47 % of its people, in Norfolk and Waveney`. */
function detailOf(unit: SplitUnit, { measure }: PairFacts, share: number | null): string {
  const held = (part: SplitPart): number | null => (measure === null ? part.hectares : part.people);
  const minor = unit.parts.slice(1).filter((part) => (held(part) ?? 1) >= 0.5);
  const where = minor.length > 0 ? minor : unit.parts.slice(1);
  const known = unit.parts.reduce((sum, part) => sum + (held(part) ?? 0), 0);
  const rest = unit.amount === null || share === null ? 0 : unit.amount - known;
  const names = where.slice(0, MOST_NAMES).map(({ name }) => unitName(name));
  const more = where.length - names.length;
  const places = [
    ...names,
    ...(more > 0 ? [`${wholeText(more)} more`] : []),
    ...(measure !== null && rest >= 0.5 ? ['in none'] : []),
  ];
  const inThem = `in ${nameList(places)}`;
  const land = sumOrNull(unit.parts.slice(1).map(({ hectares }) => hectares));
  if (measure !== null && unit.outside !== null && unit.outside < 0.5)
    return land === null ? inThem : `${landText(land)} ${inThem}`;
  if (share === null) return inThem;
  return `${shareText(share)} of its ${measure === null ? 'land' : peopleWords(measure).many}, ${inThem}`;
}

const MOST_NAMES = 4;

/** One circle for each unit and each partner but its main one, those with most first. */
export function splitCircles(facts: PairFacts): StoryCircle[] {
  const { a, b, measure, units } = facts;
  return units
    .flatMap((unit) =>
      unit.parts.slice(1).flatMap((part): StoryCircle[] => {
        const amount = measure === null ? part.hectares : part.people;
        if (amount !== null && amount < 0.5) return [];
        return [
          {
            unit: unitRef(b, unit.code, unit.name),
            partner: unitRef(a, part.code, part.name),
            amount,
            figure: amountText(amount, facts),
            number: null,
          },
        ];
      }),
    )
    .sort((p, q) => (q.amount ?? 0) - (p.amount ?? 0));
}
