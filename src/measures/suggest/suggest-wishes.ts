/**
 * What is asked of a suggestion.
 */
import type { CrossingRequest } from '../crossing/crossing-request.js';
import type { Amounts } from './amounts.js';
import type { Never, Test } from './fix-choices.js';

/** Two layers: the one that may change, and the one whose units should each lie in one of its units. */
export interface SuggestWishes extends CrossingRequest {
  readonly test: Test;
  /** Codes of units of either layer that must not change. */
  readonly never: Never;
  /** The least a unit may be left with; null for no bound. */
  readonly leastSize: number | null;
  /** The most units of the first layer that may change; null for no bound. */
  readonly mostChanged: number | null;
  /** Whether single moves are of whole parts or of blocks. */
  readonly by: 'part' | 'block';
  readonly apportion: readonly Amounts[];
  readonly sensitivity: boolean;
}
