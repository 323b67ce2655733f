/**
 * The reconciliation: what the rows hold against what the layers themselves hold, land and people.
 *
 *     unit total = material pairs + slivers + outside + left out − counted twice
 *
 * The last term is land of a unit that the other layer covers more than once: it stands in several rows.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { UnitsByLayer } from '../../layer/pick-units.js';
import type { ReconciliationLine } from '../../result/result.js';
import { hectares } from '../../result/units-of-measure.js';
import { columnsOfPairs } from './pair-columns.js';
import type { PairColumns, PairsOfLayers } from './pairs-of-layers.js';
import { isLeftOut, standings, type UnitStandings } from './relations.js';

/**
 * Two lines for the land (where there is land) and two for each measure: one a layer. Of picked units: lines of their
 * layers alone, and of these units.
 */
export function reconcile(
  a: Layer,
  b: Layer,
  found: PairsOfLayers,
  picked: UnitsByLayer | null = null,
): ReconciliationLine[] {
  const standing = standings(found, a.codes.length, b.codes.length);
  const columns = columnsOfPairs(found);
  const lines: ReconciliationLine[] = [];
  for (const { layer, mine } of [
    { layer: a, mine: 'a' },
    { layer: b, mine: 'b' },
  ] as const) {
    const areas = mine === 'a' ? found.areasA : found.areasB;
    const units = picked?.get(layer.id)?.units ?? null;
    if (picked !== null && units === null) continue;
    // What is counted twice is known of the layer; of some of its units only the surplus of their rows.
    const twice = units === null ? found.twice?.[mine] : undefined;
    const name = units === null ? layer.id : `${layer.id}, ${units.size} of ${layer.codes.length} units`;
    const side: ReconciledSide = { name, mine, standing: standing[mine], units };
    if (areas !== null)
      lines.push(reconcileOne(side, columns, 'hectares', areas, columns.area, hectares, twice));
    found.measures.forEach((measure, m) => {
      const totals = mine === 'a' ? measure.unitsA : measure.unitsB;
      const people = Float64Array.from(found.pairs, ({ amounts }) => amounts[m]!.people);
      lines.push(reconcileOne(side, columns, measure.name, totals, people, (amount) => amount));
    });
  }
  return lines;
}

/** One layer of a pair; `units` are those that are reconciled, null for all. */
interface ReconciledSide {
  readonly name: string;
  readonly mine: 'a' | 'b';
  readonly standing: UnitStandings;
  readonly units: ReadonlySet<number> | null;
}

function reconcileOne(
  { name, mine, standing, units }: ReconciledSide,
  { a, b, material }: PairColumns,
  quantity: string,
  totals: Float64Array,
  amounts: Float64Array,
  scale: (amount: number) => number,
  counted?: number,
): ReconciliationLine {
  const sums = new ExactSums(6);
  const [TOTAL, ROWS, SLIVERS, OUTSIDE, LEFT, ALL] = [0, 1, 2, 3, 4, 5];
  for (let unit = 0; unit < totals.length; unit++)
    if (units === null || units.has(unit)) sums.add(TOTAL, totals[unit]!);
  const [own, others] = mine === 'a' ? [a, b] : [b, a];
  for (let p = 0; p < own.length; p++) {
    const unit = own[p]!;
    if (unit === NO_UNIT || units?.has(unit) === false) continue;
    const isReal = material[p] === 1;
    const where = others[p] === NO_UNIT ? OUTSIDE : ROWS;
    sums.add(ALL, amounts[p]!);
    sums.add(isLeftOut(standing, unit) ? LEFT : isReal ? where : SLIVERS, amounts[p]!);
  }
  const [total, rows, slivers, outside, left, all] = sums.values();
  // Land is counted from faces; of people only the surplus of the rows is known.
  const twice = counted ?? Math.max(0, all! - total!);
  return {
    layer: name,
    quantity,
    total: scale(total!),
    in_rows: scale(rows!),
    in_slivers: scale(slivers!),
    outside: scale(outside!),
    left_out: scale(left!),
    multiply_covered: scale(twice),
    difference: scale(total! - (all! - twice)),
  };
}

/** One line for each measure as a whole: all people that came in, whatever layer they reached. */
export function reconcileAll(
  a: Layer,
  b: Layer,
  found: PairsOfLayers,
  lost: readonly number[],
): ReconciliationLine[] {
  const standing = standings(found, a.codes.length, b.codes.length);
  return found.measures.map((measure, m) => {
    const sums = new ExactSums(4);
    const [ROWS, SLIVERS, OUTSIDE, LEFT] = [0, 1, 2, 3];
    for (const pair of found.pairs) {
      const { people } = pair.amounts[m]!;
      const isPair = pair.a !== NO_UNIT && pair.b !== NO_UNIT;
      const leftOut =
        !isPair && (pair.a === NO_UNIT ? isLeftOut(standing.b, pair.b) : isLeftOut(standing.a, pair.a));
      if (leftOut) sums.add(LEFT, people);
      else if (!pair.material) sums.add(SLIVERS, people);
      else sums.add(isPair ? ROWS : OUTSIDE, people);
    }
    const [rows, slivers, outside, left] = sums.values();
    const out = outside! + lost[m]!;
    const twice = Math.max(0, rows! + slivers! + out + left! - measure.total);
    return {
      layer: 'all blocks',
      quantity: measure.name,
      total: measure.total,
      in_rows: rows!,
      in_slivers: slivers!,
      outside: out,
      left_out: left!,
      multiply_covered: twice,
      difference: measure.total - (rows! + slivers! + out + left! - twice),
    };
  });
}
