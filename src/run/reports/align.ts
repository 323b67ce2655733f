/**
 * Layers in, where they agree and where not out.
 */
import { align } from '../../measures/align/align.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { loadAudit } from '../load-audit.js';
import { loadGround } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { AlignRequest } from '../request.js';
import { toDegrees } from '../to-degrees.js';

export async function runAlign(request: AlignRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  const { layers: sources, neighbour } = request;
  if (sources.length < 2) throw tooFewLayers();
  const all = neighbour === undefined ? sources : [...sources, neighbour];
  const ground = await loadGround(
    inputs,
    all,
    { ...request, peoplePass: request.audit === undefined },
    progress,
  );
  const layers = ground.layers.slice(0, sources.length);
  const nextDoor = ground.layers[sources.length] ?? null;
  if (nextDoor !== null && ground.layers.some((layer) => layer.land === null)) throw noShapes();
  const audit = await loadAudit(inputs, request, layers, ground.measures);
  progress('laying all layers on one sheet');
  const found = align({
    ...crossingWishes(ground, request),
    layers,
    neighbour: nextDoor,
    bands: request.bands ?? null,
    audit: audit?.request ?? null,
    metrics: request.metrics ?? 'headline',
    toLongitudeLatitude: await toDegrees(ground),
  });
  return resultOf(request, inputs, ground, found, [...(audit?.notes ?? []), ...found.notes]);
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
