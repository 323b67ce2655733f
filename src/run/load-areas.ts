/**
 * A file of areas that is no layer of its own: gaps that are known, land to cut to.
 */
import type { Layer } from '../layer/layer.js';
import { landOfFeatures } from '../read/land-of-features.js';
import { shownPath } from './files.js';
import type { Inputs } from './inputs.js';
import { placeOfLayer } from './keep-layer.js';
import { noteRead, takeFeatures } from './read-table.js';
import type { TableSource } from './request.js';

/** The land of a file as a layer of one unit, called by its role. */
export async function loadAreas(
  inputs: Inputs,
  source: TableSource,
  role: 'clip' | 'allowed_gaps',
): Promise<Layer> {
  const place = await placeOfLayer(inputs, source, role, [role, inputs.allowTruncated]);
  if (place.found !== null) {
    noteRead(inputs, source, role, role, place.found).reading = place.found.layer.reading;
    return place.found.layer;
  }
  const { features, line, ...read } = await takeFeatures(inputs, source, role, role);
  const layer = landOfFeatures(features, shownPath(source.path), role, inputs.allowTruncated);
  place.keep(layer, read);
  line.reading = layer.reading;
  return layer;
}
