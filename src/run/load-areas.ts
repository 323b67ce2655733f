/**
 * A file of areas that is no layer of its own: gaps that are known, land to cut to.
 */
import type { Layer } from '../layer/layer.js';
import type { InputRecord } from '../result/result.js';
import { landOfFeatures } from '../read/land-of-features.js';
import { InputError } from '../trouble/input-error.js';
import { parseLayerArgument } from './layer-argument.js';
import { readFeatures } from './read-features.js';
import { exists, fileSource } from '../cli/read-source.js';

/** The land of `path[#inner]` as a layer of one unit, and its record. `role` names it in both. */
export async function loadAreas(given: string, role: string): Promise<{ layer: Layer; input: InputRecord }> {
  const argument = parseLayerArgument(given, exists);
  if (argument.form !== 'file') throw notAFile(given);
  const source = fileSource(argument.path);
  const { table, format, seal } = await readFeatures(source, argument.inner);
  const file = argument.inner === null ? source.shortName : `${source.shortName}#${argument.inner}`;
  return {
    layer: landOfFeatures(table, source.name, role),
    input: { id: role, role, file, format, ...seal },
  };
}

const notAFile = (given: string): InputError =>
  new InputError({
    id: 'areas-not-a-file',
    message: `'${given}' is not a file of areas`,
    hint: 'Give a boundary file as path, or path#inner',
  });
