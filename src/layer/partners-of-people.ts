/**
 * Whether people and the blocks they are laid on belong together, told before anything is measured.
 *
 *     people   E01 E02 E03 W01        E03 and E04 have no partner: more than 1 % is refused, with what is suspected
 *     blocks   E01 E02 E04            W01 is of another country, and explains itself
 */
import { counted, firstThree } from '../trouble/count-text.js';
import { InputError, type Offer } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { leftOut, rowsLeft, type Matched, type ReadingRecord } from '../trouble/reading-record.js';
import { differentYearsText } from '../trouble/say-notes.js';
import { codeKind, kindOfCodes, LAST_LSOA_2011 } from './code-kind.js';
import { respelledNote } from './match-blocks.js';
import { makeMeasure, type Measure } from './people.js';
import { respellings } from './spelling.js';

/** Per cent of people or of blocks that may be without a partner. */
export const USUAL_UNMATCHED = 1;

/** Blocks that people are laid on. */
export interface LaidOn {
  /** Sorted, distinct. */
  readonly codes: readonly string[];
  /** What they are, for messages. */
  readonly what: string;
  /** Codes of those on which nobody need be, for they are nowhere themselves. */
  readonly placeless?: ReadonlySet<string>;
}

/**
 * The measure with its codes spelled as those of the blocks and without rows of totals, how much of both matched (codes
 * that explain themselves apart), and notes on that and on people of other countries.
 *
 * @throws InputError where more than `allowed` per cent of people or of blocks have no partner and nothing explains it.
 */
export function partnersOfPeople(
  measure: Measure,
  blocks: LaidOn,
  allowed = USUAL_UNMATCHED,
): { readonly measure: Measure; readonly matched: Matched; readonly notes: readonly Note[] } {
  const spelled = respellings(measure.blocks, new Set(blocks.codes));
  const notes = spelled.size === 0 ? [] : [respelledNote(spelled, measure.basis, blocks.what)];
  const totals = totalsAmong(spelled.size === 0 ? measure : respelled(measure, spelled), blocks);
  const settled = totals.measure;
  notes.push(...totals.notes);
  const { onlyPeople, onlyBlocks, elsewhere, people } = strangers(settled, blocks);
  if (elsewhere.length > 0) {
    notes.push(
      makeNote('people-elsewhere', null, {
        counts: { codes: elsewhere.length },
        people: { people: people.elsewhere },
        words: { measure: measure.name, codes: elsewhere },
      }),
    );
  }
  const here = { people: settled.total - people.elsewhere, codes: settled.blocks.length - elsewhere.length };
  const shares = [
    share(people.unmatched, here.people),
    share(onlyPeople.length, here.codes),
    share(onlyBlocks.length, blocks.codes.length),
  ];
  const matched: Matched = {
    with: blocks.what,
    codes: { part: here.codes - onlyPeople.length, whole: here.codes },
    others: { part: blocks.codes.length - onlyBlocks.length, whole: blocks.codes.length },
    people: { part: here.people - people.unmatched, whole: here.people },
  };
  if (shares.every((each) => each <= allowed)) return { measure: settled, matched, notes };
  throw unmatched(
    { codes: settled.blocks, what: settled.basis, name: settled.name, only: onlyPeople },
    { ...blocks, only: onlyBlocks },
    Math.max(...shares),
  );
}

/**
 * The measure without rows that are totals of others: of a country or of everything, by their name, and of all areas of
 * another level that together have as many people as those that match.
 */
