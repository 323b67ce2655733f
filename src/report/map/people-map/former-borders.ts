/**
 * Borders that are gone: of units that a piece moved out of, where the later layer has none.
 */
import type { MapUnit } from '../../../result/map-record.js';
import type { Result } from '../../../result/result.js';
import { arcsOfLayer } from '../map-lines.js';
import type { Subject } from './subject.js';

/** Arcs between units that moved and others of before, where after has no border; none where the files were drawn apart, or nothing is compared. */
export function formerBorders(
  { command }: Result,
  { borders, told }: Pick<Subject, 'borders' | 'told'>,
  moved: ReadonlySet<MapUnit>,
): number[] {
  if (command !== 'compare') return [];
  const now = new Set(arcsOfLayer(borders?.units ?? []));
  const before = arcsOfLayer(told?.units ?? []);
  const gone = before.filter((k) => !now.has(k));
  if (gone.length > before.length / 2) return [];
  const own = new Set(arcsOfLayer([...moved]));
  return gone.filter((k) => own.has(k));
}
