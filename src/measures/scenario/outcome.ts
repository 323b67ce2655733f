/**
 * What came of scenarios that were tried out.
 */
import type { Changes } from '../changes/changes.js';
import type { Note } from '../../trouble/note.js';
import type { Effect } from '../changes/effect.js';
import type { Crossing } from '../crossing/crossing.js';
import type { State } from './apply-scenario.js';
import type { Ground } from './ground.js';
import type { Version } from './new-layer.js';
import type { Scenario } from './scenario-document.js';

/** One scenario carried out. */
export interface Outcome {
  readonly scenario: Scenario;
  readonly state: State;
  readonly version: Version;
  /** What changed hands between the layer as it is and the proposal. */
  readonly changes: Changes;
  readonly effects: readonly Effect[];
  /** Codes that were taken for those of the layers. */
  readonly notes: readonly Note[];
}

export interface Trial {
  readonly crossing: Crossing;
  readonly ground: Ground;
  readonly start: State;
  readonly outcomes: readonly Outcome[];
}
