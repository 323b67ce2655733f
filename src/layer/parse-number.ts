/**
 * What a cell says when a number is expected of it.
 *
 * Statistical tables hold signs where a number is kept back or does not exist: `[c]` confidential, `[x]` not
 * available, `[z]` not applicable and their like, in older tables `*`, `-`, `:`, `..`, `c` or `<5`. They are not nought.
 */

/** NaN for a cell that is blank, shorthand or wrong; `cellKind` says which. */
export type CellKind = 'number' | 'blank' | 'shorthand' | 'wrong';

const SHORTHAND =
  /^(\[[a-z]{1,6}\]|\([csuxz]\)|[csuxz]|\*+|-+|[–—−!]|:|\.{1,3}|…|~|#+|n\/?a|#n\/a|null|nan|suppressed|[<≤] ?=? ?\d+|(less|fewer) than \d+|\d+ or (less|fewer))$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** A first group of nought is none of thousands: 0,125 is an eighth where commas are the sign of decimals. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[ \u00A0\u2009\u202F]\d{3})+)(?:\.\d*)?$/;

/** The number in a trimmed cell (commas or spaces between thousands allowed), or NaN. */
export function parseNumber(text: string): number {
  if (NUMBER.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replace(/[,\s]/g, '')) : NaN;
}

/** Whether a trimmed cell holds a number, nothing, a sign for "no number here", or something else. */
export function cellKind(text: string): CellKind {
  if (text === '') return 'blank';
  if (Number.isFinite(parseNumber(text))) return 'number';
  return SHORTHAND.test(text) ? 'shorthand' : 'wrong';
}
