/**
 * Lends a second thread to the engine. It is missed by nobody: where it falls over or comes too late, the first thread does
 * everything.
 */
import type { Worker } from 'node:worker_threads';
import { type Asked, lendThread, type SecondThread, ThreadLost } from '../../arrangement/second-thread.js';
import { lendReading } from './lent-reading.js';
import { ReadingAhead } from './read-ahead.js';
import { BEGUN, DONE, type Order, TAKEN_BACK, WAITING } from './thread-messages.js';

/** Milliseconds after which a call that was begun is given up, and how many times as long as the own part took. */
const PATIENCE_MS = 5000;
const PATIENCE = 20;

/** Lends it, until it ends. */
export function lendWorker(worker: Worker): void {
  const end = (): void => {
    lendThread(null);
    lendReading(null);
  };
  worker.on('error', end).on('exit', end);
  lendThread(secondThread(worker));
  lendReading(new ReadingAhead(worker));
}

function secondThread(worker: Worker): SecondThread {
  const give = (order: Order): void => worker.postMessage(order);
  return {
    join: (code, memory) => give({ order: 'join', code, memory }),
    leave: () => give({ order: 'leave' }),
    ask: (call, given) => {
      const state = new Int32Array(new SharedArrayBuffer(4));
      give({ order: 'call', call, given, state });
      return asked(state);
    },
  };
}

function asked(state: Int32Array<SharedArrayBuffer>): Asked {
  const since = performance.now();
  return {
    isDone: () => {
      if (Atomics.compareExchange(state, 0, WAITING, TAKEN_BACK) === WAITING) return false;
      Atomics.wait(state, 0, BEGUN, Math.max(PATIENCE_MS, PATIENCE * (performance.now() - since)));
      const outcome = Atomics.load(state, 0);
      if (outcome === BEGUN) throw new ThreadLost();
      return outcome === DONE;
    },
  };
}
