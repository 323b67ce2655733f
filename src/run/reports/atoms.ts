/**
 * Layers in, their faces out, and which block counts on which face.
 */
import { atoms } from '../../measures/atoms/atoms.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { loadGround } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { AtomsRequest } from '../request.js';
import { toDegrees } from '../to-degrees.js';

export async function runAtoms(request: AtomsRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  if (request.layers.length < 2) throw tooFewLayers();
  const ground = await loadGround(inputs, request.layers, request, progress);
  progress('laying all layers on one sheet');
  const found = atoms({ ...crossingWishes(ground, request), toDegrees: await toDegrees(ground) });
  return resultOf(request, inputs, ground, found);
}

const tooFewLayers = (): InputError =>
  new InputError({
    id: 'too-few-layers',
    message: 'atoms are what two layers or more are made of',
    hint: 'For example: coterminous export atoms icbs.geojson councils.geojson -o faces.parquet',
  });
