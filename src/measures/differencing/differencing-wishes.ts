/**
 * What is asked of differencing beside its layers.
 */
import type { CrossingRequest } from '../crossing/crossing-request.js';

export interface DifferencingWishes extends CrossingRequest {
  /** Groups of fewer people than this are told. */
  readonly under: number;
  readonly sensitivity: boolean;
}
