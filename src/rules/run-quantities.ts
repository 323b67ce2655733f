/**
 * Quantities that every result has something of: findings by severity, slivers, and changes between two vintages.
 *
 *     errors, warnings           findings of that severity
 *     in_doubt                   overlaps, gaps and double covers that half of a measured tolerance, or twice it, would
 *                                judge otherwise; outside_in_doubt: land outside; relations_in_doubt: what hangs on such
 *     sliver_ha, sliver_share    land set aside as slivers, and its share of the first layer, 0 to 1
 *     changed_units              units that a comparison of vintages finds changed in any way; `changes_merged` and
 *                                the like for one kind of change
 */
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { moreIsWorse, quantityKey, type Quantity } from './quantity.js';
import { cellReader, tableNamed, textOf } from './read-tables.js';

/** The quantities. */
export function runQuantities(result: Result): Quantity[] {
  const severe = (severity: string): number =>
    result.findings.filter((finding) => finding.severity === severity).length;
  const summary = result.command === 'compare' ? tableNamed(result, 'summary') : null;
  return [
    ...moreIsWorse('errors', severe('error'), 'findings that are errors'),
    ...moreIsWorse('warnings', severe('warning'), 'findings that are warnings'),
    ...doubtQuantities(result),
    ...sliverQuantities(result),
    ...(summary === null ? [] : changeQuantities(summary)),
  ];
}

/** Nothing is in doubt where tolerances are stated; where there are none, it is not asked. */
function doubtQuantities(result: Result): Quantity[] {
  if (result.tolerances.length === 0) return [];
  const doubts = result.tables
    .filter(({ name }) => /^doubts(_|$)/.test(name))
    .flatMap((table) => table.rows.map((row) => textOf(cellReader(table)(row, 'doubt'))));
  const count = (...words: readonly string[]): number =>
    doubts.filter((doubt) => words.includes(doubt)).length;
  const half = 'that half of a measured tolerance, or twice it, would judge otherwise';
  return [
    ...moreIsWorse('in_doubt', count('overlap', 'gap', 'double'), `overlaps, gaps and double covers ${half}`),
    ...moreIsWorse('outside_in_doubt', count('outside'), `pieces of land outside the other layer ${half}`),
    ...moreIsWorse('relations_in_doubt', count('relation'), `pairs whose relation hangs on such`),
  ];
}

function sliverQuantities(result: Result): Quantity[] {
  const land = result.reconciliation.find(({ quantity }) => quantity === 'hectares');
  if (land === undefined) return [];
  return [
    ...moreIsWorse('sliver_ha', land.in_slivers, 'hectares set aside as slivers'),
    ...moreIsWorse(
      'sliver_share',
      land.total === 0 ? null : land.in_slivers / land.total,
      `land of ${land.layer} set aside as slivers, as a share of it, 0 to 1`,
    ),
  ];
}

/** What may have become of a unit, in the words of the table. */
const CHANGES = [
  'recoded',
  'renamed',
  'coastline redrawn',
  'enlarged',
  'reduced',
  'enlarged and reduced',
  'created',
  'abolished',
];

/** Whether a word of the table says that a unit changed more than its drawing. */
export const isChange = (word: string): boolean => CHANGES.includes(word);

function changeQuantities(table: Table): Quantity[] {
  const cell = cellReader(table);
  const changes = table.rows.map((row) => textOf(cell(row, 'change')));
  const count = (wanted: (change: string) => boolean): number => changes.filter(wanted).length;
  return [
    ...moreIsWorse('changed_units', count(isChange), 'units, before or after, that changed in any way'),
    ...CHANGES.flatMap((change) =>
      moreIsWorse(
        `changes_${quantityKey(change)}`,
        count((word) => word === change),
        `units, before or after: ${change}`,
      ),
    ),
  ];
}
