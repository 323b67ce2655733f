/**
 * What a story of two layers is told from: which units of one are split between units of the other, how many are not,
 * and who lives in all of them.
 */
import { columnHeaded, columnAbout } from '../result/find-column.js';
import type { LayerRecord, ReconciliationLine, Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { figureOf, sumOrNull, textOf } from './cells.js';
import {
  columnsOf,
  type PairList,
  sharedSplits,
  splitAndAsked,
  type Split,
  type SplitUnit,
} from './splits.js';

/** Units of `b`, the layer that is told of, against those of `a`, its partners. */
export interface PairFacts extends Split {
  /** Units of `b` that lie in any unit of `a`. */
  readonly asked: number;
  /** Those of them that lie whole in one; null where it is only known that they overlap. */
  readonly whole: number | null;
  /** Units of `a` that any unit of `b` lies in, and those of them that have part of a split one. */
  readonly partners: number;
  readonly sharing: number;
  /** People of all units of `b` that were asked, each counted once; null where they are not known. */
  readonly everyone: number | null;
  /** Whether units of `b` overlap one another, so that their people must not be added up. */
  readonly overlapping: boolean;
}

/** The facts of any two layers of an alignment, in the order of its tables; both ways round where both are there. */
export function factsOfAlignment(result: Result): PairFacts[] {
  const asked = result.tables.find(({ name }) => name === 'tests');
  const tests = asked === undefined ? [] : firstTests(asked);
  const own = result.tables.filter(({ name }) => /^units(_|$)/.test(name));
  return sharedSplits(result).flatMap((split): PairFacts[] => {
    const place = own.findIndex((table) => isOf(table, split));
    if (place < 0) return [];
    const units = own[place]!;
    const tested = tests[place] ?? null;
    const isTold = layerOfRows(units) === split.b.id;
    const classes = countClasses(units);
    const others = isTold
      ? { partners: tested ?? split.a.units, asked: classes.asked, whole: classes.inOne }
      : { partners: classes.asked, asked: tested ?? split.b.units, whole: classes.areasWhole };
    return [withPeople(result, { ...split, ...others, sharing: sharingOf(split.units) })];
  });
}

/** How many units of the second layer each pair of layers was tested for, in the order of pairs. */
function firstTests(table: Table): number[] {
  const [test, tested] = [columnHeaded(table, 'test'), columnHeaded(table, 'tested')];
  return table.rows.filter((row) => row[test] === 'P1').map((row) => figureOf(row[tested]) ?? 0);
}

const layerOfRows = (table: Table): string | undefined =>
  table.columns[columnAbout(table, { role: 'unit', kind: 'code' })]?.about.layer;

/** Whether a table of units is of the two layers of a split, whichever of them it lists. */
function isOf(table: Table, { a, b }: Split): boolean {
  const match = table.columns[columnAbout(table, { role: 'match', kind: 'code' })]?.about.layer;
  const own = layerOfRows(table);
  return (own === a.id && match === b.id) || (own === b.id && match === a.id);
}

/** Units listed that lie in the other layer, those in one unit of it alone, and the units of it that lie whole in them. */
function countClasses(table: Table): { asked: number; inOne: number; areasWhole: number } {
  const [unitClass, whole] = [columnHeaded(table, 'class'), columnHeaded(table, 'areas_whole')];
  const classes = table.rows.map((row) => textOf(row[unitClass]));
  return {
    asked: classes.filter((each) => each !== 'uncovered').length,
    inOne: classes.filter((each) => each === 'coterminous' || each === 'nested').length,
    areasWhole: table.rows.reduce((sum, row) => sum + (figureOf(row[whole]) ?? 0), 0),
  };
}

/** The facts of a list of pairs. */
export function factsOfPairs(result: Result, list: PairList): PairFacts {
  const { split, asked } = splitAndAsked(list);
  const turned = split.a.id === list.b.id;
  const { a, b, relation, isWithheld } = columnsOf(list);
  const partners = new Set<string | number>();
  let last: string | number | undefined;
  // Rows of one partner mostly follow one another.
  for (const partner of turned ? b : a) if (partner !== last) partners.add((last = partner));
  const isWhole = turned ? 'within' : 'contains';
  const facts = withPeople(result, {
    ...split,
    asked,
    whole: relation.includes('')
      ? null
      : relation.filter((each) => each === 'coterminous' || each === isWhole).length,
    partners: partners.size,
    sharing: sharingOf(split.units),
  });
  // A total without the cells that are withheld is no total.
  return isWithheld ? { ...facts, everyone: null } : facts;
}

const sharingOf = (units: readonly SplitUnit[]): number =>
  new Set(units.flatMap(({ partners }) => partners)).size;

function withPeople(result: Result, facts: Omit<PairFacts, 'everyone' | 'overlapping'>): PairFacts {
  const lines = linesOf(result, facts.a, facts.b, facts.measure ?? 'hectares');
  const everyone = lines === null || facts.measure === null ? null : lines.b.total - lines.b.left_out;
  const outside = sumOrNull(facts.units.map((unit) => unit.outside)) ?? 0;
  const twice = lines?.a.multiply_covered ?? mostCoveredTwice(result, facts.a, facts.measure ?? 'hectares');
  // What is counted twice in drawing one border is less than anybody, or a thousandth of what is told.
  const overlapping = twice >= 0.5 && twice > outside / 1000;
  return { ...facts, everyone, overlapping };
}

/** What the lines of a layer count twice at most, where it is not known which of them is of the pair. */
const mostCoveredTwice = ({ reconciliation }: Result, { id }: LayerRecord, quantity: string): number =>
  Math.max(
    0,
    ...reconciliation
      .filter((line) => line.layer === id && line.quantity === quantity)
      .map((line) => line.multiply_covered),
  );

/** The lines that a pair of layers was reconciled by: those of the layer that stands first come before the other's. */
function linesOf(
  { layers, reconciliation }: Result,
  a: LayerRecord,
  b: LayerRecord,
  quantity: string,
): { a: ReconciliationLine; b: ReconciliationLine } | null {
  const lines = reconciliation.filter((line) => line.quantity === quantity);
  const order = layers.findIndex(({ id }) => id === a.id) < layers.findIndex(({ id }) => id === b.id);
  const [first, second] = order ? [a, b] : [b, a];
  const place = lines.findIndex(({ layer }, i) => layer === first.id && lines[i + 1]?.layer === second.id);
  if (place < 0) return null;
  return order ? { a: lines[place]!, b: lines[place + 1]! } : { a: lines[place + 1]!, b: lines[place]! };
}

/** What of a split unit is outside its main partner, added up over all; null where a part of it is withheld. */
export const outsideOf = ({ units }: Pick<PairFacts, 'units'>): number | null =>
  sumOrNull(units.map(({ outside }) => outside));

/** Split units with anybody outside the main partner. */
export const concernedOf = ({ units }: Pick<PairFacts, 'units'>): readonly SplitUnit[] =>
  units.filter(({ outside }) => (outside ?? 0) >= 0.5);
