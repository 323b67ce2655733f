/**
 * What a report found: the parts of a result document that do not depend on where its inputs came from.
 */
import type { UnitsByLayer } from '../layer/pick-units.js';
import type { Finding } from '../trouble/finding.js';
import type { MapRecord } from '../result/map-record.js';
import type { ReconciliationLine, SensitivityPoint, ToleranceRecord } from '../result/result.js';
import type { ShapeRecord } from '../result/shape-record.js';
import type { Table } from '../result/table.js';
import type { ToLongitudeLatitude } from './land/to-longitude-latitude.js';
import type { MapWishes } from './map/map-wishes.js';

/** What a report found: the parts of a result document that do not depend on where its inputs came from. */
export interface Report {
  readonly tables: readonly Table[];
  readonly tolerances: readonly ToleranceRecord[];
  readonly reconciliation: readonly ReconciliationLine[];
  /** The same of some units alone, where a report is asked for these. */
  readonly reconcileUnits?: (picked: UnitsByLayer) => readonly ReconciliationLine[];
  /** Shapes of rows, where the report draws any whatever is asked. */
  readonly shapes?: readonly ShapeRecord[];
  /** Draws the shapes of rows, if an output asks for them; absent where no shapes were read. */
  readonly drawShapes?: (toLongitudeLatitude: ToLongitudeLatitude) => readonly ShapeRecord[];
  readonly sensitivity: readonly SensitivityPoint[];
  readonly findings: readonly Finding[];
  readonly summary: readonly string[];
  /** What hangs on tolerances that no one stated: a table after the others, sentences after the headline. */
  readonly doubts?: { readonly tables: readonly Table[]; readonly sentences: readonly string[] };
  /** Square metres of each layer's footprint; null for a layer without shapes. */
  readonly footprints: readonly (number | null)[];
  /** Draws the layers, if an output asks for it: null where there are no shapes. */
  readonly drawMap?: (wishes: MapWishes) => MapRecord | null;
}
