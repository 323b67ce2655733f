/**
 * Joins two lists of block codes and says what has no counterpart.
 *
 * A join that quietly finds half the codes is the commonest way to lose people: areas of 2011 against areas of 2021,
 * output areas against LSOAs, codes that were given anew. What does not match is listed; where hardly anything does,
 * the run stops. Codes that differ in case or spaces alone are one code.
 */
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { differentYearsText } from '../trouble/say-notes.js';
import { counted, firstThree } from '../trouble/count-text.js';
import { kindOfCodes } from './code-kind.js';
import { respellings } from './spelling.js';

/** One side of the join. */
export interface CodedBlocks {
  /** Sorted, distinct. */
  readonly codes: readonly string[];
  /** What they are, for messages: `people in census.csv`, `lookup lsoa_icb.csv`. */
  readonly what: string;
}

export interface MatchedBlocks {
  /** For each code of a its index in b, or -1. */
  readonly inB: Int32Array;
  /** Codes on both sides. */
  readonly matched: number;
  /** Codes of a that b lacks, sorted. */
  readonly onlyA: readonly string[];
  /** Codes of b that a lacks, sorted. */
  readonly onlyB: readonly string[];
  /** A note for each side with codes left over. */
  readonly notes: readonly Note[];
}

/** Joins the codes; throws InputError where less than half of the smaller side matches. */
export function matchBlocks(a: CodedBlocks, b: CodedBlocks): MatchedBlocks {
  const inB = new Int32Array(a.codes.length).fill(-1);
  const onlyA: string[] = [];
  const onlyB: string[] = [];
  let i = 0;
  let j = 0;
  if (a.codes === b.codes) {
    for (; i < inB.length; i++) inB[i] = i;
    j = i;
  }
  while (i < a.codes.length || j < b.codes.length) {
    const left = a.codes[i];
    const right = b.codes[j];
    if (left === right) inB[i++] = j++;
    else if (right === undefined || (left !== undefined && left < right)) onlyA.push(a.codes[i++]!);
    else onlyB.push(b.codes[j++]!);
  }
  const respelt = matchRespelled(a, b, inB, onlyA, onlyB);
  const matched = a.codes.length - onlyA.length;
  const smaller = Math.min(a.codes.length, b.codes.length);
  if (matched === 0 || matched < smaller / 2) throw noMatch(a, b, matched, onlyA, onlyB);
  return { inB, matched, onlyA, onlyB, notes: [...respelt, ...leftOver(a, b, onlyA, onlyB)] };
}

/** Matches codes left over on both sides without regard to case and spaces, and takes them off both lists. */
function matchRespelled(
  a: CodedBlocks,
  b: CodedBlocks,
  inB: Int32Array,
  onlyA: string[],
  onlyB: string[],
): Note[] {
  if (onlyA.length === 0 || onlyB.length === 0) return [];
  const spelled = respellings(onlyA, new Set(onlyB));
  if (spelled.size === 0) return [];
  const found = new Set(spelled.values());
  const at = new Map(b.codes.flatMap((code, i) => (found.has(code) ? [[code, i] as const] : [])));
  a.codes.forEach((code, i) => {
    const other = spelled.get(code);
    if (other !== undefined && inB[i] === -1) inB[i] = at.get(other)!;
  });
  onlyA.splice(0, onlyA.length, ...onlyA.filter((code) => !spelled.has(code)));
  onlyB.splice(0, onlyB.length, ...onlyB.filter((code) => !found.has(code)));
  return [respelledNote(spelled, a.what, b.what)];
}

/** What is said of codes that are taken for others. */
export const respelledNote = (spelled: ReadonlyMap<string, string>, of: string, others: string): Note =>
  makeNote('codes-respelled', null, {
    counts: { codes: spelled.size },
    words: { of, others, codes: [...spelled.keys()] },
  });

function leftOver(
  a: CodedBlocks,
  b: CodedBlocks,
  onlyA: readonly string[],
  onlyB: readonly string[],
): Note[] {
  const notes: Note[] = [];
  for (const { codes, one, other } of [
    { codes: onlyA, one: a, other: b },
    { codes: onlyB, one: b, other: a },
  ]) {
    if (codes.length === 0) continue;
    notes.push(
      makeNote('blocks-on-one-side', null, {
        counts: { blocks: codes.length },
        words: { of: one.what, other: other.what, codes },
      }),
    );
  }
  const kinds = onlyA.length > 0 && onlyB.length > 0 ? differentYears(a.codes, b.codes) : null;
  if (kinds !== null) notes.push(makeNote('blocks-of-different-years', null, { words: kinds }));
  return notes;
}

/** The kinds of both sides where one holds areas of 2011 and the other areas of 2021, otherwise null. */
function differentYears(a: readonly string[], b: readonly string[]): { one: string; other: string } | null {
  const [one, other] = [kindOfCodes(a), kindOfCodes(b)];
  return one === null || other === null || one === other ? null : { one, other };
}

function noMatch(
  a: CodedBlocks,
  b: CodedBlocks,
  matched: number,
  onlyA: readonly string[],
  onlyB: readonly string[],
): InputError {
  const how = matched === 0 ? 'none' : `only ${counted(matched, 'block')}`;
  const sample = (what: string, codes: readonly string[]): string =>
    codes.length === 0 ? '' : `; ${what} has ${firstThree(codes)}`;
  const years = differentYears(a.codes, b.codes);
  const kinds = years === null ? null : differentYearsText(years.one, years.other);
  return new InputError({
    id: 'blocks-do-not-match',
    message: `${how} of the codes of ${a.what} and ${b.what} match${sample(a.what, onlyA)}${sample(b.what, onlyB)}`,
    hint:
      kinds === null
        ? 'Check that both name the same kind of area and the same vintage: areas of 2011 have other codes than areas of 2021.'
        : `${kinds[0]!.toUpperCase()}${kinds.slice(1)}: give both of one kind and vintage.`,
  });
}