function totalsAmong(measure: Measure, blocks: LaidOn): { measure: Measure; notes: readonly Note[] } {
  const have = new Set(blocks.codes);
  const odd = measure.blocks.flatMap((code, i) => (have.has(code) ? [] : [i]));
  if (odd.length === 0 || odd.length === measure.blocks.length) return { measure, notes: [] };
  const matched = measure.total - odd.reduce((sum, i) => sum + measure.values[i]!, 0);
  const levels = new Map<string | null, number>();
  const levelOf = (i: number): string | null => codeKind(measure.blocks[i]!);
  for (const i of odd) levels.set(levelOf(i), (levels.get(levelOf(i)) ?? 0) + measure.values[i]!);
  const own = new Set(blocks.codes.map(codeKind));
  const isOtherLevel = (level: string | null): boolean => level !== null && !own.has(null) && !own.has(level);
  const isTotal = (i: number): boolean =>
    WHOLE.test(measure.blocks[i]!) ||
    (isOtherLevel(levelOf(i)) &&
      matched > 0 &&
      Math.abs(levels.get(levelOf(i))! - matched) <= 1e-9 * matched);
  const totals = new Set(odd.filter(isTotal));
  if (totals.size === 0) return { measure, notes: [] };
  const kept = measure.blocks.flatMap((_, i) => (totals.has(i) ? [] : [i]));
  const notes = [makeNote('table-totals', null, { counts: { rows: totals.size } })];
  const without = withBlocks(measure, kept, measure.blocks);
  const { reading } = without;
  return {
    notes,
    measure:
      reading === undefined ? without : { ...without, reading: readingWithout(reading, without, notes) },
  };
}

/** The record of a reading of which some rows turned out to be totals. */
function readingWithout(reading: ReadingRecord, measure: Measure, notes: readonly Note[]): ReadingRecord {
  const left = leftOut(notes);
  return {
    ...reading,
    counted: reading.counted - left.reduce((sum, note) => sum + rowsLeft(note), 0),
    left: [...reading.left, ...left],
    makes: reading.makes && { ...reading.makes, count: measure.blocks.length },
    total: reading.total && { ...reading.total, count: measure.total },
  };
}

const share = (part: number, whole: number): number => (whole <= 0 ? 0 : (100 * part) / whole);

/** The measure with other codes, its blocks sorted again. */
function respelled(measure: Measure, spelled: ReadonlyMap<string, string>): Measure {
  const codes = measure.blocks.map((code) => spelled.get(code) ?? code);
  const order = codes.map((_, i) => i).sort((i, j) => (codes[i]! < codes[j]! ? -1 : 1));
  return withBlocks(measure, order, codes);
}

/** The measure with some of its blocks, in this order, by these codes. */
function withBlocks(measure: Measure, order: readonly number[], codes: readonly string[]): Measure {
  const { blockCounts } = measure;
  return makeMeasure({
    ...measure,
    blocks: order.map((i) => codes[i]!),
    values: Float64Array.from(order, (i) => measure.values[i]!),
    blockCounts: blockCounts === null ? null : Float64Array.from(order, (i) => blockCounts[i]!),
  });
}

interface Strangers {
  /** Codes without a partner that nothing explains. */
  readonly onlyPeople: readonly string[];
  readonly onlyBlocks: readonly string[];
  /** Codes of people that explain themselves. */
  readonly elsewhere: readonly string[];
  readonly people: { readonly unmatched: number; readonly elsewhere: number };
}

function strangers(measure: Measure, blocks: LaidOn): Strangers {
  const have = new Set(blocks.codes);
  const counted = new Set([...measure.blocks, ...measure.blocksWithoutNumber]);
  const isElsewhere = elsewhereOf(blocks.codes);
  const isBlockElsewhere = elsewhereOf(measure.blocks);
  const onlyPeople: string[] = [];
  const elsewhere: string[] = [];
  const people = { unmatched: 0, elsewhere: 0 };
  measure.blocks.forEach((code, i) => {
    if (have.has(code)) return;
    const explained = isElsewhere(code);
    (explained ? elsewhere : onlyPeople).push(code);
    people[explained ? 'elsewhere' : 'unmatched'] += measure.values[i]!;
  });
  const onlyBlocks = blocks.codes.filter(
    (code) => !counted.has(code) && !isBlockElsewhere(code) && blocks.placeless?.has(code) !== true,
  );
  return { onlyPeople, onlyBlocks, elsewhere, people };
}

const COUNTRY = /^([EWSNKJ])\d{8}$/;
/** Codes that stand for no known place: E99999999, W99999999, NO2011. */
const NOWHERE =
  /^([EWSNLMJ]99999999|[A-Z]\d\d999999|NO20\d\d|(unknown|not (known|stated|recorded|mapped|found)|missing|unmatched|no fixed abode)( .*)?)$/i;
/** True for a code that stands for no known place. */
export const standsForNowhere = (code: string): boolean => NOWHERE.test(code);

