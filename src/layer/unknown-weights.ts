/**
 * Blocks with a weight that is kept back: how many, and how many people hang on them.
 *
 *     E01000901  U10001  600
 *     E01000901  U10002    *      the network's share of this block is not known
 *
 * Such a weight cannot place anybody, so the people of the block follow its known weights alone; that is said with the
 * number of people concerned, once people are read.
 */
import { makeNote, type Note } from '../trouble/note.js';
import type { Measure } from './people.js';
import type { Table } from './table.js';

/** A note on weights that are not known, by the block of each; nothing where all are known. */
export function unknownWeights(table: Table, weight: number, blocks: readonly string[]): Note[] {
  if (blocks.length === 0) return [];
  const distinct = [...new Set(blocks)].sort();
  return [
    makeNote('weights-unknown', table.fileName, {
      counts: { cells: blocks.length, blocks: distinct.length },
      words: { column: table.headings[weight]!, codes: distinct },
    }),
  ];
}

/** The notes with the people of the first measure who live in blocks of unknown weights. */
export function withPeopleConcerned(notes: readonly Note[], measure: Measure | undefined): Note[] {
  return notes.map((note) => {
    if (note.id !== 'weights-unknown' || measure === undefined) return note;
    const concerned = new Set([note.words?.codes ?? []].flat());
    const people = measure.blocks.reduce(
      (sum, code, block) => sum + (concerned.has(code) ? measure.values[block]! : 0),
      0,
    );
    return { ...note, people: { people }, words: { ...note.words, measure: measure.name } };
  });
}
