/**
 * What happens when nobody takes what is printed any more, and how an error that the user can mend is said.
 */
import { InputError } from '../trouble/input-error.js';
import { notWritten } from './not-writable.js';
import { say } from './say.js';
import { paintFor } from './terminal.js';

/** What a stream says whose reader has closed it. */
const READER_GONE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

/**
 * A reader that closes early, such as `head`, is no fault: the work goes on without it to its own exit code, so that a
 * broken rule stays one. A full disk is said, and ends the process with exit code 2.
 */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (READER_GONE.has(error.code ?? '')) return;
    sayError(notWritten('standard output', error));
    process.exit(2);
  });
  // Nobody reads the notes any more: the work goes on without them.
  process.stderr.on('error', () => undefined);
}

/** Says what the user can mend and gives its exit code; null where it is no such error. */
export function sayError(error: unknown): number | null {
  if (!(error instanceof InputError)) return null;
  say(`error: ${error.message}`, paintFor(process.stderr).warn('error'));
  return 2;
}
