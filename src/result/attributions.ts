/**
 * Whose data a result is made of: what its sources want to be named as.
 */
import type { Result } from './result.js';

/** The attributions of layers and of files that were fetched, each once, in the order of layers and inputs. */
export const attributionsOf = ({ layers, inputs }: Pick<Result, 'layers' | 'inputs'>): string[] => [
  ...new Set(
    [
      ...layers.map(({ attribution }) => attribution),
      ...inputs.map(({ origin }) => origin?.attribution ?? ''),
    ].filter((text) => text !== ''),
  ),
];
