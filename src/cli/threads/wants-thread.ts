/**
 * Whether a second thread is worth starting: before anything is loaded, by the words of the command alone.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Boundary files of fewer bytes in all are done sooner than a thread has started. */
export const WORTH_A_THREAD = 2_000_000;

const BOUNDARIES = /\.(geo)?json(\.gz)?$/i;
/** Packed files unpack to some three times their size. */
const PACKED = 3;

/** Whether the command names large boundary files, there is a core for them, and `--threads` does not ask for one thread. */
export function wantsThread(words: readonly string[], cores = availableParallelism()): boolean {
  const threads = threadsOf(words);
  if (threads === 1 || (threads === 0 && cores < 2)) return false;
  const bytes = words.reduce((sum, word) => sum + bytesOf(word), 0);
  return bytes >= WORTH_A_THREAD;
}

/** The number after `--threads`, or 0 where none is given. */
function threadsOf(words: readonly string[]): number {
  const at = words.findIndex((word) => word === '--threads' || word.startsWith('--threads='));
  if (at < 0) return 0;
  return Number(words[at]!.split('=')[1] ?? words[at + 1]) || 0;
}

/** Bytes of the boundary file that a word names, by itself or after `id=`; 0 for any other word. */
function bytesOf(word: string): number {
  const path = word.replace(/^[A-Za-z_][A-Za-z0-9_]*=/, '').replace(/#[^#/]*$/, '');
  if (!BOUNDARIES.test(path)) return 0;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return /\.gz$/i.test(path) ? PACKED * size : size;
}
