/**
 * What every report hands on to a crossing: the ground and the wishes that all reports share, with what holds where a
 * request says nothing.
 */
import type { Disclosure } from '../layer/disclosure.js';
import type { Ground } from './load-ground.js';
import type { CommonWishes } from './request.js';

/** Layers, people and wishes as measures take them. */
export interface CrossingWishes extends Pick<Ground, 'layers' | 'planar' | 'measures' | 'known'> {
  readonly tolerance: number | 'auto';
  readonly place: 'area' | 'whole';
  readonly includeSlivers: boolean;
  readonly includeOutside: boolean;
  readonly sensitivity: boolean;
  readonly disclosure: Disclosure | null;
  readonly allowUnmatched: number | undefined;
}

export const crossingWishes = (
  { layers, planar, measures, known }: Ground,
  {
    tolerance = 'auto',
    placing = 'area',
    includeSlivers = false,
    includeOutside = false,
    sensitivity = false,
    disclosure,
    allowUnmatched,
  }: CommonWishes,
): CrossingWishes => ({
  layers,
  planar,
  measures,
  known,
  tolerance,
  place: placing,
  includeSlivers,
  includeOutside,
  sensitivity,
  disclosure: disclosure ?? null,
  allowUnmatched,
});
