/**
 * Core20: residents of the most deprived fifth of the country.
 *
 * NHS England counts as Core20 those who live in the LSOAs of the two most deprived tenths by the Index of Multiple
 * Deprivation (Core20PLUS5). Which edition of the index was used is part of the basis: the 2019 edition is on LSOAs
 * of 2011, the 2025 edition on LSOAs of 2021.
 */
import { makeNote, type Note } from '../trouble/note.js';
import type { ReadingRecord } from '../trouble/reading-record.js';
import { matchBlocks } from './match-blocks.js';
import { type Measure, makeMeasure, peopleCounted } from './people.js';

/** Deprivation decile of every block. */
export interface Deprivation {
  /** Sorted, distinct. */
  readonly blocks: readonly string[];
  /** 1 (most deprived) to 10, same order. */
  readonly deciles: Uint8Array;
  /** Year of the edition. */
  readonly edition: number;
  /** What tells the edition: `its headings`. */
  readonly editionBy: string;
  /** Column and file: `IMD_decile in imd2025_england_lsoa21.csv`. */
  readonly source: string;
  readonly notes: readonly Note[];
  readonly reading?: ReadingRecord;
}

/**
 * Residents of blocks in deciles 1 and 2; other blocks hold 0. Blocks of residents without a decile (Wales) are left
 * out and counted in a note. Throws InputError where the codes do not match.
 */
export function core20Measure(residents: Measure, deprivation: Deprivation, name = 'core20'): Measure {
  const match = matchBlocks(
    { codes: residents.blocks, what: residents.basis },
    { codes: deprivation.blocks, what: deprivation.source },
  );
  const kept: number[] = [];
  const outside: number[] = [];
  residents.blocks.forEach((_, block) => (match.inB[block]! >= 0 ? kept : outside).push(block));
  const notes = [
    ...deprivation.notes,
    makeNote('core20', null, {
      words: { measure: name, edition: String(deprivation.edition), by: deprivation.editionBy },
    }),
  ];
  const lost = outside.reduce((sum, block) => sum + residents.values[block]!, 0);
  if (outside.length > 0) {
    const codes = outside.map((block) => residents.blocks[block]!);
    notes.push(
      makeNote('blocks-without-decile', null, {
        counts: { blocks: outside.length },
        people: { people: lost },
        words: { measure: name, codes },
      }),
    );
  }
  if (match.onlyB.length > 0) {
    notes.push(
      makeNote('deciles-without-people', null, {
        counts: { blocks: match.onlyB.length },
        words: { measure: name, codes: match.onlyB },
      }),
    );
  }
  const measure = makeMeasure({
    name,
    basis: `residents in deciles 1 and 2 of IMD ${deprivation.edition} (${deprivation.source}; ${residents.basis})`,
    blocks: kept.map((block) => residents.blocks[block]!),
    values: Float64Array.from(kept, (block) =>
      deprivation.deciles[match.inB[block]!]! <= 2 ? residents.values[block]! : 0,
    ),
    blockCounts:
      residents.blockCounts === null ? null : Float64Array.from(kept, (b) => residents.blockCounts![b]!),
    blocksWithoutNumber: residents.blocksWithoutNumber,
    isPublic: residents.isPublic,
    notes,
  });
  const { reading } = deprivation;
  if (reading === undefined) return measure;
  const people = { part: residents.total - lost, whole: residents.total };
  return {
    ...measure,
    reading: {
      ...reading,
      total: peopleCounted(measure.total, 'residents'),
      matched: {
        with: residents.basis,
        codes: { part: match.matched, whole: deprivation.blocks.length },
        others: { part: match.matched, whole: residents.blocks.length },
        people,
      },
    },
  };
}
