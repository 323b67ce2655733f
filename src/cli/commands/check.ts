/**
 * `coterminous check`: layers in, findings out.
 */
import { readRecodes } from '../../layer/recode.js';
import { checkLayers } from '../../measures/check/check-layers.js';
import { inspectStructure } from '../../read/inspect-structure.js';
import type { Finding } from '../../trouble/finding.js';
import { InputError } from '../../trouble/input-error.js';
import { embedded } from '../embedded-data.js';
import { parseLayerArgument } from '../../run/layer-argument.js';
import { loadAreas } from '../../run/load-areas.js';
import { loadRun, type Run } from '../../run/load-ground.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import { exists, fileSource, readUnpacked } from '../read-source.js';
import { readTable } from '../../run/read-table.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';
import { toDegrees } from '../../run/to-degrees.js';

export interface CheckOptions {
  /** Ids of layers whose units may overlap. */
  readonly allowOverlap: readonly string[];
  /** File of gaps that are known, or null. */
  readonly allowedGaps: string | null;
}

/** Runs the command; returns its exit code. */
export async function runCheck(
  layersGiven: readonly string[],
  given: SharedOptions,
  { allowOverlap, allowedGaps }: CheckOptions,
): Promise<number> {
  const options = { ...given, failOn: given.failOn.flatMap(longRule), lenient: true };
  checkOutputs(options);
  const progress = makeProgress(options.quiet);
  const gaps = allowedGaps === null ? null : await loadAreas(allowedGaps, 'allowed_gaps');
  const run = await loadRun(layersGiven, options, progress.step, gaps === null ? [] : [gaps.layer]);
  refuseUnknown(allowOverlap, run);
  progress.step('checking');
  const found = checkLayers({
    layers: run.layers,
    planar: run.planar,
    measures: run.measures,
    allowOverlap: new Set(allowOverlap),
    allowedGaps: run.areas?.[0] ?? null,
    recodes: readRecodes((await readTable(fileSource(embedded('england/recodes.csv')), null)).table),
    toDegrees: await toDegrees(run, options.grid),
    further: await structureFindings(layersGiven, run),
  });
  progress.clear();
  const inputs = gaps === null ? run.inputs : [...run.inputs, gaps.input];
  return deliver({ ...makeResult('check', { ...run, inputs }, found), shapes: found.shapes }, options);
}

/** `error` and `warning` as rules in full. */
function longRule(rule: string): string[] {
  if (rule === 'error') return ['errors max 0'];
  return rule === 'warning' ? ['errors max 0', 'warnings max 0'] : [rule];
}

/** Largest GeoJSON text held against the standard as a document. */
const LARGEST_DOCUMENT = 200e6;

/** What is odd about the structure of those inputs that are GeoJSON files of a size that can be held in memory. */
async function structureFindings(layersGiven: readonly string[], run: Run): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [i, given] of layersGiven.entries()) {
    const argument = parseLayerArgument(given, exists);
    const input = run.inputs[i];
    if (argument.form !== 'file' || input?.format !== 'geojson') continue;
    const decoder = new TextDecoder();
    let text = '';
    let tooLarge = false;
    await readUnpacked(fileSource(argument.path), (chunk) => {
      tooLarge ||= text.length + chunk.length > LARGEST_DOCUMENT;
      if (!tooLarge) text += decoder.decode(chunk, { stream: true });
    });
    if (!tooLarge) findings.push(...(await inspectStructure(text, input.id)));
  }
  return findings;
}

function refuseUnknown(ids: readonly string[], run: Run): void {
  const unknown = ids.find((id) => run.layers.every((layer) => layer.id !== id));
  if (unknown === undefined) return;
  throw new InputError({
    id: 'option-for-no-layer',
    message: `--allow-overlap ${unknown} names a layer that is not loaded (layers: ${run.layers.map((layer) => layer.id).join(', ')})`,
    hint: 'Use one of these ids',
  });
}
