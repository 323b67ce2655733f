/**
 * `coterminous align`: layers in, where they agree and where not out.
 */
import { align } from '../../measures/align/align.js';
import { InputError } from '../../trouble/input-error.js';
import { withMap } from '../draw-map.js';
import { loadAudit } from '../../run/load-audit.js';
import { loadRun } from '../../run/load-ground.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';
import { toDegrees } from '../../run/to-degrees.js';

export interface AlignOptions {
  /** Edges of the bands in per cent; null for none. */
  readonly bands: readonly number[] | null;
  /** FILE[:MEMBER:GROUP], or null. */
  readonly audit: string | null;
  /** Per cent that a best fit must hold; null where it was not said. */
  readonly least: number | null;
  /** A layer of the country next door, or null. */
  readonly neighbour: string | null;
}

/** Runs the command; returns its exit code. */
export async function runAlign(
  layersGiven: readonly string[],
  options: SharedOptions,
  wishes: AlignOptions,
): Promise<number> {
  if (layersGiven.length < 2) throw tooFewLayers();
  checkOutputs(options);
  const progress = makeProgress(options.quiet);
  const all = wishes.neighbour === null ? layersGiven : [...layersGiven, wishes.neighbour];
  const run = await loadRun(all, options, progress.step);
  const layers = run.layers.slice(0, layersGiven.length);
  const neighbour = run.layers[layersGiven.length] ?? null;
  if (neighbour !== null && run.layers.some((layer) => layer.land === null)) throw noShapes();
  const audit = await loadAudit(wishes, layers, run.measures, progress.step);
  progress.step('laying all layers on one sheet');
  const found = align({
    ...options,
    layers,
    neighbour,
    planar: run.planar,
    measures: run.measures,
    bands: wishes.bands,
    audit: audit?.request ?? null,
    metrics: options.table === 'metrics' ? 'all' : 'headline',
    toLongitudeLatitude: await toDegrees(run, options.grid),
  });
  progress.clear();
  const inputs = [...run.inputs, ...(audit?.inputs ?? [])];
  const notes = [...run.notes, ...(audit?.notes ?? []), ...found.notes];
  const result = { ...makeResult('align', { ...run, inputs, notes }, found), shapes: found.shapes };
  return deliver(await withMap(result, found, run, options), options);
}

const tooFewLayers = (): InputError =>
  new InputError({
    id: 'too-few-layers',
    message: 'align needs two layers or more',
    hint: 'For example: coterminous align icbs.geojson councils.geojson',
  });

const noShapes = (): InputError =>
  new InputError({
    id: 'neighbour-without-shapes',
    message: '--neighbour needs shapes of every layer, and one of them is given by lookup only',
    hint: 'Give boundary files, or leave --neighbour out',
  });
