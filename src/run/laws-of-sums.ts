/**
 * The sums of a result that must hold whatever was asked: a run that breaks one has a fault of ours and gives no numbers.
 */
import { cellsIn, rowCount } from '../result/column-cells.js';
import { columnAbout, columnHeaded } from '../result/find-column.js';
import type { Result, VerifiedLaw } from '../result/result.js';
import type { Table } from '../result/table.js';
import { formatNumber } from '../result/format-number.js';

/** Hectares and people that sums in doubles may be off by: less than is printed. */
const ALLOWED = 0.001;

/** The laws of sums of a result that is not rounded yet; those of people only where no disclosure rule changed them. */
export function lawsOfSums(result: Result, isDisclosed: boolean): VerifiedLaw[] {
  const lines = result.reconciliation.filter(({ quantity }) => quantity === 'hectares' || !isDisclosed);
  const quantities = [...new Set(lines.map(({ quantity }) => quantity))];
  return [
    ...quantities.map((quantity) =>
      law(
        `${quantity} in rows, in slivers, outside and left out are those of the layers`,
        lines.filter((line) => line.quantity === quantity).map(({ difference }) => difference),
        quantity === 'hectares' ? 'ha' : quantity,
      ),
    ),
    ...result.tables.filter(({ name }) => name === 'overlap').flatMap((table) => lawOfRows(table, result)),
  ];
}

/** What stands in the rows of a table of pairs against what the reconciliation says stands there. */
function lawOfRows(table: Table, { reconciliation }: Result): VerifiedLaw[] {
  const land = columnAbout(table, { role: 'amount', kind: 'hectares' });
  const codes = table.columns.flatMap(({ kind, about }, i) =>
    kind === 'code' && about.role === 'unit' && about.layer !== undefined ? [[about.layer, i] as const] : [],
  );
  const relation = columnHeaded(table, 'relation');
  if (land < 0 || relation < 0 || codes.length !== 2) return [];
  const [relationOf, landOf] = [cellsIn(table, relation), cellsIn(table, land)];
  let inRows = 0;
  for (let row = 0; row < rowCount(table); row++)
    if (relationOf(row) !== 'outside' && relationOf(row) !== 'sliver') inRows += Number(landOf(row) ?? 0);
  const told = reconciliation.filter(
    ({ layer, quantity }) => quantity === 'hectares' && codes.some(([id]) => id === layer),
  );
  if (told.length === 0) return [];
  return [
    law(
      'the rows of the table hold what they are said to hold',
      told.map((line) => line.in_rows - inRows),
      'ha',
    ),
  ];
}

function law(text: string, deviations: readonly number[], unit: string): VerifiedLaw {
  const largest = Math.max(0, ...deviations.map(Math.abs));
  return { law: text, checked: deviations.length, largest, allowed: ALLOWED, unit, held: largest <= ALLOWED };
}

/** Throws where a law is broken. This is no error that a user can mend: the numbers must not be given. */
export function refuseBroken(laws: readonly VerifiedLaw[]): void {
  const broken = laws.filter(({ held }) => !held);
  if (broken.length === 0) return;
  const sentences = broken.map(
    (one) =>
      `${one.law}: off by ${formatNumber(one.largest, null)} ${one.unit}, where ${formatNumber(one.allowed, null)} is allowed`,
  );
  throw new Error(`a law of this run does not hold, so it gives no numbers: ${sentences.join('; ')}`);
}
