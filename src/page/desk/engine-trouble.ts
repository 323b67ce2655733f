/**
 * What is said when the engine of the page stops by itself. The files are kept by the page, so that asking again starts
 * another engine with them.
 */
import type { InputTrouble } from '../../index.js';

/** The browser gave no more memory. */
export const noMemory = (): InputTrouble => ({
  id: 'page-memory',
  message: 'the browser gave this page no more memory, so the question was ended',
  hint: 'Boundaries generalised to 20 m (BGC) need a tenth of the full ones. Remove files that are not needed, close other tabs and ask again: the files are still here. The command line takes larger files',
});

/** The engine came to an end for a reason of its own. */
export const engineStopped = (fault: string): InputTrouble => ({
  id: 'page-engine-stopped',
  message: `the engine of this page stopped: ${fault.split('\n')[0]!}`,
  hint: 'Ask again: the files are still here, and another engine is started with them. If it stops again, memory may be short, or it is a fault of ours: please report it with the names of the files',
});

/** A file that was dropped cannot be read any more. */
export const fileGone = (file: string): InputTrouble => ({
  id: 'page-file-gone',
  file,
  message: 'it can no longer be read: it was moved, changed or deleted since it was dropped',
  hint: 'Drop it again, or remove it from the list',
});
