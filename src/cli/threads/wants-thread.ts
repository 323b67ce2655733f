/**
 * Whether a command lays out large boundaries, and whether a second thread is worth starting for them: before anything
 * is loaded, by the words of the command alone.
 */
import { availableParallelism } from 'node:os';
import { lookAtPath } from './look-at-path.js';

/** Boundary files of fewer bytes in all are done sooner than a thread has started or the kernel is compiled at its best. */
export const WORTH_A_THREAD = 2_000_000;

/** Commands that lay no boundaries out, though files of theirs may look like some. */
const WITHOUT_MAPS: ReadonlySet<string> = new Set(['render', 'inspect', 'init', 'read', 'update']);

const BOUNDARIES = /\.(geo)?json(\.gz)?$/i;
/** Packed files unpack to some three times their size. */
const PACKED = 3;

/** Whether `--threads` asks for more than one; without it, whether large boundary files are named and there is a core. */
export function wantsThread(words: readonly string[], cores = availableParallelism()): boolean {
  if (WITHOUT_MAPS.has(words[0] ?? '')) return false;
  const threads = threadsOf(words);
  if (threads > 0) return threads > 1;
  return cores > 1 && hasLargeMaps(words);
}

/** Whether large boundary files are named that the command lays out. */
export const hasLargeMaps = (words: readonly string[]): boolean =>
  !WITHOUT_MAPS.has(words[0] ?? '') && words.reduce((sum, word) => sum + bytesOf(word), 0) >= WORTH_A_THREAD;

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
  const size = lookAtPath(path)?.size ?? 0;
  return /\.gz$/i.test(path) ? PACKED * size : size;
}
