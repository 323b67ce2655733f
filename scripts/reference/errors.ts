/**
 * The reference of errors that a user can mend.
 */
import { code, markdownTable, referencePage } from './markdown.js';
import type { CollectedError } from './read-errors.js';

/** docs/reference/errors.md */
export const errorsPage = (errors: readonly CollectedError[]): string =>
  referencePage(
    'Errors',
    'Errors end a run with exit code 2. Each says the file, the unit or row and the place where it can, then what is wrong, then what to do. Here `…` stands for words of the case, and ` / ` parts one wording from another. Ids are those of the JSON that programs get.',
    markdownTable(
      ['id', 'what is wrong', 'what to do'],
      errors.map(({ id, message, hint }) => [code(id), message, hint]),
    ),
  );
