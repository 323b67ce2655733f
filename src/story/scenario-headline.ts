/**
 * What proposals come to, in one sentence: whom they split and whom they put outside the main partner.
 *
 * Counts of split units are told, not judged: four of eleven and one of two are not the same kind of four and one.
 */
import type { Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import { otherUnits, type OtherUnits } from './other-units.js';
import { splitOf, type Column, type Proposals, type SplitCount } from './read-proposals.js';
import { unitWords, type UnitWords } from '../result/layer-words.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { hectareText } from '../result/hectare-text.js';
import { countedOf, peopleNouns } from './amount-text.js';

/** A proposal against one layer, less now. */
interface Change {
  readonly title: string;
  readonly split: number;
  /** Null where a figure is withheld. */
  readonly outside: number | null;
  readonly then: SplitCount;
  /** What differs unit by unit; null for nothing. */
  readonly others: OtherUnits | null;
}

/** The headline, no full stop. */
export function scenarioHeadline(found: Proposals, result: Result): string {
  const [now, ...proposals] = found.columns;
  const mine = unitWords(found.layer, result);
  if (proposals.length === 0) return 'No proposal was given';
  if (found.against.length === 0) return ofItself(found, proposals, mine);
  const compared = found.against.map(({ layer, isHolder }) => {
    const theirs = unitWords(layer, result);
    const [part, holder] = isHolder ? [theirs, mine] : [mine, theirs];
    const was = splitOf(now, layer.id, isHolder);
    const changes = proposals.map((proposal): Change => {
      const then = splitOf(proposal, layer.id, isHolder);
      const outside = then.outside === null || was.outside === null ? null : then.outside - was.outside;
      return {
        title: `“${proposal.title}”`,
        split: then.split - was.split,
        outside,
        then,
        others: otherUnits(was, then),
      };
    });
    return { part, holder, theirs, was, changes };
  });
  const telling = compared.find(({ changes }) => changes.some((change) => !isNothing(change)));
  if (telling === undefined) {
    const differing = compared.find(({ changes }) => changes.some(({ others }) => others !== null));
    if (differing !== undefined) return asMany({ ...differing, measure: found.measure }, differing.changes);
    const sizes = allWhole(found, compared, mine);
    if (sizes !== null) return sizes;
    const subject = proposals.length === 1 ? `“${proposals[0]!.title}”` : 'The proposals';
    const ending = proposals.length === 1 ? 's' : '';
    const kept = compared.find(({ changes }) => changes.some(({ outside }) => outside === null));
    // Who is outside is withheld: whether it changes is not known.
    if (kept !== undefined)
      return `${subject} leave${ending} as many ${kept.part.many} split between ${kept.holder.many} as now`;
    return `${subject} change${ending} nothing between ${mine.many} and ${listText(compared.map(({ theirs }) => theirs.many))}`;
  }
  const said = { ...telling, measure: found.measure };
  if (proposals.length === 1) return `“${proposals[0]!.title}” ${deed(said, telling.changes, true)}`;
  const alike = telling.changes.every(
    (change) =>
      Math.sign(change.split) === Math.sign(telling.changes[0]!.split) &&
      Math.sign(outsideOf(change)) === Math.sign(outsideOf(telling.changes[0]!)),
  );
  if (!alike) return apart(said, telling.changes);
  const subject = proposals.length === 2 ? 'Both proposals' : `All ${numberText(proposals.length)} proposals`;
  return `${subject} ${deed(said, telling.changes, false)}`;
}

/**
 * Where no council is split, now or then, and a size is wanted, what differs is how many have it: `None of the proposals
 * splits a council between ICBs or police force areas; under 500,000 people are all five, three of four and none of
 * three councils`. Null where something is split, or a size is not known.
 */
function allWhole(
  { columns, guide, measure }: Proposals,
  compared: readonly { readonly theirs: UnitWords; readonly holder: UnitWords; readonly was: SplitCount }[],
  mine: UnitWords,
): string | null {
  const [, ...proposals] = columns;
  if (guide === null || measure === null) return null;
  if (compared.some(({ theirs, holder, was }) => holder !== theirs || was.split > 0)) return null;
  if (proposals.some(({ own }) => own.length === 0 || own.some(({ band }) => band === ''))) return null;
  const { many } = peopleNouns(measure);
  // The last count stands before it.
  const noun = proposals[proposals.length - 1]!.own.length === 1 ? mine.one : mine.many;
  const sized = (['under', 'over'] as const).flatMap((band) => {
    const bound = band === 'under' ? guide.least : guide.most;
    if (bound === null || !proposals.some(({ own }) => own.some((unit) => unit.band === band))) return [];
    const counts = proposals.map(({ own }) =>
      shareOfUnits(own.filter((unit) => unit.band === band).length, own.length),
    );
    return [`${listText(counts)} ${noun} would have ${band} ${numberText(bound)} ${many}`];
  });
  const within =
    proposals.length === 1
      ? `${shareOfUnits(proposals[0]!.own.length, proposals[0]!.own.length)} ${noun} would have the size that is wanted`
      : `all ${mine.many} would have the size that is wanted`;
  const subject = proposals.length === 1 ? `“${proposals[0]!.title}” splits no` : 'No proposal splits a';
  const whom = listText(
    compared.map(({ theirs }) => theirs.many),
    'or',
  );
  return `${subject} ${mine.one} between ${whom}; ${sized.length === 0 ? within : sized.join(', and ')}`;
}

/** `none of three`, `three of four`, `all five`. */
const shareOfUnits = (count: number, of: number): string =>
  count === of
    ? of === 2
      ? 'both'
      : of === 1
        ? 'the one'
        : `all ${numberText(of)}`
    : `${count === 0 ? 'none' : numberText(count)} of ${numberText(of)}`;

interface Said {
  readonly part: UnitWords;
  readonly holder: UnitWords;
  readonly was: SplitCount;
  readonly measure: string | null;
}

/** Less than half a person is a figure that was rounded, not a change. */
const outsideOf = ({ outside }: Change): number =>
  outside === null || Math.abs(outside) < 0.5 ? 0 : Math.round(outside);
const isNothing = (change: Change): boolean => change.split === 0 && outsideOf(change) === 0;

/** `split fewer councils between ICBs, but put 61,548 more people outside their council’s main ICB`. */
function deed({ part, holder, measure }: Said, changes: readonly Change[], single: boolean): string {
  const [first] = changes as [Change];
  const [split, outside] = [first.split, outsideOf(first)];
  const many = measure === null ? 'hectares' : peopleNouns(measure).many;
  const splits =
    split === 0
      ? null
      : `${single ? 'splits' : 'split'} ${split < 0 ? 'fewer' : 'more'} ${part.many} between ${holder.many}`;
  const where = `outside their ${part.one}’s main ${holder.one}`;
  if (splits !== null && first.outside === null) return splits;
  if (splits !== null && outside === 0) return `${splits}, with as many ${many} ${where} as now`;
  const amounts = [...new Set(changes.map((change) => Math.abs(outsideOf(change))))];
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const direction = outside > 0 ? 'more' : 'fewer';
  const text =
    least === most
      ? moreOf(least, direction, measure)
      : `${amount(least, measure)} to ${moreOf(most, direction, measure)}`;
  const puts = `${outside > 0 ? (single ? 'puts' : 'put') : single ? 'leaves' : 'leave'} ${text} ${where}`;
  if (splits === null) return puts;
  return `${splits}${split < 0 === outside < 0 ? ' and' : ', but'} ${puts}`;
}

/** Units named in a sentence. */
const MOST_NAMED = 2;

/**
 * As many units split and as many people outside as now, but not the same ones: `“Plan” splits Ashford in place of
 * Brack between ICBs, with as many people outside their council’s main ICB as now`.
 */
function asMany({ part, holder, measure }: Said, changes: readonly Change[]): string {
  const differing = changes.filter(({ others }) => others !== null);
  const [{ others, outside, title }] = differing as [Change & { readonly others: OtherUnits }];
  const single = differing.length === 1;
  const subject = single
    ? title
    : differing.length === changes.length
      ? 'The proposals'
      : listText(differing.map((change) => change.title));
  const [splits, puts] = single ? ['splits', 'puts'] : ['split', 'put'];
  const many = measure === null ? 'hectares' : peopleNouns(measure).many;
  const where = `${many} outside their ${part.one}’s main ${holder.one}`;
  if (differing.every((change) => change.others!.fresh.length === 0))
    return `${subject} ${puts} as many ${where} as now, but not the same ones`;
  const whom =
    single && others.fresh.length <= MOST_NAMED
      ? `${listText(others.fresh)} in place of ${listText(others.gone)} between ${holder.many}`
      : `as many ${part.many} between ${holder.many} as now, but not the same ones`;
  const isKnown = differing.every((change) => change.outside !== null);
  return `${subject} ${splits} ${whom}${!isKnown || outside === null ? '' : `, with as many ${where} as now`}`;
}

/** A number of people, or hectares where nobody is counted. */
const amount = (value: number, measure: string | null): string =>
  measure === null ? hectareText(value) : numberText(value);

/** `61,548 more people`, `one more person`, `12 ha more`. */
function moreOf(value: number, direction: 'more' | 'fewer', measure: string | null): string {
  if (measure === null) return `${hectareText(value)} ${direction === 'fewer' ? 'less' : direction}`;
  const { one, many } = peopleNouns(measure);
  return `${numberText(value)} ${direction} ${value === 1 ? one : many}`;
}

/** Proposals that do not all do alike: whose has fewest people outside, or else splits fewest. */
function apart({ part, holder, was, measure }: Said, changes: readonly Change[]): string {
  const where = `outside their ${part.one}’s main ${holder.one}`;
  const known = changes.every(({ outside }) => outside !== null);
  const differ = new Set(changes.map(outsideOf)).size > 1;
  if (known && differ && was.outside !== null) {
    const many = measure === null ? 'hectares' : peopleNouns(measure).many;
    const sorted = [...changes].sort((p, q) => outsideOf(p) - outsideOf(q));
    const [best, next] = sorted as [Change, Change];
    const figure = (value: number): string =>
      Math.round(value) === 0 ? 'none' : amount(Math.round(value), measure);
    if (outsideOf(best) >= 0)
      return `No proposal leaves fewer ${many} ${where} than now, ${figure(was.outside)}`;
    const against =
      outsideOf(next) === outsideOf(best)
        ? `${figure(was.outside)} now`
        : `${figure(next.then.outside!)} in ${next.title}`;
    return `${best.title} leaves fewest ${many} ${where}: ${figure(best.then.outside!)}, against ${against}`;
  }
  const sorted = [...changes].sort((p, q) => p.split - q.split);
  const [best] = sorted as [Change];
  const others = sorted.slice(1);
  if (others.length === 1)
    return `${best.title} splits fewer ${part.many} between ${holder.many} than ${others[0]!.title}`;
  return `${best.title} splits fewest ${part.many} between ${holder.many}: ${numberText(best.then.split)} of ${numberText(best.then.of)}`;
}

/** Without a layer to hold them against: how many units there are then, and who comes to another one. */
function ofItself({ columns, measure }: Proposals, proposals: readonly Column[], mine: UnitWords): string {
  const said = proposals.map(({ title, count, moved }) => {
    const counts =
      count === columns[0].count
        ? `as many ${mine.many} as now`
        : countedUnits(count, mine).replace(/^no /, 'none of the ');
    const people =
      moved === null || measure === null ? '' : `, with ${countedOf(moved, measure)} in another one than now`;
    return `“${title}” makes ${counts} of ${numberText(columns[0].count)}${people}`;
  });
  return capital(said.slice(0, 2).join('; '));
}
