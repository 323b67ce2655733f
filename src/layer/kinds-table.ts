/**
 * The kinds of layer as rows, for `kinds` and for the documentation.
 */
import { kinds, type Kind } from './kinds.js';
import { whereHad } from './where-kinds-are-had.js';

/** Headings of the rows. */
export const KIND_HEADINGS = [
  'kind',
  'one',
  'many',
  'fields',
  'code_prefixes',
  'also_called',
  'tiles_england',
  'may_overlap',
  'sector',
  'tier',
  'where_to_get_it',
] as const;

/** One row a kind, in the order given; lists are parted by blanks, other names by commas. */
export const kindRows = (of: readonly Kind[] = kinds): (string | boolean)[][] =>
  of.map((kind) => [
    kind.id,
    kind.one,
    kind.many,
    kind.stems.map((stem) => stem.toUpperCase()).join(' '),
    kind.entities.join(' '),
    kind.aliases.join(', '),
    kind.tilesEngland,
    kind.overlaps,
    kind.sector ?? '',
    kind.tier ?? '',
    whereHad(kind.id),
  ]);
