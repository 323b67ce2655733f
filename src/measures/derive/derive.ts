/**
 * The derive report: footprints from registrations.
 *
 *     block  patients by network        winner
 *     E01    U1 900  U2 300  U3 40  ──►  U1, 72.6 %, runner-up U2
 *     E02    U2 500  U1 500         ──►  U1, a tie: the lower code
 *
 * Blocks are those of the shapes given, or of the patients' file; those outside England and outside the area asked
 * for are left out and counted, so that every patient is in a row or in a sentence.
 */
import { polygonsShape } from '../land/shape-records.js';
import { sortFindings } from '../../trouble/finding.js';
import type { Report } from '../report.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Cell, Table } from '../../result/table.js';
import { blocksTable, shownUnits, unitsTable } from './derive-tables.js';
import type { DeriveWishes } from './derive-wishes.js';
import type { Derived } from './derived.js';
import { findDerived } from './find-derived.js';
import { deriveFindings } from './derive-findings.js';
import { deriveSummary } from './derive-summary.js';

/** A report with the shapes of its derived units. */
export type DeriveReport = Report & { readonly shapes: readonly ShapeRecord[] };

/** Derives a footprint. Throws InputError where the blocks and the patients have no code in common. */
export function derive(request: DeriveWishes): DeriveReport {
  const derived = findDerived(request);
  const units = unitsTable(derived);
  return {
    tables: [units, blocksTable(derived)],
    shapes: derivedShapes(derived, units),
    tolerances: [],
    reconciliation: [reconciliationOf(derived)],
    sensitivity: [],
    findings: sortFindings(deriveFindings(derived)),
    summary: deriveSummary(derived),
    footprints: [],
  };
}

/** The layer: a shape for each unit that has land. */
function derivedShapes(derived: Derived, table: Table): ShapeRecord[] {
  const { land, request } = derived;
  if (land === null) return [];
  return shownUnits(derived).flatMap((unit, row): ShapeRecord[] => {
    const polygons = land.polygons[unit.unit]!;
    if (polygons.length === 0) return [];
    // A layer tells its kind by the names of its fields: pcn_code, pcn_name.
    const fields = table.columns.map(({ heading }) =>
      request.id === 'pcn' && (heading === 'code' || heading === 'name') ? `pcn_${heading}` : heading,
    );
    const cells = fields.map((field, i): [string, Cell] => [field, table.rows[row]![i]!]);
    return [
      {
        table: table.name,
        properties: Object.fromEntries(cells),
        geometry: polygonsShape(polygons, request.toDegrees),
      },
    ];
  });
}

function reconciliationOf(derived: Derived): Report['reconciliation'][number] {
  const inRows = derived.contests.reduce((sum, { total }) => sum + total, 0);
  const outside = derived.patientsOutsideEngland + derived.patientsUnknown;
  return {
    layer: 'patients',
    quantity: 'registered',
    total: derived.patients,
    in_rows: inRows,
    in_slivers: 0,
    outside,
    left_out: derived.patientsElsewhere,
    multiply_covered: 0,
    difference: derived.patients - inRows - outside - derived.patientsElsewhere,
  };
}
