/**
 * Tables of the engine as they are named on the command line: TABLE[:CODE[:NAME[:GEOMETRY]]].
 */
import { InputError } from '../trouble/input-error.js';
import type { Dialect } from './dialect.js';

/** A table of units, or of people, as columns of the engine; each is a quoted name. */
export interface TableSource {
  /** As the user wrote it, for messages. */
  readonly given: string;
  readonly table: string;
  readonly code: string;
  readonly name: string;
  readonly geometry: string;
}

/** People on points: COLUMN holds how many, or every row is one person. */
export interface PeopleSource {
  readonly given: string;
  readonly table: string;
  /** An expression: a quoted column, or 1. */
  readonly people: string;
  readonly geometry: string;
}

/** Reads TABLE[:CODE[:NAME[:GEOMETRY]]]; columns are code, name and geom where nothing else is said. */
export function unitsFrom(text: string, { quoted }: Dialect): TableSource {
  const [table, code = 'code', name = 'name', geometry = 'geom'] = wordsOf(text, 4);
  return {
    given: text,
    table: quoted(table!),
    code: quoted(code),
    name: quoted(name),
    geometry: quoted(geometry),
  };
}

/** Reads TABLE[:COLUMN[:GEOMETRY]]; without a column every row is one person. */
export function peopleFrom(text: string, { quoted }: Dialect): PeopleSource {
  const [table, people, geometry = 'geom'] = wordsOf(text, 3);
  return {
    given: text,
    table: quoted(table!),
    people: people === undefined ? '1' : quoted(people),
    geometry: quoted(geometry),
  };
}

function wordsOf(text: string, most: number): string[] {
  const words = text.split(':').map((word) => word.trim());
  if (words.length > most || words.some((word) => word === ''))
    throw new InputError({
      id: 'table-source',
      message: `'${text}' names no table`,
      hint:
        most === 4
          ? 'Write TABLE or TABLE:CODE:NAME:GEOMETRY, columns of that table; without them they are code, name and geom'
          : 'Write TABLE, TABLE:COLUMN or TABLE:COLUMN:GEOMETRY; without a column every row is one person',
    });
  return words;
}
