/**
 * The kind of layer whose codes a column holds, by its heading.
 */
import { readFieldName } from '../../layer/field-name.js';
import { kindOfStem, type Kind } from '../../layer/kinds.js';

/** The kind that `LAD24CD` and the like name, or null. */
export const kindOfHeading = (heading: string): Kind | null => kindOfStem(readFieldName(heading)?.stem ?? '');
