/**
 * Signals that would end the process wait while files are written, so that no temporary file is left behind.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How many pieces of work are still to be let go of: the process listens once for all of them. */
let held = 0;

/**
 * Does some work without waiting in it; a signal that came meanwhile ends the process, as it would have, once the work
 * is done. Node hears of signals only between two pieces of work.
 */
export function holdSignals(work: () => void): void {
  if (held++ === 0) for (const signal of SIGNALS) process.on(signal, end);
  try {
    work();
  } finally {
    // Those that wait are heard before this is.
    setImmediate(() => setImmediate(release));
  }
}

function release(): void {
  if (--held === 0) for (const signal of SIGNALS) process.off(signal, end);
}

function end(signal: NodeJS.Signals): void {
  for (const each of SIGNALS) process.off(each, end);
  process.kill(process.pid, signal);
}
