/**
 * Help on the options that reports share.
 */
import { GROUPS, SHARED_OPTIONS } from '../../option-list.js';
import { meaning } from '../fold.js';

/** Every shared option by its group. */
export const options = (): string =>
  [
    'Options that reports share. Each command lists those that it takes:',
    '',
    '  coterminous overlap --help',
    ...Object.entries(GROUPS).flatMap(([group, about]) => [
      '',
      `${group}: ${about}`,
      '',
      ...SHARED_OPTIONS.filter((option) => option.group === group).map(({ flags, does }) =>
        meaning(flags, does, 30),
      ),
    ]),
    '',
  ].join('\n');
