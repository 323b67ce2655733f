/**
 * `coterminous scenario`: proposals in, the alignment before and after out.
 */
import { inverseOf } from '../../measures/scenario/inverse.js';
import { scenarioReport } from '../../measures/scenario/scenario.js';
import type { Scenario } from '../../measures/scenario/scenario-document.js';
import type { SizeGuide } from '../../measures/scenario/units-table.js';
import { writeScenario } from '../../measures/scenario/write-scenario.js';
import { InputError } from '../../trouble/input-error.js';
import { loadRun } from '../../run/load-ground.js';
import { loadScenarios } from '../../run/load-scenarios.js';
import { recordLayer } from '../../result/record-layer.js';
import { withMap } from '../draw-map.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import { layerGeoJson } from '../../run/scenario-geojson.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';
import { checkFile, writeFiles, type FileToWrite } from '../write-files.js';

export interface ScenarioOptions {
  readonly layer: string | null;
  readonly against: readonly string[];
  readonly pieces: readonly string[];
  readonly chain: boolean;
  readonly sizeGuide: SizeGuide | null;
  readonly saveLayer: string | null;
  readonly saveInverse: string | null;
}

/** Runs the command; returns its exit code. */
export async function runScenario(
  files: readonly string[],
  wishes: ScenarioOptions,
  options: SharedOptions,
): Promise<number> {
  checkOutputs(options);
  for (const path of [wishes.saveLayer, wishes.saveInverse]) if (path !== null) checkFile(path);
  const progress = makeProgress(options.quiet);
  const { scenarios, inputs } = await loadScenarios(files);
  const base = baseLayer(scenarios, wishes.layer);
  const against = distinct([...wishes.against, ...scenarios.flatMap((scenario) => scenario.against)], [base]);
  const pieces = distinct(
    [...wishes.pieces, ...scenarios.flatMap((scenario) => scenario.pieces)],
    [base, ...against],
  );
  const run = await loadRun([base, ...against, ...pieces], options, progress.step);
  progress.step('trying the scenarios');
  const found = scenarioReport({
    ...options,
    layers: run.layers,
    planar: run.planar,
    measures: run.measures,
    scenarios,
    against: against.length,
    chain: wishes.chain,
    sizeGuide: wishes.sizeGuide,
  });
  progress.clear();
  const { outcomes, ground, start } = found.trial;
  const last = outcomes.at(-1)!;
  const saved: FileToWrite[] = [];
  if (wishes.saveLayer !== null) {
    saved.push({ path: wishes.saveLayer, content: layerGeoJson(last.version, wishes.saveLayer, run.planar) });
  }
  if (wishes.saveInverse !== null) {
    saved.push({
      path: wishes.saveInverse,
      content: writeScenario(inverseOf(ground, start, last.state, last.scenario)),
    });
  }
  writeFiles(saved);
  const sources = scenarios.flatMap(({ name, source }) => (source === null ? [] : [`${name}: ${source}`]));
  const result = makeResult(
    'scenario',
    { ...run, inputs: [...run.inputs, ...inputs], notes: [...run.notes, ...sources] },
    found,
  );
  const drawn = await withMap(result, found, run, options);
  // A map shows the proposal as a layer of its own, so it is told among the layers.
  const [before, ...others] = drawn.layers;
  const proposal = recordLayer(last.version.layer, found.footprints[0] ?? null);
  return deliver(
    drawn.map === undefined ? drawn : { ...drawn, layers: [before!, proposal, ...others] },
    options,
  );
}

function baseLayer(scenarios: readonly Scenario[], given: string | null): string {
  if (given !== null) return given;
  const named = [...new Set(scenarios.flatMap(({ layer }) => (layer === null ? [] : [layer])))];
  if (named.length === 1) return named[0]!;
  throw new InputError({
    id: 'scenario-layer',
    file: scenarios[0]!.file,
    message:
      named.length === 0
        ? 'no scenario says which layer it changes'
        : `scenarios change different layers: ${named.join(', ')}`,
    hint: 'Give the layer with --layer LAYER',
  });
}

const distinct = (layers: readonly string[], without: readonly string[]): string[] =>
  [...new Set(layers)].filter((layer) => !without.includes(layer));
