/**
 * LAYERs of a command line: ids of a config file where one is given, else as the grammar has them.
 */
import type { Inputs } from '../run/inputs.js';
import { parseLayer } from '../run/layer-source.js';
import type { CommonWishes, LayerSource } from '../run/request.js';
import { readCommonWishes, type Given } from './shared-options.js';

/** How a command turns its words into layers and wishes. */
export interface GivenLayers {
  layer(word: string): LayerSource;
  /** Whether a word is the id of a layer of the config file. */
  has(word: string): boolean;
  /** What the options say, and where they say nothing the config file. To be asked after all layers. */
  wishes(): CommonWishes;
}

/** Reads the config file of `--config`, where there is one. */
export async function givenLayers(given: Given, inputs: Inputs): Promise<GivenLayers> {
  const typed = readCommonWishes(given, inputs);
  const parse = (word: string): LayerSource => parseLayer(word, inputs.exists);
  const path = given['config'] as string | undefined;
  if (path === undefined) return { layer: parse, has: () => false, wishes: () => typed };
  const { openConfig, withCatalogueFiles, ConfigLayers, configWishes } =
    await import('./config/of-command.js');
  const file = await withCatalogueFiles(await openConfig(inputs, path), inputs.exists, {
    offline: given['offline'] === true,
    refresh: given['refresh'] === true,
    quiet: given['quiet'] === true,
  });
  const used = new ConfigLayers(file, inputs, 'the command line');
  return {
    has: (word) => used.has(word),
    layer: (word) => (used.has(word) ? used.byId(word) : parse(word)),
    wishes: () => together(configWishes(file, inputs), used.wishes(), typed),
  };
}

/** Wishes of which the later go before the earlier; fields by layer and groups are put together. */
function together(...all: readonly CommonWishes[]): CommonWishes {
  const merged: CommonWishes = Object.assign({}, ...all);
  const fields = (key: 'code' | 'name' | 'crs' | 'keep' | 'call'): object => ({
    [key]: Object.assign({}, ...all.map((wishes) => wishes[key] ?? {})) as object,
  });
  const groups = all.flatMap((wishes) => wishes.groups ?? []);
  return {
    ...merged,
    ...fields('code'),
    ...fields('name'),
    ...fields('crs'),
    ...fields('keep'),
    ...fields('call'),
    ...(groups.length === 0 ? {} : { groups }),
  };
}
