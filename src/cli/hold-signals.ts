/**
 * Signals that would end the process wait while files are written, so that no temporary file is left behind.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does some work without waiting in it; a signal that came meanwhile ends the process, as it would have, once the work
 * is done. Node hears of signals only between two pieces of work.
 */
export function holdSignals(work: () => void): void {
  const end = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    work();
  } finally {
    // Those that wait are heard before this is.
    setImmediate(() => setImmediate(release));
  }
}
