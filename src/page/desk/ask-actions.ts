/**
 * What the panel of the question does with the rest of the desk.
 */
import type { Asking, Question } from '../asking/asking.js';

export interface AskActions {
  readonly question: (question: Question) => void;
  readonly change: (part: Partial<Asking>) => void;
  readonly run: () => void;
  readonly moves: () => void;
  /** Null where there are no small areas to draw with. */
  readonly draw: (() => void) | null;
  /** Back to proposals that are begun; null where there are none. */
  readonly goOn: (() => void) | null;
}
