/**
 * Proposals in, the alignment before and after out.
 */
import { shortWords } from '../../layer/unit-words.js';
import { inverseOf } from '../../measures/scenario/inverse.js';
import { scenarioReport } from '../../measures/scenario/scenario.js';
import type { Scenario } from '../../measures/scenario/scenario-document.js';
import { writeScenario } from '../../measures/scenario/write-scenario.js';
import { recordLayer } from '../../result/record-layer.js';
import type { Result, ResultDocument } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { inRole, makeNote } from '../../trouble/note.js';
import { crossingWishes } from '../crossing-wishes.js';
import { expectLayers } from '../expect-inputs.js';
import { withFilesOfFolders } from '../files-of-folders.js';
import type { Inputs } from '../inputs.js';
import { layerText, parseLayer } from '../layer-source.js';
import { findScenarioLayer } from '../find-scenario-layer.js';
import { loadGround } from '../load-ground.js';
import { loadScenarios } from '../load-scenarios.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { LayerSource, ScenarioRequest } from '../request.js';

type Found = ReturnType<typeof scenarioReport>;

export async function runScenario(
  request: ScenarioRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const scenarios = await loadScenarios(inputs, request.scenarios);
  const parse = (text: string): LayerSource => parseLayer(text, inputs.exists);
  const named = request.layer === undefined ? layerNamed(scenarios) : null;
  const found =
    request.layer === undefined && named === null ? await findScenarioLayer(inputs, scenarios) : null;
  const base = request.layer ?? parse(named ?? found!.layer);
  const against = distinct(
    [...(request.against ?? []), ...scenarios.flatMap((scenario) => scenario.against.map(parse))],
    [base],
  );
  const pieces = distinct(
    [...(request.pieces ?? []), ...scenarios.flatMap((scenario) => scenario.pieces.map(parse))],
    [base, ...against],
  );
  const layers = await withFilesOfFolders([base, ...against, ...pieces], inputs);
  await expectLayers(inputs, layers);
  const ground = await loadGround(inputs, layers, request, progress);
  progress('trying the scenarios');
  const { least = null, most = null } = request.sizeGuide ?? {};
  const report = scenarioReport({
    ...crossingWishes(ground, request),
    scenarios,
    against: against.length,
    chain: request.chain === true,
    sizeGuide: least === null && most === null ? null : { least, most },
  });
  const documents = await Promise.all(
    (request.documents ?? []).map((role) => documentOf(role, report, ground.planar)),
  );
  const sources = scenarios.flatMap(({ name, source }) =>
    source === null
      ? []
      : [makeNote('scenario-source', null, { role: 'scenario', words: { scenario: name, source } })],
  );
  const notes = [
    ...(found === null ? [] : [found.note]),
    ...sources,
    ...inRole(
      'scenario',
      report.trial.outcomes.flatMap((outcome) => outcome.notes),
    ),
  ];
  const result = await resultOf(request, inputs, ground, report, notes);
  return { ...withProposal(result, report), ...(documents.length === 0 ? {} : { documents }) };
}

async function documentOf(
  role: 'layer' | 'inverse',
  { trial }: Found,
  planar: boolean,
): Promise<ResultDocument> {
  const last = trial.outcomes.at(-1)!;
  return {
    role,
    text:
      role === 'layer'
        ? (await import('../scenario-geojson.js')).layerGeoJson(last.version, planar)
        : writeScenario(inverseOf(trial.ground, trial.start, last.state, last.scenario)),
  };
}

/** A proposal is a layer of its own, on the map too, so it is told among the layers. */
function withProposal(result: Result, { trial, footprints }: Found): Result {
  const [before, ...others] = result.layers;
  const { layer } = trial.outcomes.at(-1)!.version;
  const proposal = recordLayer(layer, footprints[0] ?? null, shortWords([layer])(layer.id));
  return { ...result, layers: [before!, proposal, ...others] };
}

/** The layer that scenarios say they change; null where none says so. */
function layerNamed(scenarios: readonly Scenario[]): string | null {
  const named = [...new Set(scenarios.flatMap(({ layer }) => (layer === null ? [] : [layer])))];
  if (named.length < 2) return named[0] ?? null;
  throw new InputError({
    id: 'scenario-layer',
    file: scenarios[0]!.file,
    message: `scenarios change different layers: ${named.join(', ')}`,
    hint: 'Give the layer with --layer LAYER',
  });
}

/** Layers that differ from one another and from those before them. */
function distinct(layers: readonly LayerSource[], without: readonly LayerSource[]): LayerSource[] {
  const taken = new Set(without.map(layerText));
  return layers.filter((layer) => {
    const text = layerText(layer);
    if (taken.has(text)) return false;
    taken.add(text);
    return true;
  });
}
