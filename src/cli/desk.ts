/**
 * The desk of a command: Node's files, and what every report command begins with.
 */
import { Inputs } from '../run/inputs.js';
import { cacheFolder } from './cache/cache-folder.js';
import { fetchAddresses } from './fetch-addresses.js';
import { givenLayers, type GivenLayers } from './given-layers.js';
import { nodeFiles } from './node-files.js';
import { say } from './say.js';
import { stripsOfEnvironment } from './strips-of-environment.js';
import { readOutputWishes, type Given } from './shared-options.js';
import { UnpackingAhead } from './threads/unpack-ahead.js';
import type { OutputWishes } from './output-wishes.js';

export interface Desk {
  readonly inputs: Inputs;
  readonly layers: GivenLayers;
  readonly wishes: OutputWishes;
}

/** A desk without layers: for a saved result, a folder, a file that is looked at. */
export function plainInputs({ maxMemory, offline, refresh, quiet, cache, threads }: Given = {}): Inputs {
  const unpacking = new UnpackingAhead();
  return new Inputs({
    ...nodeFiles,
    gunzipWhole: (packed, limit) => unpacking.take(packed, limit),
    ...(threads === 1 || maxMemory !== undefined ? {} : { unpackAhead: (paths) => unpacking.begin(paths) }),
    fetch: fetchAddresses({ offline: offline === true, refresh: refresh === true, quiet: quiet === true }),
    ...(cache === undefined
      ? {}
      : { cache: cacheFolder(cache as string, quiet === true ? () => undefined : say) }),
    ...(maxMemory === undefined ? {} : { maxMemory: maxMemory as number }),
    ...stripsOfEnvironment(),
  });
}

/** A desk for what was typed. */
export async function openDesk(given: Given): Promise<Desk> {
  const inputs = plainInputs(given);
  return { inputs, layers: await givenLayers(given, inputs), wishes: readOutputWishes(given) };
}
