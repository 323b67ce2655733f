/**
 * Puts what a report found and what it was made from into one result document.
 */
import type { Report } from '../measures/report.js';
import { recordFindings } from './record-findings.js';
import { recordLayer } from './record-layer.js';
import type { Result } from './result.js';
import type { Run } from '../run/load-ground.js';
import { version } from '../cli/version.js';

/** The result document of a command. */
export function makeResult(command: string, run: Run, found: Report): Result {
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
    notes: run.notes.map(withoutFolders),
    tables: found.tables,
    reconciliation: found.reconciliation,
    sensitivity: found.sensitivity,
    findings: recordFindings(found.findings),
    rules: [],
  };
}

/** A note that begins with a file begins with its name alone: a result must not tell whose folders it came from. */
function withoutFolders(note: string): string {
  const end = note.indexOf(': ');
  return end < 0 ? note : note.slice(0, end).replace(/^.*[/\\]/s, '') + note.slice(end);
}
