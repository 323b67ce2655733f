/**
 * Any JSON from an address, with the bounds and manners of everything that is fetched.
 */
import { askJson, type Json } from './ask-json.js';
import { withAsker } from './asker.js';
import type { AskOptions } from './source.js';

/** A JSON object. Throws InputError as `fetchSource` does. */
export const getJson = (address: string, options: AskOptions = {}): Promise<Json> =>
  withAsker(options, async (asker) => (await askJson(asker, address)).json);
