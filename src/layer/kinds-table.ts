/**
 * The kinds of layer as rows, for `kinds` and for the documentation.
 */
import type { Kind } from './kinds.js';

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
] as const;

/** One row a kind, in their order; lists are parted by blanks, other names by commas. */
export const kindRows = (kinds: readonly Kind[]): (string | boolean)[][] =>
  kinds.map((kind) => [
    kind.id,
    kind.one,
    kind.many,
    kind.stems.map((stem) => stem.toUpperCase()).join(' '),
    kind.entities.join(' '),
    kind.aliases.join(', '),
    kind.tilesEngland,
    kind.overlaps,
  ]);
