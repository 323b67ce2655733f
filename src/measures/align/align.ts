/**
 * The alignment report: where the units of one layer are split between units of another.
 *
 *     layers crossed ──► parts of every unit ──► shared, parts, units
 *                    ──► patches, border, stretches (from shapes only)
 *                    ──► matrices ──► metrics
 *                    ──► policy tests, audit, sentences
 *
 * Three or more layers are aligned pairwise: tables that speak of two layers carry both ids in their name
 * (`shared_icb_ltla`), those that name the layer in each row (`metrics`, `tests`, `audit`) stay one. Where the first of
 * two layers has more units, they are the ones that are split, and two tables with both ids in their name say so.
 */
import type { Layer } from '../../layer/layer.js';
import type { Finding } from '../../trouble/finding.js';
import type { Note } from '../../trouble/note.js';
import type { Crossing } from '../crossing/crossing.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { turned } from '../crossing/turned.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import { sortFindings } from '../../trouble/finding.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import { blockLayers } from '../people/place-on-faces.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Table } from '../../result/table.js';
import { alignUnits, type Alignment } from '../alignment/alignment.js';
import { chooseAudited } from './audited-layers.js';
import { auditTable } from './audit-table.js';
import { auditLookup, type AuditRequest } from './audit.js';
import { borderFacts, type BorderFacts } from './border-tables.js';
import { matricesOf, type BasedMatrix } from '../alignment/matrices.js';
import { metricsTable } from './metrics-table.js';
import { partsTable } from './parts-table.js';
import { patchesTable } from './patches-table.js';
import { policyTests } from '../alignment/policy-tests.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import { sharedTable } from './shared-table.js';
import { testsTable } from './tests-table.js';
import { alignSummary, auditSentence, groundSentences } from './summary.js';
import { unitsTable } from './units-table.js';

export interface AlignWishes extends CrossingRequest {
  readonly sensitivity: boolean;
  readonly includeOutside: boolean;
  /** Edges of the bands of the share outside the main partner, rising, in per cent; null for none. */
  readonly bands: readonly number[] | null;
  readonly audit: AuditRequest | null;
  readonly metrics: 'headline' | 'all';
  /** The country next door, to tell its border from the coast; lies in the same system. */
  readonly neighbour: Layer | null;
  readonly toLongitudeLatitude: ToLongitudeLatitude;
}

export interface AlignReport extends Report {
  readonly shapes: readonly ShapeRecord[];
  readonly notes: readonly Note[];
}

/** What is known of two of the layers. */
interface AlignedPair {
  readonly alignment: Alignment;
  readonly matrices: readonly BasedMatrix[];
  readonly tables: readonly Table[];
  readonly border: BorderFacts | null;
  readonly patches: Table | null;
  readonly shapes: readonly ShapeRecord[];
  readonly sentences: readonly string[];
}

/** Aligns two layers, or three and more pairwise. */
export function align(request: AlignWishes): AlignReport {
  const { layers, neighbour } = request;
  const crossing = crossLayers({ ...request, layers: neighbour === null ? layers : [...layers, neighbour] });
  const pairs = crossing.pairs.filter(({ a, b }) => a !== neighbour && b !== neighbour);
  const aligned = pairs.map((crossed) => alignPair(crossed, crossing, request));
  const tests = aligned.flatMap(({ alignment }) => policyTests(alignment));
  const matrices = aligned.flatMap((pair) => pair.matrices);
  const audited = request.audit === null ? null : auditOf(request.audit, request, crossing, pairs);
  const several = aligned.length > 1;
  return {
    ...reportOfCrossing({ ...crossing, pairs }, request.sensitivity),
    findings: sortFindings([...crossing.findings, ...(audited?.findings ?? [])]),
    tables: [
      ...aligned.flatMap(({ tables, alignment }) =>
        tables.map((table) => (several ? named(table, alignment) : table)),
      ),
      ...pairs.flatMap((pair) => turnedTables(pair, request.bands)),
      metricsTable(matrices, request.metrics),
      testsTable(tests, layers),
      ...(audited === null ? [] : [audited.table]),
    ],
    shapes: aligned.flatMap(({ shapes, alignment }) =>
      shapes.map((shape) => (several ? { ...shape, table: nameOf(shape.table, alignment) } : shape)),
    ),
    summary: [
      ...aligned.flatMap((pair) => alignSummary(pair, neighbour, several)),
      ...groundSentences(aligned.map(({ alignment }) => alignment)),
      ...aligned.flatMap(({ sentences }) => sentences),
      ...(audited === null ? [] : [audited.sentence]),
    ],
    notes: audited?.notes ?? [],
  };
}

/** Which units of the first layer are split, where it has more of them than the second; none otherwise. */
function turnedTables(crossed: CrossedPair, bands: readonly number[] | null): Table[] {
  if (crossed.a.codes.length <= crossed.b.codes.length) return [];
  const alignment = alignUnits(turned(crossed));
  return [sharedTable(alignment, bands), partsTable(alignment)].map((table) => named(table, alignment));
}

const nameOf = (table: string, { a, b }: Alignment): string => `${table}_${a.id}_${b.id}`;

const named = (table: Table, alignment: Alignment): Table => ({
  ...table,
  name: nameOf(table.name, alignment),
});

function alignPair(crossed: CrossedPair, crossing: Crossing, request: AlignWishes): AlignedPair {
  const alignment = alignUnits(crossed);
  const { sheet } = crossing;
  const toDegrees = request.toLongitudeLatitude;
  const patches = crossed.shapes === null ? null : patchesTable(alignment, crossed.shapes, sheet!, toDegrees);
  const border = crossed.shapes === null ? null : borderFacts(crossed, sheet!, request.neighbour, toDegrees);
  return {
    alignment,
    matrices: matricesOf(alignment, crossed, sheet, request.includeOutside),
    border,
    patches: patches?.table ?? null,
    tables: [
      sharedTable(alignment, request.bands),
      partsTable(alignment),
      unitsTable(alignment),
      ...(patches === null ? [] : [patches.table]),
      ...(border === null ? [] : border.tables),
    ],
    shapes: [...(patches?.shapes ?? []), ...(border?.shapes ?? [])],
    sentences: crossed.sentences,
  };
}

function auditOf(
  audit: AuditRequest,
  request: AlignWishes,
  crossing: Crossing,
  pairs: readonly CrossedPair[],
): { table: Table; sentence: string; notes: readonly Note[]; findings: readonly Finding[] } {
  const layers = chooseAudited(audit, crossing, pairs, blockLayers(request.layers, request.measures));
  const found = auditLookup(audit, layers);
  return {
    table: auditTable(found, layers),
    sentence: auditSentence(found, layers, audit),
    notes: found.notes,
    findings: found.findings,
  };
}
