/**
 * Why an output cannot be written, and what to do about it, by what the system says.
 */
import { InputError } from '../trouble/input-error.js';

/** By error code of the system: what is wrong, and what to do. */
const REASONS: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ENOSPC: ['the disk is full (ENOSPC)', 'Make room on it, or write to another disk'],
  EDQUOT: ['your share of the disk is used up (EDQUOT)', 'Make room on it, or write to another disk'],
  EFBIG: [
    'it would be larger than files may be here (EFBIG)',
    'Lift the limit (ulimit -f), or write to another disk',
  ],
  EROFS: ['its disk can only be read (EROFS)', 'Name a file on another disk'],
  ENAMETOOLONG: ['its name is too long (ENAMETOOLONG)', 'Give it a shorter name'],
  EACCES: ['it may not be written', 'Name another file, or change the permissions'],
  EPERM: ['it may not be written', 'Name another file, or change the permissions'],
  EIO: ['the disk has a fault (EIO)', 'Write to another disk'],
};

/** The error for an output, by an error of the system. */
export function notWritten(file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const [why, hint] = Object.hasOwn(REASONS, code)
    ? REASONS[code]!
    : [`it cannot be written (${code})`, NAME];
  return notWritable(file, why, hint);
}

const NAME = 'Name another file, or make the folder first';

/** The error for an output that cannot be written for a reason of its own. */
export const notWritable = (file: string, message: string, hint = NAME): InputError =>
  new InputError({ id: 'output-not-writable', file, message, hint });
