/**
 * Further tries: after 1, 2, 4 … seconds, each by up to a half more or less, so that many who were turned away do not come back
 * together; when the server says after how long, then.
 */
import { Fault, triesWorth } from './fault.js';
import type { Asker } from './asker.js';

/** A fault that further tries did not mend. */
export class GivenUp extends Error {
  constructor(
    readonly fault: Fault,
    readonly tries: number,
  ) {
    super(fault.message);
    this.name = 'GivenUp';
  }
}

/** What `once` gives in one of its tries; throws GivenUp for a Fault that stayed, and at once for `giveUpOn`. */
export async function tryAgain<T>(
  asker: Asker,
  once: () => Promise<T>,
  giveUpOn: (fault: Fault) => boolean = () => false,
): Promise<T> {
  const met = new Map<Fault['kind'], number>();
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const wait = waitBefore(tries, error, asker);
      // A kind that is worth one more try is worth it whatever else went wrong before.
      const ofKind = (met.get(error.kind) ?? 0) + 1;
      met.set(error.kind, ofKind);
      const { retries } = asker.limits;
      const isSpent = tries > retries || ofKind > triesWorth(error, retries);
      if (isSpent || wait === null || giveUpOn(error)) throw new GivenUp(error, tries);
      await pause(wait, asker.signal);
    }
  }
}

/** Milliseconds before the try after so many; null where the server wants more patience than there is. */
export function waitBefore(
  tries: number,
  { retryAfterMs }: Fault,
  { limits, random }: Pick<Asker, 'limits' | 'random'>,
): number | null {
  if (retryAfterMs !== null && retryAfterMs > limits.mostBackOffMs) return null;
  const doubled = limits.backOffMs * 2 ** (tries - 1);
  const jittered = Math.min(limits.mostBackOffMs, doubled) * (0.5 + random());
  return Math.min(limits.mostBackOffMs, Math.max(retryAfterMs ?? 0, jittered));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const stop = (): void => {
      clearTimeout(timer);
      fail(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      done();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
