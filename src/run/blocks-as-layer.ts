/**
 * Blocks read as a layer, for reports that put units together from them.
 */
import type { CountsSource, FileSource } from './request.js';

/** The file of blocks as a layer of the ground. */
export const blocksAsLayer = ({ path, inner }: CountsSource): FileSource => ({
  path,
  ...(inner === undefined ? {} : { inner }),
});
