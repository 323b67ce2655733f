/**
 * The story of coverage: who is in one neighbourhood, who in several, who in none.
 *
 * Neighbourhoods may overlap: all sums are those of their parents, in which everybody stands once.
 */
import { hectareFigure, hectareText } from '../result/hectare-text.js';
import { columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { sumOrNull, textOf } from './cells.js';
import { caveats, countedText } from './counted-text.js';
import { coverFacts, type CoverFacts, type CoverSums } from './cover-facts.js';
import { coverHeadline, ownText, placesText, severalText } from './cover-headline.js';
import { coverCircles, coverList } from './cover-list.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { peopleText, peopleWords } from './people-text.js';
import { plainStory } from './plain-story.js';
import { shareOf, shareText } from './share-text.js';
import type { CoverBar, Story, StoryFigure, StoryMap } from './story.js';
import { unitWords } from '../result/layer-words.js';

/** The story of a `coverage` result; the plain one where its tables are not there. */
export function tellCoverage(result: Result): Story {
  const facts = coverFacts(result);
  if (facts === null) return plainStory(result);
  const { neighbourhoods, parents, measure } = facts;
  const own = unitWords(neighbourhoods, result);
  const headline = coverHeadline(facts, result);
  const sums = facts.people ?? facts.land;
  return {
    title:
      facts.ofParents.length <= 3
        ? capital(`${own.many} in ${placesText(facts, result)}`)
        : capital(`${own.many} within ${unitWords(parents, result).many}`),
    headline,
    subtitle: [
      `${capital(ownText(facts, result))} held against ${againstText(facts, result)} that they should cover.`,
      countedText(result, [neighbourhoods, parents], measure),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    figures: sums === null ? bareFigures(facts, result) : coverFigures(facts, sums, result),
    bar: sums === null ? null : coverBar(facts, sums),
    answer: coverList(facts, result),
    map: coverMap(facts, headline, result),
    footnotes: [
      ...sizesText(facts, result),
      ...abroadText(facts, result),
      ...leftOutText(facts, result),
      ...caveats(result, [neighbourhoods, parents], measure),
    ],
    concerned: facts.people === null ? null : facts.people.none + facts.people.several,
  };
}

/** `the two councils`, `the council`. */
function againstText({ ofParents, parents }: CoverFacts, result: Result): string {
  const words = unitWords(parents, result);
  return ofParents.length === 1 ? `the ${words.one}` : `the ${countedUnits(ofParents.length, words)}`;
}

function coverFigures(facts: CoverFacts, sums: CoverSums, result: Result): StoryFigure[] {
  const { one } = unitWords(facts.neighbourhoods, result);
  const what = facts.people === null ? 'of land' : peopleWords(facts.measure!).many;
  const value = (amount: number): string =>
    facts.people === null ? hectareFigure(amount) : wholeText(amount);
  const share = (amount: number): string => {
    const part = shareOf(amount, sums.all);
    return part === null || part === 0 ? '' : `, ${shareText(part)}`;
  };
  const figure = (tone: StoryFigure['tone'], amount: number, text: string): StoryFigure => ({
    value: value(amount),
    beside: '',
    text: `${text}${share(amount)}`,
    tone,
  });
  const several = sums.several === 0 ? 'two or more' : severalText(facts);
  return [
    figure('one', sums.one, `${what} in one ${one}`),
    figure('several', sums.several, `in ${several}`),
    figure('none', sums.none, 'in none'),
  ];
}

/** Where neither people nor land are known: how many there are. */
function bareFigures(facts: CoverFacts, result: Result): StoryFigure[] {
  const count = (kind: 'gap' | 'double'): number =>
    facts.pieces.filter((piece) => piece.kind === kind).length;
  const figure = (value: number, text: string): StoryFigure => ({
    value: wholeText(value),
    beside: '',
    text,
    tone: 'plain',
  });
  return [
    figure(facts.tables.neighbourhoods.rows.length, unitWords(facts.neighbourhoods, result).many),
    figure(count('double'), `groups of small areas in ${severalText(facts)}`),
    figure(count('gap'), 'groups of small areas in none'),
  ];
}

function coverBar(facts: CoverFacts, { one, several, none, all }: CoverSums): CoverBar {
  const what = facts.people === null ? 'hectares' : peopleWords(facts.measure!).many;
  return {
    one,
    several,
    none,
    text: `Of ${wholeText(all)} ${what}, ${wholeText(one)} are in one, ${wholeText(several)} in ${several === 0 ? 'two or more' : severalText(facts)}, ${wholeText(none)} in none.`,
  };
}

function coverMap(facts: CoverFacts, headline: string, result: Result): StoryMap {
  const what = facts.measure === null ? 'land' : peopleWords(facts.measure).many;
  const own = unitWords(facts.neighbourhoods, result);
  const circles = coverCircles(facts);
  return {
    title: headline,
    subtitle:
      circles.length === 0
        ? capital(`${own.many} within ${unitWords(facts.parents, result).many}.`)
        : `Hatched: land in no ${own.one}, or in ${severalText(facts)}.`,
    borders: facts.parents.id,
    subject: facts.neighbourhoods.id,
    place: null,
    circles,
    counts: capital(`${what} in none or in ${severalText(facts)}`),
  };
}

/** `Neighbourhoods by size: under 30,000: 4; 30,000 to 50,000: 23`. */
function sizesText({ tables, neighbourhoods }: CoverFacts, result: Result): string[] {
  const table = tables.neighbourhoods;
  const band = columnHeaded(table, 'size_band');
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const name = textOf(row[band]);
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const parts = [...counts]
    .sort(([p], [q]) => lowEnd(p) - lowEnd(q))
    .map(([name, count]) => `${name}: ${wholeText(count)}`);
  return [`${capital(unitWords(neighbourhoods, result).many)} by size: ${parts.join('; ')}.`];
}

/** The lower end of a band by its name: `under 30,000`, `30,000 to 50,000`, `over 100,000`. */
const lowEnd = (band: string): number =>
  band.startsWith('under')
    ? 0
    : Number(/[\d,]+/.exec(band)?.[0].replaceAll(',', '') ?? 0) + Number(band.startsWith('over'));

/** `Wales is not counted: no network has most of its people there, and of 516,190 people in four councils 477,411 are in none.` */
function abroadText({ abroad, parents, neighbourhoods, measure }: CoverFacts, result: Result): string[] {
  const { one } = unitWords(neighbourhoods, result);
  const what = measure === null ? 'land' : peopleWords(measure).many;
  return abroad.map(({ country, parents: reached }) => {
    const start = `${country} is not counted: no ${one} has most of its ${what} there`;
    const all = sumOrNull(reached.map(({ amount }) => amount));
    const none = sumOrNull(reached.map((parent) => parent.none));
    if (all === null || none === null || all === 0) return `${start}.`;
    const where = countedUnits(reached.length, unitWords(parents, result));
    return `${start}, and of the ${amountOf(all, measure)} in ${where}, ${measure === null ? landText(none) : wholeText(none)} ${Math.round(none) === 1 && measure !== null ? 'is' : 'are'} in none.`;
  });
}

const landText = (hectares: number): string => hectareText(hectares);
const amountOf = (amount: number, measure: string | null): string =>
  measure === null ? landText(amount) : peopleText(amount, measure);

/** Parents without any neighbourhood are no part of the sums. */
function leftOutText(facts: CoverFacts, result: Result): string[] {
  const { parents, tables, measure } = facts;
  const left = parents.units - tables.parents.rows.length;
  const { one, many } = unitWords(parents, result);
  if (left <= 0) return [];
  const people = measure === null ? null : leftOut(facts, measure, result);
  const who = people === null ? '' : ` with ${peopleText(people, measure!)}`;
  return [
    `${capital(numberText(left))} further ${left === 1 ? `${one}${who} has` : `${many}${who} have`} none at all and ${left === 1 ? 'is' : 'are'} left out.`,
  ];
}

/**
 * People whom the reconciliation has as left out. A result of several reports has several lines for one layer, which leave
 * out different units: the line of this report is the one that comes nearest to what its table of parents lacks.
 */
function leftOut({ parents, ofParents, abroad }: CoverFacts, measure: string, result: Result): number | null {
  const lines = result.reconciliation.filter(
    ({ layer, quantity }) => layer === parents.id && quantity === measure,
  );
  const told = [...ofParents, ...abroad.flatMap((each) => each.parents)].reduce(
    (sum, { amount }) => sum + (amount ?? 0),
    0,
  );
  const isOff = ({ total, left_out }: (typeof lines)[number]): number => Math.abs(total - told - left_out);
  const [first] = [...lines].sort((p, q) => isOff(p) - isOff(q));
  return first?.left_out ?? null;
}
