/**
 * Starts the second thread: before the program is loaded, since it takes as long to begin. It keeps no process alive and says
 * nothing.
 */
import { Worker } from 'node:worker_threads';

/** Starts it with its script. */
export function startThread(script: URL | string): Worker {
  const worker = new Worker(script, {
    stdout: true,
    stderr: true,
    resourceLimits: { maxYoungGenerationSizeMb: 6 },
  });
  worker.unref();
  // Whoever it is lent to sees that it has ended, and does without it.
  return worker.on('error', () => undefined);
}
