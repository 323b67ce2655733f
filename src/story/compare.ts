/**
 * The story of two vintages: what moved from whom to whom, what merged whole or was split, and how much is as it was.
 */
import type { LayerRecord, Result } from '../result/result.js';
import { withCommas, formatNumber } from '../result/format-number.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { compareHeadline, countOf, isReorganised } from './compare-headline.js';
import { plainStory } from './plain-story.js';
import { amountOf, readComparison, type Comparison, type Transfer } from './read-comparison.js';
import { readTimeline } from './read-timeline.js';
import { tellTimeline } from './timeline.js';
import type { Move, MoveKind, Story, StoryFigure, StoryMap } from './story.js';
import { unitNouns } from '../result/layer-words.js';
import { sumOrNull } from './cells.js';
import { basisWords } from './counted-text.js';
import { capital, countedUnits } from './number-text.js';
import { percentFigure } from '../result/percent-text.js';
import { partText } from './share-text.js';
import { hectareText } from '../result/hectare-text.js';
import { peopleNouns } from './amount-text.js';

/** The story of a result of `compare`. */
export function tellCompare(result: Result): Story {
  const timeline = readTimeline(result);
  if (timeline !== null) return tellTimeline(timeline, result);
  const found = readComparison(result);
  if (found === null) return plainStory(result);
  const moves = found.transfers.map((piece, i) => moveOf(found, piece, i + 1));
  const unchanged = unchangedText(found);
  return {
    title: titleOf(found),
    headline: compareHeadline(found),
    subtitle: subtitleOf(found),
    figures: [shareFigure(found), piecesFigure(found), unchangedFigure(found)],
    bar: null,
    answer: {
      kind: 'moves',
      heading:
        moves.length === 0
          ? 'Nothing moved'
          : `What moved, ${found.measure === null ? 'most land' : `most ${peopleNouns(found.measure).many}`} first`,
      moves,
      stays: found.stays,
      unchanged,
      table: 'transfers',
    },
    map: mapOf(found, moves, result),
    footnotes: footnotesOf(found, result),
  };
}

const vintageText = ({ vintage }: LayerRecord): string => (vintage === null ? '' : ` of ${vintage}`);

function titleOf({ before, after }: Comparison): string {
  const [was, is] = [before, after].map((layer) => `${unitNouns(layer).many}${vintageText(layer)}`) as [
    string,
    string,
  ];
  return capital(was === is ? `${was}, before and after` : `${was} and ${is}`);
}

function subtitleOf({ before, after, measure, basis }: Comparison): string {
  const [was, is] = [before, after].map((layer) => unitNouns(layer).many) as [string, string];
  const what = `${capital(was)}${vintageText(before)} compared with ${is === was && after.vintage !== null ? 'those' : is}${vintageText(after)}`;
  const counted = measure === null ? '' : capital(basisWords(measure, basis));
  return [
    `${what}.`,
    ...(counted === '' ? [] : [`${counted}.`]),
    ...(before.kind === after.kind ? [] : ['Names are not compared.']),
  ].join(' ');
}

function shareFigure(found: Comparison): StoryFigure {
  const { after, measure, total, transfers } = found;
  const amount = sumOrNull(transfers.map((piece) => amountOf(found, piece)));
  const whole =
    total === null
      ? `all ${peopleNouns(measure).many}`
      : measure === null
        ? hectareText(total)
        : `${wholeText(total)} ${peopleNouns(measure).many}`;
  return {
    value: partText(amount, total) ?? 'withheld',
    beside: '',
    text: `of ${whole} ${isReorganised(found) ? `come to another ${unitNouns(after).one}` : 'moved'}`,
    tone: 'headline',
  };
}

function piecesFigure(found: Comparison): StoryFigure {
  const { transfers, ofBefore, ofAfter } = found;
  const land = sumOrNull(transfers.map(({ hectares }) => hectares));
  const inAll = land === null || transfers.length === 0 ? [] : [`${hectareText(land)} in all`];
  const merged = transfers.filter(({ change }) => change === 'merged').length;
  const split = new Set(transfers.flatMap(({ change, from }) => (change === 'split' ? [from!.code] : [])))
    .size;
  const [closed, opened] = [countOf(ofBefore, 'abolished'), countOf(ofAfter, 'created')];
  if (merged + split === 0) {
    const still = closed + opened === 0 ? ['nothing merged, split or closed'] : openedText(closed, opened);
    return {
      value: wholeText(transfers.length),
      beside: transfers.length === 1 ? 'piece' : 'pieces',
      text: [...inAll, ...still].join('; '),
      tone: 'plain',
    };
  }
  const grown = countOf(ofAfter, 'enlarged', 'enlarged and reduced');
  return {
    value: wholeText(merged),
    beside: '',
    text: [
      `${merged === 1 ? `${unitNouns(found.before).one} merges` : `${unitNouns(found.before).many} merge`} whole`,
      `${split === 0 ? 'none' : wholeText(split)} ${split < 2 ? 'is' : 'are'} split`,
      `${closed === 0 ? 'none closes' : `${wholeText(closed)} ${closed === 1 ? 'closes' : 'close'}`}, in ${countedUnits(transfers.length, { one: 'piece', many: 'pieces' })}`,
      ...(opened === 0 ? [] : openedText(0, opened)),
      ...(grown === 0 ? [] : [`${wholeText(grown)} ${grown === 1 ? 'grows' : 'grow'}`]),
      ...inAll,
    ].join('; '),
    tone: 'plain',
  };
}

const openedText = (closed: number, opened: number): string[] => [
  ...(closed === 0 ? [] : [`${wholeText(closed)} ${closed === 1 ? 'closes' : 'close'}`]),
  ...(opened === 0 ? [] : [`${wholeText(opened)} ${opened === 1 ? 'opens' : 'open'}`]),
];

