/**
 * A row of the matrix of proposals before it is known whether all columns have the same.
 */
import type { MatrixCell, ProposalMatrix } from './story.js';

/** A row, or what to say of it where all columns have the same. */
export interface Question extends Readonly<ProposalMatrix['rows'][number]> {
  /** In the sentence on what is the same; null for a row that is never folded. */
  readonly same: string | null;
}

/** A cell that is not judged. */
export const plainCell = (value: string, detail = ''): MatrixCell => ({ value, detail, change: null });
