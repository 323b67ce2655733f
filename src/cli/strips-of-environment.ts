/**
 * Nodes of the strips that maps are worked in, where the environment says so: for trying strips on small maps.
 */
import type { Files } from '../run/files.js';
import { InputError } from '../trouble/input-error.js';

/** What COTERMINOUS_STRIP_NODES says. Throws InputError where that is no number of nodes. */
export function stripsOfEnvironment(): Pick<Files, 'stripNodes'> {
  const { COTERMINOUS_STRIP_NODES: said = '' } = process.env;
  if (said === '') return {};
  if (!/^[1-9]\d{0,8}$/.test(said)) {
    throw new InputError({
      id: 'strip-nodes-unusable',
      message: `COTERMINOUS_STRIP_NODES is no number of nodes: ${said}`,
      hint: 'Give a whole number from 1, or unset it',
    });
  }
  return { stripNodes: Number(said) };
}