/** What units did that carry on: words for one and for several. */
const CARRIED: readonly (readonly [change: string, words: string])[] = [
  ['enlarged', 'larger'],
  ['reduced', 'smaller'],
  ['enlarged and reduced', 'larger here and smaller there'],
  ['renamed', 'renamed'],
  ['recoded', 'with a new code alone'],
  ['redrawn within tolerance', 'redrawn within the tolerance'],
  ['coastline redrawn', 'with a redrawn coast'],
];

const carriedText = (changes: readonly string[]): string[] =>
  CARRIED.flatMap(([change, words]) => {
    const count = countOf(changes, change);
    return count === 0 ? [] : [`${wholeText(count)} ${words}`];
  });

function unchangedFigure({ before, ofBefore }: Comparison): StoryFigure {
  const others = carriedText(ofBefore);
  return {
    value: wholeText(countOf(ofBefore, 'unchanged')),
    beside: `of ${wholeText(ofBefore.length)}`,
    text: others.length === 0 ? `${unitNouns(before).many} are unchanged` : `unchanged; ${others.join(', ')}`,
    tone: 'plain',
  };
}

/** What did not move, in one sentence: unchanged units, and those that were only renamed or redrawn. */
function unchangedText({ before, ofBefore }: Comparison): string {
  const { one, many } = unitNouns(before);
  const count = countOf(ofBefore, 'unchanged');
  const only = carriedText(ofBefore.filter((change) => !/enlarged|reduced/.test(change)));
  const parts = [
    ...(count === 0 ? [] : [`${countedUnits(count, { one, many })} ${count === 1 ? 'is' : 'are'} unchanged`]),
    ...(only.length === 0 ? [] : [`${listText(only)}`]),
  ];
  return capital(parts.join('; '));
}

/** What pieces are called that the table has other words for. */
const KINDS: Readonly<Record<string, MoveKind>> = {
  merged: 'merged whole',
  split: 'split',
  gained: 'new',
  created: 'new',
  lost: 'closed',
  abolished: 'closed',
};

function moveOf(found: Comparison, piece: Transfer, number: number): Move {
  const { change, from, to, people, hectares } = piece;
  return {
    number,
    kind: KINDS[change] ?? 'moved',
    from,
    to,
    people,
    hectares,
    figure: figureText(found, piece),
    detail: detailOf(found, piece),
  };
}

const figureText = ({ measure }: Comparison, { people, hectares }: Transfer): string =>
  measure !== null
    ? people === null
      ? 'withheld'
      : withCommas(formatNumber(people, 0))
    : hectares === null
      ? ''
      : hectareText(hectares);

function detailOf(
  { measure }: Comparison,
  { change, from, to, hectares, ofBefore, ofAfter }: Transfer,
): string {
  const of = measure === null ? 'the land' : `the ${peopleNouns(measure).many}`;
  const land = measure === null || hectares === null ? [] : [hectareText(hectares)];
  const share = (percent: number | null, whole: string): string[] =>
    percent === null ? [] : [`${percentFigure(percent)} of ${whole}`];
  if (change === 'merged') return [...land, `all of ${from!.name}`, ...share(ofAfter, to!.name)].join('; ');
  if (from === null) return [...land, `in none before`, ...share(ofAfter, to!.name)].join('; ');
  if (to === null) return [...land, `in none after`, ...share(ofBefore, from.name)].join('; ');
  if (change === 'split')
    return [...land, ...share(ofBefore, from.name), ...share(ofAfter, to.name)].join('; ');
  const both = [...share(ofBefore, `${of} of the one`), ...share(ofAfter, 'the other')];
  return [...land, ...(both.length === 0 ? [] : [both.join(', ')])].join('; ');
}

function mapOf(
  { after, before, measure }: Comparison,
  moves: readonly Move[],
  result: Result,
): StoryMap | null {
  if (result.map === undefined) return null;
  const { many } = peopleNouns(measure);
  return {
    title:
      moves.length === 0
        ? 'Nothing moved'
        : capital(`${countedUnits(moves.length, { one: 'piece', many: 'pieces' })} changed hands`),
    subtitle: `Circles: ${measure === null ? 'hectares' : many} of each piece that is in another unit than before; the number is that of the list`,
    borders: after.id,
    subject: before.id,
    place: null,
    circles: moves.flatMap(({ number, from, to, people, hectares, figure }) =>
      from === null && to === null
        ? []
        : [
            {
              unit: (from ?? to)!,
              partner: from === null ? null : to,
              amount: measure === null ? hectares : people,
              figure,
              number,
            },
          ],
    ),
    counts: measure === null ? 'Hectares in another unit' : capital(`${many} in another unit`),
  };
}

/** Pieces too small to matter; and, of figures that come with the tool, what they are made from. */
function footnotesOf(found: Comparison, result: Result): string[] {
  const { small, transfers } = found;
  const amount = sumOrNull(small.map((piece) => amountOf(found, piece)));
  const holding =
    amount === null
      ? ''
      : ` hold ${found.measure === null ? hectareText(amount) : `${wholeText(amount)} ${peopleNouns(found.measure).many}`}`;
  const smaller =
    small.length === 0 || transfers.length === 0 || amount === null
      ? []
      : [
          `${capital(countedUnits(small.length, { one: 'smaller piece', many: 'smaller pieces' }))}${small.length === 1 ? holding.replace(' hold', ' holds') : holding}; the tables have them all.`,
        ];
  const own = result.inputs.every(({ role }) => role === 'atoms') ? result.notes : [];
  return [...smaller, ...own.map((note) => `${note}.`)];
}
