/**
 * Whoever reads files ahead, where a second thread was started.
 */
import type { ReadingAhead } from './read-ahead.js';

let lent: ReadingAhead | null = null;

/** Lends it to all that is read from now on; null takes it back. */
export function lendReading(reading: ReadingAhead | null): void {
  lent = reading;
}

/** The one that was lent, or null. */
export const readingAhead = (): ReadingAhead | null => lent;