/** Codes and words that stand for a country or for the whole. */
const WHOLE =
  /^([EWSN]92\d{6}|K0\d{7}|((grand|overall|column) )?totals?|all( areas)?|england( (and|&) wales)?|wales|scotland|northern ireland|great britain|uk|united kingdom)$/i;

/** Tells which codes lie outside the countries of some others, or stand for no block. */
function elsewhereOf(codes: readonly string[]): (code: string) => boolean {
  const countries = new Set(codes.map(countryOf));
  const areOfficial = !countries.has(null);
  return (code) => {
    if (standsForNowhere(code)) return true;
    const country = countryOf(code);
    return areOfficial && country !== null && countries.size > 0 && !countries.has(country);
  };
}

/** `E`, `W`, `S`, `N` of an official code (Northern Ireland's older ones begin with 95); null for others. */
const countryOf = (code: string): string | null =>
  /^95[A-Z0-9]{2,}$/.test(code) ? 'N' : (COUNTRY.exec(code)?.[1] ?? null);

/** The refusal of people and blocks of which `most` per cent have no partner. */
export function unmatched(
  people: LaidOn & { readonly name: string; readonly only: readonly string[] },
  blocks: LaidOn & { readonly only: readonly string[] },
  most: number,
): InputError {
  const sides = [
    people.only.length === 0
      ? ''
      : `${counted(people.only.length, 'code')} of ${people.what} ${people.only.length === 1 ? 'is' : 'are'} not among the ${blocks.what}: ${firstThree(people.only)}`,
    blocks.only.length === 0
      ? ''
      : `${counted(blocks.only.length, 'code')} of the ${blocks.what} ${blocks.only.length === 1 ? 'has' : 'have'} no ${people.name}: ${firstThree(blocks.only)}`,
  ].filter((side) => side !== '');
  return new InputError({
    id: 'people-unmatched',
    message: `${sides.join('; ')} (${perCent(most)} %)`,
    hint: `${suspicion(people.codes, blocks.codes, people.only, blocks.only)}. Give files that belong together, or ${goOn(most)} without these`,
    offers: [allowing(most)],
  });
}

/** A share in a message, never rounded down to what is allowed. */
export const perCent = (share: number): string =>
  share >= 99.5 ? '100' : String(Math.ceil(share * 10) / 10);

/** The option that goes on for all that. */
export const goOn = (share: number): string => `--allow-unmatched ${Math.ceil(share)} to go on`;

/** The same as a choice. */
export const allowing = (share: number): Offer => ({
  setting: 'unmatched',
  values: [String(Math.ceil(share))],
});

/** What may be the reason, in words. */
function suspicion(
  people: readonly string[],
  blocks: readonly string[],
  onlyPeople: readonly string[],
  onlyBlocks: readonly string[],
): string {
  const areas = (codes: readonly string[]): string | null =>
    kindOfCodes(codes)?.replace(/ of \d{4}$/, '') ?? null;
  const [one, other] = [areas(people), areas(blocks)];
  if (one !== null && other !== null && one !== other)
    return `${upperFirst(differentYearsText(one, other))}, which are of another level`;
  if (one === 'LSOAs' && onlyPeople.length > 0 && onlyBlocks.length > 0) {
    const [inPeople, inBlocks] = [onlyPeople, onlyBlocks].map((codes) =>
      codes.some((code) => code.startsWith('E01') && code > LAST_LSOA_2011),
    );
    if (inBlocks === true && inPeople === false)
      return 'The people look like those of LSOAs of 2011, and the blocks are of 2021';
    if (inPeople === true && inBlocks === false)
      return 'The people look like those of LSOAs of 2021, and the blocks are of 2011';
  }
  const last = people.at(-1)!;
  if (onlyPeople.length === 0 && onlyBlocks.every((code) => code > last))
    return `The people end at ${last}, as if their file were cut`;
  if (onlyPeople.length === 0)
    return 'The people are of a smaller area than the blocks, or their file is cut';
  if (onlyBlocks.length === 0)
    return 'The people are of a larger area than the blocks, or the file of blocks is cut';
  return 'The codes may be of different years';
}

const upperFirst = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;
