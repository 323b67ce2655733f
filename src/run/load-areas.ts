/**
 * A file of areas that is no layer of its own: gaps that are known, land to cut to.
 */
import type { Layer } from '../layer/layer.js';
import { landOfFeatures } from '../read/land-of-features.js';
import { shownPath } from './files.js';
import type { Inputs } from './inputs.js';
import { takeFeatures } from './read-table.js';
import type { TableSource } from './request.js';

/** The land of a file as a layer of one unit, called by its role. */
export async function loadAreas(
  inputs: Inputs,
  source: TableSource,
  role: 'clip' | 'allowed_gaps',
): Promise<Layer> {
  const { features, line } = await takeFeatures(inputs, source, role, role);
  const layer = landOfFeatures(features, shownPath(source.path), role, inputs.allowTruncated);
  line.reading = layer.reading;
  return layer;
}
