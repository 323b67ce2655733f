/**
 * What units of a layer are called in sentences.
 */
import { kindOfId } from './kinds.js';
import type { Layer } from './layer.js';

/** The word for one or several units of a layer: `ICB`, `councils (lower tier or unitary)`, or its id and "units". */
export function unitWord(layer: Layer, count: number): string {
  const kind = layer.kind === null ? null : kindOfId(layer.kind);
  if (kind !== null) return count === 1 ? kind.one : kind.many;
  return count === 1 ? `${layer.id} unit` : `${layer.id} units`;
}
