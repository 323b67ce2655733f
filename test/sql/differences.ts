/**
 * What an engine's rows say differently from ours: nothing, where they are the same to the tolerances stated here.
 */
import type { Row } from './engine.js';

/** Our heading, the script's, and how far numbers may be apart; null for texts, which must be equal. */
export type Pairing = readonly [ours: string, theirs: string, apart: number | null];

/** Hectares: of which ours are rounded to hundredths. */
const HECTARES = 0.02;

export const OVERLAP: readonly Pairing[] = [
  ['relation', 'relation', null],
  ['cardinality', 'cardinality', null],
  ['overlap_ha', 'overlap_ha', HECTARES],
  ['a_ha', 'a_ha', HECTARES],
  ['b_ha', 'b_ha', HECTARES],
  ['sliver_ha', 'sliver_ha', HECTARES],
];

export const OVERLAP_PEOPLE: readonly Pairing[] = [['n', 'people', 1e-6]];

export const SHARED: readonly Pairing[] = [
  ['parts', 'parts', 0],
  ['main_a_code', 'main_a_code', null],
  ['area_ha', 'area_ha', HECTARES],
  ['ha_outside_main', 'ha_outside_main', HECTARES],
];

export const NEIGHBOURHOODS: readonly Pairing[] = [
  ['b_code', 'b_code', null],
  ['area_ha', 'area_ha', HECTARES],
  ['pct_inside_b', 'pct_inside_b', 0.005],
];

export const PARENTS: readonly Pairing[] = [
  ['neighbourhoods', 'neighbourhoods', 0],
  ['area_ha', 'area_ha', HECTARES],
  ['covered_ha', 'covered_ha', HECTARES],
  ['uncovered_ha', 'uncovered_ha', HECTARES],
  ['double_ha', 'double_ha', HECTARES],
];

export interface Differences {
  /** Rows of ours and of the engine, and those that the other has not. */
  readonly rows: readonly [number, number];
  readonly onlyOurs: readonly string[];
  readonly onlyTheirs: readonly string[];
  /** Rows of one side that are thinner than 5 cm: whether rounding leaves any of them is chance. */
  readonly hairs: number;
  /** Cells that are too far apart. */
  readonly cells: readonly string[];
  /** The largest difference of hectares. */
  readonly largestHectares: number;
}

/** Compares by keys, columns of the same name on both sides. */
export function differencesOf(
  ours: readonly Row[],
  theirs: readonly Row[],
  keys: readonly string[],
  pairings: readonly Pairing[],
): Differences {
  const keyed = (rows: readonly Row[]): Map<string, Row> =>
    new Map(rows.map((row) => [keys.map((key) => String(row[key] ?? '')).join(' × '), row]));
  const [us, them] = [keyed(ours), keyed(theirs)];
  const both = [...us].filter(([key]) => them.has(key));
  for (const [mine, other] of pairings) {
    if (ours.length > 0 && !(mine in ours[0]!))
      throw new Error(`we have no ${mine}: ${Object.keys(ours[0]!).join()}`);
    if (theirs.length > 0 && !(other in theirs[0]!))
      throw new Error(`the engine has no ${other}: ${Object.keys(theirs[0]!).join()}`);
  }
  const apart = (row: Row, mine: string, other: Row, theirHeading: string): number =>
    Math.abs(Number(row[mine] ?? 0) - Number(other[theirHeading] ?? 0));
  const isHair = (row: Row): boolean =>
    Number(row['max_width_m'] ?? 1) < 0.05 && Number(row['n'] ?? row['people'] ?? 0) === 0;
  const lone = (from: Map<string, Row>, other: Map<string, Row>): [string, Row][] =>
    [...from].filter(([key]) => !other.has(key));
  const told = (alone: readonly [string, Row][]): string[] =>
    alone.filter(([, row]) => !isHair(row)).map(([key, row]) => `${key} ${Object.values(row).join()}`);
  const [mine, others] = [lone(us, them), lone(them, us)];
  return {
    rows: [ours.length, theirs.length],
    onlyOurs: told(mine),
    onlyTheirs: told(others),
    hairs: [...mine, ...others].filter(([, row]) => isHair(row)).length,
    cells: both.flatMap(([key, row]) =>
      pairings
        .filter(([mine, other, most]) => {
          const cell = them.get(key)!;
          return most === null
            ? String(row[mine] ?? '') !== String(cell[other] ?? '')
            : apart(row, mine, cell, other) > most;
        })
        .map(([mine, other]) => `${key} ${mine}: ${String(row[mine])}, ${String(them.get(key)![other])}`),
    ),
    largestHectares: Math.max(
      0,
      ...both.flatMap(([key, row]) =>
        pairings
          .filter(([mine]) => mine.endsWith('_ha'))
          .map(([mine, other]) => apart(row, mine, them.get(key)!, other)),
      ),
    ),
  };
}
