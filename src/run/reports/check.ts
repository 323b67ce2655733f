/**
 * Layers in, findings out.
 */
import { checkLayers } from '../../measures/check/check-layers.js';
import { inspectStructure } from '../../read/inspect-structure.js';
import type { Result } from '../../result/result.js';
import type { Finding } from '../../trouble/finding.js';
import { shippedRecodes } from '../../layer/shipped-recodes.js';
import { looksLikeGeoJson } from '../../read/formats/json-kinds.js';
import { InputError } from '../../trouble/input-error.js';
import type { Inputs } from '../inputs.js';
import { isEngland, isLookup } from '../layer-source.js';
import { loadAreas } from '../load-areas.js';
import { loadGround, type Ground } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { CheckRequest } from '../request.js';
import { toDegrees } from '../to-degrees.js';

export async function runCheck(request: CheckRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  const { allowOverlap = [], allowedGaps } = request;
  const gaps = allowedGaps === undefined ? [] : [await loadAreas(inputs, allowedGaps, 'allowed_gaps')];
  const ground = await loadGround(inputs, request.layers, { ...request, lenient: true }, progress, gaps);
  refuseUnknown(allowOverlap, ground);
  progress('checking');
  const found = checkLayers({
    layers: ground.layers,
    planar: ground.planar,
    measures: ground.measures,
    disclosure: request.disclosure ?? null,
    allowOverlap: new Set(allowOverlap),
    allowedGaps: ground.areas[0] ?? null,
    recodes: shippedRecodes,
    toDegrees: await toDegrees(ground),
    further: await structureFindings(request, inputs, ground),
  });
  return resultOf(request, inputs, ground, found);
}

/** Largest GeoJSON text held against the standard as a document. */
const LARGEST_DOCUMENT = 200e6;

/** What is odd about the structure of those layers that are GeoJSON files of a size that can be held in memory. */
async function structureFindings(
  { layers }: CheckRequest,
  inputs: Inputs,
  ground: Ground,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [i, source] of layers.entries()) {
    if (isEngland(source) || isLookup(source)) continue;
    const input = inputs.open(source.path, 'layer');
    const isDocument =
      input.size !== null && source.inner === undefined && looksLikeGeoJson(await input.start());
    const text = isDocument ? await textOf(inputs, source.path) : null;
    if (text !== null) findings.push(...inspectStructure(text, ground.layers[i]!.id));
  }
  return findings;
}

/** The text of a file, or null where it is too large. */
async function textOf(inputs: Inputs, path: string): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let tooLarge = false;
  await inputs.open(path, 'layer').feed((chunk) => {
    tooLarge ||= text.length + chunk.length > LARGEST_DOCUMENT;
    if (!tooLarge) text += decoder.decode(chunk, { stream: true });
  });
  inputs.done(path);
  return tooLarge ? null : text;
}

function refuseUnknown(ids: readonly string[], { layers }: Ground): void {
  const unknown = ids.find((id) => layers.every((layer) => layer.id !== id));
  if (unknown === undefined) return;
  throw new InputError({
    id: 'option-for-no-layer',
    message: `--allow-overlap ${unknown} names a layer that is not loaded (layers: ${layers.map((layer) => layer.id).join(', ')})`,
    hint: 'Use one of these ids',
  });
}
