/**
 * Two layers in, moves out.
 */
import type { Layer } from '../../layer/layer.js';
import { ambiguousPlace, unknownPlace } from '../../layer/unit-trouble.js';
import { codeOfPlace, distinctPlaces, unitsCalled } from '../../layer/units-called.js';
import { writeScenario } from '../../measures/scenario/write-scenario.js';
import { fixScenario, suggest } from '../../measures/suggest/suggest.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { layerText } from '../layer-source.js';
import { loadAmounts } from '../load-amounts.js';
import { loadGround } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { SuggestRequest } from '../request.js';

export async function runSuggest(
  request: SuggestRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const { layers, test = 'P1', by = 'part', never = [] } = request;
  const [first, second] = layers;
  if (first === undefined || second === undefined || layers.length > 2) throw notTwo();
  if (by === 'block' && request.disclosure !== undefined) throw blocksWithheld();
  const apportion = [];
  for (const source of request.apportion ?? []) apportion.push(await loadAmounts(inputs, source));
  const ground = await loadGround(inputs, layers, request, progress);
  const fixed = new Set(never.map((word) => codeCalled(word, ground.layers)));
  progress('working out the smallest changes');
  const found = suggest({
    ...crossingWishes(ground, request),
    test,
    by,
    never: fixed,
    leastSize: request.leastSize ?? null,
    mostChanged: request.mostChanged ?? null,
    apportion,
  });
  const result = await resultOf(request, inputs, ground, found);
  if (request.documents === undefined) return result;
  const scenario = fixScenario(found, test, [layerText(first), layerText(second)]);
  const text = writeScenario(scenario, ['Arithmetic, not a recommendation.']);
  return { ...result, documents: [{ role: 'scenario', text }] };
}

/** The code of the unit of either layer that a word stands for. */
function codeCalled(word: string, layers: readonly Layer[]): string {
  const called = unitsCalled(layers);
  const { by, places } = called.find(word);
  const [first, ...others] = distinctPlaces(places);
  if (first === undefined) throw unknownPlace(word, called, { option: '--never' });
  if (others.length > 0) throw ambiguousPlace(word, places, { option: '--never' });
  if (by === 'part') throw unknownPlace(word, called, { option: '--never' });
  return codeOfPlace(first);
}

const notTwo = (): InputError =>
  new InputError({
    id: 'not-two-layers',
    message: 'suggest needs two layers: the one that may change, and the one to line up with',
    hint: 'For example: coterminous suggest icbs.geojson councils.geojson',
  });

const blocksWithheld = (): InputError =>
  new InputError({
    id: 'blocks-withheld',
    message: '--by block moves single blocks by their people, and a disclosure rule keeps those back',
    hint: 'Leave out --by block: moves of whole parts keep to the rule',
  });
