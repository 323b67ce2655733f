/**
 * What is asked of a trial of scenarios.
 */
import type { CrossingRequest } from '../crossing/crossing-request.js';
import type { Scenario } from './scenario-document.js';
import type { SizeGuide } from './size-guide.js';

/** Layers: the one that changes, those to hold it against, then those whose units may be pieces. */
export interface ScenarioWishes extends CrossingRequest {
  readonly scenarios: readonly Scenario[];
  /** How many layers after the first are to be held against. */
  readonly against: number;
  /** True where each scenario goes on from the one before; otherwise each starts from the layer as it is. */
  readonly chain: boolean;
  readonly sizeGuide: SizeGuide | null;
  readonly sensitivity: boolean;
}
