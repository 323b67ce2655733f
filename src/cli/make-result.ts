/**
 * Puts what a report found and what it was made from into one result document.
 */
import { recordFindings } from '../measures/record-findings.js';
import { recordLayer } from '../measures/record-layer.js';
import type { Result } from '../measures/result.js';
import type { Finding } from '../trouble/finding.js';
import type { Run } from './load-run.js';
import { version } from './version.js';

type Found = Pick<Result, 'tables' | 'tolerances' | 'reconciliation' | 'sensitivity' | 'summary'> & {
  readonly findings: readonly Finding[];
  readonly footprints: readonly (number | null)[];
};

/** The result document of a command. */
export function makeResult(command: string, run: Run, found: Found): Result {
  return {
    document: 'coterminous-result',
    version: 1,
    tool: { name: 'coterminous', version },
    command,
    inputs: run.inputs,
    layers: run.layers.map((layer, l) => recordLayer(layer, found.footprints[l] ?? null)),
    area_model: run.areaModel,
    tolerances: found.tolerances,
    summary: found.summary,
    notes: run.notes,
    tables: found.tables,
    reconciliation: found.reconciliation,
    sensitivity: found.sensitivity,
    findings: recordFindings(found.findings),
    rules: [],
  };
}
