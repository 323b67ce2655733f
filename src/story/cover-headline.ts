/**
 * The finding on coverage in one sentence: who is in no neighbourhood, and who in two or more.
 */
import { countryOfCode } from '../result/country-of-code.js';
import { listText, wholeText } from '../trouble/count-text.js';
import type { Result } from '../result/result.js';
import type { CoverFacts, CoverPiece, CoverSums } from './cover-facts.js';
import { countedUnits } from './number-text.js';
import { peopleFirst, peopleWords } from './people-text.js';
import { unitName } from './unit-name.js';
import { unitWords } from '../result/layer-words.js';

/** `two`, or `two or more` where anybody is in three. */
export const severalText = ({ pieces, measure }: CoverFacts): 'two' | 'two or more' =>
  pieces.some(
    ({ kind, codes, people }) =>
      kind === 'double' && codes.length > 2 && (measure === null || (people ?? 1) >= 0.5),
  )
    ? 'two or more'
    : 'two';

/** `6,038 people are in no neighbourhood and 3,669 are in two`. */
export function coverHeadline(facts: CoverFacts, result: Result): string {
  const { measure, people, land } = facts;
  if (measure !== null && people !== null) return peopleHeadline(facts, people, measure, result);
  if (land !== null) return landHeadline(facts, land, result);
  return bareHeadline(facts, result);
}

function peopleHeadline(facts: CoverFacts, sums: CoverSums, measure: string, result: Result): string {
  const { one } = unitWords(facts.neighbourhoods, result);
  const areIn = (count: number): string => (count === 1 ? 'is in' : 'are in');
  const several = severalText(facts);
  if (sums.none > 0) {
    const gap = `${peopleFirst(sums.none, measure)}${countriesText(facts)} ${areIn(sums.none)} no ${one}`;
    if (sums.several === 0) return gap;
    return `${gap} and ${numberOf(sums.several)} ${areIn(sums.several)} ${several}`;
  }
  if (sums.several > 0)
    return `${peopleFirst(sums.several, measure)}${countriesText(facts)} ${areIn(sums.several)} ${several} ${unitWords(facts.neighbourhoods, result).many}`;
  const { many, live } = peopleWords(measure);
  const empty = emptyLand(facts);
  if (empty.length > 0) {
    const all = live ? 'Everyone is' : `All ${many} are`;
    const told = empty.map(({ kind, hectares }, i) => {
      const where = kind === 'gap' ? 'none' : several;
      return i === 0
        ? `${wholeText(hectares)} ha without ${many} ${Math.round(hectares) === 1 ? 'is' : 'are'} in ${where}`
        : `${wholeText(hectares)} ha in ${where}`;
    });
    return `${all} in one ${one}; ${told.join(' and ')}`;
  }
  if (sums.all === 0) return `Nobody lives in ${placesText(facts, result)}`;
  const everyone =
    sums.all === 1 ? `The one ${peopleWords(measure).one}` : `All ${wholeText(sums.all)} ${many}`;
  return `${everyone} in ${placesText(facts, result)} ${areIn(sums.all)} exactly one ${one}`;
}

/** ` in England`, where neighbourhoods reach into another country as well; '' otherwise. */
function countriesText({ abroad, ofParents }: CoverFacts): string {
  if (abroad.length === 0) return '';
  const own = new Set(ofParents.flatMap(({ code }) => countryOfCode(code) ?? []));
  return own.size === 0 ? '' : ` in ${listText([...own])}`;
}

/** Words for one, figures for a number of people. */
const numberOf = (people: number): string => (people === 1 ? 'one' : wholeText(people));

/** Hectares that pieces without people hold together, where they are large enough to be told: see `isLarge`. */
function emptyLand(facts: CoverFacts): { kind: CoverPiece['kind']; hectares: number }[] {
  return (['gap', 'double'] as const).flatMap((kind) => {
    const hectares = facts.pieces
      .filter((piece) => piece.kind === kind && isLarge(piece, facts))
      .reduce((sum, piece) => sum + (piece.hectares ?? 0), 0);
    return hectares >= 0.5 ? [{ kind, hectares }] : [];
  });
}

const LARGE_HECTARES = 100;
const LARGE_SHARE = 0.01;

/** A square kilometre, or one in a hundred of its parent. */
function isLarge({ parent, hectares }: CoverPiece, { ofParents }: CoverFacts): boolean {
  const whole = ofParents.find(({ code }) => code === parent)?.hectares ?? Infinity;
  return hectares !== null && (hectares >= LARGE_HECTARES || hectares >= LARGE_SHARE * whole);
}

function landHeadline(facts: CoverFacts, sums: CoverSums, result: Result): string {
  const words = unitWords(facts.neighbourhoods, result);
  const ha = (hectares: number): string => `${wholeText(hectares)} ha`;
  const is = (hectares: number): string => (hectares === 1 ? 'is' : 'are');
  const large = facts.pieces.filter(({ matters }) => matters);
  const told = (['gap', 'double'] as const).filter((kind) => large.some((piece) => piece.kind === kind));
  const places = placesText(facts, result);
  if (told.length === 0) {
    const rest = sums.none + sums.several;
    const but = rest === 0 ? '' : `, but for ${ha(rest)}`;
    return `All land of ${places} is in exactly one ${words.one}${but}`;
  }
  const several = severalText(facts);
  const where = countriesText(facts);
  if (told.length === 2)
    return `${ha(sums.none)}${where} ${is(sums.none)} in no ${words.one} and ${ha(sums.several)} in ${several}`;
  return told[0] === 'gap'
    ? `${ha(sums.none)}${where} ${is(sums.none)} in no ${words.one}`
    : `${ha(sums.several)}${where} ${is(sums.several)} in ${several} ${words.many}`;
}

/** Neither people nor land: small areas of a lookup are all that is known. */
function bareHeadline(facts: CoverFacts, result: Result): string {
  const words = unitWords(facts.neighbourhoods, result);
  const own = facts.tables.neighbourhoods.rows.length;
  const count = (kind: CoverPiece['kind']): boolean => facts.pieces.some((piece) => piece.kind === kind);
  const places = placesText(facts, result);
  if (!count('gap') && !count('double'))
    return `Every small area of ${places} is in exactly one ${words.one}`;
  const faults = [
    ...(count('gap') ? [`some small areas are in no ${words.one}`] : []),
    ...(count('double') ? [`some are in ${severalText(facts)}`] : []),
  ];
  return `${wholeText(own)} ${words.many} are in ${places}, and ${faults.join(' and ')}`;
}

/** The parents by their names where there are few: `Birmingham and Solihull`, `12 councils`. */
export function placesText({ ofParents, parents }: CoverFacts, result: Result): string {
  if (ofParents.length > MOST_NAMED) return countedUnits(ofParents.length, unitWords(parents, result));
  const names = ofParents.map(({ name, code }) => unitName(name === '' ? code : name));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

const MOST_NAMED = 3;

/** `30 neighbourhoods`, `six localities`, in a subtitle. */
export const ownText = ({ neighbourhoods, tables }: CoverFacts, result: Result): string =>
  countedUnits(tables.neighbourhoods.rows.length, unitWords(neighbourhoods, result));
