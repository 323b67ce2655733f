/**
 * The pairs of an overlap: those that share only a part first, most people first, then those where one of the two
 * lies whole in the other.
 */
import type { Result } from '../result/result.js';
import { compareCodes, firstOf } from '../trouble/order.js';
import { capital } from './number-text.js';
import type { PairFacts } from './pair-facts.js';
import { peopleWords } from './people-text.js';
import { shareOf, shareText } from './share-text.js';
import { pairWords, type PairWords } from './split-headline.js';
import { amountText } from './split-list.js';
import type { PairList } from './splits.js';
import type { RankedList, RankedRow } from './story.js';
import { unitRef } from './unit-name.js';
import { withArticle } from '../trouble/count-text.js';

type Row = PairList['rows'][number];

/** Whole pairs that a list holds at most; all are in the table. */
const MOST_WHOLE = 100;

/** The list; the unit of a row is of the layer that is told of. */
export function overlapList(facts: PairFacts, list: PairList, result: Result): RankedList {
  const words = pairWords(facts, result);
  const { unit, partner } = words;
  const isPart = ({ relation }: Row): boolean => relation === 'partial';
  const row = (each: Row): RankedRow => rowOf(each, facts, list, words);
  const part = list.rows.filter(isPart).sort(compareRows).map(row);
  const whole = firstOf(
    list.rows.filter((each) => !isPart(each)),
    MOST_WHOLE,
    compareRows,
  );
  // Combinations of three layers do not say which lies in which, nor how much.
  const isBare = facts.whole === null;
  const groups = [
    { heading: 'Shared in part', rows: part },
    {
      heading: isBare ? null : 'One whole in the other',
      rows: whole.map(row),
    },
  ];
  const what = facts.measure === null ? 'land' : peopleWords(facts.measure).many;
  return {
    kind: 'list',
    heading: isBare
      ? capital(`${unit.many} and the ${partner.many} that they lie in`)
      : capital(`${what} that ${withArticle(unit.one)} and ${withArticle(partner.one)} share`),
    aside: part.length === 0 ? '' : `share of the ${unit.one}’s ${what}`,
    groups: groups.filter(({ rows }) => rows.length > 0),
    table: 'overlap',
    empty: list.rows.length === 0 ? `No ${unit.one} overlaps any ${partner.one}` : '',
  };
}

/** Most people first, then most land, then by codes. */
const compareRows = (p: Row, q: Row): number =>
  (q.people[0] ?? 0) - (p.people[0] ?? 0) ||
  (q.hectares ?? 0) - (p.hectares ?? 0) ||
  compareCodes(p.a, q.a) ||
  compareCodes(p.b, q.b);

function rowOf(row: Row, facts: PairFacts, list: PairList, words: PairWords): RankedRow {
  const { a, b, measure } = facts;
  const turned = list.a.id === b.id;
  const [code, name] = turned ? [row.a, row.nameA] : [row.b, row.nameB];
  const [other, otherName] = turned ? [row.b, row.nameB] : [row.a, row.nameA];
  const amount = measure === null ? row.hectares : (row.people[0] ?? null);
  const partner = unitRef(a, other, otherName);
  const wholeOf = (layer: typeof a, of: string): number | null =>
    measure === null ? null : (list.wholes.get(layer.id)?.get(of) ?? null);
  const share = shareOf(amount, wholeOf(b, code));
  const unit = unitRef(b, code, name);
  const ofPartner = shareOf(amount, wholeOf(a, other));
  const people = measure === null ? '' : peopleWords(measure).many;
  const shares = [
    ...(share === null ? [] : [`${shareText(share)} of its ${people}`]),
    ...(ofPartner === null ? [] : [`${shareText(ofPartner)} of the ${words.partner.one}’s`]),
  ];
  return {
    unit,
    amount,
    figure: amountText(amount, facts),
    share,
    detail: [`in ${partner.name}`, ...(shares.length === 0 ? [] : [shares.join(', ')])].join(': '),
    partners: [partner],
  };
}
