/**
 * `coterminous overlap`: layers in, overlap table out.
 */
import { positionCount } from '../../layer/shapes.js';
import type { Layer } from '../../layer/layer.js';
import { overlap } from '../../measures/overlap/overlap.js';
import { recordFindings } from '../../measures/record-findings.js';
import { recordLayer } from '../../measures/record-layer.js';
import type { Result } from '../../measures/result.js';
import { bringTogether } from '../../read/common-system.js';
import { InputError } from '../../trouble/input-error.js';
import { loadLayers } from '../load-layers.js';
import { deliver } from '../output.js';
import { fileSource, readWhole } from '../read-source.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';
import { version } from '../version.js';

/** Runs the command; returns its exit code. */
export async function runOverlap(layersGiven: readonly string[], options: SharedOptions): Promise<number> {
  if (layersGiven.length < 2) throw tooFewLayers();
  const progress = makeProgress(options.quiet);
  const grid = options.grid === null ? undefined : (await readWhole(fileSource(options.grid))).bytes;
  const { layers: read, inputs } = await loadLayers(layersGiven, options, progress.step);
  const common = bringTogether(read, grid);
  progress.step(`laying ${common.layers.reduce((sum, layer) => sum + positions(layer), 0)} positions on one sheet`);
  const found = overlap({ ...options, layers: common.layers, planar: common.planar });
  progress.clear();
  const result: Result = {
    document: 'coterminous-result',
    version: 1,
    tool: { name: 'coterminous', version },
    command: 'overlap',
    inputs,
    layers: common.layers.map((layer, l) => recordLayer(layer, found.footprints[l]!)),
    area_model: common.areaModel,
    tolerances: found.tolerances,
    summary: found.summary,
    notes: [...read.flatMap((layer) => layer.notes), ...common.notes],
    tables: found.tables,
    reconciliation: found.reconciliation,
    sensitivity: found.sensitivity,
    findings: recordFindings(found.findings),
    rules: [],
  };
  await deliver(result, options);
  return 0;
}

const positions = (layer: Layer): number => (layer.land === null ? 0 : positionCount(layer.land.shapes));

const tooFewLayers = (): InputError =>
  new InputError({
    id: 'too-few-layers',
    message: 'overlap needs two layers or more',
    hint: 'For example: coterminous overlap icbs.geojson councils.geojson',
  });
