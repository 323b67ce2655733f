/**
 * Help on the tables of each command.
 */
import { TABLES_OF } from '../../tables-of-command.js';
import { meaning } from '../fold.js';

/** Every table by its command. */
export const tables = (): string =>
  [
    'What --table NAME chooses, and what -o FOLDER/ writes; the first one is the main one:',
    '',
    '  coterminous align england:icb england:ltla --table units',
    ...Object.entries(TABLES_OF).flatMap(([command, list]) => [
      '',
      command,
      ...list.map(({ name, rows, needs }) =>
        meaning(name, `one row per ${rows}${needs === undefined ? '' : ` (with ${needs})`}`, 16),
      ),
    ]),
    '',
    'doubts lists what hangs on a measured tolerance. With three or more layers align has its tables for each two of them: shared_icb_ltla.',
    '',
  ].join('\n');
