/**
 * What is said of a source that is larger than is fetched.
 */
import { wholeText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { shownAddress } from './secrets.js';

/** The error for a file, a reply or a layer of more than `most` bytes. */
export const tooLarge = (address: string | URL, most: number): InputError =>
  new InputError({
    id: 'fetch-too-large',
    file: shownAddress(address),
    message: `it is larger than ${wholeText(Math.floor(most / 2 ** 20))} MiB, and is not fetched`,
    hint: 'Ask for less, with a condition or a coarser resolution, or download it and give the file',
  });
